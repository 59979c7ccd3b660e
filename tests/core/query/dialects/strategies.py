"""Queries of each dialect drawn at random from what people write there."""

from hypothesis import strategies as st

WORDS = ["tram", "métro", "panne", "ete", "été", "covid-19", "l'été", "coca-cola", "3,5", "exemple.fr", "😡", "and"]
TAGS = ["#tram", "#Été", "@zoe", "@sncf_voyageurs"]
_word = st.sampled_from([*WORDS, *TAGS])
_bare = st.sampled_from(["tram", "métro", "panne", "ete", "grève", "bus"])
_phrase = st.lists(st.sampled_from(["tram", "en", "panne", "été", "#tram"]), min_size=1, max_size=3).map(
    lambda words: '"' + " ".join(words) + '"'
)
_distance = st.integers(0, 8)


def _near(operator: str) -> st.SearchStrategy[str]:
    return st.tuples(_bare, _distance, _bare).map(
        lambda drawn: f"({drawn[0]} {operator.format(drawn[1])} {drawn[2]})"
    )


def _loose(most: int = 8) -> st.SearchStrategy[str]:
    return st.tuples(_bare, _bare, st.integers(0, most)).map(lambda drawn: f'"{drawn[0]} {drawn[1]}"~{drawn[2]}')


def _some(text: str) -> st.SearchStrategy[str]:
    """Draw one of the queries written in a text, two spaces apart."""
    return st.sampled_from([piece.strip() for piece in text.split("  ") if piece.strip()])


_LEAVES: dict[str, st.SearchStrategy[str]] = {
    "brandwatch": st.one_of(
        _word, _phrase, _near("NEAR/{}"), _near("NEAR/{}f"), _loose(),
        _some("""
            panne*  p?nne  {RATP}  {Air France}  raw:C++  site:exemple.fr  author:zoe  language:fr  title:tram
            authorFollowers:[10 TO 200]  title:("en panne" OR bus)  links:exemple.fr/x  (tram AND bus)~4
            ((tram OR bus) NEAR/3 panne)  minuteOfDay:[480 TO 1079]  continent:europe
        """),
    ),
    "google": st.one_of(
        _word, _phrase, _near("AROUND({})"),
        _some("""
            intitle:tram  site:exemple.fr  inurl:politique  after:2026-01-01  before:2026-02-03  filetype:pdf
            intitle:"en panne"  "tram * panne"  intext:bus
        """),
    ),
    "x": st.one_of(
        _word, _phrase,
        _some("""
            from:zoe  to:ville  lang:fr  has:links  is:reply  is:retweet  since:2026-01-01  url:exemple.fr
            followers_count:10..500  conversation_id:12  url_title:tram
        """),
    ),
    "x-stream": st.one_of(_word, _phrase, _loose(6), _some("from:zoe  place_country:fr  has:media  url_title:été")),
    "elasticsearch": st.one_of(
        _word, _phrase, _loose(),
        _some("""
            panne*  p?nne  tramway~1  title:tram  title:(tram OR bus)  /pan+e/  tram^2  followers:>10
            followers:[1 TO 5}  author:"zoe"  published:[2026-01-01 TO *]
            published:{2026-01-01T10:00:00.000Z TO 2026-02-03T12:00:00Z]  published:>1767225600  hour:{3 TO 9]
        """),
    ),
    "talkwalker": st.one_of(
        _word, _phrase, _near("NEAR/{}"), _near("ONEAR/{}"), _loose(), _near("SENTENCE"),
        _some("++RATP  +C++  content:tram  sourcetype:news  followers:>10  published:>1767225600  p?nne  lang:fr"),
    ),
    "visibrain": st.one_of(_word, _phrase, _some("panne*  from:zoe  url_title:tram  has:links  followers:10")),
    "meltwater": st.one_of(
        _word, _phrase, _near("NEAR/{}"), _near("XNOT"),
        _some("""
            caseSensitive:(Apple OR BT)  tram{3}  tram{2,4}  ingress:tram  site:"*.exemple.fr"  (tram NEAR panne)
            reach>=10
        """),
    ),
}  # fmt: skip


def _grown(dialect: str) -> st.SearchStrategy[str]:
    wordy = dialect in ("brandwatch", "elasticsearch", "talkwalker", "meltwater")
    minus, glue = ("NOT {}", " AND ") if wordy else ("-{}", " ")

    def extend(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        several = st.lists(inner, min_size=2, max_size=3)
        return st.one_of(
            several.map(lambda parts: "(" + glue.join(parts) + ")"),
            several.map(lambda parts: "(" + " OR ".join(parts) + ")"),
            st.tuples(inner, inner).map(lambda two: f"({two[0]} {minus.format(two[1])})"),
        )

    return st.recursive(_LEAVES[dialect], extend, max_leaves=6)


#: Queries that can be read, by dialect.
QUERIES = {dialect: _grown(dialect) for dialect in _LEAVES}
#: Messages that have some of it.
SAID = st.lists(
    st.sampled_from([*WORDS, *TAGS, "TRAM", "bus", "en", "RATP", "Air", "France", "C++", "grève", ".", "\n"]),
    max_size=10,
).map(" ".join)
#: Anything: what a paste may hold.
_SIGNS = r"""
    ( ) " « » “ AND OR NOT - + ! | NEAR/3 NEAR/3f ONEAR AROUND(2) XNOT SENTENCE ~3 ^2 { } title: site: foo: : /
    /a+/ \ <<< >>> * ? ~ tram été 😡 allintitle: raw: {2,3} ++ published:[
"""
GARBAGE = st.lists(
    st.sampled_from([*_SIGNS.split(), "[1 TO", "TO 2]", "followers >", "\n", "\u200f", "\x00", "\ud800", "a" * 50]),
    max_size=25,
).flatmap(lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)]))
