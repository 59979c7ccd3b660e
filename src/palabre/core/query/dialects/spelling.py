"""Words of a tree as people write them: what a word or a phrase was before it was folded, as near as can be."""

import re

from palabre.core.query.tree import And, Cased, Field, Fuzzy, Node, Pattern, Phrase, Term, Wild, Word
from palabre.core.text import exact, fold

#: Letters of a stem that is worth searching by itself.
LEAST_STEM = 3
_WILD = re.compile(r"[*?]")
_PLAIN = re.compile(r"[#@]?\w+")
_LITERAL = re.compile(r"(?:\\b)?((?:[^\\.^$*+?()\[\]{}|]|\\[^\w\s])+)(?:\\b)?")
_WHOLE = re.compile(r"\\b\(\?:(.+)\)\\b", re.DOTALL)


def spelled(word: Word) -> str:
    """Return a word without wildcard nor quotation marks: ``été``, ``#tram``, ``https://exemple.fr``."""
    match word:
        case Term(term) | Fuzzy(term):
            return _address(term.removeprefix("="))
        case Wild(pattern):
            return pattern.removeprefix("=")
        case Cased(raw):
            return raw


def folded(word: Word) -> bool:
    """Tell whether a tool that folds accents finds more than this word."""
    match word:
        case Term(term):
            return term.startswith("=")
        case Wild(pattern):
            return pattern.startswith("=")
        case Cased(raw):
            return fold(raw) != exact(raw)
        case _:
            return False


def uncased(word: Word) -> str:
    """Return a word for a tool that does not count capitals."""
    return exact(word.raw) if isinstance(word, Cased) else spelled(word)


def _address(term: str) -> str:
    return "https:" + term if term.startswith("//") else term


def stem(pattern: str) -> str:
    """Return the letters before the first wildcard, '' where they are too few to mean anything."""
    letters = _WILD.split(pattern, maxsplit=1)[0]
    return letters if len(letters) >= LEAST_STEM else ""


def is_plain(text: str) -> bool:
    """Tell whether a word needs no quotation marks anywhere: letters, digits, and one sign in front."""
    return _PLAIN.fullmatch(text) is not None


def literal(pattern: Pattern) -> str | None:
    """Return the text that a regular expression looks for as it is, ``None`` when it describes more."""
    found = None if pattern.cased else _LITERAL.fullmatch(pattern.pattern)
    return re.sub(r"\\(.)", r"\1", found[1]) if found is not None else None


def cashtag(node: Node) -> str | None:
    """Return ``$tsla`` for a word that must also stand behind its sign, ``None`` for anything else."""
    match node:
        case And((Term(term, False), Pattern(pattern, False))) if pattern == rf"\${term}\b" and term.isalnum():
            return f"${term}"
        case _:
            return None


def whole_word(pattern: Pattern) -> str | None:
    """Return the expression of a whole word, ``None`` when it is not one."""
    found = None if pattern.cased else _WHOLE.fullmatch(pattern.pattern)
    return found[1] if found is not None else None


def words_of(phrase: Phrase) -> str:
    """Return the words of a phrase in a row, without capitals."""
    return " ".join(map(uncased, phrase.parts))


def fixed(phrase: Phrase) -> bool:
    """Tell whether every word of a phrase is one, neither the beginning nor the likeness of several."""
    return all(isinstance(part, Term) and not part.prefix for part in phrase.parts)


def quoted(text: str) -> str:
    """Return a text between quotation marks."""
    return '"' + text.replace('"', " ") + '"'


def number(value: float) -> str:
    """Return a number as people write it."""
    return str(int(value)) if value == int(value) else repr(value)


def least(field: Field) -> int | None:
    """Return the smallest whole number that a range takes, ``None`` for no bound."""
    if not isinstance(field.low, int | float):
        return None
    low = int(field.low // 1)
    return low + 1 if low < field.low or field.open_low else low


def most(field: Field) -> int | None:
    """Return the largest whole number that a range takes, ``None`` for no bound."""
    if not isinstance(field.high, int | float):
        return None
    high = int(field.high // 1)
    return high - 1 if high == field.high and field.open_high else high


def described(node: Node, source: str) -> str:
    """Return what to call a node in a sentence: what was written for it, else its kind."""
    start, end = node.span
    if source and end > start:
        return source[start:end] + "*" * (source[end : end + 1] == "*" and isinstance(node, Term) and node.prefix)
    match node:
        case Term() | Wild() | Fuzzy() | Cased():
            return spelled(node)
        case Phrase():
            return quoted(words_of(node))
        case Field(name):
            return f"{name}:"
        case _:
            return type(node).__name__
