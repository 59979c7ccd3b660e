"""Text understood as characters and words: folded, cut, made searchable. See docs/reference/text.md.

Near-duplicates (``palabre.core.text.near``) are not among these names: they load NumPy, of which the desk has no
need.
"""

from palabre.core.text.fold import exact, fold
from palabre.core.text.forms import Form, Kind
from palabre.core.text.language import language, language_of
from palabre.core.text.lexemes import field_positions, search_vector, search_vector_binary
from palabre.core.text.skeleton import Skeleton, Skeletons, skeleton
from palabre.core.text.tokens import Token, Tokenizer, Tokens, tokenize, tokenize_many

__all__ = [
    "Form",
    "Kind",
    "Skeleton",
    "Skeletons",
    "Token",
    "Tokenizer",
    "Tokens",
    "exact",
    "field_positions",
    "fold",
    "language",
    "language_of",
    "search_vector",
    "search_vector_binary",
    "skeleton",
    "tokenize",
    "tokenize_many",
]
