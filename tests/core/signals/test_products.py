"""A workspace's own products: read from a file, found in messages, a product for adverse events."""

import gzip
import os
from pathlib import Path

import pytest

from palabre.core.model import Signal
from palabre.core.signals import product_file
from palabre.core.signals.product_file import BadFile, LeftOut, read
from palabre.core.signals.products import Products
from palabre.core.signals.reader import read_many
from palabre.core.text import tokenize

from .said import message

OURS = Products(["Zorbiflex", "Artrexan Forte", "Artrexan", "Œdémyl"])


def adverse(text: str, products: Products | None) -> Signal | None:
    (found,) = read_many([message(text)], [tokenize(text)], products=products)
    return next((one for one in found if one.name == "adverse_event"), None)


class TestFinding:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Le Zorbiflex m'a mise par terre", "Zorbiflex"),
            ("Mon père a fait un malaise avec ARTREXAN FORTE", "ARTREXAN FORTE"),
            ("J'ai des vertiges avec artrexan, forte fièvre aussi", "artrexan"),
            ("Nausées et vertiges, merci l'oedemyl", "oedemyl"),
        ],
    )
    def test_a_brand_is_the_product_of_a_case_and_its_evidence(self, text: str, name: str) -> None:
        found = adverse(text, OURS)
        assert found is not None
        assert found.score >= 0.3
        said = [text[one.start : one.end] for one in found.evidence if one.why == "registered"]
        assert any(one.startswith(name) for one in said)

    def test_without_the_register_it_is_not_seen(self) -> None:
        assert adverse("Le Zorbiflex m'a mise par terre", None) is None
        assert adverse("Le Zorbiflex m'a mise par terre", OURS) is not None

    def test_a_brand_alone_is_no_harm(self) -> None:
        assert adverse("Le Zorbiflex est arrivé à la pharmacie", OURS) is None
        assert adverse("Le zorbiflexe m'a mise par terre", OURS) is None, "another word is no product"

    def test_the_longest_name_is_taken_and_finds_are_bounded(self) -> None:
        assert OURS.places(["artrexan", "forte"]) == [(0, 1)]
        assert OURS.places(["artrexan", "fort"]) == [(0, 0)]
        assert len(OURS.places(["zorbiflex"] * 500)) == 20
        assert OURS.places([]) == []
        assert len(OURS) == 4


class TestFile:
    def test_names_are_cut_before_strength_and_form_and_kept_once(self) -> None:
        found = read(
            b"cis;name\n1;DOLIREX 500 mg, comprim\xc3\xa9\n2;Dolirex 1 g\n3;Artrexan (suisse)\n4;Vitamol B12\n"
        )
        assert found.names == ("DOLIREX", "Artrexan", "Vitamol B12")
        assert found.codes == ("1", "3", "4")
        assert found.lines == 4 and not found.left_out

    def test_what_would_be_found_everywhere_is_left_out_and_told(self) -> None:
        found = read("nom\nArt\nPour\nXy\nDaily 5 mg\n—\nune deux trois quatre cinq six sept\nZorbiflex\n".encode())
        assert found.names == ("Zorbiflex",)
        assert [one.why for one in found.left_out] == ["ordinary", "ordinary", "short", "ordinary", "empty", "long"]
        assert found.left_out[0] == LeftOut(2, "Art", "ordinary")
        assert found.reasons["ordinary"] == 3

    @pytest.mark.parametrize(
        "data",
        [
            b"Zorbiflex\nArtrexan\n",
            "\ufeffName,Code\nZorbiflex,1\nArtrexan,2\n".encode(),
            b"61266250\tZorbiflex 5 mg\torale\n61266251\tArtrexan\torale\n",
            b"code|Sp\xe9cialit\xe9\n1|Zorbiflex\n2|Artrexan\n",
            b"\n\nZorbiflex\n\nArtrexan\n\n",
        ],
    )
    def test_files_as_people_have_them(self, data: bytes) -> None:
        assert read(data).names == ("Zorbiflex", "Artrexan")

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (b"", "empty"),
            (b"\n \n", "empty"),
            (b"PK\x03\x04\0\0", "no_text"),
            (b"x" * (product_file.MAX_BYTES + 1), "too_big"),
            (b"name\n1\n22\n", "no_names"),
            (b"name\n" + b"\n".join(b"produit%d" % n for n in range(0)) + b"Art\n", "no_names"),
        ],
    )
    def test_what_is_no_register_is_told(self, data: bytes, why: str) -> None:
        with pytest.raises(BadFile) as told:
            read(data)
        assert told.value.why == why and str(told.value)

    def test_more_names_than_a_register_may_have(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(product_file, "MAX_NAMES", 2)
        with pytest.raises(BadFile, match="over 2 products"):
            read(b"Zorbiflex\nArtrexan\nOedemyl\n")

    def test_an_open_quotation_mark_is_bounded(self) -> None:
        with pytest.raises(BadFile):
            read(b'name\n"' + b"a" * 200_000)


def test_the_medicines_sold_in_france_can_be_a_register() -> None:
    path = Path(os.environ.get("PALABRE_DATA", ""), "drugs_fr_bdpm.csv.gz")
    if not path.is_file():
        pytest.skip("set PALABRE_DATA to the folder of the data")
    found = read(gzip.decompress(path.read_bytes()))
    assert len(found.names) > 8_000
    assert {"any", "art", "daily", "muse"}.isdisjoint(name.lower() for name in found.names)
    products = Products(found.names)
    for text in ("On va au musée d'art avec Diane", "Any idea? Daily news", "Il y a un mag dans la salle"):
        assert products.places(text.lower().split()) == [], text
    assert products.places(["depuis", "le", "levothyrox", "je", "dors", "plus"]) == [(2, 2)]
