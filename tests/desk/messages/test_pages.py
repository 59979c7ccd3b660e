"""Stream, search, message and author pages."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desk.teams import Team
from house import NOW, House
from palabre.core.text import search_vector, tokenize
from palabre.desk.messages import finding
from palabre.desk.messages.selectors import REPLIES
from palabre.desk.messages.views import search as view
from palabre.desk.messages.views.search import PAGE
from palabre.store.migrate import Connection


@pytest.fixture
def source(house: House, courrier: Team) -> int:
    return house.source(courrier.workspace)


@pytest.fixture
def said(house: House, owner: Connection, source: int) -> Any:
    """Insert a message said a moment ago, with the search vector that the pipeline would write."""

    def say(text: str, minutes: int = 1, **columns: Any) -> int:
        message = house.message(source, text, datetime.now(UTC) - timedelta(minutes=minutes), **columns)
        owner.execute(
            "UPDATE message SET search = %s::tsvector WHERE id = %s",
            (search_vector(None, None, tokenize(text)), message),
        )
        return message

    return say


def page(team: Team, path: str, role: str = "analyst", language: str = "fr") -> str:
    answer = team.client(role, language).get(team.url(path))
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


# ---------------------------------------------------------------- stream
def test_the_stream_shows_the_newest_first(courrier: Team, said: Any) -> None:
    old, new = said("vieux", 5), said("neuf", 1)
    html = page(courrier, "stream")
    assert html.index(f'id="s-{new}"') < html.index(f'id="s-{old}"')


def test_the_stream_is_filtered_by_source_language_and_words(house: House, courrier: Team, said: Any) -> None:
    other = house.source(courrier.workspace, name="Chat")
    water = said("L’eau du robinet sent l’essence", lang="fr")
    english = said("the tap water smells", lang="en")
    chat = house.message(other, "eau", datetime.now(UTC))
    assert f"s-{chat}" in page(courrier, f"stream?source={other}")
    assert f"s-{water}" not in page(courrier, f"stream?source={other}")
    assert f"s-{english}" in (html := page(courrier, "stream?lang=en")) and f"s-{water}" not in html
    assert f"s-{water}" in (html := page(courrier, "stream?q=ROBINETS+OR+robinet")) and f"s-{english}" not in html


def test_news_pass_the_same_filters(courrier: Team, said: Any) -> None:
    water, other = said("L’eau du robinet"), said("Le marché")
    client = courrier.client("analyst")
    html = client.get(courrier.url(f"rows?view=stream&q=robinet&ids={water},{other}")).content.decode()
    assert f"s-{water}" in html and f"s-{other}" not in html


def test_a_wrong_filter_is_explained_and_shows_nothing(courrier: Team, said: Any) -> None:
    said("piscine")
    html = page(courrier, "stream?q=NOT+piscine")
    assert "problem-grave" in html and 'class="line-row' not in html


def test_the_stream_pages_back(house: House, courrier: Team, source: int) -> None:
    made = [house.message(source, f"m{n}") for n in range(70)]
    client = courrier.client("analyst")
    first = client.get(courrier.url("stream/more")).json()
    rest = client.get(courrier.url(f"stream/more?before={first['more']}")).json()
    assert first["html"].count("<li") + rest["html"].count("<li") == len(made)
    assert rest["more"] == ""


def test_the_curve_adds_up_the_counts_that_the_worker_keeps_by_source(
    courrier: Team, house: House, owner: Connection
) -> None:
    minute = datetime.now(UTC).replace(second=0, microsecond=0)
    sources = [house.source(courrier.workspace, name=name) for name in ("Site", "Page")]
    for source, count in zip(sources, (7, 4), strict=True):
        for back in (0, 1):  # whichever minute it is when the page answers
            owner.execute(
                "INSERT INTO minute_count VALUES (%s, %s, %s, 0, %s)",
                (courrier.workspace, minute - timedelta(minutes=back), source, count),
            )
    client = courrier.client("analyst")
    data = client.get(courrier.url("stream/curve")).json()
    assert len(data["x"]) == len(data["y"]) == 90
    assert 11 in data["y"][-3:]
    assert 4 in client.get(courrier.url(f"stream/curve?source={sources[1]}")).json()["y"][-3:]


def test_an_empty_stream_teaches(courrier: Team) -> None:
    assert "Rien n’est encore arrivé" in page(courrier, "stream")
    assert "Ajouter une source" not in page(courrier, "stream", "client")
    assert "Ajouter une source" in page(courrier, "stream", "owner")


# ---------------------------------------------------------------- search
def test_search_finds_words_whatever_their_accents(courrier: Team, said: Any) -> None:
    found = said("L’été dernier, déjà, le robinet toussait")
    html = page(courrier, "search?q=ete+ROBINET")
    assert f"s-{found}" in html
    assert '<mark class="mark mark-word" title="">été</mark>' in html


def test_search_keeps_to_its_filters(house: House, courrier: Team, said: Any) -> None:
    author = house.author(courrier.workspace)
    removed = said("eau", decision="remove", author_id=author)
    post = said("eau", kind="post")
    old = said("eau", minutes=60 * 24 * 60)
    assert f"s-{removed}" in (html := page(courrier, "search?q=eau&decision=remove")) and f"s-{post}" not in html
    assert f"s-{post}" in (html := page(courrier, "search?q=eau&kind=post")) and f"s-{removed}" not in html
    assert f"s-{removed}" in (html := page(courrier, f"search?author={author}")) and f"s-{post}" not in html
    assert f"s-{old}" not in page(courrier, "search?q=eau")
    assert f"s-{old}" in page(courrier, "search?q=eau&period=all")


def test_search_by_topic(house: House, owner: Connection, courrier: Team, said: Any) -> None:
    topic = house.topic(courrier.workspace, "L’eau")
    water, other = said("eau"), said("pain")
    owner.execute("INSERT INTO match VALUES (%s, %s, %s, '[[0, 3]]')", (water, topic, courrier.workspace))
    html = page(courrier, f"search?topic={topic}")
    assert f"s-{water}" in html and f"s-{other}" not in html


def test_search_pages_back_without_loss(courrier: Team, said: Any) -> None:
    made = {said("eau") for _ in range(PAGE + 3)}
    first = page(courrier, "search?q=eau")
    before = first.split("before=")[1].split('"')[0]
    second = page(courrier, f"search?q=eau&before={before}")
    seen = {id for id in made if f's-{id}"' in first} | {id for id in made if f's-{id}"' in second}
    assert seen == made
    assert first.count('class="line-row') == PAGE


def test_the_count_is_asked_for_apart(courrier: Team, said: Any) -> None:
    said("eau"), said("eau du robinet"), said("pain")
    assert "2 messages" in page(courrier, "search/count?q=eau")
    assert "1 message" in page(courrier, "search/count?q=eau&before=1&decision=pending&kind=comment&q=robinet")
    assert "0 message" in page(courrier, "search/count?q=montagne")


def test_mistakes_are_explained_in_both_languages(courrier: Team) -> None:
    french, english = page(courrier, "search?q=NOT+eau"), page(courrier, "search?q=NOT+eau", language="en")
    assert "told-error" in french and "told-error" in english
    assert french != english


def test_search_of_one_workspace_finds_nothing_of_another(courrier: Team, gazette: Team, said: Any) -> None:
    said("secret")
    assert 'class="line-row' not in page(gazette, "search?q=secret&period=all", "owner")
    assert "0 message" in page(gazette, "search/count?q=secret&period=all", "owner")


@pytest.mark.parametrize("query", ["q=%00", "q=" + "(" * 300, "source=abc", "before=-1", "period=x", "lang=%27%3B"])
def test_addresses_written_by_hand_do_no_harm(courrier: Team, query: str) -> None:
    assert page(courrier, f"search?{query}")
    assert page(courrier, f"stream?{query}")


# ---------------------------------------------------------------- message
def test_a_message_shows_its_evidence_in_its_place(house: House, courrier: Team, said: Any) -> None:
    message = said("Quelle bande de clowns, vraiment.")
    house.signal(message, "insult", 0.87, json.dumps([{"start": 7, "end": 22, "why": "insult_word"}]))
    html = page(courrier, f"messages/{message}")
    assert '">bande de clowns</mark>, vraiment.' in html
    assert "insulte" in html and "87 %" in html


def test_the_thread_stands_above_and_below(house: House, courrier: Team, source: int) -> None:
    top = house.message(source, "le premier", external_id="t1", thread="f")
    middle = house.message(source, "la réponse", external_id="t2", thread="f", parent="t1")
    low = house.message(source, "la suite", external_id="t3", thread="f", parent="t2")
    house.message(source, "un autre fil", external_id="t4", thread="g", parent="t2")
    html = page(courrier, f"messages/{middle}")
    assert html.index(f"messages/{top}") < html.index("la réponse") < html.index(f"messages/{low}")
    assert "un autre fil" not in html


def test_what_was_said_around_it_stands_on_its_page_once(house: House, courrier: Team, source: int) -> None:
    house.message(source, "le voisin", external_id="n1", thread="f")
    one = house.message(source, "le message", external_id="n2", thread="f")
    house.message(source, "sa réponse", external_id="n3", thread="f", parent="n2")
    house.message(source, "dans un autre fil", external_id="n4", thread="g")
    html = courrier.client("moderator").get(courrier.url(f"messages/{one}")).content.decode()
    around = html[html.index('id="around-title"') :].split("</section>")[0]
    assert "le voisin" in around and "sa réponse" not in around and "dans un autre fil" not in html
    assert html.count("sa réponse") == 1


def test_a_thread_that_turns_in_a_circle_ends(house: House, courrier: Team, source: int) -> None:
    one = house.message(source, "un", external_id="a", thread="f", parent="b")
    house.message(source, "deux", external_id="b", thread="f", parent="a")
    assert "deux" in page(courrier, f"messages/{one}")


def test_many_answers_come_by_pages(house: House, courrier: Team, source: int) -> None:
    top = house.message(source, "le premier", external_id="t", thread="f")
    for n in range(REPLIES + 2):
        house.message(source, f"réponse {n}", external_id=f"r{n}", thread="f", parent="t")
    html = page(courrier, f"messages/{top}")
    assert f"réponse {REPLIES - 1}<" in html and f"réponse {REPLIES}<" not in html and "Plus de réponses" in html
    rest = page(courrier, f"messages/{top}/replies?skip={REPLIES}")
    assert f"réponse {REPLIES + 1}<" in rest and "Plus de réponses" not in rest


def test_edits_show_what_changed(owner: Connection, courrier: Team, said: Any) -> None:
    message = said("Peyrouzel n’est plus concerné", revision=2)
    for number, text in ((1, "Peyrouzel est concerné"), (2, "Peyrouzel n’est plus concerné")):
        owner.execute(
            "INSERT INTO revision VALUES (%s, %s, %s, now(), '', %s)", (message, number, courrier.workspace, text)
        )
    html = page(courrier, f"messages/{message}")
    assert "<del>est</del><ins>n’est plus</ins>" in html


def test_what_happened_at_the_source_is_told(owner: Connection, courrier: Team, said: Any, source: int) -> None:
    message = said("parti", external_id="x1", deleted_at=NOW)
    owner.execute(
        "INSERT INTO message_event (workspace_id, source_id, kind, target, at, detail)"
        " VALUES (%s, %s, 'delete', 'x1', %s, 'par le site')",
        (courrier.workspace, source, NOW),
    )
    html = page(courrier, f"messages/{message}")
    assert "Supprimé à la source" in html and "par le site" in html


def test_decisions_are_listed_with_who_and_why(courrier: Team, said: Any) -> None:
    message = said("Bande de clowns")
    lead = courrier.client("lead")
    lead.post(
        courrier.url(f"queue/{message}/decide"), {"action": "remove", "reason": "insult", "note": "déjà prévenu"}
    )
    html = page(courrier, f"messages/{message}", "moderator")
    assert "Lead Courrier" in html and "1.4 · Insultes" in html and "déjà prévenu" in html
    assert "Annuler cette décision" in html
    assert "Annuler cette décision" not in page(courrier, f"messages/{message}", "client")


def test_the_raw_payload_is_for_those_allowed(owner: Connection, courrier: Team, said: Any) -> None:
    message = said("Bonjour", raw='{"nom":"<b>été</b>"}')
    assert "&lt;b&gt;été&lt;/b&gt;" in page(courrier, f"messages/{message}/raw")
    client = courrier.client("client")
    assert client.get(courrier.url(f"messages/{message}/raw")).status_code == 404
    assert "Ce que la source a envoyé" not in page(courrier, f"messages/{message}", "client")


def test_a_payload_that_is_not_json_is_shown_as_it_is(courrier: Team, said: Any) -> None:
    message = said("Bonjour", raw="{cassé")
    assert "{cassé" in page(courrier, f"messages/{message}/raw")


def test_messages_and_authors_of_others_are_not_there(
    house: House, courrier: Team, gazette: Team, said: Any
) -> None:
    author = house.author(courrier.workspace)
    message = said("Bonjour", author_id=author)
    client = gazette.client("owner")
    for path in (
        f"messages/{message}",
        f"messages/{message}/raw",
        f"messages/{message}/replies",
        f"authors/{author}",
    ):
        assert client.get(gazette.url(path)).status_code == 404
        assert client.get(courrier.url(path)).status_code == 404


# ---------------------------------------------------------------- author
def test_an_author_is_counted_by_decision(house: House, courrier: Team, said: Any) -> None:
    author = house.author(courrier.workspace, key="ninon_31")
    for decision in ("approve", "approve", "remove", "pending"):
        said("Bonjour", author_id=author, decision=decision)
    html = page(courrier, f"authors/{author}")
    assert html.count('class="line-row') == 4
    figures = [part.split("<")[0] for part in html.split("<dd>")[1:6]]
    assert figures == ["4", "2", "1", "0", "1"]


def test_names_and_texts_of_any_length_and_direction_are_shown(house: House, courrier: Team, said: Any) -> None:
    author = house.author(courrier.workspace, key="z", name="Nom " * 20)
    message = said("مرحبا " * 2_000, author_id=author)
    html = page(courrier, f"messages/{message}")
    assert 'dir="auto"' in html and "said-long" in html and "Tout afficher" in html


def test_a_search_that_takes_too_long_says_so(courrier: Team, said: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    said("eau"), said("eau du robinet")
    stopped = finding.Page([], False, 2**40)
    monkeypatch.setattr(view, "find_page", lambda *asked: stopped)
    assert f"before={2**40}" in page(courrier, "search?q=/eau/")

    def too_long(*asked: object) -> finding.Page:
        raise finding.TooLong

    monkeypatch.setattr(view, "find_page", too_long)
    assert "Cette recherche prend trop de temps" in page(courrier, "search?q=/eau/")
