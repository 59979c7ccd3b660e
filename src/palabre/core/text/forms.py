"""The form of a token: all that can be known of it without knowing where it stands.

A form's *terms* are the words under which it can be found. The same terms go to live matching and to
PostgreSQL, so that a query means the same in both:

=================  ==========================================================
in the text        terms
=================  ==========================================================
``Demain``         ``demain``
``Été``            ``ete`` and ``=été`` (found by an accented query)
``#Été``           ``#ete``, ``ete``, ``=#été``, ``=été``
``@Zoé``           ``@zoe``, ``=@zoé``
``👍🏽👍``            ``👍``
``https://a.fr/x``  ``//a.fr/x``, ``//a.fr``
=================  ==========================================================

No term holds a quote, a backslash, a space or a control character, and none is longer than ``MAX_TERM``.
"""

import re
from typing import Literal
from zlib import crc32

from palabre.core.text.characters import EMOJI_VARIANTS, MARKS, members
from palabre.core.text.fold import exact, fold
from palabre.core.text.hints import HINTS

Kind = Literal["word", "number", "hashtag", "mention", "emoji", "url"]

#: Characters of a term. PostgreSQL takes lexemes up to 2,046 bytes; a character may need four.
MAX_TERM = 500

_NOT_A_LETTER = re.compile(f"(?![{MARKS}])[\\W_]")
_NOT_A_HANDLE = re.compile(f"(?![{MARKS}@._-])\\W")
_NOT_EMOJI = dict.fromkeys(members(EMOJI_VARIANTS))
_SCHEME = re.compile(r"(?:https?://)?(?:[^/?#@]*@)?(?:www\.)?", re.IGNORECASE)
_HOST = re.compile(r"[/?#:]")
_QUOTING = str.maketrans({"'": "%27", '"': "%22", "\\": "%5c"})


class Form:
    """What a raw spelling is. ``width`` is its length; ``step`` is 1 for what counts in distances, else 0.

    ``heads`` are the terms as the binary search vector opens its entries: UTF-8, then a zero byte.
    ``code`` is a stable 32-bit hash for near-duplicates, the same for all links and for all mentions;
    ``hint`` is what the word says of the language (see ``hints``). ``sense`` is left to those who read meaning
    (``palabre.core.signals.senses``): what they made of the spelling, None until they did.
    """

    __slots__ = ("code", "exact", "fold", "heads", "hint", "kind", "raw", "sense", "step", "terms", "width")

    def __init__(self, raw: str, kind: Kind, folded: str, exactly: str, terms: tuple[str, ...]) -> None:
        self.raw = raw
        self.kind: Kind = kind
        self.fold = folded
        self.exact = exactly
        self.terms = terms
        self.heads = tuple([term.encode() + b"\0" for term in terms])
        self.width = len(raw)
        self.step = 0 if kind == "emoji" else 1
        self.hint = HINTS.get(folded, 0) if kind == "word" else 0
        self.sense: object = None
        self.code = crc32((kind if kind in ("url", "mention") else folded).encode())

    @property
    def asked(self) -> str:
        """The term that a query holding this spelling asks for: the exact one when it says more."""
        exactly = "=" + self.exact[:MAX_TERM]
        return exactly if exactly in self.terms else self.terms[0]

    def __repr__(self) -> str:
        return f"Form({self.raw!r}, {self.kind})"


def word_form(raw: str) -> Form | None:
    """Return the form of a word, or ``None`` when nothing visible is left of it."""
    if raw.isascii():
        folded = raw.lower()
        return Form(raw, "word", folded, folded, (folded[:MAX_TERM],))
    folded, exactly = _letters(fold(raw)), _letters(exact(raw))
    if not any(map(str.isalnum, exactly)):  # a mark that bears no letter, such as ͺ, is found by its letter alone
        exactly = folded
    return Form(raw, "word", folded, exactly, _both(folded, exactly)) if folded else None


def number_form(raw: str) -> Form | None:
    """Return the form of a number; a decimal comma is folded to a point."""
    folded = fold(raw).replace(",", ".")[:MAX_TERM]
    return Form(raw, "number", folded, folded, (folded,))


def acronym_form(raw: str) -> Form | None:
    """Return the form of letters set apart by points: S.N.C.F. is found by SNCF. So for aujourd’hui."""
    form = word_form(raw)
    if form is None:
        return None
    folded, exactly = _letters(form.fold), _letters(form.exact)
    return Form(raw, "word", folded, exactly, _both(folded, exactly))


def hashtag_form(raw: str) -> Form | None:
    """Return the form of a hashtag, which its plain word finds too. "#1" is a rank, not a tag."""
    folded, exactly = _handle(fold(raw[1:])), _handle(exact(raw[1:]))
    plain, plainly = folded.replace("_", ""), exactly.replace("_", "")
    if not plain or plain.isdigit():
        return None
    terms = (*_both("#" + folded, "#" + exactly), *_both(plain, plainly))
    return Form(raw, "hashtag", "#" + folded, "#" + exactly, terms)


def mention_form(raw: str) -> Form | None:
    """Return the form of a mention, with the server's name where there is one."""
    folded, exactly = "@" + _handle(fold(raw[1:])), "@" + _handle(exact(raw[1:]))
    return Form(raw, "mention", folded, exactly, _both(folded, exactly)) if len(folded) > 1 else None


def emoji_form(raw: str, cluster: str) -> Form | None:
    """Return the form of a run of one emoji: variants and skin tones folded, joined ones (👩‍💻) kept whole."""
    folded = cluster.translate(_NOT_EMOJI).strip("\u200d")[:MAX_TERM]
    return Form(raw, "emoji", folded, folded, (folded,)) if folded else None


def url_form(raw: str) -> Form:
    """Return the form of a link: one token, found by its address and by its host, both without ``www.``."""
    rest = (_SCHEME.sub("", raw, count=1) or raw).lower().translate(_QUOTING).rstrip("/")
    host = _HOST.split(rest, maxsplit=1)[0]
    address, place = ("//" + rest)[:MAX_TERM], ("//" + host)[:MAX_TERM]
    terms = (address,) if place in (address, "//") else (address, place)
    return Form(raw, "url", address, address, terms)


def _both(folded: str, exactly: str) -> tuple[str, ...]:
    """The folded term, and the exact one where it says more."""
    folded, exactly = folded[:MAX_TERM], exactly[:MAX_TERM]
    return (folded,) if folded == exactly else (folded, "=" + exactly)


def _letters(text: str) -> str:
    return text if text.isalnum() else _NOT_A_LETTER.sub("", text)


def _handle(text: str) -> str:
    return _NOT_A_HANDLE.sub("", text)
