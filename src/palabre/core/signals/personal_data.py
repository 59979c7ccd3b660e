"""Personal data exposed in public: telephone, mail address, home, bank account, card, number plate.

Whose it is decides: somebody else's is a danger, one's own a carelessness, an office's nobody's.
"""

import re
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from palabre.core.model import Evidence, Signal
from palabre.core.signals.common import bag
from palabre.core.signals.detector import Reasons
from palabre.core.signals.view import View

MODEL = "patterns-2"
MAX_FINDS = 20

#: Each pattern is linear: no quantifier inside a quantifier that could match the same character.
_NUMBERS = (
    ("phone", 0.7, re.compile(r"(?<![\d+.,])(?:\+33 ?(?:\(0\) ?)?|0033 ?|0)[1-79](?:[ .-]?\d{2}){4}(?!\d)")),
    ("iban", 0.95, re.compile(r"(?<!\w)FR\d{2}(?: ?[\dA-Z]{4}){5} ?[\dA-Z]{3}(?!\w)")),
    (
        "social_security",
        0.9,
        re.compile(r"(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?!\d)"),
    ),
    ("card", 0.9, re.compile(r"(?<!\d)[3-6]\d{3}(?:[ -]?\d{4}){3}(?!\d)")),
    ("plate", 0.6, re.compile(r"(?<![\w-])[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}(?![\w-])")),
)  # fmt: skip
#: The figures without which a text holds none of these, whatever stands between them.
_LEAST_FIGURES = {"phone": 10, "iban": 2, "social_security": 14, "card": 16, "plate": 3}
_FIGURE = re.compile(r"\d")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?![\w-])")
_HOMES = (
    re.compile(
        r"(?<!\w)\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.?|boulevard|bd|chemin|impasse|allée|allee|"
        r"route|cité|quai|"
        r"lotissement|résidence|residence|lieu-dit|place)(?!\w)(?: (?:des|du|de|la|le|les|d'|d’|l'|"
        r"l’)){0,3} ?[\w’'-]{2,30}",
        re.IGNORECASE,
    ),
    # The number after the street, the flat after the house.
    re.compile(
        r"(?<!\w)(?:rue|avenue|boulevard|chemin|impasse|allée|allee|route|cité|quai|place|lotissement|résidence|"
        r"residence|immeuble) [^.!?\n,\d]{2,40},? (?:au|n°|numéro|numero|appartement|appart|appt|porte|bâtiment|"
        r"batiment) ?\d{1,4}(?!\d| ?(?:h|heure|euro|km|m[eè]tre))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:il|elle|ils|elles) (?:habite|habitent|vit|vivent|crèche)(?:nt)? (?:au|à|dans|impasse|rue|chemin|"
        r"avenue|\d)[^.!?\n]{0,20}\d{1,4}",
        re.IGNORECASE,
    ),
)
#: Mailboxes of a house, not of a person.
_OFFICE = re.compile(
    r"(?:contact|info|infos|accueil|bonjour|redaction|mairie|conseil|service|services|abo|abonnement|"
    r"abonnements|support|"
    r"rh|presse|courrier|sav|no-?reply|secretariat|direction|webmaster|police|cellule|hello|admin|help|news|"
    r"press|team|"
    r"reservation|reservations|billetterie|communication|jury|inscription|inscriptions|aide|alerte|moderation|"
    r"pub|regie)",
)  # fmt: skip
_THIRD_PERSON = bag(
    "il elle ils elles son sa ses leur leurs lui voici voila he she his her him they their mme mr monsieur madame"
    " voisin voisine voisins type mec gars ex patron cet cette ce prof collegue famille untel"
)
_HUNT = bag(
    "habite habitent vit vivent creche loge logent reside demeure dort domicile adresse appelez appelle "
    "harcelez lives address portable "
    "numero tel mail plaque secu"
)
_OWN = bag("je me moi mon ma mes nous notre nos joindre my me our us")
_PUBLIC = bag(
    "mairie standard accueil reservation reservations inscription inscriptions renseignements association "
    "vert "
    "urgences pompiers samu service secretariat billetterie permanence cabinet prefecture office boutique magasin"
)
_SOMEONE_ELSE, _OWNED, _OF_OFFICE = 1.35, 0.75, 0.35
#: Without a figure beside another or before a word, there is no number and no house.
_FIGURES = re.compile(r"[0-9](?:[0-9]|[ .,-][0-9]| ?[a-z,])")
#: Under this, nobody's data is worth a word.
_QUIET = 0.3


class Find(NamedTuple):
    """What was found, where, and how sure before looking at whose it is."""

    start: int
    end: int
    why: str
    weight: float


class PersonalData:
    """Finds what lets anybody reach or rob a person."""

    name: ClassVar[str] = "personal_data"
    name_fr: ClassVar[str] = "Donnée personnelle"
    name_en: ClassVar[str] = "Personal data"
    reasons: ClassVar[Reasons] = {
        "phone": ("un numéro de téléphone", "a telephone number"),
        "mail": ("une adresse électronique", "a mail address"),
        "iban": ("un compte bancaire", "a bank account"),
        "card": ("un numéro de carte bancaire", "a bank card number"),
        "social_security": ("un numéro de sécurité sociale", "a social security number"),
        "plate": ("une plaque d’immatriculation", "a number plate"),
        "home": ("une adresse où quelqu’un habite", "an address where somebody lives"),
    }

    def detect(self, view: View) -> Signal | None:
        """Return the signal where a message that is not private shows personal data."""
        if view.message.visibility == "private":
            return None
        text = view.message.text
        finds = [*(_mails(view) if "@" in text else ()), *(_figures(view) if _FIGURES.search(text) else ())]
        finds = [find for find in finds if find.weight >= _QUIET]
        if not finds:
            return None
        score = min(0.97, max(find.weight for find in finds))
        evidence = tuple(Evidence(find.start, find.end, find.why) for find in sorted(finds)[:MAX_FINDS])
        return Signal(self.name, round(score, 3), MODEL, evidence)


def _mails(view: View) -> Iterator[Find]:
    for found in _MAIL.finditer(view.message.text):
        if not _is_office(found[0], view.message.site):
            yield Find(*found.span(), "mail", 0.7 * _whose(view))


def _figures(view: View) -> Iterator[Find]:
    text = view.message.text
    figures = len(_FIGURE.findall(text))
    for why, weight, pattern in _NUMBERS:
        if figures < _LEAST_FIGURES[why]:
            continue
        for found in pattern.finditer(text):
            if why != "card" or _luhn(found[0]):
                yield Find(*found.span(), why, weight * _whose(view))
    if _whose(view) == _SOMEONE_ELSE:
        yield from (Find(*found.span(), "home", 0.9) for pattern in _HOMES for found in pattern.finditer(text))


def _whose(view: View) -> float:
    """Return what a find is worth here: somebody else's more, one's own less, an office's little."""
    words = view.vocabulary
    if not _HUNT.isdisjoint(words) and not _THIRD_PERSON.isdisjoint(words):
        return _SOMEONE_ELSE
    if not _PUBLIC.isdisjoint(words):
        return _OF_OFFICE
    return _OWNED if not _OWN.isdisjoint(words) else 1.0


def _is_office(address: str, site: str) -> bool:
    """Tell whether a mailbox is a house's, or a colleague's at the place where the message was said."""
    local, _, host = address.lower().partition("@")
    if any(_OFFICE.fullmatch(part) for part in re.split(r"[.\-_+]", local)):
        return True
    return bool(site) and host.removeprefix("www.") == site.lower().removeprefix("www.")


def _luhn(number: str) -> bool:
    """Tell whether the figures of a card agree with its last one (ISO/IEC 7812-1)."""
    figures = [int(sign) for sign in number if sign.isdigit()][::-1]
    return (
        sum(figure if at % 2 == 0 else sum(divmod(2 * figure, 10)) for at, figure in enumerate(figures)) % 10 == 0
    )
