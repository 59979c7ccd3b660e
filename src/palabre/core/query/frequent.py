"""Words that stand in so many messages that one of them alone is no subject."""

from palabre.core.text import fold
from palabre.core.text.hints import HINTS, LANGUAGES, unpack

#: Beside the function words of ``palabre.core.text.hints``: everyday verbs, nouns and adverbs, folded.
_EVERYDAY = """
    encore an annee ans article avis besoin bon bonne chose choses commentaire contre coup demain dire dit dois
    doit enfin fois france francais gens grand grande gros heure heures hier homme jour jours juste lieu maintenant
    mec message mieux moment monde monsieur madame mois nouveau nouvelle parler part partie passe pays personne
    personnes petit petite place point premier premiere probleme raison reste rue savoir semaine seul seule
    soir sujet temps tete travail trop vie ville vrai photo video site page post lien compte
    after again always anything back been better could day days even every everyone first going great last life long
    love made make many much need never news nothing old other own people photo place point post really right same
    say see should someone something still take thing things time today tomorrow using video want way week while
    world year years yesterday
"""


def _of_french_or_english() -> set[str]:
    ours = [LANGUAGES.index(language) for language in ("fr", "en")]
    return {word for word, votes in HINTS.items() if any(unpack(votes)[rank] for rank in ours)}


_FREQUENT = frozenset(_EVERYDAY.split()) | _of_french_or_english()


def is_frequent(term: str) -> bool:
    """Tell whether a term (folded, or exact after ``=``) is a very frequent word, a single letter or a digit."""
    word = fold(term.removeprefix("="))
    return word in _FREQUENT or (len(word) == 1 and word.isalnum() and word.isascii())
