"""What public sets say of what is worth it, of health and of questions, as examples.

Of most of these signals no public set in French speaks: sentences of our own do (``ours``), and public sets say
what ordinary speech looks like. A question loses its mark here, since the mark is the rule's business.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from palabre.training.examples import Example
from palabre.training.said import sentences
from palabre.training.sources import rows

#: What sentences of our own teach; all else is learned from public sets too.
OF_OURS = (
    "testimony", "correction", "feedback", "help_request", "lead", "praise", "argument", "irony",
    "anger", "urgency",
)  # fmt: skip
#: What ordinary texts of a set are known not to be.
_NEVER = ("correction", "help_request", "lead", "emergency", "urgency", "adverse_event")
_SPOKEN = ("worth", "voices/worth", "voices/worth_more", "voices/worth_third", "voices/worth_fourth")
_PRESS = (*_NEVER, "testimony", "feedback", "argument", "irony", "anger", "praise")
_SENTENCE = re.compile(r"[^.!?…\n]{12,240}[.!?…]+")
_MARK = re.compile(r"\s*\?[\s?!]*")
#: Rows taken of sets that would drown the others.
_EACH = {"crisis": 7, "ud": 2, "films": 2}


def ours() -> list[Example]:
    """Return our sentences that are lively, ask, thank or tell, and those of a desk's ordinary day."""
    return [*spoken(), *ordinary()]


def spoken() -> list[Example]:
    """Return our sentences that were written for these signals, and their innocent twins."""
    return [one for name in _SPOKEN for one in sentences(name)]


def ordinary() -> list[Example]:
    """Return what passes across a desk all day."""
    return sentences("voices/ordinary")


def _not(*labels: str) -> dict[str, float]:
    return dict.fromkeys(labels, 0.0)


def _ordinary(number: int, never: tuple[str, ...]) -> dict[str, float]:
    """Return what an ordinary text is not, for one text in three: sentences of our own must not drown."""
    return {} if number % 3 else _not(*never)


def _asked(text: str) -> str:
    return _MARK.sub(" ", text).strip()


def _covid() -> Iterator[Example]:
    for file in ("questions_fr_real_users_covid.csv", "faq_fr_covid_intents.csv"):
        for number, row in enumerate(rows(file)):
            if len(row["text"].split()) > 2:  # shorter ones are key words, not questions
                yield Example(
                    _asked(row["text"])[:400], {"question": 1.0} | _ordinary(number, _PRESS), "covid", 0.5
                )


def _ud() -> Iterator[Example]:
    for number, row in enumerate(rows("question_fr_ud.csv.gz")):
        asks = row["is_question"] == "1"
        spoken = row["treebank"] in ("Rhapsodie", "ParisStories")  # their questions may carry no mark
        if asks or (not spoken and number % _EACH["ud"] == 0):
            labels = {"question": float(asks)} | ({} if spoken else _ordinary(number // 2, _PRESS))
            yield Example(_asked(row["text"]), labels, "ud/" + row["treebank"], 0.3)


def _sentences(file: str, source: str, never: tuple[str, ...], each: int = 1) -> Iterator[Example]:
    """Yield the sentences of social texts: those that carry a mark ask, the others do not."""
    for number, row in enumerate(rows(file)):
        if number % each == 0:
            for found in _SENTENCE.findall(row["text"])[:6]:
                labels = {"question": float("?" in found)} | _ordinary(number, never)
                yield Example(_asked(found), labels, source, 0.3)


def adverts() -> Iterator[Example]:
    """Yield adverts: they offer, and are not what they look like."""
    for one in sentences("voices/adverts"):
        yield one._replace(labels=_not(*OF_OURS, "adverse_event"))


def _tweets() -> Iterator[Example]:
    for number, row in enumerate(rows("sentiment_fr_tweets.csv")):
        labels = _ordinary(number, _PRESS if row["label"] == "neutral" else _NEVER)
        yield Example(row["text"], labels, "sentiment_tweets", 0.5)


def _psytar() -> Iterator[Example]:
    for number, row in enumerate(rows("ade_en_psytar.csv")):
        labels = {"adverse_event": float(row["ADR"])} | _ordinary(number, ("correction", "lead", "help_request"))
        yield Example(row["text"], labels, "psytar/" + row["drug_comment"], 1.0)


def _crisis() -> Iterator[Example]:
    for number, row in enumerate(rows("crisis_tweets.csv.gz")):
        seen = row["source"] == "Eyewitness"
        if seen or number % _EACH["crisis"] == 0:
            labels = {"testimony": float(seen)} | _ordinary(
                number, ("correction", "help_request", "lead", "adverse_event")
            )
            yield Example(row["text"], labels, "crisis/" + row["event"], 0.05 if seen else 0.2)


SETS: Mapping[str, Callable[[], Iterator[Example]]] = {
    "said": lambda: iter([*ours(), *adverts()]),
    "covid": _covid,
    "ud": _ud,
    "toxifrench": lambda: _sentences("hate_fr_toxifrench_agreement.csv", "toxifrench", _NEVER),
    "ftr": lambda: _sentences("hate_fr_ftr_racism.csv", "ftr", _NEVER, 2),
    "films": lambda: _sentences("sentiment_fr_allocine.csv.gz", "films", _NEVER, _EACH["films"]),
    "tweets": _tweets,
    "psytar": _psytar,
    "crisis": _crisis,
}


def examples() -> list[Example]:
    """Return the examples of every set, in order. Raises ``DataMissing``."""
    return [one for read in SETS.values() for one in read() if one.text.strip()]
