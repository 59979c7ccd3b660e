"""What there is to tell about a query that comes from another tool, or goes to one. In French and in English.

Codes: ``foreign_…`` for what a reading leaves out or reads in a way of its own, ``lost_…`` and ``changed_…`` for
what a translation leaves out or says otherwise. All are warnings but those that leave nothing to read.
"""

from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.dialects.branch import Effect
from palabre.core.query.tree import Span

#: Characters of a query that are quoted in a sentence.
MOST_QUOTED = 60

#: Names of dialects, as people write them.
TITLES = {
    "palabre": "Palabre",
    "brandwatch": "Brandwatch",
    "talkwalker": "Talkwalker",
    "visibrain": "Visibrain",
    "meltwater": "Meltwater",
    "google": "Google",
    "x": "X",
    "x-stream": "X (stream)",
    "elasticsearch": "Elasticsearch",
    "list": "a list of hashtags",
}
_EFFECT_FR = {
    "more": "La requête trouvera plus de messages.",
    "fewer": "La requête trouvera moins de messages.",
    "other": "La requête ne trouvera pas tout à fait les mêmes messages.",
}
_EFFECT_EN = {
    "more": "The query will find more messages.",
    "fewer": "The query will find fewer messages.",
    "other": "The query will not find quite the same messages.",
}


def _french(dialect: str) -> str:
    return "une liste de mots-dièse" if dialect == "list" else TITLES[dialect]


def short(written: str) -> str:
    """Return what was written, on one line, cut to what a sentence can carry."""
    line = " ".join(written.split())
    return line if len(line) <= MOST_QUOTED else line[: MOST_QUOTED - 1] + "…"


def filter_lost(span: Span, written: str, effect: Effect) -> Diagnostic:
    """A filter of another tool has no equivalent here."""
    return Diagnostic(
        "foreign_filter", "warning", span,
        f"« {short(written)} » n’a pas d’équivalent ici : c’est laissé de côté. {_EFFECT_FR[effect]}",
        f"“{short(written)}” has no equivalent here: it is left out. {_EFFECT_EN[effect]}",
        "Remplacez-le par des mots ou par un champ de Palabre, ou gardez la requête sans lui.",
        "Put words or a field of Palabre in its place, or keep the query without it.",
    )  # fmt: skip


def value_lost(span: Span, written: str, wanted_fr: str, wanted_en: str, effect: Effect) -> Diagnostic:
    """The value of a filter cannot be read."""
    return Diagnostic(
        "foreign_value", "warning", span,
        f"« {short(written)} » ne peut pas être lu ({wanted_fr}) : c’est laissé de côté. {_EFFECT_FR[effect]}",
        f"“{short(written)}” cannot be read ({wanted_en}): it is left out. {_EFFECT_EN[effect]}",
        "Corrigez la valeur, ou retirez le filtre.",
        "Correct the value, or remove the filter.",
    )  # fmt: skip


def all_messages(span: Span, written: str, effect: Effect) -> Diagnostic:
    """Something that every message answers."""
    told_fr, told_en = ("Rien n’en est perdu.", "Nothing is lost.") if effect == "more" else (
        _EFFECT_FR[effect], _EFFECT_EN[effect]
    )  # fmt: skip
    return Diagnostic(
        "foreign_reading", "warning", span,
        f"« {short(written)} » demande tous les messages : c’est laissé de côté. {told_fr}",
        f"“{short(written)}” asks for all messages: it is left out. {told_en}",
        "Vérifiez que la lecture affichée vous convient.",
        "Check that the reading shown suits you.",
    )  # fmt: skip


def read_otherwise(span: Span, written: str, as_fr: str, as_en: str) -> Diagnostic:
    """Something is read in the nearest way there is."""
    return Diagnostic(
        "foreign_reading", "warning", span,
        f"« {short(written)} » est lu autrement : {as_fr}.",
        f"“{short(written)}” is read differently: {as_en}.",
        "Vérifiez que la lecture affichée vous convient.",
        "Check that the reading shown suits you.",
    )  # fmt: skip


def ranking_only(span: Span, count: int) -> Diagnostic:
    """Clauses that Elasticsearch only ranks by."""
    french, english = (
        ("cette clause ne fait que classer les résultats", "this clause only ranks results")
        if count == 1
        else (
            f"{count} clauses de ce groupe, à partir d’ici, ne font que classer les résultats",
            f"{count} clauses of this group, from here on, only rank results",
        )
    )
    return Diagnostic(
        "foreign_ranking", "warning", span,
        f"Pour Elasticsearch, {french}, car une autre est obligatoire. La lecture s’en passe\u202f: ce qui est "
        "trouvé ne change pas.",
        f"For Elasticsearch, {english}, since another one is required. The reading leaves them out: what is found "
        "does not change.",
        "Ajoutez des parenthèses autour des alternatives si elles devaient compter.",
        "Put parentheses around the alternatives if they were meant to count.",
    )  # fmt: skip


def mixing_refused(span: Span, dialect: str) -> Diagnostic:
    """AND and OR side by side where the tool refuses it: nobody knows which reading was meant."""
    return Diagnostic(
        "foreign_mixing", "error", span,
        f"{TITLES[dialect]} refuse ET et OU côte à côte sans parenthèses : la requête a plusieurs sens.",
        f"{TITLES[dialect]} refuses AND and OR side by side without parentheses: the query has several meanings.",
        "Ajoutez des parenthèses : « a AND (b OR c) » et « (a AND b) OR c » n’ont pas le même sens.",
        "Add parentheses: “a AND (b OR c)” and “(a AND b) OR c” are not the same.",
    )  # fmt: skip


def mixing(span: Span, dialect: str, first: str) -> Diagnostic:
    """AND and OR side by side; one of them binds tighter in that tool."""
    french = {"and": "ET lie plus fort que OU", "or": "OU lie plus fort que ET"}[first]
    english = {"and": "AND binds tighter than OR", "or": "OR binds tighter than AND"}[first]
    return Diagnostic(
        "foreign_binding", "warning", span,
        f"ET (ou une simple espace) et OU se mêlent sans parenthèses. Pour {TITLES[dialect]}, {french}.",
        f"AND (or a mere space) and OR are mixed without parentheses. For {TITLES[dialect]}, {english}.",
        "Vérifiez la lecture affichée, ou ajoutez des parenthèses.",
        "Check the reading shown, or add parentheses.",
    )  # fmt: skip


def refused_there(span: Span, written: str, dialect: str, mend_fr: str, mend_en: str) -> Diagnostic:
    """The tool itself would not take this; it is read all the same."""
    return Diagnostic(
        "foreign_refused", "warning", span,
        f"{TITLES[dialect]} n’accepterait pas « {short(written)} » ; c’est lu quand même.",
        f"{TITLES[dialect]} would not take “{short(written)}”; it is read all the same.",
        mend_fr, mend_en,
    )  # fmt: skip


def too_far(span: Span, written: str, limit: int) -> Diagnostic:
    """A distance is larger than we count."""
    return read_otherwise(span, written, f"{limit} mots au plus sont comptés", f"at most {limit} words are counted")


def not_near(span: Span) -> Diagnostic:
    """A distance to something that has no place in the text."""
    return Diagnostic(
        "foreign_near", "error", span,
        "La proximité ne peut porter que sur des mots et des expressions.",
        "Only words and phrases can be near one another.",
        "Sortez ce filtre de la proximité : « (a NEAR/5 b) AND filtre ».",
        "Take this filter out of the proximity: “(a NEAR/5 b) AND filter”.",
    )  # fmt: skip


def endless_comment(span: Span) -> Diagnostic:
    """A comment is never closed."""
    return Diagnostic(
        "foreign_comment", "error", span,
        "Ce commentaire n’est jamais fermé.",
        "This comment is never closed.",
        "Ajoutez « >>> » là où il finit.",
        "Add “>>>” where it ends.",
    )  # fmt: skip


def lone_filter(span: Span, name: str) -> Diagnostic:
    """A filter without a value."""
    return Diagnostic(
        "foreign_lone_filter", "error", span,
        f"Il manque une valeur après « {short(name)}: ».",
        f"A value is missing after “{short(name)}:”.",
        "Écrivez-la sans espace après les deux-points, ou retirez le filtre.",
        "Write it without a space after the colon, or remove the filter.",
    )  # fmt: skip


def nothing_left() -> Diagnostic:
    """Nothing of the query can be asked here."""
    return Diagnostic(
        "foreign_nothing", "error", (0, 0),
        "Rien de cette requête n’a d’équivalent ici.",
        "Nothing of this query has an equivalent here.",
        "Écrivez au moins un mot à trouver.",
        "Write at least one word to find.",
    )  # fmt: skip


def lost(span: Span, what: str, dialect: str, effect: Effect) -> Diagnostic:
    """A translation leaves something out."""
    return Diagnostic(
        f"lost_in_{dialect}", "warning", span,
        f"« {short(what)} » ne peut se dire pour {_french(dialect)} : c’est laissé de côté. {_EFFECT_FR[effect]}",
        f"“{short(what)}” cannot be said for {TITLES[dialect]}: it is left out. {_EFFECT_EN[effect]}",
        "Vérifiez que la requête traduite cherche encore ce qu’il faut.",
        "Check that the translated query still asks for what is needed.",
    )  # fmt: skip


def changed(span: Span, what: str, dialect: str, how_fr: str, how_en: str) -> Diagnostic:
    """A translation says something otherwise."""
    return Diagnostic(
        f"changed_in_{dialect}", "warning", span,
        f"« {short(what)} » se dit autrement pour {_french(dialect)} : {how_fr}.",
        f"“{short(what)}” is said differently for {TITLES[dialect]}: {how_en}.",
        "Vérifiez que la requête traduite cherche encore ce qu’il faut.",
        "Check that the translated query still asks for what is needed.",
    )  # fmt: skip


def too_long_there(length: int, limit: int, dialect: str) -> Diagnostic:
    """The other tool takes no query as long as this."""
    return Diagnostic(
        f"lost_in_{dialect}", "warning", (0, 0),
        f"La traduction compte {length} caractères ; {TITLES[dialect]} en accepte {limit}.",
        f"The translation has {length} characters; {TITLES[dialect]} takes {limit}.",
        "Partagez la requête en plusieurs.",
        "Split the query into several.",
    )  # fmt: skip


def too_many_words(count: int, limit: int, dialect: str) -> Diagnostic:
    """The other tool stops reading after so many words."""
    return Diagnostic(
        f"lost_in_{dialect}", "warning", (0, 0),
        f"La traduction compte {count} mots ; {TITLES[dialect]} n’en lit que {limit}.",
        f"The translation has {count} words; {TITLES[dialect]} reads only {limit}.",
        "Partagez la requête en plusieurs.",
        "Split the query into several.",
    )  # fmt: skip
