"""The first words of a connection, line by line, with no network."""

from typing import Any

import pytest

from palabre.connectors.contract import SourceError
from palabre.connectors.twitch.handshake import Handshake
from palabre.connectors.twitch.irc import parse_line
from palabre.connectors.twitch.settings import read_settings


def handshake(*channels: str, token: str = "", **settings: Any) -> Handshake:
    return Handshake(read_settings({"channels": list(channels), **settings}, {"token": token}), number=2_345)


def tell(shaking: Handshake, *lines: str) -> list[str]:
    parsed = [parse_line(line) for line in lines]
    return [reply.decode().strip() for line in parsed if line for reply in shaking.answer(line)]


def opening(shaking: Handshake) -> list[str]:
    return [line.decode().strip() for line in shaking.opening()]


def test_twitch_is_read_without_a_password() -> None:
    assert opening(handshake("mare")) == [
        "CAP LS 302",
        "CAP REQ :twitch.tv/tags twitch.tv/commands",
        "NICK justinfan12345",
        "USER palabre 0 * :Palabre",
    ]


@pytest.mark.parametrize("token", ["oauth:s3cr3t", "s3cr3t"])
def test_an_account_gives_its_token_first(token: str) -> None:
    lines = opening(handshake("mare", login="odile", token=token))
    assert lines[2:4] == ["PASS oauth:s3cr3t", "NICK odile"]


def test_negotiation_ends_once_the_tags_are_granted() -> None:
    shaking = handshake("mare")
    assert tell(shaking, ":tmi.twitch.tv CAP * LS :twitch.tv/tags twitch.tv/commands") == []
    assert tell(shaking, ":tmi.twitch.tv CAP * ACK :twitch.tv/tags twitch.tv/commands") == ["CAP END"]


def test_another_server_is_asked_for_the_tags_it_offers() -> None:
    shaking = handshake("#radio", host="irc.example")
    assert tell(shaking, ":s CAP * LS :sasl=PLAIN server-time=x message-tags") == [
        "CAP REQ :message-tags server-time"
    ]
    assert tell(shaking, ":s CAP * NAK :twitch.tv/tags twitch.tv/commands") == []
    assert tell(shaking, ":s CAP * ACK :message-tags server-time") == ["CAP END"]
    assert tell(shaking, ":s CAP * ACK :late") == []


def test_channels_are_joined_one_by_one() -> None:
    shaking = handshake("un", "deux")
    tell(shaking, ":tmi.twitch.tv 001 justinfan12345 :Welcome", ":justinfan12345!j@j JOIN #un")
    assert shaking.welcomed
    assert shaking.missing == ["#deux"]
    tell(shaking, ":other!o@o JOIN #deux")
    assert shaking.missing == ["#deux"], "somebody else’s joining is not ours"
    tell(shaking, ":tmi.twitch.tv 366 justinfan12345 #deux :End of /NAMES list")
    assert shaking.missing == []


@pytest.mark.parametrize(
    "line",
    [
        ":s 473 me #deux :Cannot join channel (+i)",
        "@msg-id=msg_channel_suspended :tmi.twitch.tv NOTICE #deux :Suspended.",
    ],
)
def test_a_channel_that_refuses_is_told_with_its_words(line: str) -> None:
    shaking = handshake("un", "deux")
    tell(shaking, ":s 001 justinfan12345 :hi", ":justinfan12345!j@j JOIN #un", line)
    assert shaking.missing == []
    (reject,) = shaking.rejects()
    assert reject.where == "#deux"
    assert line.rpartition(":")[2] in reject.error


def test_a_channel_that_never_answers_is_told() -> None:
    shaking = handshake("un", "deux")
    tell(shaking, ":justinfan12345!j@j JOIN #un")
    assert [reject.where for reject in shaking.rejects()] == ["#deux"]


@pytest.mark.parametrize(
    "line",
    [
        ":tmi.twitch.tv NOTICE * :Login authentication failed",
        ":tmi.twitch.tv NOTICE * :Improperly formatted auth",
        ":s 464 me :Password incorrect",
    ],
)
def test_a_refused_account_is_for_a_person_to_mend(line: str) -> None:
    with pytest.raises(SourceError) as caught:
        tell(handshake("mare", login="odile", token="x"), line)
    assert caught.value.kind == "refused"
    assert line.rpartition(":")[2] in str(caught.value)


def test_a_notice_after_the_welcome_refuses_nothing() -> None:
    assert tell(handshake("mare"), ":s 001 me :hi", ":s NOTICE * :Login authentication failed") == []


def test_a_name_that_is_taken_is_replaced_unless_it_was_chosen() -> None:
    shaking = handshake("#radio", host="irc.example")
    assert [tell(shaking, ":s 433 * x :taken") for _ in range(2)] == [["NICK plbr12346"], ["NICK plbr12347"]]
    with pytest.raises(SourceError):
        for _ in range(5):
            tell(shaking, ":s 433 * x :taken")
    with pytest.raises(SourceError) as caught:
        tell(handshake("#radio", host="irc.example", login="odile"), ":s 433 * odile :taken")
    assert caught.value.kind == "refused"
