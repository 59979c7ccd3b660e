"""What chat says, read from lines of recorded shape."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.twitch.emotes import parse_badges, parse_emotes
from palabre.connectors.twitch.irc import parse_line
from palabre.connectors.twitch.lines import LineSplitter, TooLong
from palabre.connectors.twitch.parse import BANNED, CHAT_CLEARED, ChatReader, Said, decoded, too_long
from palabre.core.model import Author, Event, Message, Reject

FIXTURES = Path(__file__).parents[3] / "src/palabre/connectors/twitch/fixtures"
NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
ID = "3f1c7b1e-0a55-4a0e-9a51-6f0b8f2f4c0"


def said_in(name: str, *, is_twitch: bool) -> list[Said]:
    reader = ChatReader(is_twitch=is_twitch)
    lines = [
        decoded(line) for line in LineSplitter().feed((FIXTURES / name).read_bytes()) if isinstance(line, bytes)
    ]
    return [said for line in lines if line and (said := reader.read(line, NOW))]


def read(text: str) -> Said | None:
    line = parse_line(text)
    assert line is not None
    return ChatReader(is_twitch=True).read(line, NOW)


@pytest.fixture(scope="module")
def evening() -> list[Said]:
    return said_in("chat.txt", is_twitch=True)


def message(evening: list[Said], number: int) -> Message:
    return next(said for said in evening if isinstance(said, Message) and said.id == f"{ID}{number}")


def test_a_line_is_a_message_of_chat(evening: list[Said]) -> None:
    line = message(evening, 1)
    assert line.text == "c'est à quelle heure le débat sur la piscine ?"
    assert line.published == datetime.fromtimestamp(1772481601.234, UTC)
    assert line.author == Author("5500101", "Maëlle_T", "https://www.twitch.tv/maelle_t")
    assert (line.kind, line.visibility, line.network) == ("chat", "public", "twitch")
    assert (line.thread, line.place, line.url) == (
        "#lagrandemare",
        "#lagrandemare",
        "https://www.twitch.tv/lagrandemare",
    )
    assert line.raw is not None
    assert line.raw["badges"] == {"subscriber": "12", "premium": "1"}
    assert line.raw["tags"]["color"] == "#1E90FF"
    assert not line.first


def test_a_channel_that_cannot_be_stored_is_made_so() -> None:
    said = read("@id=1 :odile!odile@odile.tmi.twitch.tv PRIVMSG #ma\0re :bonsoir")
    assert isinstance(said, Message)
    assert said.thread == said.place == "#ma\ufffdre"


def test_the_host_of_the_channel_is_of_the_house() -> None:
    said = [
        read(f"@id=1;badges={badges} :odile!odile@odile.tmi.twitch.tv PRIVMSG #mare :bonsoir")
        for badges in ("broadcaster/1,premium/1", "moderator/1", "")
    ]
    assert [one.ours for one in said if isinstance(one, Message)] == [True, False, False]


def test_a_first_message_and_its_emotes(evening: list[Said]) -> None:
    line = message(evening, 2)
    assert line.first
    assert line.raw is not None
    emotes = line.raw["emotes"]
    assert [line.text[one["start"] : one["end"]] for one in emotes] == ["Kappa", "Keepo", "Kappa"]
    assert [one["id"] for one in emotes] == ["25", "1902", "25"]


def test_a_reply_knows_its_parent(evening: list[Said]) -> None:
    assert message(evening, 3).parent == f"{ID}1"


def test_a_subscription_with_a_word_is_said_by_its_person(evening: list[Said]) -> None:
    line = message(evening, 4)
    assert line.text == "sept mois déjà, merci pour les directs"
    assert line.author == Author("5500104", "Ilyès", "https://www.twitch.tv/ilyes_live")


def test_a_raid_without_a_word_is_nothing(evening: list[Said]) -> None:
    assert not any(isinstance(said, Message) and said.id == f"{ID}5" for said in evening)


def test_an_action_is_its_words(evening: list[Said]) -> None:
    assert message(evening, 7).text == "applaudit"


def test_deletions_and_bans_are_events(evening: list[Said]) -> None:
    events = [said for said in evening if isinstance(said, Event)]
    assert [(event.kind, event.target, event.detail) for event in events] == [
        ("delete", f"{ID}6", ""),
        ("ban", "5500106", BANNED),
        ("ban", "5500102", "timed_out 600"),
        ("delete", "#lagrandemare", CHAT_CLEARED),
    ]
    assert events[0].at == datetime.fromtimestamp(1772481625.1, UTC)


def test_a_ban_aims_at_the_key_of_the_author_it_silences(evening: list[Said]) -> None:
    ban = next(said for said in evening if isinstance(said, Event) and said.kind == "ban")
    author = message(evening, 6).author
    assert author is not None
    assert ban.target == author.key


def test_a_plain_server_gives_messages_with_ids_of_our_own() -> None:
    first, second = said_in("irc.txt", is_twitch=False)
    assert isinstance(first, Message) and isinstance(second, Message)
    assert first.text == second.text == "Bonjour à tous, on parle de la gare ?"
    assert first.id != second.id
    assert first.author == Author("odile", "odile")
    assert (first.network, first.url, first.published, first.raw) == ("irc", "", NOW, None)


def test_the_same_line_read_by_another_reader_has_the_same_id() -> None:
    assert said_in("irc.txt", is_twitch=False) == said_in("irc.txt", is_twitch=False)


@pytest.mark.parametrize(
    ("tags", "published"),
    [
        ("tmi-sent-ts=1772481601234", datetime.fromtimestamp(1772481601.234, UTC)),
        ("time=2026-03-02T19:59:58.250Z", datetime(2026, 3, 2, 19, 59, 58, 250_000, tzinfo=UTC)),
        ("time=2026-03-02T19:59:58", NOW),
        ("time=0001-01-01T00:00:00+14:00", NOW),
        ("tmi-sent-ts=soon", NOW),
        ("tmi-sent-ts=17724816012345678", NOW),
        ("tmi-sent-ts=١٧٧٢٤٨١٦٠١٢٣٤", NOW),
        ("x=1", NOW),
    ],
)
def test_a_line_is_dated_by_its_tags_else_by_its_reception(tags: str, published: datetime) -> None:
    line = read(f"@{tags} :a!a@a PRIVMSG #x :oui")
    assert isinstance(line, Message)
    assert line.published == published


@pytest.mark.parametrize(
    "text",
    [":a!a@a PRIVMSG odile :en privé", ":a!a@a PRIVMSG #x :", "PRIVMSG", ":a!a@a JOIN #x", ":s NOTICE #x :slow"],
)
def test_what_is_not_said_to_a_channel_is_nothing(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("text", [":tmi.twitch.tv PRIVMSG #x :oui", ":tmi.twitch.tv CLEARMSG #x :oui"])
def test_a_line_that_lacks_what_it_must_have_is_set_aside(text: str) -> None:
    aside = read(text)
    assert isinstance(aside, Reject)
    assert aside.where == "#x"
    assert len(aside.error.splitlines()) == 2


def test_what_is_not_utf_8_is_kept_as_far_as_it_can_be() -> None:
    line = decoded(b"@display-name=\xff\xfe;user-id=1;id=9 :a!a@a PRIVMSG #x :caf\xe9 \xf0\x9f\x98\xa1")
    assert line is not None
    said = ChatReader(is_twitch=True).read(line, NOW)
    assert isinstance(said, Message)
    assert said.text == "caf\ufffd 😡"


def test_a_line_too_long_is_set_aside_with_its_length() -> None:
    aside = too_long(TooLong(b"@id=\xff1", 10_485_763))
    assert "10485763" in aside.error
    assert aside.payload.startswith("@id=")


def test_strange_badges_and_emotes_are_left_out() -> None:
    assert parse_badges(",a,/2,b/") == {"a": "", "b": ""}
    assert parse_emotes("25:4-0,x-y,-,1-999999,0-1/9/:") == [{"id": "25", "start": 0, "end": 2}]
    assert len(parse_emotes("25:" + ",".join(f"{n}-{n}" for n in range(900)))) == 200


commands = st.sampled_from(["PRIVMSG", "USERNOTICE", "CLEARMSG", "CLEARCHAT", "NOTICE", "privmsg"])
names = st.sampled_from(
    ["id", "user-id", "display-name", "tmi-sent-ts", "time", "emotes", "badges", "target-msg-id"]
)


@given(
    st.dictionaries(names, st.text(max_size=20), max_size=6), st.text(max_size=12), commands, st.text(max_size=60)
)
def test_no_line_breaks_the_reader(tags: dict[str, str], nick: str, command: str, rest: str) -> None:
    written = ";".join(f"{name}={value}" for name, value in tags.items())
    line = parse_line(f"@{written} :{nick}!{nick}@x {command} {rest}")
    said = ChatReader(is_twitch=True).read(line, NOW) if line else None
    if said is not None:
        again = msgspec.json.decode(msgspec.json.encode(said), type=type(said))
        assert again == said, "what is read fits the model, and travels"
