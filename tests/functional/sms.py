"""French as it is typed in a hurry: short forms, spelling by ear, figures for sounds, syllables reversed.

Each is a list of rewritings, one after the other, of a sentence in lower case. Written from how people type.
"""

import re
from collections.abc import Sequence

#: What is sought (a regular expression over lower case) and what stands in its place.
Rules = Sequence[tuple[str, str]]

SHORT: Rules = (
    (r"\bc['’]est\b", "c"),
    (r"\bj['’]ai\b", "g"),
    (r"\bj['’]", "j"),
    (r"\bqu['’]", "k "),
    (r"\bpourquoi\b", "pk"),
    (r"\bquoi\b", "koi"),
    (r"\bque\b", "ke"),
    (r"\bqui\b", "ki"),
    (r"\bquand\b", "kan"),
    (r"\bdans\b", "ds"),
    (r"\bavec\b", "avc"),
    (r"\btout\b", "tt"),
    (r"\bvous\b", "vs"),
    (r"\bnous\b", "ns"),
    (r"\bpour\b", "pr"),
    (r"\btoujours\b", "tjrs"),
    (r"\bbeaucoup\b", "bcp"),
    (r"\bil y a\b", "ya"),
    (r"\bparce\b", "pck"),
    (r"\bfaut\b", "fo"),
    (r"\bje suis\b", "chui"),
    (r"\bje\b", "j"),
    (r"\bputain\b", "ptn"),
    (r"\bn['’]|\bne ", ""),
)
SOUNDS: Rules = (
    (r"\b(l|d|c|s|m|t)es\b", r"\1é"),
    (r"\best\b|\bet\b", "é"),
    (r"eaux?\b|aux?\b", "o"),
    (r"eau|au", "o"),
    (r"(?<=\w\w)(?:ais|ait|aient|er|ez|ée?s?)\b", "é"),
    (r"ph", "f"),
    (r"qu", "k"),
    (r"ç|c(?=[eiéè])", "s"),
    (r"(?<=[aeioué])ss(?=[aeioué])", "ss"),
    (r"gu(?=[eiéè])", "g"),
    (r"tion", "sion"),
    (r"([bcdfglmnprt])\1", r"\1"),
    (r"emm", "am"),
    (r"\bfemes?\b", "fam"),
    (r"oi", "oa"),
    (r"ai|ei", "é"),
    (r"(?<=\w\w[^aeiouéès\W])es?\b", ""),
    (r"(?<=\w\w\w)[stdxp]\b", ""),
    (r"(?<=\w\w[^aeiouéès\W])e?nt\b", ""),
)
FIGURES: Rules = (
    (r"\bdeu?x?\b", "2"),
    (r"\bun\b", "1"),
    (r"(?<=[^\W\d_])(?:ien|ain|in|un)\b", "1"),
    (r"\bdema1\b", "2m1"),
    (r"\bsan?\b", "100"),
    (r"\bset\b", "7"),
)
#: Usual words of *verlan*, folded on neither side.
_REVERSED = {
    "femme": "meuf", "femmes": "meufs", "arabe": "rebeu", "arabes": "rebeus", "juif": "feuj", "juifs": "feujs",
    "noir": "renoi", "noirs": "renois", "pute": "tepu", "putes": "tepus", "pédé": "dépé", "pédés": "dépés",
    "pétasse": "taspé", "bâtard": "tarba", "bâtards": "tarbas", "fou": "ouf", "folle": "leufo", "chinois": "noich",
    "con": "noc", "sale": "lesa", "sales": "lesa", "merde": "demer", "race": "cera", "mère": "reum",
    "gros": "rogro", "grosse": "segro", "chien": "iench", "chiens": "iench", "chienne": "ienche",
    "dégage": "gagedé",
    "gueule": "leugueu", "musulmans": "zulmans", "gitans": "tangis", "gitan": "tangi", "flic": "keuf",
    "voleurs": "leurvos", "voleur": "leurvo", "mort": "remo", "homme": "keum", "hommes": "keums", "mec": "keum",
    "métèque": "tèquemé", "blacks": "keublas", "black": "keubla", "bête": "teubé",
    "débile": "bildé", "moche": "cheum",
    "bouffon": "foncbou", "salope": "lopsa", "salopes": "lopsas", "tête": "teute", "bite": "teub", "cul": "luc",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def written(text: str, rules: Sequence[Rules]) -> str:
    """Return a sentence typed in a hurry."""
    said = text.lower()
    for sought, put in (rule for some in rules for rule in some):
        said = re.sub(sought, put, said)
    return said


def reversed_words(text: str) -> str:
    """Return a sentence with the words of *verlan* that it has."""
    return _WORD.sub(lambda found: _REVERSED.get(found[0].lower(), found[0]), text)
