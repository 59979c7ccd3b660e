"""Queries and messages drawn at random from few words, and the plainest reading of both, to compare with."""

from hypothesis import strategies as st

from palabre.core.query import And, Node, Not, Or, Phrase, Term
from palabre.core.text import Token, Tokens, tokenize

WORDS = ["a", "été", "ete", "tram", "trams", "trame", "cœur", "coeur", "covid-19", "covid19", "l'été"]
SIGNS = ["#tram", "#Été", "#covid19", "@zoe", "@Zoé", "😂", "❤️", "https://exemple.fr/tram", "exemple.fr", "3,5"]

said = st.lists(st.sampled_from([*WORDS, *SIGNS, "TRAM", "Été,", "…", "\n", "covid 19"]), max_size=12).map(" ".join)
_word = st.sampled_from([*WORDS, *SIGNS, "tra*", "été*", "#tr*", "co*"])
_phrase = st.lists(st.sampled_from([*WORDS, *SIGNS, "tra*", "et*"]), min_size=1, max_size=3).map(
    lambda words: '"' + " ".join(words) + '"'
)
queries = st.recursive(
    st.one_of(_word, _phrase),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from([" ", " OR ", " AND ", " SAUF ", " OU "]), inner).map("".join),
        inner.map(lambda query: f"({query})"),
        inner.map(lambda query: f"tram -({query})"),
    ),
    max_leaves=8,
)


def words_of(token: Token) -> set[str]:
    """Return all that a token answers to, from its description only."""
    forms = {(token.fold, token.exact)}
    if token.kind == "hashtag":
        forms.add((token.fold[1:].replace("_", ""), token.exact[1:].replace("_", "")))
    if token.kind == "url":
        forms.add(("//" + token.fold[2:].split("/")[0],) * 2)
    return {folded for folded, _ in forms} | {"=" + exact for folded, exact in forms if folded != exact}


def answers(term: Term, token: Token) -> bool:
    words = words_of(token)
    return any(word.startswith(term.term) for word in words) if term.prefix else term.term in words


def oracle(tree: Node, fields: list[Tokens]) -> bool:
    """Read each token of each field for each part of a query."""
    match tree:
        case Term():
            return any(answers(tree, token) for tokens in fields for token in tokens)
        case Phrase(parts):
            return any(_follows(list(tokens), parts, at) for tokens in fields for at in range(len(tokens)))
        case And(children):
            return all(oracle(child, fields) for child in children)
        case Or(children):
            return any(oracle(child, fields) for child in children)
        case Not(child):
            return not oracle(child, fields)


def _follows(tokens: list[Token], parts: tuple[Term, ...], at: int) -> bool:
    """Tell whether the parts follow one another from a token; emoji stand at the place of the word before."""
    if not answers(parts[0], tokens[at]):
        return False
    position = tokens[at].position
    for part in parts[1:]:
        position += part.step
        if not any(token.position == position and answers(part, token) for token in tokens):
            return False
    return True


def cut(texts: tuple[str, str, str]) -> list[Tokens]:
    return [tokenize(text) for text in texts]
