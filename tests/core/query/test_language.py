"""Every construct of the language, and the tree that it is read as."""

import pytest

from palabre.core.query.emoji import FAMILIES
from palabre.core.query.lexer import pieces
from palabre.core.query.moments import stretch
from palabre.core.query.parser import parse
from palabre.core.query.spots import is_spot
from palabre.core.query.tree import (
    And,
    Cased,
    Count,
    Except,
    Field,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Same,
    Term,
    Wild,
    Within,
)
from palabre.core.text import tokenize

tram, bus, panne, ete = Term("tram"), Term("bus"), Term("panne"), Term("ete")
DAY = 86_400.0


def tree(query: str) -> Node:
    parsed = parse(query)
    assert parsed.tree is not None, parsed.diagnostics
    return parsed.tree


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("tram NEAR/3 panne", Near((tram, panne), 3)),
        ("tram PROCHE/0 panne", Near((tram, panne), 0)),
        ("tram ONEAR/2 panne", Near((tram, panne), 2, ordered=True)),
        ("tram NEAR/2 bus NEAR/4 panne", Near((Near((tram, bus), 2), panne), 4)),
        ("tram NEAR/2 (bus OR panne)", Near((tram, Or((bus, panne))), 2)),
        ('"tram bus panne"~4', Near((tram, bus, panne), 4)),
        ("«tram bus»~1", Near((tram, bus), 1)),
        ("(tram bus panne)~4", Near((tram, bus, panne), 4)),
        ("(tram AND (bus OR panne))~4", Near((tram, Or((bus, panne))), 4)),
        ("tram SAME:sentence bus", Same((tram, bus))),
        ("tram MÊME:phrase bus SAME:sentence panne", Same((tram, bus, panne))),
        ("tram SAME:paragraph bus", Same((tram, bus), "paragraph")),
        ('tram XNOT "tram bus"', Except(tram, Phrase((tram, bus)))),
        ("tram XNOT (bus OR panne)", Except(tram, Or((bus, panne)))),
        ("count(tram)>=2", Count(tram, 2)),
        ("COMPTE(tram OR bus) > 2 panne", And((Count(Or((tram, bus)), 3), panne))),
        ("title:count(tram)>=2", Within("title", Count(tram, 2))),
        ("NOT tram NEAR/2 bus OR panne", None),
        ("panne tram NEAR/2 bus OR ete", Or((And((panne, Near((tram, bus), 2))), ete))),
        ("panne -(tram NEAR/2 bus)", And((panne, Not(Near((tram, bus), 2))))),
        ("/tram \\d+/", Pattern("tram \\d+")),
        ("/tram(s|way)/c bus", And((Pattern("tram(s|way)", cased=True), bus))),
        ("-/a\\/b c/i tram", And((Not(Pattern("a\\/b c")), tram))),
        ("tram /bus", And((tram, bus))),
        ("tramway~", Fuzzy("tramway")),
        ("Tramwé~2", Fuzzy("tramwe", 2)),
        ("{BT}", Cased("BT")),
        ("{Bill Gates}", Phrase((Cased("Bill"), Cased("Gates")))),
        ("v?ccin*", Wild("v?ccin*")),
        ("va**n", Wild("va*n")),
        ("#tr?m", Wild("#tr?m")),
        ("ét*é", Wild("=ét*é")),
        ('"le tr?m"', Phrase((Term("le"), Wild("tr?m")))),
        ('"le tram?"', Phrase((Term("le"), tram))),
        ("exact:ete", Wild("=ete")),
        ("strict:et*", Wild("=et*")),
        ("exact:été", Term("=été")),
        ("exact:(ete OR #ete)", Or((Wild("=ete"), Wild("=#ete")))),
        ("fold:été", ete),
        ('souple:"été tram"', Phrase((ete, tram))),
        ("title:fold:été", Within("title", ete)),
        ("titre:tram bus", And((Within("title", tram), bus))),
        ("title:(tram OR bus) panne", And((Within("title", Or((tram, bus))), panne))),
        ('lead:"tram bus"', Within("lead", Phrase((tram, bus)))),
        ("text:tram NEAR/2 text:bus", Near((Within("text", tram), Within("text", bus)), 2)),
        ("hashtag:tram", Term("#tram")),
        ("hashtag:(#tram OR été*)", Or((Term("#tram"), Term("=#été", prefix=True)))),
        ("mention:@zoe", Term("@zoe")),
        ('tram <<< (bus " OR >>> panne', And((tram, panne))),
        ('"tram <<< bus"', Phrase((tram, bus))),
        ("site:exemple.fr", Field("site", "exemple.fr")),
        ("site:*.Exemple.fr", Field("site", "exemple.fr")),
        ("site:(a.fr OU b.fr)", Or((Field("site", "a.fr"), Field("site", "b.fr")))),
        ("site:https://www.a.fr/b/", And((Field("site", "a.fr"), Field("url", "a.fr/b")))),
        ("url:https://www.a.fr/B", Field("url", "a.fr/b")),
        ("author:Zoé*", Field("author", "zoe", prefix=True)),
        ('author:("Zoé Martin" OR paul)', Or((Field("author", "zoe martin"), Field("author", "paul")))),
        ("compte:@Zoé", Field("from", "zoe")),
        ("followers:100", Field("followers", 100, 100)),
        ("followers:>10k", Field("followers", 10_000, open_low=True)),
        ("followers:<=1,5M", Field("followers", None, 1_500_000)),
        ("followers:[1 TO 5]", Field("followers", 1, 5)),
        ("followers:{1 TO *}", Field("followers", 1, open_low=True)),
        ("abonnés:5..", Field("followers", 5)),
        ("followers:..5", Field("followers", None, 5)),
        ("hour:8..18", Field("hour", 8, 18)),
        ("hour:22h..5h", Or((Field("hour", 22), Field("hour", None, 5)))),
        ("published:1970-01-02", Field("published", DAY, 2 * DAY, open_high=True)),
        ("published:>1970-01-02", Field("published", 2 * DAY)),
        ("published:<1970-01-02", Field("published", None, DAY, open_high=True)),
        ("published:1970-01-02..1970-01-03", Field("published", DAY, 3 * DAY, open_high=True)),
        ("published:{1970-01-02 TO 1970-01-05}", Field("published", 2 * DAY, 4 * DAY, open_high=True)),
        ("sentiment:négatif", Field("sentiment", None, -0.25)),
        ("sentiment:-0,5..0.5", Field("sentiment", -0.5, 0.5)),
        ("kind:(article OR avis)", Or((Field("kind", "article"), Field("kind", "review")))),
        ("signal:insulte", Field("signal", "insult")),
        ("signal:ours", Field("signal", "ours")),
        ("is:réponse has:lien", And((Field("is", "reply"), Field("has", "link")))),
        ('decision:"en attente"', Field("decision", "pending")),
        ("first_message:oui", Field("first_message", "yes")),
        ("-lang:fr tram", And((Not(Field("lang", "fr")), tram))),
        ("12:30", Phrase((Term("12"), Term("30")))),
        ("a:b", Phrase((Term("a"), Term("b")))),
        ("https://a.fr/x?y=1", Term("//a.fr/x?y=1")),
    ],
)
def test_constructs_and_their_trees(query: str, expected: Node | None) -> None:
    assert parse(query).tree == expected


@pytest.mark.parametrize(
    "query", ["site:a.fr,b.fr", "site:a..b/…*", "lang:fr,en", "country:france", "author:*", "from:@"]
)
def test_values_that_no_message_could_have_are_refused(query: str) -> None:
    assert [found.code for found in parse(query).diagnostics] == ["bad_value"]


def test_families_of_emoji_are_all_made_of_emoji() -> None:
    for name, emoji in FAMILIES.items():
        found = tree(f"emoji:{name}")
        assert isinstance(found, Or)
        assert len(found.children) == len(emoji)
        assert all(isinstance(child, Term) and child.step == 0 for child in found.children)
        assert [len(tokenize(one)) for one in emoji] == [1] * len(emoji)
    assert tree("emoji:😡") == Term("😡", step=0)


@pytest.mark.parametrize(
    ("written", "lasts"),
    [
        ("2026", 365 * DAY),
        ("2024-02", 29 * DAY),
        ("2026-12", 31 * DAY),
        ("14/03/2026", DAY),
        ("03/2026", 31 * DAY),
        ("2026-03-14T08", 3_600),
        ("2026-03-14T08:30", 60),
        ("2026-03-14T08:30:01Z", 1),
        ("2026-03-14T08:30+02:00", 60),
    ],
)
def test_moments_last_as_long_as_they_say(written: str, lasts: float) -> None:
    found = stretch(written)
    assert found is not None
    assert found[1] - found[0] == lasts


def test_moments_have_a_zone() -> None:
    assert stretch("2026-03-14T08:30+02:00") == stretch("2026-03-14T06:30")
    assert stretch("14/03/2026") == stretch("2026-03-14")


@pytest.mark.parametrize("written", ["", "hier", "2026-13", "2026-02-30", "0000", "9999-12-31", "2026-3-", "١٢٣٤"])
def test_what_is_no_moment(written: str) -> None:
    assert stretch(written) is None


SAVED = {"trams": "tram OR bus", "mes sujets": "@query:trams panne", "été": "ete"}


def called(query: str, saved: dict[str, str | Node]) -> Node | None:
    return parse(query, saved=saved).tree


def test_a_query_is_called_by_its_name() -> None:
    saved: dict[str, str | Node] = {**SAVED, "read": And((tram, panne))}
    assert called("@query:trams panne", saved) == And((Or((tram, bus)), panne))
    assert called('@requête:"mes sujets"', saved) == And((Or((tram, bus)), panne))
    assert called("-@query:trams panne", saved) == And((Not(Or((tram, bus))), panne))
    assert called("title:@query:trams", saved) == Within("title", Or((tram, bus)))
    assert called("@query:trams NEAR/2 panne", saved) == Near((Or((tram, bus)), panne), 2)
    assert called("@query:read bus", saved) == And((tram, panne, bus))
    assert called("@query:ETE", saved) is None
    assert called("@query:été", saved) == ete


def test_queries_may_be_found_by_a_function() -> None:
    parsed = parse("@query:Trams", saved=lambda name: SAVED.get(name))
    assert parsed.tree == Or((tram, bus))


def test_what_is_called_stands_where_the_call_is() -> None:
    query = "panne @query:trams"
    parsed = parse(query, saved=SAVED)
    assert isinstance(parsed.tree, And)
    called_part = parsed.tree.children[1]
    assert isinstance(called_part, Or)
    assert {query[slice(*child.span)] for child in called_part.children} == {"@query:trams"}


def test_pieces_cover_the_query_in_order() -> None:
    query = 'tram NEAR/2 "en panne"~3 title:(été) count(x)>=2 /a b/c {BT} <<< x >>> -site:a.fr'
    found = list(pieces(query))
    assert [piece.kind for piece in found][:6] == ["word", "near", "phrase", "field", "open", "word"]
    places = [place for piece in found for place in piece.span]
    assert places == sorted(places)


def test_spans_of_constructs_point_into_the_query() -> None:
    query = 'title:(tram NEAR/2 "en panne") followers:>5 count(bus)>=2'
    assert isinstance(found := tree(query), And)
    assert [query[slice(*child.span)] for child in found.children] == [
        'title:(tram NEAR/2 "en panne")', "followers:>5", "count(bus)>=2",
    ]  # fmt: skip
    assert is_spot(found.children[0])
