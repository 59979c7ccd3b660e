"""A run without white space cut into forms: the slow and careful path, walked once for each new run."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from palabre.core.text.characters import (
    APOSTROPHES,
    EMOJI,
    EMOJI_VARIANTS,
    INVISIBLE,
    MARKS,
    SINGLES,
    members,
)
from palabre.core.text.forms import (
    Form,
    acronym_form,
    emoji_form,
    hashtag_form,
    mention_form,
    number_form,
    url_form,
)

_APOSTROPHE = f"[{APOSTROPHES}]"
_LETTER = "[^\\W_ʼʻʹ" + SINGLES + "\u115f\u1160\u3164\uffa0]"
_REST = f"[{MARKS}{INVISIBLE}]"
_WORD = f"{_LETTER}(?:{_LETTER}|{_REST})*"
_EMOJI = (
    f"[{EMOJI}](?:[{EMOJI_VARIANTS}]|\u200d[{EMOJI}])*"
    "|[\U0001f1e6-\U0001f1ff]{1,2}"  # two regional letters are a flag
    "|[0-9#*]\ufe0f?\u20e3"  # keycaps
)

# One pass, first alternative wins. No quantifier stands inside another but over signs that cannot overlap.
_TOKEN = re.compile(
    '(?P<url>(?i:https?://|www\\.)[^\\s<>"«»“”\\^`{|}\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff]+)'
    f"|(?P<emoji>{_EMOJI})"
    f"|(?<![^\\W_])[#＃](?P<hashtag>(?:[^\\Wʼʻʹ]|{_REST})+)"
    "|(?<![^\\W_])[@＠](?P<mention>\\w+(?:-\\w+)*(?:\\.[a-z0-9-]+)+|\\w+(?:@[a-z0-9-]+(?:\\.[a-z0-9-]+)+)?)"
    f"|(?P<whole>(?i:aujourd{_APOSTROPHE}hui|prud{_APOSTROPHE}hom[a-z]*))"
    "|(?P<acronym>(?:[A-ZÀ-ÖØ-Þ]\\.){2,}(?:[A-ZÀ-ÖØ-Þ](?!\\w))?)"
    f"|(?P<number>\\d+(?:[.,]\\d+)*(?!{_LETTER}))"
    f"|(?P<single>[{SINGLES}]{_REST}*)"
    f"|(?P<word>{_WORD})"
)
_SIMPLE = re.compile('[«"“(\\[]*([A-Za-zÀ-ÖØ-öø-ÿŒœ]+)[.,;:!?…»"”)\\]]*')
_ENDS_OF_URL = ".,;:!?…)]'’*_~"
_INVISIBLE = "".join(map(chr, members(INVISIBLE)))

#: From a raw spelling to the form of that word, or ``None`` where nothing visible is left of it.
Words = Mapping[str, Form | None]
_Maker = Callable[[str], Form | None]
_MAKERS: dict[str, _Maker] = {
    "url": url_form,
    "hashtag": hashtag_form,
    "mention": mention_form,
    "whole": acronym_form,
    "acronym": acronym_form,
    "number": number_form,
}


def split_chunk(chunk: str, words: Words) -> tuple[Form, ...]:
    """Return the forms of a run without white space, in order. ``words`` gives the form of a word."""
    simple = _SIMPLE.fullmatch(chunk)
    if simple is not None:
        form = words[simple[1]]
        return (form,) if form is not None else ()
    found: list[Form] = []
    end = 0
    while (match := _TOKEN.search(chunk, end)) is not None:
        end = _add(found, chunk, match, words)
    return tuple(found)


def _add(found: list[Form], chunk: str, match: re.Match[str], words: Words) -> int:
    """Add the form of one match and return where to go on from."""
    kind = match.lastgroup or "word"
    if kind == "emoji":
        return _add_emoji(found, chunk, match)
    raw = match[0].rstrip(_ENDS_OF_URL if kind == "url" else _INVISIBLE)
    form = words[raw] if kind in ("word", "single") else _MAKERS[kind](raw)
    if form is not None:
        found.append(form)
    elif kind == "hashtag":  # not a tag after all: what follows the sign is read again for itself
        return match.start() + 1
    return match.start() + max(1, len(raw))


def _add_emoji(found: list[Form], chunk: str, match: re.Match[str]) -> int:
    """Add a run of the same emoji as one form, so that 😂😂😂 is found once and shown whole."""
    cluster, end = match[0], match.end()
    form = _emoji(cluster, cluster)
    if form is None:
        return end
    while (more := _EMOJI_ONLY.match(chunk, end)) is not None and _same_emoji(more[0], form):
        end = more.end()
    found.append(_emoji(chunk[match.start() : end], cluster) or form)
    return end


def _emoji(raw: str, cluster: str) -> Form | None:
    return _usual_emoji(raw, cluster) if len(raw) <= _USUAL else emoji_form(raw, cluster)


#: Characters of a run of emoji whose form is remembered, and how many are.
_USUAL, _REMEMBERED = 12, 4_096
_usual_emoji = lru_cache(_REMEMBERED)(emoji_form)


_EMOJI_ONLY = re.compile(_EMOJI)


def _same_emoji(cluster: str, form: Form) -> bool:
    other = _emoji(cluster, cluster)
    return other is not None and other.fold == form.fold
