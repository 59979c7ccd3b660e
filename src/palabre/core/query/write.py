"""A tree written as a query of our own dialect. Reading it again gives the same tree, writing that the same text.

A word is written in the first way that is read as it was meant: plain, quoted, after ``exact:``.
"""

from collections.abc import Iterable

from palabre.core.query.emoji import FAMILIES
from palabre.core.query.parser import parse
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
    Word,
)
from palabre.core.query.write_fields import written_field

#: Words that lose their vowel before another, where no other word is meant; and how the other begins.
_ELIDED = frozenset(("l", "d", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"))
_VOWELS = frozenset("aeiouyhàâéèêëîïôûœ")
#: Terms that would be told as operators in lower case: quoted instead.
_LIKE_OPERATORS = frozenset(("and", "or", "not", "et", "ou", "sauf", "near", "onear", "proche", "xnot"))


def write(tree: Node) -> str:
    """Return a tree as a query. Trees are bounded in depth: recursion is safe."""
    match tree:
        case And(children):
            return " ".join(map(_inside_and, children))
        case Or():
            return _compound(tree) or " OR ".join(map(_unit, tree.children))
        case Near() | Same() | Except():
            return _close_words(tree) or _infix(tree)
        case _:
            return _unit(tree)


def _inside_and(child: Node) -> str:
    return "-" + _unit(child.child) if isinstance(child, Not) else _unit(child)


def _unit(tree: Node) -> str:
    """Return a node so that any operator may stand beside it."""
    match tree:
        case And():
            return f"({write(tree)})"
        case Or():
            return _compound(tree) or f"({write(tree)})"
        case Not(child):
            return f"(-{_unit(child)})"
        case Near() | Same() | Except():
            return _close_words(tree) or f"({_infix(tree)})"
        case Count(child, least):
            return f"count({write(child)})>={least}"
        case Pattern(pattern, cased):
            return f"/{_slashed(pattern)}/{'c' if cased else ''}"
        case Within(part, child):
            return f"{part}:{_grouped(child)}"
        case Field():
            return written_field(tree)
        case Phrase():
            return _phrase(tree)
        case _:
            return _word(tree)


def _grouped(child: Node) -> str:
    """Return what stands after ``title:``; what has a prefix of its own needs parentheses."""
    written = _unit(child)
    return f"({written})" if isinstance(child, Within | Field | Count) else written


# --- words and phrases


def _word(word: Word) -> str:
    match word:
        case Term(term, prefix):
            plain = _plain(term)
            star = "*" if prefix else ""
            if plain.isascii() and plain.isalnum() and plain not in _LIKE_OPERATORS:
                return plain + star
            ways = [f'"{plain}{star}"', f"fold:{plain}{star}"]
            return _first(word, ways if plain in _LIKE_OPERATORS or term[0] == "/" else [plain + star, *ways])
        case Wild(pattern):
            plain = pattern.removeprefix("=")
            return _first(word, [plain, f"exact:{plain}"])
        case Fuzzy(term, edits):
            return f"{_plain(term)}~{edits}"
        case Cased(raw):
            return f"{{{raw}}}"


def _plain(term: str) -> str:
    """Return a term as a person writes it."""
    return f"https:{term}" if term.startswith("//") else term.removeprefix("=")


def _first(node: Node, ways: Iterable[str]) -> str:
    """Return the first way of writing a node that is read as it, or else the first of all."""
    listed = list(ways)
    return next((way for way in listed if parse(way).tree == node), listed[0])


def _phrase(phrase: Phrase) -> str:
    words = [_in_phrase(word) for word in phrase.parts]
    if all(isinstance(word, Cased) for word in phrase.parts):
        return _first(phrase, [f"{{{' '.join(words)}}}"])
    quoted = f'"{elided(words)}"'
    one_by_one = f"({' ONEAR/0 '.join(map(_word, phrase.parts))})"
    ways = [quoted, f"exact:{quoted}", f"fold:{quoted}", "-".join(words), "/".join(words), one_by_one]
    found = next((way for way in ways if parse(way).tree == phrase), None)
    return found if found is not None else one_by_one


def elided(words: list[str]) -> str:
    """Return words in a row, with the apostrophes that French writes: *pouvoir d'achat*."""
    pairs = zip(words, [*words[1:], ""], strict=True)
    row = [f"{word}'" if word in _ELIDED and after[:1] in _VOWELS else f"{word} " for word, after in pairs]
    return "".join(row).rstrip(" ")


def _in_phrase(word: Word) -> str:
    match word:
        case Term(term, prefix):
            return _plain(term) + ("*" if prefix else "")
        case Wild(pattern):
            return pattern.removeprefix("=")
        case Fuzzy(term):
            return _plain(term)
        case Cased(raw):
            return raw


def _compound(tree: Or) -> str | None:
    """Return covid-19, exemple.fr or a family of emoji, where the alternatives are just what those mean."""
    family = _FAMILY_OF.get(tuple(child.term for child in tree.children if isinstance(child, Term)))
    if family is not None and parse(family).tree == tree:
        return family
    match tree.children:
        case (Phrase(parts), Term(_, _, 1)):
            words = [_in_phrase(word) for word in parts]
            return next((way for way in ("-".join(words), ".".join(words)) if parse(way).tree == tree), None)
        case _:
            return None


def _families() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for name in FAMILIES:
        tree = parse(f"emoji:{name}").tree
        if isinstance(tree, Or):
            found.setdefault(
                tuple(child.term for child in tree.children if isinstance(child, Term)), f"emoji:{name}"
            )
    return found


_FAMILY_OF = _families()


# --- closeness


def _close_words(tree: Near | Same | Except) -> str | None:
    """Return ``"a b"~3`` for words, and ``(a b c)~3`` for more than two other parts."""
    if not isinstance(tree, Near) or tree.ordered:
        return None
    if all(isinstance(part, Term) for part in tree.parts):
        words = " ".join(_in_phrase(part) for part in tree.parts if isinstance(part, Term))
        quoted = f'"{words}"~{tree.words}'
        if parse(quoted).tree == tree:
            return quoted
    return f"({' '.join(map(_unit, tree.parts))})~{tree.words}" if len(tree.parts) > 2 else None


def _infix(tree: Near | Same | Except) -> str:
    match tree:
        case Near(parts, words, ordered):
            return f" {'O' if ordered else ''}NEAR/{words} ".join(map(_unit, parts))
        case Same(parts, unit):
            return f" SAME:{unit} ".join(map(_unit, parts))
        case Except(wanted, unwanted):
            return f"{_unit(wanted)} XNOT {_unit(unwanted)}"


def _slashed(pattern: str) -> str:
    """Return a regular expression on one line, its slashes escaped."""
    written: list[str] = []
    escaped = False
    for sign in pattern.replace("\n", "\\n"):
        written.append("\\/" if sign == "/" and not escaped else sign)
        escaped = sign == "\\" and not escaped
    return "".join(written)
