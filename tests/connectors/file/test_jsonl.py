"""One JSON object a line."""

import gzip

import pytest

from palabre.core.model import Author

from .conftest import FIXTURES, Folder


async def test_a_network_export_is_read(folder: Folder) -> None:
    name = folder.put("export.jsonl", (FIXTURES / "export.jsonl").read_bytes())
    found = await folder.read(name)
    first, second, third = found.messages
    assert first.id == "9001" and first.author == Author("u-7", "Kader", followers=341)
    assert (second.thread, second.parent) == ("t-1", "9001")
    assert third.text.startswith("<img") and third.author == Author("u-9", "<b>Chef</b>")
    assert [reject.where for reject in found.rejects] == ["l. 3"]
    assert first.raw is not None and first.raw["conversation_id"] == "t-1" and "text" not in first.raw


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"{", "JSON"),
        (b"bonjour", "JSON"),
        (b"[1, 2]", "objet"),
        (b'"texte"', "objet"),
        (b'{"text": "\xff"}', "JSON"),
        (b'{"text": "a", "x": ' + b'{"x": ' * 40 + b"1" + b"}" * 40 + b"}", "imbriqué"),
        (b'{"text": ' + b"[" * 200_000, "imbriqué"),
        (b'{"text": "' + b"a" * 10_000_000 + b'"}', "10 Mo"),
        (b'{"text": ["liste"]}', "vide"),
        (b'{"text": null}', "vide"),
        (b'{"id": 3}', "vide"),
        (b'{"text": "' + b"a" * 1_000_001 + b'"}', "million"),
        (b'{"text": "a", "date": "hier"}', "Date illisible"),
        (b'{"text": "a", "date": true}', "Date illisible"),
    ],
)
async def test_a_bad_line_is_set_aside_and_the_rest_goes_on(folder: Folder, line: bytes, words: str) -> None:
    good = b'{"text": "bonjour", "date": "2026-03-12"}\n'
    name = folder.put("a.jsonl", good + line + b"\n\n" + good.replace(b"bonjour", b"salut"))
    found = await folder.read(name, encoding="utf-8", mapping={"text": "text", "published": "date"})
    assert found.texts == ["bonjour", "salut"]
    (reject,) = found.rejects
    assert reject.where == "l. 2" and words in reject.error
    assert len(reject.payload) <= 2_000


async def test_nul_and_lone_surrogates_become_what_can_be_stored(folder: Folder) -> None:
    name = folder.put("a.jsonl", '{"text": "a\\u0000b", "author": "\\ud83d\\ude02", "id": "x\\u0000"}\n')
    (message,) = (await folder.read(name, mapping={"text": "text", "author.name": "author", "id": "id"})).messages
    assert message.text == "a�b" and message.author == Author("😂", "😂")
    assert "\0" not in message.id


async def test_other_encodings_and_gzip(folder: Folder) -> None:
    line = '{"text": "Déjà l’été", "date": "2026-03-12", "auteur": "Zoé"}\n'
    folder.put("a.jsonl", line, "utf-16")
    folder.put("b.jsonl", line, "utf-8-sig")
    folder.put("c.jsonl", line, "cp1252")
    folder.put("d.jsonl.gz", gzip.compress(line.encode()))
    for name in ("a.jsonl", "b.jsonl", "c.jsonl", "d.jsonl.gz"):
        assert (await folder.read(name)).texts == ["Déjà l’été"], name


async def test_a_gzip_cut_short_is_an_error_of_the_source_after_what_could_be_read(folder: Folder) -> None:
    from palabre.connectors.contract import SourceError

    lines = b"".join(b'{"text": "n %d", "date": "2026-03-12", "auteur": "z"}\n' % n for n in range(50_000))
    name = folder.put("a.jsonl.gz", gzip.compress(lines)[:-2_000])
    with pytest.raises(SourceError) as caught:
        await folder.read(name)
    assert caught.value.kind == "temporary"
