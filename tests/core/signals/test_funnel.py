"""The contacts that scams lead to, in one spelling however they are written."""

import pytest

from palabre.core.signals import funnel
from palabre.core.signals.funnel import contacts


def keys(text: str) -> list[str]:
    return [one.key for one in contacts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "06 12 34 56 78",
        "écrivez au 0612345678 vite",
        "+33 6.12.34.56.78",
        "+33 (0)6 12 34 56 78",
        "0033-6-12-34-56-78",
        "https://wa.me/33612345678?text=bonjour",
        "api.whatsapp.com/send?phone=33612345678",
        "06\u202f12\u202f34\u202f56\u202f78",
    ],
)
def test_one_number_has_one_spelling(text: str) -> None:
    assert keys(text) == ["phone:+33612345678"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("WhatsApp +229 97 00 11 22", "phone:+22997001122"),
        ("rejoignez t.me/Coach_Solange", "telegram:coach_solange"),
        ("https://t.me/joinchat/AbCdEf123", "telegram:abcdef123"),
        ("sur Telegram : @coach_solange", "telegram:coach_solange"),
        ("chat.whatsapp.com/AbCdEf123456", "whatsapp:AbCdEf123456"),
        ("solange.pret+vip@Gmail.com", "mail:solangepret@gmail.com"),
        ("solange@pret.example", "mail:solange@pret.example"),
    ],
)
def test_handles_groups_and_mailboxes(text: str, key: str) -> None:
    assert keys(text) == [key]


@pytest.mark.parametrize(
    "text",
    [
        "le 12/03/2026 à 18 h 30",
        "1 234 567 890 euros",
        "@coach bravo",
        "réf. 00001234",
        "ISBN 978-2-07-036822-8",
        "",
    ],
)
def test_what_is_no_contact(text: str) -> None:
    assert keys(text) == []


def test_each_is_told_once_with_its_place_and_the_text_is_bounded() -> None:
    text = "06 12 34 56 78 ou wa.me/33612345678, ou t.me/solange"
    found = contacts(text)
    assert [text[one.start : one.end] for one in found] == ["06 12 34 56 78", "t.me/solange"]
    many = " ".join(f"solange{n}@pret.example" for n in range(50_000))
    assert len(contacts(many)) == funnel.MOST
    assert contacts("0" * 1_000_000) == [] and contacts("1 " * 500_000) == [] and contacts("a." * 500_000) == []
