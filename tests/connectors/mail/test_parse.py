"""Mails of recorded shape, and what a moderator reads of them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from palabre.connectors.mail.parse import Parsed, parse_mail
from palabre.connectors.shared.fitting import is_valid
from palabre.core.model import Author, Message

FIXTURES = Path(__file__).parents[3] / "src/palabre/connectors/mail/fixtures"
NOW = datetime(2026, 3, 8, 12, 0, tzinfo=UTC)


def parsed(name: str) -> list[Message]:
    result = parse_mail((FIXTURES / f"{name}.eml").read_bytes(), NOW)
    assert result.rejects == []
    return result.messages


def one(name: str) -> Message:
    (message,) = parsed(name)
    return message


def mail(*headers: str, body: str | bytes = "Bonjour") -> bytes:
    text = body.encode() if isinstance(body, str) else body
    return "\r\n".join(headers).encode() + b"\r\n\r\n" + text


def read(raw: bytes) -> Message:
    result = parse_mail(raw, NOW)
    assert result.rejects == []
    return result.messages[0]


def test_a_letter_is_a_private_message_without_its_signature() -> None:
    letter = one("plainte")
    assert letter.id == "20260302081542.77@courriel.example"
    assert letter.author == Author("maelle.tanguy@courriel.example", "Maëlle Tanguy")
    assert letter.title == "Toujours pas de journal dans la boîte"
    assert letter.published == datetime(2026, 3, 2, 7, 15, 42, tzinfo=UTC)
    assert (letter.kind, letter.visibility, letter.network) == ("mail", "private", "mail")
    assert letter.place == "La Rédaction <redaction@journal.example>"
    assert letter.text.startswith("Bonjour,\n\nDepuis mardi") and letter.text.endswith("Maëlle Tanguy")
    assert letter.raw is not None
    assert "06 39 98" in letter.raw["signature"] and "06 39 98" not in letter.text


def test_an_answer_is_its_own_words_in_its_conversation() -> None:
    answer = one("reponse")
    assert answer.text == "Merci, mais la photo est toujours fausse : ce n'est pas le bon pont."
    assert (answer.thread, answer.parent) == ("racine-0@journal.example", "sig-1@journal.example")
    assert answer.raw is not None
    assert "c'est corrigé" in answer.raw["quoted"]
    assert answer.raw["signature"] == "Envoyé de mon iPhone"


@pytest.mark.parametrize(
    ("name", "author", "text", "note"),
    [
        (
            "gmail",
            Author("odile.roux@courriel.example", "Odile Roux"),
            "Un lecteur traite ma fille",
            "Pour vous, merci",
        ),
        (
            "outlook",
            Author("ilyes@courriel.example", "Ilyès Marchand"),
            "J'ai payé deux fois mon abonnement.",
            "À traiter.",
        ),
        ("thunderbird", Author("solene@courriel.example", "Solène Le Goff"), "La piscine n'a jamais fermé", ""),
        (
            "apple",
            Author("lecteur@courriel.example", "Un Lecteur"),
            "Je sais où vous habitez.\nRéfléchissez.",
            "À voir",
        ),
    ],
)
def test_a_forwarded_complaint_is_said_by_who_complains(name: str, author: Author, text: str, note: str) -> None:
    complaint = one(f"transfert-{name}")
    assert complaint.author == author
    assert complaint.text.startswith(text)
    assert complaint.raw is not None
    forwarded = complaint.raw["forwarded"]
    assert forwarded["by"]["address"].endswith("@journal.example"), "the colleague is remembered"
    assert forwarded["note"].startswith(note)
    assert forwarded["date"]
    assert complaint.published.date() >= datetime(2026, 3, 3, tzinfo=UTC).date(), "when it reached us"
    assert "De :" not in complaint.text and "Fwd:" not in complaint.title and "TR" not in complaint.title


def test_enclosed_mails_are_one_message_each() -> None:
    first, second = parsed("transfert-joint")
    assert (first.id, second.id) == ("pj-7@journal.example", "pj-7@journal.example#1")
    assert (first.title, second.title) == ("Mon témoignage", "Faute")
    assert first.author == Author("awa@courriel.example", "Awa Diop")
    assert first.raw is not None
    assert first.raw["forwarded"]["note"] == "Ci-jointes."


def test_a_newsletter_is_an_article_without_what_it_hides() -> None:
    letter = one("lettre")
    assert (letter.kind, letter.visibility, letter.site) == ("article", "press", "littoral.example")
    assert letter.title == "La Lettre du Littoral n° 112"
    assert letter.text.startswith("La plage fermée\n\nLe maire a annoncé la fermeture de la plage – jusqu’à mardi.")
    assert "invisible" not in letter.text and "alert(1)" not in letter.text


def test_an_alert_is_one_article_a_result_with_its_real_address() -> None:
    articles = parsed("alerte")
    assert [(article.title, article.url, article.site) for article in articles] == [
        ("La piscine rouvre lundi", "https://littoral.example/piscine?p=2", "Littoral Info"),
        ("Travaux : la piscine attendra", "https://www.ouest.example/actu/la-piscine-en-travaux/", "Ouest Exemple"),
        ("Forum – horaires de la piscine", "https://forum.example/t/88", "forum.example"),
    ]
    assert articles[0].text == "Après trois mois de travaux, la piscine municipale rouvre ses portes ..."
    assert articles[2].text == "Quelqu'un a les nouveaux horaires ?"
    assert {article.kind for article in articles} == {"article"}
    assert {article.place for article in articles} == {"Alerte Google - piscine municipale"}


def test_the_same_page_in_two_alerts_is_the_same_message() -> None:
    raw = (FIXTURES / "alerte.eml").read_bytes()
    again = parse_mail(raw.replace(b"0000000000003", b"0000000000009"), NOW).messages
    assert [article.id for article in again] == [article.id for article in parsed("alerte")]


def test_a_broken_mail_is_read_as_far_as_it_can_be() -> None:
    broken = one("casse")
    assert broken.text == "C'est cassé, mais lisible\nEt la suite est là"
    assert broken.author == Author("rene@courriel.example", "René")
    assert broken.published == NOW, "a date that is none is that of reception"
    assert len(broken.attachments) == 1


def test_a_header_that_holds_another_stays_one_line_of_text() -> None:
    broken = one("casse")
    assert "\n" not in broken.title and "\r" not in broken.title
    assert broken.title.startswith("Bonjour  Bcc: tous@journal.example")
    assert broken.raw is not None
    assert "Bcc" not in broken.raw["headers"]


def test_attachments_are_listed_by_name_type_and_size() -> None:
    photos = one("pieces")
    assert photos.text == "Regardez l’état du trottoir."
    assert [(one.name, one.media_type, one.size) for one in photos.attachments] == [
        ("trottoir cassé.jpg", "image/jpeg", 1024),
        ("../../facture.pdf.exe", "application/x-msdownload", 2),
    ]


def test_a_form_of_the_site_is_said_by_the_person_to_answer() -> None:
    assert one("formulaire").author == Author("camille@courriel.example", "Camille Petit")


def test_a_person_who_asks_for_answers_elsewhere_stays_the_author() -> None:
    letter = read(mail("From: Awa <awa@courriel.example>", "Reply-To: autre@courriel.example"))
    assert letter.author == Author("awa@courriel.example", "Awa")


def test_a_mail_without_an_identifier_is_known_by_its_bytes() -> None:
    raw = mail("From: a@b.example", "Subject: x")
    assert read(raw).id == read(raw).id
    assert read(raw).id != read(raw + b"!").id


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("Mon, 2 Mar 2026 08:15:42 +0100", datetime(2026, 3, 2, 7, 15, 42, tzinfo=UTC)),
        ("Mon, 2 Mar 2026 08:15:42 +0100 (heure d'été)", datetime(2026, 3, 2, 7, 15, 42, tzinfo=UTC)),
        ("Fri, 2 Mar 2096 08:15:42 +0100", NOW),
        ("Thu, 1 Jan 1601 00:00:00 +0000", NOW),
        ("", NOW),
        ("x" * 9_000, NOW),
    ],
)
def test_a_date_is_believed_unless_it_cannot_be(date: str, published: datetime) -> None:
    assert read(mail("From: a@b.example", f"Date: {date}")).published == published


def test_visibility_is_that_of_the_source_but_for_the_press() -> None:
    raw = mail("From: a@b.example")
    assert parse_mail(raw, NOW, "public").messages[0].visibility == "public"
    assert parse_mail((FIXTURES / "lettre.eml").read_bytes(), NOW, "private").messages[0].visibility == "press"


def test_a_thread_without_references_is_what_is_answered_else_itself() -> None:
    answer = read(mail("From: a@b.example", "Message-ID: <2@x>", "In-Reply-To: Votre courriel du 2 mars <1@x>"))
    assert (answer.thread, answer.parent) == ("1@x", "1@x")
    alone = read(mail("From: a@b.example", "Message-ID: <1@x>"))
    assert (alone.thread, alone.parent) == ("1@x", "")


def test_scripts_and_nul_characters_are_text() -> None:
    raw = mail(
        'From: "<script>alert(1)</script>" <a@b.example>',
        "Subject: <img onerror=x>",
        body=b"a\0b <script>x</script>",
    )
    letter = read(raw)
    assert letter.text == "a\ufffdb <script>x</script>", "a plain mail is not HTML"
    assert letter.title == "<img onerror=x>"


def test_a_mail_that_only_quotes_keeps_its_words() -> None:
    assert read(mail("From: a@b.example", body="> tout est\n> cité")).text == "> tout est\n> cité"


class TestTraps:
    """Mails made to take minutes or gigabytes: each is set aside, or read, at once."""

    def refused(self, raw: bytes) -> Parsed:
        result = parse_mail(raw, NOW)
        assert result.messages == []
        (aside,) = result.rejects
        assert len(aside.error.splitlines()) == 2 and len(aside.payload) < 10_000
        return result

    def test_parts_in_parts_in_parts(self) -> None:
        bomb = b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(5_000)
        )
        (aside,) = self.refused(b"Subject: =?utf-8?q?la_bombe_cach=C3=A9e?=\r\n" + bomb).rejects
        assert aside.where == "la bombe cachée"
        assert "structure is oversized" in aside.error

    def test_a_header_of_twenty_megabytes(self) -> None:
        self.refused(b"Content-Type: text/plain; " + b";a=" * 7_000_000 + b"\r\n\r\nx")
        self.refused(b"Content-Type: text/plain;\r\n" + b" a=b;\r\n" * 500_000 + b"\r\nx")

    @pytest.mark.parametrize("line", [b"\r\n", b"a: b\r\n", b"--b\r\n"])
    def test_millions_of_lines(self, line: bytes) -> None:
        self.refused(b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + line * 3_000_000)

    def test_thousands_of_parts_are_listed_up_to_a_bound(self) -> None:
        parts = b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n" * 3_000
        letter = read(b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + parts)
        assert len(letter.attachments) == 50
        assert letter.raw is not None and letter.raw["more_parts"]

    @pytest.mark.parametrize(
        "unit", ["<div>", "<a ", "<!--", "</", "<blockquote>", '<p style="display:none">', "&#x41;"]
    )
    def test_html_bombs(self, unit: str) -> None:
        body = (unit * (1_000_000 // len(unit))).encode()
        read(mail("From: a@b.example", "Content-Type: text/html", body=body))

    @pytest.mark.parametrize("unit", ["=?", "=?utf-8?b?YQ==?= ", "(", '"', "<a@", "\\"])
    def test_header_bombs(self, unit: str) -> None:
        long = unit * (1_000_000 // len(unit))
        letter = read(mail(f"From: {long}", f"Subject: {long}", f"References: {long}", f"Date: {long}"))
        assert len(letter.title) <= 2_000

    @pytest.mark.parametrize("line", ["> " * 500, "De : x", "Le a", "-- ", "_" * 80, "-----Message d'origine-----"])
    def test_text_bombs(self, line: str) -> None:
        read(mail("From: a@b.example", "Subject: Fwd: x", body=(line + "\n") * 20_000))

    def test_mails_in_mails_in_mails(self) -> None:
        bomb = b"Content-Type: message/rfc822\r\n\r\n" * 4_000
        result = parse_mail(b"From: a@b.example\r\n" + bomb + b"x", NOW)
        assert len(result.messages) + len(result.rejects) == 1


NAMES = """From To Subject Date Message-ID References In-Reply-To Reply-To List-Unsubscribe
Content-Type Content-Transfer-Encoding Content-Disposition"""
VALUES = """multipart/mixed; boundary=b
multipart/alternative; boundary=b
multipart/report; boundary=b
message/rfc822
text/html; charset=utf-16
text/plain; format=flowed; charset=idna
base64
quoted-printable
x-uuencode
attachment; filename*0*=a''%
googlealerts-noreply@google.com
=?utf-8?b?w6k=?= <a@b.example>"""
PARTS = "--b\r\n\r\nun\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>deux\r\n--b--"
PASSED_ON = "-------- Message transféré --------\nDe : x\n\ny"
header_names = st.sampled_from(NAMES.split())
header_values = st.text(max_size=60) | st.sampled_from(VALUES.split("\n"))
bodies = st.text(max_size=120) | st.sampled_from([PARTS, PASSED_ON])


@given(st.lists(st.tuples(header_names, header_values), max_size=8), bodies)
def test_no_mail_breaks_the_reader(headers: list[tuple[str, str]], body: str) -> None:
    _reads_or_sets_aside(
        "\r\n".join([*(f"{name}: {value}" for name, value in headers), "", body]).encode("utf-8", "replace")
    )


@given(st.binary(max_size=300))
@example(b"")
@example(b"Content-Type: multipart/mixed\r\n\r\n--")
@example(b"From: \xff\xfe\r\nSubject: =?utf-8?b?/w==?=\r\n\r\n")
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    _reads_or_sets_aside(raw)


def _reads_or_sets_aside(raw: bytes) -> None:
    result = parse_mail(raw, NOW)
    assert result.messages or result.rejects
    assert all(map(is_valid, result.messages))
    assert all("\n" not in message.title for message in result.messages)
    assert all(message.published.utcoffset() == timedelta(0) for message in result.messages)
