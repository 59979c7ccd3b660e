"""Google Alerts whose HTML is missing, bare, or somebody else’s."""

from palabre.connectors.mail.alerts import MAX_LINKS, is_alert, results
from palabre.connectors.mail.headers import Person

REDIRECT = "https://www.google.com/url?rct=j&sa=t&url=https://a.example/{}&ct=ga"


def test_only_google_sends_alerts() -> None:
    assert is_alert(Person("Google Alerts", "googlealerts-noreply@google.com"))
    assert not is_alert(Person("googlealerts-noreply@google.com", "x@y.example"))


def test_results_are_read_in_plain_text_where_there_is_no_html() -> None:
    first = f"Un titre\nUn site\nDes mots\nencore\n<{REDIRECT.format(1)}>"
    text = f"=== Actualités ===\n\n{first}\nAutre\n\nTitre seul\n<{REDIRECT.format(2)}>\n"
    assert results("", text) == [
        ("https://a.example/1", "Un titre", "Un site", "Des mots encore"),
        ("https://a.example/2", "Titre seul", "a.example", ""),
    ]


def test_a_page_linked_twice_is_one_result() -> None:
    link = f'<a href="{REDIRECT.format(1)}">'
    assert len(results(f"<p>{link}<img></a>{link}Titre</a> suite {link}Lire</a></p>", "")) == 1


def test_links_that_are_no_redirects_are_no_results() -> None:
    assert (
        results('<a href="https://a.example/">x</a><a href="https://www.google.com/alerts">y</a><a>z</a>', "") == []
    )
    assert results('<a href="https://www.google.com/url?url=javascript:alert(1)">x</a>', "") == []


def test_a_mail_of_thousands_of_links_is_none_of_google() -> None:
    many = "".join(f'<a href="{REDIRECT.format(n)}">t</a>' for n in range(MAX_LINKS + 1))
    assert results(many, "") == []
