"""A query as PostgreSQL's ``tsquery``, over the vectors of ``palabre.core.text.lexemes``."""

from typing import NamedTuple

from palabre.core.query.tree import And, Node, Not, Or, Phrase, Term


class SearchQuery(NamedTuple):
    """``text`` is for ``%s::tsquery`` with ``@@``. With ``recheck``, it finds too much: match what it gives again.

    All of today's language is said exactly, so that ``recheck`` is false; proximity and fields will need it.
    """

    text: str
    recheck: bool


def to_tsquery(tree: Node) -> SearchQuery:
    """Return a query as PostgreSQL reads it."""
    return SearchQuery(_write(tree), recheck=False)


def _write(tree: Node) -> str:
    match tree:
        case Term():
            return _term(tree)
        case Phrase(parts):
            # An emoji has the place of the word before it: no step.
            rest = [f" {'<->' if part.step else '<0>'} {_term(part)}" for part in parts[1:]]
            return f"({_term(parts[0])}{''.join(rest)})"
        case And(children):
            return "(" + " & ".join(map(_write, children)) + ")"
        case Or(children):
            return "(" + " | ".join(map(_write, children)) + ")"
        case Not(child):
            return "!" + _write(child)


def _term(term: Term) -> str:
    escaped = term.term.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}':*" if term.prefix else f"'{escaped}'"
