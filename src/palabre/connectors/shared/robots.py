"""robots.txt (RFC 9309): what a site lets us read. Pure: the text comes from elsewhere, and so does the time.

The group that names us counts, else that of ``*``. Among its rules the longest that matches wins, and ``Allow``
wins a tie. Rules are kept as ``"+/path"`` and ``"-/path"``, short enough to live in a cursor.
"""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

#: RFC 9309, 2.5: at least 500 kibibytes must be read; what is beyond is ignored.
MAX_BYTES = 512_000

#: Rules kept for us, and their length; sites that we may read have far fewer.
_MOST_RULES, _LONGEST_RULE = 1_000, 500

#: How long rules are believed (RFC 9309, 2.4), in seconds.
FRESH_FOR = 86_400

#: Characters that stay as they are when paths are made comparable.
_KEPT = "/%?&=:;,@+$!*'()~#[]|"

ALLOW_ALL: tuple[str, ...] = ()
REFUSE_ALL: tuple[str, ...] = ("-/",)


def rules_for(text: str, product: str) -> tuple[str, ...]:
    """Return the rules of a robots.txt that concern ``product`` (our name without its version)."""
    ours: list[str] = []
    everyones: list[str] = []
    named = False
    for agents, rule in _lines_with_agents(text[:MAX_BYTES]):
        if product.lower() in agents:
            named = True
            ours.append(rule)
        if "*" in agents:
            everyones.append(rule)
    chosen = ours if named else everyones
    return tuple(rule for rule in chosen if rule)[:_MOST_RULES]


def may_read(rules: Sequence[str], path: str) -> bool:
    """Tell whether the rules let ``path`` (with its query) be read. ``/robots.txt`` always may."""
    path = _comparable(path)
    best, allowed = -1, True
    for rule in rules:
        sign, pattern = rule[:1], rule[1:]
        better = len(pattern) > best or (len(pattern) == best and sign == "+")
        if better and _matches(pattern, path):
            best, allowed = len(pattern), sign == "+"
    return allowed or path == "/robots.txt"


def _lines_with_agents(text: str) -> Iterator[tuple[frozenset[str], str]]:
    """Yield (agents of the group, rule) for each line; an empty rule tells that the group exists."""
    agents: set[str] = set()
    in_header = False
    for line in text.splitlines():
        name, _, value = line.partition("#")[0].partition(":")
        name, value = name.strip().lower(), value.strip()
        if name == "user-agent":
            agents = agents if in_header else set()
            agents.add(value.partition("/")[0].strip().lower())
            in_header = True
            yield frozenset(agents), ""
        elif name in ("allow", "disallow"):
            in_header = False
            yield frozenset(agents), _rule(name, value)


def _rule(name: str, value: str) -> str:
    """Return the compact form of a rule; an empty one (``Disallow:``) says nothing."""
    if not value.startswith(("/", "*")) or len(value) > _LONGEST_RULE:
        return ""
    return ("+" if name == "allow" else "-") + _comparable(value)


def _comparable(path: str) -> str:
    return quote(path, safe=_KEPT)


def _matches(pattern: str, path: str) -> bool:
    """Compare with ``*`` (anything) and a final ``$`` (the end), in linear time: no backtracking is needed."""
    anchored = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not others:
        return not anchored or at == len(path)
    last = others.pop() if anchored else ""
    for part in others:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not anchored or (path.endswith(last) and len(path) - len(last) >= at)
