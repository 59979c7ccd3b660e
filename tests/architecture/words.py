"""What may stand in no tracked file: addresses of package indexes, paths of a machine, names of its papers."""

import re
from collections.abc import Iterator

# Cut in two, so that this file passes its own examination.
_INDEX = [
    "py" + r"pi\.org",
    "python" + r"hosted\.org",
    "npm" + r"js\.(org|com)",
    "--(extra-)?index" + "-url",
    "--find" + "-links",
    r'"reso' + 'lved": *"https?:',
    r"registry *= *\"?ht" + "tps?:",
]
_MACHINE = [
    r"(?<![\w.~}-])/work" + "/",
    r"(?<![\w.~}-])/ro" + "ot/",
    r"/home/(?!alice|bob|USER)[a-z]+" + "/[a-z.]",
    r"\bC:\\\\Us" + "ers",
]
_PAPERS = [
    r"\bDES" + r"IGN\.md",
    r"\breference/(st" + "ack|exam" + r"ples|peers)\.md",
    r"\bsub" + "agent",
    r"\bCla" + "ude\\b",
]

FORBIDDEN = re.compile("|".join(f"(?:{word})" for word in (*_INDEX, *_MACHINE, *_PAPERS)))


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line number, what stands there) of all that may not stand in ``text``."""
    for number, line in enumerate(text.splitlines(), 1):
        if found := FORBIDDEN.search(line):
            yield number, found[0]
