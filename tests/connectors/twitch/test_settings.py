"""What a person types to add a chat, and what they are told when it cannot be."""

from typing import Any

import pytest

from palabre.connectors.twitch.settings import MAX_CHANNELS, problems, read_settings


def wrong(settings: dict[str, Any], token: str = "") -> list[str]:
    found = problems(settings, {"token": token})
    assert all(french and english and french != english for _, french, english in found)
    return [field for field, _, _ in found]


@pytest.mark.parametrize(
    "line",
    [
        "LaGrandeMare",
        "#lagrandemare",
        "@lagrandemare",
        " https://www.twitch.tv/LaGrandeMare ",
        "twitch.tv/lagrandemare",
        "https://m.twitch.tv/lagrandemare/videos?x=1",
    ],
)
def test_a_channel_may_be_written_in_many_ways(line: str) -> None:
    assert wrong({"channels": [line]}) == []
    assert read_settings({"channels": [line]}, {}).channels == ("#lagrandemare",)


def test_channels_come_as_lines_and_twice_is_once() -> None:
    assert read_settings({"channels": "#un\n\n deux \nUN\n"}, {}).channels == ("#un", "#deux")


@pytest.mark.parametrize(
    "channels", [[], "", 3, {"a": 1}, "\n \n", ["deux mots"], ["a,b"], ["a\r\nQUIT"], ["x" * 26], ["été"], ["a:b"]]
)
def test_what_is_not_a_channel_is_told(channels: object) -> None:
    assert set(wrong({"channels": channels})) == {"channels"}


def test_another_server_has_its_own_channel_names() -> None:
    settings = {"channels": ["##été-2026"], "host": "irc.radio.example"}
    assert wrong(settings) == []
    assert read_settings(settings, {}).channels == ("##été-2026",)


def test_too_many_channels_are_told() -> None:
    assert wrong({"channels": [f"c{n}" for n in range(MAX_CHANNELS + 1)]}) == ["channels"]


def test_each_link_has_its_usual_port_and_its_host() -> None:
    seen = [
        read_settings({"channels": ["a"], "transport": t}, {}) for t in ("", "tcp", "websocket_tls", "websocket")
    ]
    assert [(one.port, one.host) for one in seen] == [
        (6697, "irc.chat.twitch.tv"),
        (6667, "irc.chat.twitch.tv"),
        (443, "irc-ws.chat.twitch.tv"),
        (80, "irc-ws.chat.twitch.tv"),
    ]
    assert [one.encrypted for one in seen] == [True, False, True, False]
    assert all(one.is_twitch for one in seen)


@pytest.mark.parametrize(
    ("settings", "token", "field"),
    [
        ({"login": "deux mots"}, "", "login"),
        ({"login": "a\r\nQUIT"}, "", "login"),
        ({}, "abc", "login"),
        ({"login": "odile"}, "abc\r\nQUIT", "token"),
        ({"transport": "pigeon"}, "", "transport"),
        ({"host": "https://irc.example"}, "", "host"),
        ({"host": "irc.example:6667"}, "", "host"),
        ({"host": "a b"}, "", "host"),
        ({"host": 3}, "", "host"),
        ({"login": ["odile"]}, "", "login"),
        ({"port": "00001999999"}, "", "port"),
        ({"port": 0}, "", ""),
        ({"port": 65_536}, "", "port"),
        ({"port": "x"}, "", "port"),
        ({"port": -1}, "", "port"),
        ({"port": "٣"}, "", "port"),
        ({"port": "9" * 5_000}, "", "port"),
    ],
)
def test_wrong_settings_are_told_by_field(settings: dict[str, Any], token: str, field: str) -> None:
    assert wrong({"channels": ["a"], **settings}, token) == ([field] if field else [])


def test_a_look_alike_is_not_twitch() -> None:
    seen = [
        read_settings({"channels": ["a"], "host": host}, {}).is_twitch for host in ("IRC.Twitch.tv", "nottwitch.tv")
    ]
    assert seen == [True, False]
