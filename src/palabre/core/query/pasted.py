"""A query as it was pasted, with plain signs: what web pages and Asian keyboards put around words and operators.

Every character keeps its place. An invisible one beside a space, a parenthesis or a quotation mark becomes a space,
so that it never makes a word of an operator; inside words it is left to folding.
"""

import re

_INVISIBLE = "\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_BESIDE = '\\s()"“”„«»'
_LOOSE = re.compile(f"(?:^|(?<=[{_BESIDE}]))[{_INVISIBLE}]+|(?<![{_INVISIBLE}])[{_INVISIBLE}]++(?=[{_BESIDE}]|$)")
_STRANGE = re.compile(f"[{_INVISIBLE}（）＂〝〞〟：ＡＤＥＮＯＲＴＵ]")
_SIGNS = str.maketrans("（）＂〝〞〟：", '()"""":')
_WIDE = re.compile(r"(?<![^\s()])[ＡＤＥＮＯＲＴＵ]{2,3}(?![^\s()])")
_TO_LETTERS = str.maketrans("ＡＤＥＮＯＲＴＵ", "ADENORTU")


def plain(query: str) -> str:
    """Return a query of the same length whose parentheses, quotation marks and operators are the usual ones."""
    if query.isascii() or _STRANGE.search(query) is None:
        return query
    spaced = _LOOSE.sub(lambda run: " " * len(run[0]), query.translate(_SIGNS))
    return _WIDE.sub(lambda word: word[0].translate(_TO_LETTERS), spaced)
