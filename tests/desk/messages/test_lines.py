"""A row of the stream is drawn without a template: it escapes all that people wrote, and says what a row says."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from palabre.desk.messages.cards import Card, Shown
from palabre.desk.messages.lines import TITLE, line
from palabre.desk.messages.models import Author, Message
from palabre.desk.messages.signs import sign_of
from palabre.desk.messages.spans import Mark
from palabre.desk.sources.models import Source

NASTY = '"><script>alert(1)</script>'


def message(**columns: object) -> Message:
    given: dict[str, object] = {
        "pk": 7,
        "text": "Toujours les mêmes",
        "kind": "comment",
        "decision": "pending",
        "published": datetime(2026, 8, 20, 9, 0, tzinfo=UTC),
        "source": Source(pk=1, name="Commentaires"),
        "author": Author(pk=3, key="ninon", name="Ninon"),
    }
    return Message(**given | columns)


@pytest.fixture(autouse=True)
def french() -> object:
    with translation.override("fr"):
        yield


def test_all_that_people_wrote_is_escaped() -> None:
    said = message(
        text=NASTY, title=NASTY, source=Source(name=NASTY), author=Author(key="x", name=NASTY), site=NASTY
    )
    marks = (Mark(0, 5, "harm", NASTY),)
    row = line(Card(said, [Shown(sign_of(NASTY), 0.9, "m", marks)]), "courrier")
    assert "<script" not in row and row.count("&lt;script&gt;") >= 5
    assert 'title="&quot;&gt;&lt;script' in row


def test_a_row_says_who_what_where_and_how_it_stands() -> None:
    row = line(Card(message(), [Shown(sign_of("coded_hate"), 0.9, "m", ())]), "courrier")
    assert 'id="s-7"' in row and "/w/courrier/messages/7" in row and "Ninon" in row and "Commentaires" in row
    assert "sign-harm" in row and "haine codée" in row and "line-text harsh" in row
    assert 'title="à traiter"' in row and "line-deleted" not in row


def test_what_is_only_watched_bears_no_state_and_what_is_gone_says_so() -> None:
    row = line(Card(message(decision="none", deleted_at=datetime.now(UTC))), "courrier")
    assert "line-state" not in row and "line-deleted" in row and "supprimé à la source" in row


def test_a_long_title_is_cut_and_a_nameless_author_has_a_dash() -> None:
    row = line(Card(message(title="é" * 300, author=None, site="")), "courrier")
    assert "é" * (TITLE - 1) + "…" in row and "é" * TITLE not in row
    assert '<span class="line-who" dir="auto">—</span>' in row


def test_the_words_that_gave_the_tone_are_not_marked_in_a_row() -> None:
    tone = Shown(sign_of("sentiment"), 0.9, "m", (Mark(9, 12, "plain", "ton négatif"),))
    hate = Shown(sign_of("coded_hate"), 0.9, "m", (Mark(0, 8, "harm", "haine codée"),))
    row = line(Card(message(), [hate, tone]), "courrier")
    assert row.count("<mark") == 1 and "mark-harm" in row


def test_a_row_names_the_tone_only_where_nothing_else_is_said() -> None:
    tone, hate = Shown(sign_of("anger"), 0.9, "m", ()), Shown(sign_of("coded_hate"), 0.9, "m", ())
    assert "colère" not in line(Card(message(), [hate, tone]), "courrier")
    assert "colère" in line(Card(message(), [tone]), "courrier")


def test_the_words_of_one_reason_are_told_together() -> None:
    marks = (
        Mark(0, 8, "harm", "h · appris", "mots qui ont pesé"),
        Mark(13, 18, "harm", "h · appris", "mots qui ont pesé"),
        Mark(9, 18, "harm", "h · règle", "un groupe visé"),
    )
    said = Card(message(), [Shown(sign_of("hate"), 0.9, "m", marks)]).readings[0][1]
    assert said == [("mots qui ont pesé", ["Toujours", "mêmes"]), ("un groupe visé", ["les mêmes"])]


def test_learned_words_are_marked_in_a_row_only_where_no_rule_tells_more() -> None:
    learned = Shown(sign_of("insult"), 0.9, "m", (Mark(13, 18, "harm", "insulte", learned=True),))
    known = Shown(sign_of("coded_hate"), 0.9, "m", (Mark(0, 8, "harm", "haine codée"),))
    assert line(Card(message(), [learned, known]), "courrier").count("<mark") == 1
    assert line(Card(message(), [learned]), "courrier").count("<mark") == 1
    assert "mark-learned" in line(Card(message(), [learned]), "courrier")
    assert "mark-learned" not in line(Card(message(), [known]), "courrier")
    assert len([piece for piece in Card(message(), [learned, known]).pieces if piece.marks]) == 2
