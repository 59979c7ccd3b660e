"""Lines of IRC and their tags, as the standards and Twitch write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.twitch.irc import command, escape_tag, parse_line, parse_tags


def test_a_line_with_tags_a_source_and_a_trailing_text() -> None:
    line = parse_line("@id=1;first-msg=1 :odile!odile@odile.tmi.twitch.tv PRIVMSG #mare :bonjour : à tous")
    assert line is not None
    assert line.tags == {"id": "1", "first-msg": "1"}
    assert (line.nick, line.command, line.params) == ("odile", "PRIVMSG", ["#mare", "bonjour : à tous"])


@pytest.mark.parametrize(
    ("text", "nick", "command_", "params"),
    [
        ("PING", "", "PING", []),
        ("ping :a b", "", "PING", ["a b"]),
        (":tmi.twitch.tv CLEARCHAT #mare", "", "CLEARCHAT", ["#mare"]),
        (":a!b@c PRIVMSG #x :", "a", "PRIVMSG", ["#x", ""]),
        (":a!b@c PRIVMSG #x mot", "a", "PRIVMSG", ["#x", "mot"]),
        (":a!b@c PRIVMSG #x ::)", "a", "PRIVMSG", ["#x", ":)"]),
        ("@a=1   :s!s@s  JOIN   #x", "s", "JOIN", ["#x"]),
    ],
)
def test_lines_of_every_shape(text: str, nick: str, command_: str, params: list[str]) -> None:
    line = parse_line(text)
    assert line is not None
    assert (line.nick, line.command, line.params) == (nick, command_, params)


@pytest.mark.parametrize("text", ["", " ", "@", "@a=1", ":", ":nick", ":nick ", "@a=1 :nick "])
def test_a_line_without_a_command_is_none(text: str) -> None:
    assert parse_line(text) is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (r"a\sb", "a b"),
        (r"a\:b", "a;b"),
        (r"a\\b", "a\\b"),
        (r"a\\sb", r"a\sb"),
        (r"\r\n", "\r\n"),
        (r"a\b", "ab"),
        ("a\\", "a"),
        ("é=è", "é=è"),
        ("", ""),
    ],
)
def test_values_of_tags_are_unescaped(written: str, value: str) -> None:
    assert parse_tags(f"x={written};y=1") == {"x": value, "y": "1"}


def test_a_tag_may_have_no_value_and_the_last_of_a_name_wins() -> None:
    assert parse_tags("mod;;+example.org/x=1;mod=1;=alone") == {"mod": "1", "+example.org/x": "1"}


@given(
    st.dictionaries(st.text("abc-/+.", min_size=1), st.text(st.characters(codec="utf-8", exclude_characters="\0")))
)
def test_tags_come_back_as_they_were_sent(tags: dict[str, str]) -> None:
    written = ";".join(f"{name}={escape_tag(value)}" for name, value in tags.items())
    assert parse_tags(written) == tags
    line = parse_line(f"@{written or 'x'} PRIVMSG #x :y")
    assert line is not None
    assert line.params == ["#x", "y"]


@given(st.text(max_size=300))
def test_no_line_breaks_the_parser(text: str) -> None:
    line = parse_line(text)
    assert line is None or (line.command and " " not in line.command)


def test_a_command_cannot_be_made_two() -> None:
    assert command("JOIN", "#mare") == b"JOIN #mare\r\n"
    with pytest.raises(ValueError, match="one line"):
        command("JOIN", "#mare\r\nQUIT")
