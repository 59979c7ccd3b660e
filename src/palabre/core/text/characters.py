"""The characters that folding, splitting and the skeleton have to know, each table with its reason.

Ranges come from the Unicode data that ships with Python; the look-alikes are the ones seen in evasions of
French and English moderation, not the whole of Unicode's confusables.
"""

import unicodedata
from collections.abc import Callable

#: Invisible characters: joined, hidden or direction marks, fillers. They never carry a word's meaning.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)

#: Apostrophes as typed, as typeset, and as slipped in by phones and mistaken keyboards.
APOSTROPHES = "'’‘‛ʼʻʹ′＇"
HYPHENS = "-‐‑‒–—−﹣－"
DOUBLE_QUOTES = '"«»“”„‟＂'

#: Letters that decomposition leaves whole although readers take them for others.
LIGATURES = {
    "œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "þ": "th", "ŋ": "n",
    "ŧ": "t", "ĸ": "k",
}  # fmt: skip

#: Characters whose own marks are vowels or tones of their script are left alone: only these are accents.
ACCENTS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)

#: Scripts written without spaces, whose signs are each taken as a word.
SINGLES = "\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003134f"

EMOJI = (
    "\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u27bf"
    "\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f004-\U0001f0cf\U0001f170-\U0001f1e5\U0001f200-\U0001faff"
)
SKIN_TONES = "\U0001f3fb-\U0001f3ff"
#: Present in emoji sequences, absent from the folded emoji: variation selectors, skin tones, tag characters.
EMOJI_VARIANTS = "\ufe0e\ufe0f" + SKIN_TONES + "\U000e0020-\U000e007f"

#: Cyrillic, Greek and Armenian letters that a reader takes for a Latin one, once folded.
LOOK_ALIKES = str.maketrans(
    "авекмнорстухіѕјԁһӏԛԝьгєпяшиαβεηικνορτυχωγμσςλδјսոօհցʋɑɡɩ",
    "abekmhopctyxisjdhlqwbrenrwuabenikvoptuxwyuosadjunohguagi",
)
#: Small capitals, which no usual word is written in.
SMALL_CAPITALS = str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz")

#: Digits and signs standing for a letter.
LEET = {
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g",
    "@": "a", "$": "s", "€": "e", "!": "i", "|": "l", "£": "l", "¡": "i",
}  # fmt: skip


def members(ranges: str) -> list[int]:
    """Return the code points of a character class body such as ``"a-z_"``."""
    points: list[int] = []
    index = 0
    while index < len(ranges):
        if ranges[index + 1 : index + 2] == "-" and index + 2 < len(ranges):
            points += range(ord(ranges[index]), ord(ranges[index + 2]) + 1)
            index += 3
        else:
            points.append(ord(ranges[index]))
            index += 1
    return points


def class_of(wanted: Callable[[str], bool], first: int, last: int) -> str:
    """Return the body of a character class holding the wanted characters between two code points, included."""
    ranges: list[list[int]] = []
    for point in range(first, last + 1):
        if not wanted(chr(point)):
            continue
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"{chr(low)}-{chr(high)}" for low, high in ranges)


#: Every combining mark (accents, vowel signs, points): part of the word it follows.
MARKS = class_of(lambda sign: unicodedata.category(sign)[0] == "M", 0x300, 0x1FFFF)
