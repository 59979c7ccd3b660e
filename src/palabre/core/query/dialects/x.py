"""X, read: the search box and API (``x``), and the rules of the filtered stream (``x-stream``).

A space is AND and binds tighter than OR; only a minus excludes; there are no wildcards. Search folds accents, the
stream does not, and only the stream knows ``"a b"~4``.
"""

import re
from types import MappingProxyType

from palabre.core.query.dialects import telling, wording
from palabre.core.query.dialects.branch import Lost
from palabre.core.query.dialects.filters import (
    all_lost,
    filters,
    mark,
    moment,
    nearly,
    number,
    piece,
    whole,
    within,
)  # fmt: skip
from palabre.core.query.dialects.mixing import warned
from palabre.core.query.dialects.sharing import FILTER, HAS, IS, excluding
from palabre.core.query.dialects.syntax import Made, ReadWords, Syntax, Value
from palabre.core.query.tree import And, Pattern, Span
from palabre.core.text import fold

_ENGAGEMENT = nearly(
    number("engagement", least=True),
    "réactions, réponses et partages ensemble",
    "reactions, answers and shares together",
)
_LINK = nearly(piece("link"), "un morceau de l’adresse d’un lien", "a part of the address of a link")

_FACES = MappingProxyType({":)": ("face", "positive"), ":(": ("face", "negative"), "?": ("asking", "question")})
_CASHTAG = re.compile(r"\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?")


def _face(value: Value) -> Made:
    """Read a smiling or a sad face, which finds messages of that tone."""
    written = next(sign for sign, (_, name) in _FACES.items() if name == value.text)
    told = telling.read_otherwise(value.span, written, "le ton du message", "the tone of the message")
    return Made(number("sentiment")(value).leaf, (told,))


def _reader(words: ReadWords) -> ReadWords:
    """Return what reads words, and cashtags with their sign: ``$TSLA`` is not *tsla*."""

    def read(text: str, start: int, span: Span, quoted: bool) -> Made:
        made = words(text, start, span, quoted)
        if quoted or _CASHTAG.fullmatch(text) is None or made.leaf is None or isinstance(made.leaf, Lost):
            return made
        return Made(And((made.leaf, Pattern(rf"\{fold(text)}\b", False, span)), span), made.told)

    return read


_FILTERS = {
    **all_lost(
        "retweets_of retweets_of_tweet_id in_reply_to_tweet_id quotes_of_tweet_id place point_radius bounding_box "
        "bio bio_name bio_location sample embedding embedding_threshold context entity list geocode near within "
        "source since_id max_id quoted_tweet_id quoted_user_id "
        "tweets_count following_count listed_count card_name client_application_name"
    ),
    **filters({
        "from": whole("from"),
        "to": whole("to"),
        "url": _LINK,
        "url_contains": _LINK,
        "url_title": within("title"),
        "url_description": within("lead"),
        "lang": whole("lang"),
        "conversation_id": whole("thread"),
        "place_country": whole("country"),
        "profile_country": whole("country"),
        "followers_count": number("followers", least=True),
        "min_likes": _ENGAGEMENT,
        "min_faves": _ENGAGEMENT,
        "min_retweets": _ENGAGEMENT,
        "min_replies": _ENGAGEMENT,
        "since": moment(">="),
        "until": moment("<"),
        "is": IS,
        "has": HAS,
        "filter": FILTER,
        "exclude": excluding,
        "since_time": moment(">="),
        "until_time": moment("<"),
        "hashtag": mark("#"),
        "face": _face,
        "asking": IS,
    }),
}  # fmt: skip

SYNTAX = Syntax(
    "x",
    _reader(wording.reader("", folds=True)),
    MappingProxyType(_FILTERS),
    warned("x", "and"),
    operators=MappingProxyType({"AND": "and", "OR": "or"}),
    refused=frozenset(("AND",)),
    single_not=True,
    suffix=re.compile(r"~(?P<near>\d{1,5})"),
    faces=_FACES,
)
STREAM = Syntax(
    "x-stream",
    _reader(wording.reader("")),
    MappingProxyType(_FILTERS),
    warned("x-stream", "and"),
    operators=MappingProxyType({"AND": "and", "OR": "or"}),
    refused=frozenset(("AND",)),
    single_not=True,
    suffix=re.compile(r"~(?P<near>\d{1,5})"),
    accents_count=True,
)
