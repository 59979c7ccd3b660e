"""Hostility towards people for what they are."""

from collections.abc import Sequence
from typing import ClassVar

from palabre.core.signals.context import HATEFUL, Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.groups import AIMS, NAMING
from palabre.core.signals.hostility import hits
from palabre.core.signals.phrases import Hit, PhraseDetector, Rules
from palabre.core.signals.view import View


class Hate(PhraseDetector):
    """Hostility towards people for what they are."""

    name = "hate"
    name_fr = "Haine"
    name_en = "Hate"
    reasons: ClassVar[Reasons] = {
        "slur": ("mot qui n’existe que pour blesser un groupe", "word whose only use is to wound a group"),
        "group_insulted": ("un groupe et une injure", "a group and abuse"),
        "group_rejected": ("un groupe que l’on veut chasser ou voir mort", "a group wished away or dead"),
        "group_accused": (
            "un défaut ou un crime prêté à tout un groupe",
            "a fault or a crime laid on a whole group",
        ),
        "go_home": ("« retourne dans ton pays »", "“go back to your country”"),
        "invasion": ("l’invasion, le remplacement", "the invasion, the replacement"),
        "sexist_slur": ("injure réservée aux femmes", "abuse kept for women"),
        **AIMS,
        "sexism": ("une femme renvoyée à sa place", "a woman sent back to her place"),
    }
    innocent = (
        "(rio|cerro|monte|el|puerto|punta|mar|jerez|sierra|pinot) negro",
        "nègre (littéraire|engagé)",
        "(mot(s)|terme(s)|insulte(s)|injure(s)|expression(s)) ~1 <slur>",
        "(je suis|on est|nous sommes|fier(e)(s) d être|en tant que|nous les|entre|marche des|nous autres|"
        "mes amies|"
        "mes potes|ma bande de) ~2 (pédé(s)|pd(s)|gouine(s)|tapette(s)|négro(s)|nègre(s)|fiotte(s)|tarlouze(s)|"
        "pute(s)|salope(s)|tafiole(s)|tantouze(s)|négresse(s)|youpin(s))",
    )
    wakes = NAMING
    context: ClassVar[frozenset[Context]] = HATEFUL
    rules: ClassVar[Rules] = {
        ("slur", 0.95): ("<slur>",),
        ("group_insulted", 0.95): (
            "(sale(s)|gros|petit|bande de|espèce de) (pd(s)|pédales|pédale|tapette(s)|gouine(s)|bridés|bridé)",
            "sale(s) (noir|noire|blanc(s)|race(s))",
            "(tapette(s)|tantouse(s)|tantouze(s))",
            "race de (merde|dégénérés|chiens|voleurs)",
        ),
        ("slur", 0.62): (
            "(sale(s)|espèce de|gros|petit|pauvre|bande de) ~1 (mongol(s)|mongolien(s)|triso(s)|gogol(s))",
        ),
        ("sexist_slur", 0.6): (
            "(t es|tu es|espèce de|sale|grosse|petite|quelle|une vraie|vieille|pauvre|sales|bande de) ~1 "
            "(salope(s)|pute(s)|pétasse(s)|pouffiasse(s)|poufiasse(s)|traînée(s)|chiennasse(s)|catin(s)|"
            "thon(s)|morue(s))",
        ),
        ("group_rejected", 0.9): ("bon(ne)(s) <group> ~3 mort(e)(s)", "gas ~1 <group>"),
        ("group_rejected", 0.8): (
            "(pas de|plus de|aucun|sans) <group> (chez nous|ici|dans|à)",
            "(on est|ici on est|on reste) ~2 chez nous",
            "(y en a|en a) trop (chez nous|ici|en france|dans ce pays)",
        ),
        ("group_accused", 0.75): (
            "(l islam|le judaïsme|l homosexualité|l immigration|islam) ~1 (est|c est|is) ~2 <vile>",
            "(le lobby juif|les sionistes|le lobby lgbt|le lobby gay) ~2 (contrôle(nt)|dirige(nt)|tiennent|tient|"
            "possèdent|tirent les ficelles)",
        ),
        ("go_home", 0.9): (
            "(retourn(e|es|ez|ent|er)|rentr(e|es|ez|ent|er)|repart(ez|ent|ir)|repars|renvoyez|dégage(z)|"
            "casse toi) ~2 (dans|à) (ton|votre|leur|leurs) (pays|bled|continent|afrique|désert|brousse|"
            "gourbi)",
            "(retourn(e|es|ez|ent)|rentr(e|ez|ent)|repart(ez|ent)|dégage) ~1 (au bled|en afrique|en algérie|"
            "au maroc|en roumanie|chez les arabes|à la brousse)",
            "(retourn*|remont*|grimp*|redescend*|descend*) ~1 (dans|sur|de|à) (ton|ta|tes|votre|vos|leur|"
            "leurs|son|sa) ~1 "
            "(arbre(s)|bananier(s)|cocotier(s)|branche(s)|baobab(s)|savane|jungle|hutte(s)|gourbi(s)|"
            "grotte(s)|montagne(s))",
            "go back to (your|their) (own)? (country|countries|continent|desert|jungle)",
            "go back where (you|they) (came|come) from",
        ),
        ("go_home", 0.72): (
            "(renvoy*|renvoi(e|es|ent)|réexpédi*|rembarqu*|raccompagn*) ~4 (dans|vers) (leur|leurs) (pays|"
            "bled|continent)",
            "(renvoy*|réexpédi*|rembarqu*) ~3 (chez eux|au bled|d où ils viennent|d où viennent)",
        ),
        ("group_rejected", 0.7): (
            "(pas|plus|reste|aucun) (un|de)? ~1 (vrai|vrais|véritable(s)) français (dans|sur|de souche|là|ici)",
            "(équipe|bleus|sélection|plateau|classe) ~6 (équipe|squad|sélection) (du congo|d afrique|"
            "du sénégal|du cameroun|"
            "du mali|africaine|de bamako|d algérie)",
        ),
        ("go_home", 0.4): (
            "(retourn(e|ez|ent)|rentr(e|ez|ent)|qu ils retournent|qu ils rentrent) chez (toi|vous|eux)",
            "send them (all)? (back|home)",
        ),
        ("invasion", 0.72): (
            "(grand remplacement|invasion migratoire|remigration|submersion migratoire|great replacement)",
            "(on est|on se fait|nous sommes|la france est|notre pays est) ~1 (envahi(s)|envahir|colonisé(s)|"
            "remplacé(s)|remplacer|islamisé(s))",
        ),
        ("sexism", 0.75): (
            "(rugby|foot|football|boxe|hand|volant|mécanique|politique|arbitrage|stade|terrain) ~3 (fille(s)|"
            "femme(s)|nana(s)|meuf(s)|gonzesse(s)) ~8 "
            "(tricot|tricoter|repasser|repassage|couture|coudre|vaisselle|fourneaux|dînette|macramé|broderie|casseroles)",
            "(fille(s)|femme(s)|nana(s)|meuf(s)|gonzesse(s)) ~2 (rugby|foot|football|boxe|hand|volant|mécanique|"
            "politique|arbitrage|stade|terrain) ~9 "
            "(tricot|tricoter|repasser|repassage|couture|coudre|vaisselle|fourneaux|dînette|macramé|broderie|casseroles)",
            "(retourn(e|es|ez|er)|qu elle retourne|qu elles retournent|remets toi) ~2 (cuisine|fourneaux|"
            "casseroles|vaisselle|repassage|tricot)",
            "(retourn(e|es|ez)|qu elle retourne|qu elles retournent|qu elle reste) ~3 (occuper de ses|garder "
            "ses|élever ses|torcher ses) (gosses|mômes|enfants|marmots)",
            "(une|les|ces) (femme|femmes|gonzesse|gonzesses|bonne femme|bonnes femmes) ~3 (à la cuisine|aux "
            "fourneaux|derrière les fourneaux|à la vaisselle)",
            "(get|go) back (to|in) the kitchen",
        ),
    }

    def further(self, view: View) -> Sequence[Hit]:
        """Return hostility towards a group that is named, with whom it is aimed at."""
        return hits(view)
