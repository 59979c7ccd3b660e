"""Two of Twitch's tags that have a form of their own: badges, and where emotes stand in the text. Pure."""

from palabre.connectors.shared.sentences import storable

#: Emotes kept of one message: a line has no room for more that matter.
MAX_EMOTES = 200


def parse_badges(tag: str) -> dict[str, str]:
    """``subscriber/12,moderator/1`` → ``{"subscriber": "12", "moderator": "1"}``."""
    pairs = (badge.partition("/") for badge in storable(tag).split(","))
    return {name: version for name, _, version in pairs if name}


def parse_emotes(tag: str) -> list[dict[str, str | int]]:
    """``25:0-4,12-16/1902:6-10`` → one ``{"id", "start", "end"}`` a place, in the order of the text.

    ``start`` and ``end`` count characters of the text, ``end`` being the first one after.
    """
    found: list[tuple[int, int, str]] = []
    for emote in storable(tag).split("/"):
        name, _, places = emote.partition(":")
        found += [(start, end, name) for place in places.split(",") for start, end in _span(place)]
    return [{"id": name, "start": start, "end": end} for start, end, name in sorted(found)[:MAX_EMOTES]]


def _span(place: str) -> list[tuple[int, int]]:
    """Read ``0-4``; nothing is read of what has another form."""
    first, _, last = place.partition("-")
    if not all(side.isascii() and side.isdigit() and len(side) <= 5 for side in (first, last)):
        return []
    return [(int(first), int(last) + 1)] if int(first) <= int(last) else []
