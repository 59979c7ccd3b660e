"""The names of what is done to a topic and to a rule, so that their pages share templates. Pure."""

from collections.abc import Mapping

#: Addresses of a kind of standing query that are called by a verb.
VERBS = ("add", "change", "try", "pause", "resume", "remove", "restore")
Acts = Mapping[str, str]


def acts(kind: str) -> Acts:
    """Return the names of the addresses of a kind, ``topic`` or ``rule``, by what they do; and its permission."""
    named = {verb: f"{verb}_{kind}" for verb in VERBS}
    return {"list": f"{kind}s", "page": kind, "latest": f"{kind}_latest", "manage": f"{kind}.manage", **named}


TOPIC = acts("topic")
RULE = acts("rule")
