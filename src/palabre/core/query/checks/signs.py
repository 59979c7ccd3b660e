"""Signs that make another word of a word for a reader, and that search does not keep."""

import re

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span

#: Between a number and its sign, where a space may stand.
_PRICE = re.compile(r"(?<=\d)(?=\\?[€$£%])")


def ignored_signs(span: Span, written: str, plain: str) -> Diagnostic:
    """A plus, a sharp, a dollar or a dot is part of the name: *Canal+*, *C#*, *$TSLA*, *.NET*, *100€*."""
    pattern = _PRICE.sub(
        r"\\W?", "".join([sign if sign.isalnum() or sign == "#" else re.escape(sign) for sign in written])
    )
    before, after = ("\\b" if sign.isalnum() else "" for sign in (written[0], written[-1]))
    return Diagnostic(
        "ignored_signs", "warning", span,
        f"« {written} » est cherché comme « {plain} » : les signes ne comptent pas.",
        f"“{written}” is searched as “{plain}”: signs do not count.",
        f"Pour les exiger, écrivez « {plain} /{before}{pattern}{after}/ ».",
        f"To ask for them, write “{plain} /{before}{pattern}{after}/”.",
    )  # fmt: skip
