"""Which part of a mail is its text."""

from email import message_from_string

from palabre.connectors.mail.html_body import html_text
from palabre.connectors.mail.parts import content_of, unflowed


def text_in(kind: str, *parts: tuple[str, str]) -> str:
    body = "".join(f"--b\nContent-Type: {part}\n\n{text}\n" for part, text in parts)
    return content_of(message_from_string(f"Content-Type: multipart/{kind}; boundary=b\n\n{body}--b--\n")).text


def test_the_plain_alternative_is_preferred() -> None:
    assert text_in("alternative", ("text/plain", "simple"), ("text/html", "<p>riche</p>")) == "simple"


def test_html_is_read_where_the_plain_alternative_says_nothing() -> None:
    assert text_in("alternative", ("text/plain", " \n"), ("text/html", "<p>riche</p>")) == "riche"
    stub = "Votre messagerie n'affiche pas le HTML."
    assert text_in("alternative", ("text/plain", stub), ("text/html", "<p>riche</p>")) == "riche"


def test_a_footer_added_by_a_list_does_not_hide_the_text() -> None:
    assert (
        text_in("mixed", ("text/html", "<p>riche</p>"), ("text/plain", "-- pied de liste"))
        == "riche\n-- pied de liste"
    )


def test_texts_around_a_picture_are_one_text() -> None:
    content = text_in("mixed", ("text/plain", "avant"), ("image/png; name=x.png", "..."), ("text/plain", "après"))
    assert content == "avant\naprès"


def test_a_text_that_is_attached_is_not_the_text() -> None:
    notes = "Content-Type: text/plain; name=n.txt\n\nnotes"
    mail = message_from_string(f"Content-Type: multipart/mixed; boundary=b\n\n--b\n\ncorps\n--b\n{notes}\n--b--")
    content = content_of(mail)
    assert content.text == "corps"
    assert [(one.name, one.size) for one in content.attachments] == [("n.txt", 5)]


def test_cut_lines_are_joined() -> None:
    assert unflowed("une ligne \ncoupée\n-- \nOdile", delsp=False) == "une ligne coupée\n-- \nOdile"
    assert unflowed("anticonsti \ntutionnel", delsp=True) == "anticonstitutionnel"
    assert unflowed("> cité \n> encore \nsuite", delsp=False) == "> cité \n> encore \nsuite"


def test_quotations_of_html_are_marked_as_plain_mails_do() -> None:
    html = "<div>Non.</div><blockquote>Un<br>deux<blockquote>trois</blockquote></blockquote> fin"
    assert html_text(html) == "Non.\n\n> Un\n> deux\n>\n> trois\n\nfin"


def test_what_is_hidden_is_left_out_and_what_follows_stays() -> None:
    assert (
        html_text('<p>a <span style="DISPLAY : none">b</span>c</p><div style="visibility:hidden">d</div>') == "a c"
    )
