"""Search keeps to its workspace, its sieve, its period and its bounds, and says when it had to stop."""

from datetime import date, timedelta

import psycopg
import pytest

from house import NOW, House
from palabre.core.charter.heed import USUAL
from palabre.core.query import Node, parse
from palabre.core.query.tree import Field
from palabre.core.text import search_vector, tokenize
from palabre.store import address, search
from palabre.store.migrate import Connection
from palabre.store.search import Ask, Limits, Sieve

TODAY = NOW.date()
#: What the database cannot be sure of by itself.
UNSURE = "/tra+m/"


def tree(query: str) -> Node:
    found = parse(query).tree
    assert found is not None
    return found


def say(house: House, source: int, text: str, days: int = 0, **columns: object) -> int:
    id = house.message(source, text, NOW - timedelta(days=days), **columns)
    vector = search_vector(None, None, tokenize(text))
    house.owner.execute("UPDATE message SET search = %s::tsvector WHERE id = %s", (vector, id))
    return id


@pytest.fixture
def workspace(house: House) -> int:
    return house.workspace()


@pytest.fixture
def source(house: House, workspace: int) -> int:
    return house.source(workspace)


@pytest.fixture
def week(house: House, source: int) -> list[int]:
    """Give seven messages that answer, one a day, newest first, and one a day that does not."""
    for days in range(7):
        say(house, source, "le bus", days)
    return [say(house, source, f"un traaam {days}", days) for days in range(7)]


@pytest.mark.parametrize("query", [UNSURE, "traaam", "tra*m", "traaam OR sentiment:negative", "traaam -lang:de"])
def test_pages_follow_one_another(owner: Connection, workspace: int, week: list[int], query: str) -> None:
    first = search.find(owner, Ask(tree(query)), 3, workspace=workspace)
    rest = search.find(owner, Ask(tree(query), before=first.ids[-1]), 10, workspace=workspace)
    assert (first.ids, rest.ids, rest.complete) == (week[:3], week[3:], True)


@pytest.mark.parametrize("query", [UNSURE, "traaam"])
def test_a_period_holds_its_days(owner: Connection, workspace: int, week: list[int], query: str) -> None:
    ask = Ask(tree(query), since=TODAY - timedelta(days=4), until=TODAY - timedelta(days=2))
    assert search.find(owner, ask, 10, workspace=workspace).ids == week[2:5]
    assert search.count(owner, ask, workspace=workspace) == (3, 6, True)


def test_a_sieve_keeps_what_is_named(house: House, owner: Connection, workspace: int, source: int) -> None:
    author, topic = house.author(workspace), house.topic(workspace)
    wanted = say(house, source, "tram", author_id=author, kind="post", lang="fr", decision="hold")
    other = say(house, house.source(workspace, name="Autre"), "tram")
    owner.execute("INSERT INTO match VALUES (%s, %s, %s)", (wanted, topic, workspace))
    sieves = [
        Sieve(sources=[source]),
        Sieve(langs=["fr", "de"]),
        Sieve(authors=[author]),
        Sieve(decisions=["hold"]),
        Sieve(kinds=["post"]),
        Sieve(topics=[topic]),
    ]
    for sieve in sieves:
        for query in (UNSURE, "tram", None):
            ask = Ask(tree(query) if query else None, sieve)
            assert search.find(owner, ask, 10, workspace=workspace).ids == [wanted], (sieve, query)
    assert not Sieve().any and Sieve(langs=["fr"]).any and not Sieve(langs=[]).any
    assert search.find(owner, Ask(), 10, workspace=workspace).ids == [other, wanted]


def test_it_says_where_it_had_to_stop(owner: Connection, workspace: int, week: list[int]) -> None:
    ask, narrow = Ask(tree(f"{UNSURE} 6")), Limits(5.0, rows=1)
    page = search.find(owner, Ask(tree("/jamais/")), 10, narrow, workspace)
    assert not page.complete and not page.ids
    assert search.find(owner, ask, 10, workspace=workspace).ids == [week[6]]


def test_a_database_that_does_not_answer_is_not_waited_for(
    owner: Connection, database: str, workspace: int, week: list[int]
) -> None:
    with psycopg.connect(database) as busy:
        busy.execute("LOCK TABLE message")
        with pytest.raises(search.TooLong):
            search.find(owner, Ask(tree("traaam")), 10, Limits(0.05), workspace)
    assert owner.execute("SHOW statement_timeout").fetchone() == ("0",)
    assert search.find(owner, Ask(tree("traaam")), 10, workspace=workspace).ids == week


def test_a_backtest_draws_each_day_and_marks_the_one_under_way(
    owner: Connection, workspace: int, week: list[int]
) -> None:
    told: list[tuple[int, int, int]] = []
    since = TODAY - timedelta(days=9)
    for query in (UNSURE, "traaam"):
        tried = search.backtest(
            owner, tree(query), since, TODAY, workspace=workspace, sample=2, today=TODAY,
            progress=lambda *said: told.append(said),
        )  # fmt: skip
        assert tried.counted == (7, 14, True)
        assert [bucket.found for bucket in tried.curve] == [0] * 3 + [1] * 7
        assert [bucket.day for bucket in tried.curve if bucket.unfinished] == [TODAY]
        assert (list(tried.sample), tried.reached) == (week[:2], since)
        assert told[0] == (1, 10, 1) and told[-1] == (10, 10, 7)
        told.clear()


def test_a_backtest_out_of_time_says_from_which_day_on(owner: Connection, workspace: int, week: list[int]) -> None:
    since = TODAY - timedelta(days=9)
    tried = search.backtest(owner, tree(UNSURE), since, TODAY, workspace=workspace, limits=Limits(5.0, rows=3))
    assert not tried.counted.exact and tried.counted.found < 7
    assert since < tried.reached <= TODAY
    assert all(bucket.unfinished for bucket in tried.curve if bucket.day < tried.reached)


def test_only_some_messages_are_asked(owner: Connection, workspace: int, week: list[int]) -> None:
    assert search.among(owner, tree(UNSURE), week[:2], workspace) == week[:2]
    assert search.among(owner, tree("/jamais/"), week[:2], workspace) == []


@pytest.mark.parametrize("query", [UNSURE, "tram", "tram author:zoe"])
def test_the_desk_finds_its_own_workspace_only(house: House, database: str, source: int, query: str) -> None:
    """Under the desk's role: the index of words serves behind row-level security, and gives nothing of others."""
    here, there = house.workspace("ici"), house.workspace("la-bas")
    mine = say(house, house.source(here), "tram", author_id=house.author(here, "zoe"))
    say(house, house.source(there), "tram", author_id=house.author(there, "zoe"))
    with psycopg.connect(address.web_url(database, address.web_password()), autocommit=True) as desk:
        assert search.find(desk, Ask(tree(query)), 10).ids == []
        desk.execute("SELECT set_config('app.workspace', %s, false)", (str(here),))
        assert search.find(desk, Ask(tree(query)), 10).ids == [mine]
        assert search.count(desk, Ask(tree(query))) == (1, 1, True)


@pytest.mark.parametrize(
    "condition",
    [
        '{"is": "range", "column": "raw; DROP TABLE message", "low": 1}',
        '{"is": "text", "column": "raw", "value": "x", "prefix": false}',
        '{"is": "unheard of"}',
        '{"words": "a & & b"}',
        '{"is": "source", "values": ["1) OR true --"]}',
    ],
)
def test_conditions_by_hand_do_no_harm(owner: Connection, week: list[int], condition: str) -> None:
    for asked in ("find_messages(%(it)s, %(it)s, 0, %(last)s, 1)", "count_by_day(%(it)s, 0, %(last)s)"):
        with pytest.raises(psycopg.Error):
            owner.execute(f"SELECT {asked}".encode(), {"it": condition, "last": search.LAST})


def test_a_quote_in_a_value_stays_in_it(house: House, owner: Connection, workspace: int, source: int) -> None:
    thread = "l'autre\\'; --"
    id = say(house, source, "tram", thread=thread)
    assert search.find(owner, Ask(Field("thread", thread)), 10, workspace=workspace).ids == [id]


def test_a_signal_is_heeded_from_its_threshold_on(
    house: House, owner: Connection, workspace: int, source: int
) -> None:
    low, high = say(house, source, "un"), say(house, source, "deux")
    house.signal(low, "hate", USUAL - 0.01)
    house.signal(high, "hate", USUAL)
    ask = Ask(tree("signal:hate"))
    assert search.find(owner, ask, 10, workspace=workspace).ids == [high]
    assert search.among(owner, tree("signal:hate"), [high, low], workspace) == [high]
    owner.execute(
        "INSERT INTO signal_threshold (workspace_id, signal, threshold) VALUES (%s, 'hate', 0.9)", (workspace,)
    )
    assert search.find(owner, ask, 10, workspace=workspace).ids == []


def test_an_export_comes_by_pages(
    house: House, owner: Connection, workspace: int, week: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "PAGE", 2)
    for query in (UNSURE, "traaam"):
        assert [row["id"] for row in search.messages(owner, workspace, tree(query))] == week
        assert [row["id"] for row in search.messages(owner, workspace, tree(query), most=3)] == week[:3]
        since = TODAY - timedelta(days=1)
        assert [row["id"] for row in search.messages(owner, workspace, tree(query), since)] == week[:2]
    assert len(list(search.messages(owner, workspace))) == 14


def test_a_moment_chooses_the_days_that_are_read(
    house: House, owner: Connection, workspace: int, source: int
) -> None:
    said = [say(house, source, "tram", days) for days in range(5)]
    first: date = TODAY - timedelta(days=3)
    found = search.find(
        owner, Ask(tree(f"published:{first}..{first + timedelta(days=1)}")), 10, workspace=workspace
    )
    assert found.ids == said[2:4]
