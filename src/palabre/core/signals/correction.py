"""An error of the newsroom, of form or of fact."""

import re
from collections.abc import Sequence
from typing import ClassVar

from palabre.core.model import Signal
from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import Hit, PhraseDetector, Rules, best
from palabre.core.signals.view import View

#: What the article says and its contrary in one message: neither says it alone.
_MARKS, _BOTH = ("you_wrote", "contrary"), 0.6
#: What was written, between quotation marks, and after an arrow what should be: « il a voulut » → voulu.
_ARROW = "→"
_QUOTED_ARROW = re.compile(r"[«“\"][^«»“”\"→]{1,80}[»”\"]\s?→\s?[\w«“\"]+")
_CORRECTED = 0.8


class Correction(PhraseDetector):
    """An error of the newsroom, of form or of fact."""

    name = "correction"
    name_fr = "Correction"
    name_en = "Correction"
    reasons: ClassVar[Reasons] = {
        "spelling": ("une faute, une coquille", "a spelling mistake, a typo"),
        "wrong_fact": ("un fait, un chiffre, une date contestés", "a fact, a figure or a date disputed"),
        "you_wrote": ("ce que l’article dit", "what the article says"),
        "contrary": ("le contraire, à côté", "the contrary, beside it"),
        "wrong_picture": ("la photo, la carte ou la légende", "the picture, the map or the caption"),
        "asks_correction": ("une correction est demandée", "a correction is asked for"),
        "how_to_write": ("« il faut lire… », « ça s’écrit… »", "“it should read…”, “it is spelt…”"),
    }
    innocent = (
        "(coquille|coquilles) ~1 (oeuf|oeufs|œuf|œufs|noix|escargot|vide|saint jacques)",
        "erreur judiciaire",
        "un (deuxième|troisième|première) ligne",
        # To write, or to read, in general: no word is put in the place of another.
        "(faut|fallait|faudrait|convient de) ~1 (écrire|lire) (un|des|sur|à|au|aux|ça|tout|la suite|entre|avant|"
        "pour|"
        "votre|l article|cet article|ce livre|le journal|plus|davantage)",
    )
    context: ClassVar[frozenset[Context]] = frozenset(["quoted"])
    sign = _ARROW
    rules: ClassVar[Rules] = {
        ("wrong_fact", 0.66): (
            "(n est plus|n était plus|n est pas encore|a démissionné|est décédé(e)|a quitté|a été remplacé(e)) ~8 "
            "(n est plus|plus) (maire|adjoint(e)|vice président(e)|député(e)|président(e)|directeur|directrice|"
            "conseiller|conseillère|préfet|ministre|sénateur|sénatrice)",
            "(est|était|sont|a|date|joue|compte|mesure|fait|ouvre|ouvert|situé) ~7 (et non|et pas|pas) (en|de|du|"
            "au|à|le|la|les|l|des|un|une|dans|par) (nationale|siècle|département|canton|commune|région|avril|mai|"
            "juin|juillet|août|septembre|octobre|novembre|décembre|janvier|février|mars|hectares|mètres|"
            "kilomètres|euros|millions|milliards)",
            "(voix|ans|euros|points|buts|habitants|hectares|mètres|kilomètres|emplois|millions|pour cent|"
            "personnes) ~3 (et non|et non pas|au lieu de) ~3",
        ),
        ("contrary", 0.1): (
            "(c est faux|faux|fausse|c faux|alors que|alors qu|en réalité|exactement le contraire|au contraire|"
            "tronquée|tronqué|inverse|inversé|inverse les|n existe pas|en annonce|en compte|en réalité|il est au|"
            "elle est au|place mal|not|wrong|actually)",
        ),
        ("you_wrote", 0.1): (
            "(vous écrivez|vous ecrivez|vous indiquez|vous dites|vous annoncez|vous parlez de|vous citez|l "
            "article parle|l article dit|l article indique|l article annonce|as you wrote|you wrote|you say|votre "
            "carte|votre titre|votre article|votre tableau|votre graphique|la légende|la citation|le titre|l "
            "infographie|votre photo|the article says|your article|your map)",
        ),
        ("spelling", 0.85): (
            "il manque ~2 (mot|lettre|s|accent|virgule|fin|suite|paragraphe|ligne|phrase|guillemet|guillemets|"
            "parenthèse|e|t|verbe|tiret|majuscule)",
            "il manque (la|les|une) (réponse|légende|légendes|source)",
            "sans (accent|tiret|trait d union|majuscule)",
            "(faute(s)|erreur(s)|coquille(s)) ~1 (d accord|de frappe|d orthographe|d accent|de ponctuation|"
            "typographique)",
            "(nom|prénom|mot|titre|nom de famille) ~6 (mal écrit|mal orthographié|écorché|estropié|mal accordé)",
            "(écorché|estropié|mal orthographié) ~3 (nom|prénom)",
            "(pas français|pas du français|n est pas correct en français|faute de français)",
            "(misspelt|misspelled|misspelling|spelling mistake|grammar mistake|missing word|missing letter)",
            "(faute(s)|coquille(s)|erreur(s)) ~2 (de frappe|d orthographe|de français|d accord|de grammaire|"
            "de conjugaison|de syntaxe)",
            "(une|petite|grosse|belle|encore une|jolie|vilaine) (coquille|faute) ~4 (dans|titre|ligne|"
            "paragraphe|article|légende|chapô|s est|s|au|à|texte|signale)",
            "(coquille(s)|faute(s)) (dans|au|à la|sur) (le|votre|l|la|les|un|titre|troisième|premier|"
            "deuxième|chapô|paragraphe|ligne)",
            "(spelling|grammar) (mistake|error)",
            "(typo(s)) (in|on|alert)",
            "(there is|there s|you have) a typo",
        ),
        ("wrong_fact", 0.82): (
            "(c est|c était|ce sont|il s agit|il s agissait|on parle|lire) ~5 (et non|et non pas|et pas|non pas) "
            "~1 (de|du|des|le|la|les|l|en|à|au|un|une|d|celle|celui|ceux)",
            "(nom|prénom|âge|date|chiffre(s)|pourcentage|montant|adresse|lieu|légende|échelle|total|somme|"
            "population|altitude|score|résultat|fonction|titre) ~5 (est|sont|n est|n était|était) ~1 (faux|fausse|"
            "fausses|erroné(e)(s)|inexact(e)(s)|incorrect(e)(s)|inversé(e)(s)|pas (bon|bonne|exact|exacte|juste|"
            "le bon|la bonne|celui|celle)|périmé(e)(s))",
            "(colle|collent|correspond|correspondent|tombe juste|additionne) pas (avec|au|à|aux)",
            "vous (situez|datez|attribuez|confondez|placez|traduisez|mélangez|vous trompez|faites erreur|faites "
            "une erreur|inversez|oubliez de préciser)",
            "(il y a|y a|j ai vu|j ai relevé|j ai repéré|attention) ~2 (confusion|erreur(s)|inversion|contresens|"
            "coquille(s)|imprécision(s))",
            "(petite|légère) (précision|rectification|correction|erreur)",
            "erreur (de|sur) ~2 (date|lieu|nom|prénom|chiffre|calcul|légende|photo|carte|unité|personne|commune|"
            "département)",
            "(contrairement à|à la différence de) ~3 (indique|écrit|annonce|votre|article|titre)",
            "(votre|vos|l|le|la) (article|titre|papier|carte|graphique|tableau|chapeau|légende|infographie|"
            "encadré|chronologie|calcul) ~2 (oublie|comporte|contient|se trompe|confond|inverse|situe|date|dit|"
            "indique|annonce|affirme|parle) ~8 (erreur(s)|alors que|or|mais|faux|fausse|au lieu|moitié|pas)",
            "(il fallait|fallait|il faudrait|il faut) (mettre|lire|écrire|dire|indiquer|préciser) ~5 (pas|et non|"
            "au lieu|dans votre|dans le titre)",
            "(factual|small|slight|minor|quick) (error|mistake|correction|inaccuracy)",
            "(there is|there s|you made|found) (an|a) (mistake|error|inaccuracy)",
            "(you|article|headline|caption|map) ~1 (confused|mixed up|misquoted|misspelt|misspelled|got ~3 wrong)",
            "(was|is|were|it s|happened|took place) ~4 not (in|on|the|his|her|at|a) ~3",
            "(erreur(s)|contresens|confusion|inexactitude(s)|approximation(s)) ~2 (dans|de) ~2 (article|"
            "papier|titre|texte|date|chiffre(s)|lieu|nom|prénom|légende|carte|tableau|sujet|encadré|"
            "reportage)",
            "(il y a|y a|vous avez fait|vous faites|il s agit d|petite|grosse|c est) ~1 (erreur(s)) (dans|"
            "sur|de|au|à|ici|il|elle|le|la|ce)",
            "(vous|le journal|l article|votre journaliste|le courrier) ~1 (vous)? (trompez|trompe|confondez|"
            "confond|êtes trompé(s)|s est trompé|mélangez|écrivez à tort|avez confondu|vous trompez) ~1 (de|"
            "sur|dans|c est|pas|il|elle|entre|avec|le|la)?",
            "(article|papier|titre|chiffre(s)|date|info|information|carte) ~3 (est faux|est fausse|sont faux|"
            "faux|fausse|inexact(e)|erroné(e)(s)|pas exact(e)|périmée)",
            "(c est inexact|c est pas exact|contrairement à ce que (vous|l article|dit|affirme|écrit))",
            "(et non|et pas) (pas)? (en|le|la|à|de|des|du|un|une|au) ~5 (écrit|indiqué|annoncé|article|titre)",
            "(vous|l article|le titre) ~2 (écrit|écrivez|avez écrit|annoncez|indiquez|avez indiqué|parlez de|"
            "avez mis|dites|indique) ~12 (alors que|or c est|or il|mais c est|mais il s|en réalité|au lieu "
            "de|c est faux|en fait c est)",
            "(au lieu de|à la place de) ~4 (article|titre|légende|écrit|indique|publié)",
            "(factual error|that s (incorrect|wrong|inaccurate)|this is (incorrect|inaccurate)|you got the "
            "~3 wrong|your article is wrong|not accurate)",
            "(you|article|headline) ~1 (wrote|write|says|said|states) ~10 (but it|it was actually|actually "
            "it|it should|instead of)",
        ),
        ("wrong_fact", 0.6): ("c est faux",),
        ("wrong_fact", 0.7): (
            "(chiffre(s)|montant|date|nombre|total|pourcentage) ~6 (dans|par) (l|votre|le|cet) (article|papier|"
            "encadré|tableau) ~3 (comprend|comprennent|oublie(nt)|inclut|incluent|compte(nt)|tient|tiennent|"
            "date(nt)|"
            "omet|omettent)",
            "(article|papier|journal|légende|portrait) ~6 (m appelle|me donne ~2 ans|me prête|me vieillit|"
            "me rajeunit)",
        ),
        ("asks_correction", 0.75): ("(toujours|encore) pas ~1 (corrigé(e)(s)|rectifié(e)(s))",),
        ("wrong_picture", 0.85): (
            "(photo|image|carte|illustration|vignette) ~2 (montre|représente|est celle|vient de|a été prise) ~6 "
            "(pas|et non|autre|or)",
            "(sur|dans) (la photo|l image|votre photo|la carte) ~3 (c est|ce n est|il s agit|n est pas|on voit) "
            "~4 (pas|et non|autre|plutôt)",
            "(photo|image|carte|légende|illustration|vignette|logo|plan|graphique) ~4 (pas la bonne|pas le "
            "bon|mauvaise|erronée|fausse|inversée(s)|à l envers|n est pas|ne correspond|correspond pas|rien "
            "à voir|montre pas|date de|périmée)",
            "(pas la bonne|mauvaise|fausse|pas le bon|erreur de|erreur sur la|erreur dans la) (photo|image|"
            "carte|légende|illustration)",
            "(c est|ce n est|c n est) pas ~3 (sur la photo|sur l image|photo de|la photo)",
            "(dans|sous) la légende",
            "(wrong|incorrect) (photo|picture|caption|image|map)",
        ),
        ("asks_correction", 0.85): (
            "(merci de|à|pensez à|prière de|veuillez) (rectifier|corriger|vérifier|mettre à jour)",
            "(à corriger|à rectifier|à mettre à jour|à revoir|vérifiez vos|relisez vous|relisez vos|pouvez vous "
            "corriger|pourriez vous rectifier)",
            "(merci|pouvez vous|pourriez vous|veuillez|prière|il faudrait|faudrait|il serait bon|à) ~2 "
            "(corriger|rectifier|modifier l article|mettre à jour l article)",
            "(corrigez|rectifiez) ~1 (vite|svp|s il|moi|le|la|votre|cette|l|donc|vous|merci|titre|ça)?",
            "(je|nous) (demande|demandons|souhaite|exige|attends|réclame) ~2 (rectificatif|rectification|"
            "correction|erratum|droit de réponse)",
            "(un|publiez|publier|publiez un|publier un) (rectificatif|erratum|démenti)",
            "droit de réponse",
            "(à corriger|mérite correction|erratum)",
            "(please|could you|can you) (correct|fix|amend) ~1 (this|the|your|that|it)?",
            "(correction needed|needs correcting|issue a correction)",
        ),
        ("how_to_write", 0.82): (
            "(on écrit|on dit|s écrit|s orthographie|se prononce|prend un|prend deux|prend une) ~5 (et non|et pas|"
            "pas|non|au lieu)",
            "(s écrit|s orthographie) ~5 (avec|sans|en deux|en un|deux|un seul|comme)",
            "(it s|is) ~2 (with|without) (an|a|one|two|no|double) ~1 (e|s|l|t|y|i|h|p|letters|accent)",
            "(il faut|il fallait|fallait|il faudrait|faut|on doit|lire|vouliez dire|vous vouliez dire|vous "
            "voulez dire|on dit|on écrit|on écrit plutôt) (lire|écrire|plutôt|dire)? (et non|et pas|au lieu "
            "de|avec un|avec deux|sans)",
            "(il faut|il fallait|faut|fallait|il convient de|vous vouliez) ~1 (lire|écrire|écrit)",
            "(s|ça s|cela s) écrit ~1 (avec|sans|en|comme|pas|plutôt|deux|un)",
            "(prend|prennent|avec|sans) (un|une|deux|pas d|le) ~1 (s|t|e|l|m|p|accent|trait d union|"
            "majuscule(s)|h|x|à la fin)",
            "(it s|is) spelled",
            "(should (read|be spelled|say))",
        ),
    }

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Take what says it by itself, or what the article says beside its contrary."""
        text = view.message.text
        if _ARROW in text and (found := _QUOTED_ARROW.search(text)):
            hits = [*hits, Hit(*found.span(), _CORRECTED, "how_to_write")]
        clear = [hit for hit in hits if hit.why not in _MARKS]
        if clear:
            return self.signal(best(clear), clear)
        return self.signal(_BOTH, hits) if len({hit.why for hit in hits}) == len(_MARKS) else None
