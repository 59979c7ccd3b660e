"""The public sets that say what hurts, and ordinary speech from several sites, as examples.

Labels: ``toxic`` (hurts anybody in any way), ``hate``, ``insult``, ``threat``, ``sexual``, ``self_harm``,
``harassment``. A weight under 1 says how far a set is from what we read: another language, keyword samples, crowd
labels of low agreement.
"""

from collections.abc import Callable, Iterator

from palabre.training.examples import Example
from palabre.training.sources import rows

#: Said of ordinary speech: none of these.
ORDINARY = dict.fromkeys(["toxic", "hate", "insult", "threat", "sexual", "self_harm", "harassment"], 0.0)
#: Rows taken of sets that would drown the others, each its share in order.
_EACH = {"davidson": 8, "crisis": 4, "ud": 1}


def _mlma() -> Iterator[Example]:
    for row in rows("hate_fr_mlma.csv"):
        labels = {"toxic": float(row["offensive_any"]), "hate": float(row["hateful"])}
        yield Example(row["text"], labels, "mlma", 0.4)


def _ftr() -> Iterator[Example]:
    for row in rows("hate_fr_ftr_racism.csv"):
        racist = float(row["racist"])
        yield Example(row["text"], {"hate": racist} | ({"toxic": 1.0} if racist else {}), "ftr")


def _toxifrench() -> Iterator[Example]:
    for row in rows("hate_fr_toxifrench_agreement.csv"):
        if row.get("in_exam", "0") == "1":
            continue
        toxic = float(row["human_toxic"])
        yield Example(row["text"], {"toxic": toxic} if toxic else ORDINARY, "toxifrench", 4)


def _jigsaw(column: str, source: str, weight: float) -> Iterator[Example]:
    for row in rows("hate_fr_jigsaw_mt.csv"):
        if row["bench_label"]:
            continue
        labels = {"hate": "identity_hate", "toxic": "toxic", "insult": "insult", "threat": "threat"}
        yield Example(row[column], {label: float(row[name]) for label, name in labels.items()}, source, weight)


def _davidson() -> Iterator[Example]:
    for number, row in enumerate(rows("hate_en_davidson.csv.gz")):
        if number % _EACH["davidson"] == 0:
            hate, neither = row["label"] == "hate", row["label"] == "neither"
            labels = ORDINARY if neither else {"toxic": 1.0, "hate": float(hate)}
            yield Example(row["text"], labels, "davidson", 0.3)


def _hatemoji() -> Iterator[Example]:
    for row in rows("hate_en_hatemojibuild.csv.gz"):
        hate = float(row["label_gold"])
        labels = {"hate": hate, "threat": float(row["type"] == "threateninglanguage")}
        yield Example(row["text"], labels | ({"toxic": 1.0} if hate else {}), "hatemoji", 0.4)


def _openai() -> Iterator[Example]:
    columns = {"hate": "H", "sexual": "S", "self_harm": "SH", "harassment": "HR"}
    for row in rows("moderation_en_openai1680.csv.gz"):
        labels = {label: float(row[column]) for label, column in columns.items() if row[column]}
        yield Example(row["text"][:2_000], labels, "openai", 0.5)


def _spans() -> Iterator[Example]:
    for number, row in enumerate(rows("toxicspans_en_semeval2021.csv.gz")):
        if number % 12 == 0:
            yield Example(row["text"][:1_000], {"toxic": 1.0}, "toxicspans", 0.2)


def _crisis() -> Iterator[Example]:
    for number, row in enumerate(rows("crisis_tweets.csv.gz")):
        if number % _EACH["crisis"] == 0:
            yield Example(row["text"], ORDINARY, "crisis/" + row["event"], 0.5)


def _ordinary(file: str, source: str, weight: float = 1.0) -> Iterator[Example]:
    for row in rows(file):
        yield Example(row["text"][:1_500], ORDINARY, source, weight)


def _ud() -> Iterator[Example]:
    for number, row in enumerate(rows("question_fr_ud.csv.gz")):
        if number % _EACH["ud"] == 0:
            yield Example(row["text"], ORDINARY, "ud/" + row["treebank"])


SETS: dict[str, Callable[[], Iterator[Example]]] = {
    "mlma": _mlma,
    "ftr": _ftr,
    "toxifrench": _toxifrench,
    "jigsaw_fr": lambda: _jigsaw("text", "jigsaw_fr", 1.0),
    "jigsaw_en": lambda: _jigsaw("text_en", "jigsaw_fr", 0.4),  # the same comments: never on both sides of a split
    "davidson": _davidson,
    "hatemoji": _hatemoji,
    "openai": _openai,
    "toxicspans": _spans,
    "crisis": _crisis,
    "sentiment_tweets": lambda: _ordinary("sentiment_fr_tweets.csv", "sentiment_tweets"),
    "film_reviews": lambda: _ordinary("sentiment_fr_allocine.csv.gz", "film_reviews"),
    "covid_questions": lambda: _ordinary("questions_fr_real_users_covid.csv", "covid_questions"),
    "ud": _ud,
}


def examples() -> list[Example]:
    """Return the examples of every set, in order. Raises ``DataMissing``."""
    return [one for read in SETS.values() for one in read() if one.text.strip()]
