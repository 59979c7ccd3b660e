"""Somebody is hunted, or others are called to hunt them. By many messages together: see ``accumulated``."""

from typing import ClassVar

from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import PhraseDetector, Rules


class Harassment(PhraseDetector):
    """Somebody is hunted, or others are called to hunt them."""

    name = "harassment"
    name_fr = "Harcèlement"
    name_en = "Harassment"
    reasons: ClassVar[Reasons] = {
        "kill_yourself": ("quelqu’un est poussé à se tuer", "somebody is pushed to kill themselves"),
        "pile_on": ("d’autres sont appelés à s’acharner", "others are called to pile on"),
        "wont_let_go": ("« on ne te lâchera pas »", "“we will not let you go”"),
        "hurt_together": ("plusieurs s’en prennent à la même personne", "several go for the same person"),
        "hurt_again": (
            "la même personne, encore, par le même auteur",
            "the same person, again, by the same author",
        ),
        "insists": (
            "insiste auprès de quelqu’un qui ne répond pas",
            "will not let go of somebody who does not answer",
        ),
    }
    context: ClassVar[frozenset[Context]] = frozenset(["quoted", "told", "fought"])
    rules: ClassVar[Rules] = {
        ("kill_yourself", 0.93): (
            "(va|vas|allez|vas y) (te|vous) (suicider|pendre|tuer|jeter|flinguer|foutre en l air)",
            "(suicide|tue|pends|bute|flingue|jette) toi",
            "(tu devrais|tu ferais mieux de|vous devriez) (te|vous) (suicider|pendre|tuer|jeter sous|"
            "flinguer|supprimer)",
            "(fais|faites) (nous)? (une faveur|plaisir) ~2 (saute|suicide|disparais|pends|crève|mourir|crever)",
            "(saute|jette toi) (du pont|d un pont|par la fenêtre|du toit|sous un train|dans le vide)",
            "(va|allez|vas) (mourir|crever) ~3 (te regrettera|rends service|personne|tu sers à rien)",
            "(personne) ~3 (pleurera|regrettera) ~4 (crèves|meurs|morte|mort|pends)",
            "(kill yourself|kys|go hang yourself|go die|drink bleach|end yourself)",
        ),
        ("pile_on", 0.8): (
            "(allez|venez|allons|passez|go|foncez) ~2 (sur sa page|sur son profil|sur son compte|sur son "
            "insta|sur son mur|dans ses commentaires|sur sa chaîne|lui dire ce qu on)",
            "(pourriss(ez|ons)|harcel(ez|ons)|spamm(ez|ons)|signal(ez|ons) tous|bombard(ez|ons)|inond(ez|"
            "ons)) (le|la|les|lui|leur|son|sa|ses)",
            "(appelez|téléphonez|appelle|écrivez) (le|la|lui|les) ~3 (3h|3 h|4h|2h|nuit|heures du matin|"
            "toutes les heures|non stop|en masse)",
            "(balanc(e|ez|ons)|donn(e|ez)|partag(e|ez)|trouv(e|ez)|fil(e|ez)|cherch(e|ez)) ~1 (son|leur|sa|"
            "ses) (adresse|numéro|nom|téléphone|insta|facebook|compte|photo)",
            "(voici|voilà) (son|leur) (adresse|numéro|téléphone|portable|nom complet)",
            "(allez|venez|viens|on va|tous|faut) ~3 (pourrir|harceler|afficher|détruire|humilier) ~2 (compte|page|"
            "profil|vie|son|sa|la|le|lui)",
            "(on|tous|venez) ~1 (lui|leur|la|le) (pourrit|affiche|détruit|harcèle|signale) ~1 (vie|tous|compte|"
            "en masse)?",
            "(raid|rush|attaque) sur (sa|son|leur) (page|compte|profil|live|chaîne|stream)",
            "(balancez|envoyez|envoie|spammez) (lui|leur) ~3 (messages|insultes|menaces) ~3 (nuit|non stop|masse|"
            "jour)?",
            "(tous|tout le monde) sur (lui|elle|eux)",
            "(faites tourner|faut faire tourner) (son|sa|leur|ses) (photo|nom|adresse|numéro|tête)",
            "(post|drop|share|find) (his|her|their) (address|number|phone)",
        ),
        ("wont_let_go", 0.78): (
            "(on|je) (te|vous|le|la|les) (lâchera|lâcherai|va|vais|laissera|laisserai) ~1 (pas|plus|jamais) "
            "(lâcher|tranquille|en paix)?",
            "(on va|je vais) (te|vous|lui|leur) (pourrir|faire vivre un enfer|rendre la vie impossible|faire "
            "une vie|mener la vie dure)",
            "(on va|je vais) ~1 (pourrir) (ta|sa|votre|leur) vie",
            "(make (your|her|his) life (hell|a misery)|won t leave you alone|never leave you alone)",
        ),
    }
