"""Someone is insulted. Coarse words without a target weigh less."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from palabre.core.model import Signal
from palabre.core.signals.common import bag
from palabre.core.signals.context import HURTING, Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.disguise import masks
from palabre.core.signals.grammar import spellings
from palabre.core.signals.lexicon import STRONG
from palabre.core.signals.mockery import MOCKERY, MOCKERY_TO_FACE
from palabre.core.signals.phrases import Hit, PhraseDetector, Rules
from palabre.core.signals.view import View
from palabre.core.text.fold import fold

#: Words spoken to someone or of someone: an insult beside one is aimed.
_AIMED = bag("tu toi te vous es etes ta ton tes vos votre il elle ils elles you your he she they youre")
#: What a mask (p*te, c***ard) may hide.
_MASKED = tuple(fold(word) for one in STRONG for word in spellings(one) if " " not in word)
_AIMED_FROM, _UNAIMED = 0.75, 0.6


#: Who an insult of the third person is said of.
_PERSON = (
    "ministre(s)|maire|adjoint(e)(s)|président|présidente|député(e)(s)|sénateur|élu(s)|préfet|juge(s)|avocat(e)|prof(s)|"
    "professeur|"
    "médecin|docteur|flic(s)|policier(s)|gendarme(s)|patron|patronne|chef|cheffe|directeur|directrice|"
    "voisin(e)(s)|"
    "collègue(s)|mec|meuf|type|gars|homme|femme|fille|dame|bonhomme|auteur|autrice|journaliste(s)|rédacteur(s)|"
    "rédactrice|présentateur|présentatrice|animateur|animatrice|chroniqueur|chroniqueuse|streamer|"
    "streameuse|youtubeur|"
    "youtubeuse|influenceur|influenceuse|modérateur|modo(s)|admin|joueur(s)|arbitre|entraîneur|coach|"
    "gardien|chanteur|"
    "chanteuse|candidat|candidate|conseiller|conseillère|mairie|rédaction|équipe|gouvernement|celui|celle|"
    "ceux|lui|elle|"
    "il|ils|elles|eux|proprio|propriétaire|locataire|conducteur|chauffeur|conductrice|vendeur|vendeuse|"
    "serveur|serveuse|"
    "caissière|postier|facteur|boulanger|chasseur(s)|cousin|cousine|ex|frère|sœur|gosse(s)|"
    "mayor|minister|president|host|journalist(s)|author|writer|editor|ref|referee|boss|neighbour|neighbor|"
    "guy|man|woman"
)


class Insult(PhraseDetector):
    """Someone is insulted. Coarse words without a target weigh less."""

    name = "insult"
    name_fr = "Insulte"
    name_en = "Insult"
    reasons: ClassVar[Reasons] = {
        "insult_strong": ("injure qui blesse qui la lit", "abuse that hurts whoever reads it"),
        "insult_aimed": ("injure dite à quelqu’un ou de quelqu’un", "abuse said to or of somebody"),
        "insult_mild": ("mot de mépris", "word of contempt"),
        "insult_mockery": (
            "une tournure qui traite quelqu’un d’idiot",
            "a turn of phrase that calls somebody a fool",
        ),
        "insult_press": ("mépris du journal ou des journalistes", "contempt for the paper or for journalists"),
        "insult_masked": ("injure à demi cachée par des étoiles", "abuse half hidden by stars"),
    }
    innocent = (
        "incapable(s) (de|d)",
        "foutage de gueule",
        # Somebody closed the door, the post office, the road.
        "(a|ont|as|ai|avons|avez|avait|avaient|aurait|on|il|elle|qui|être|et|va|vont|faut) ~1 ferme la",
        "ferme la (porte|fenêtre|poste|boutique|marche|route|ligne|gare|classe|piscine|mairie|bouteille|boîte|"
        "lumière|parenthèse|rue|maternité|page|vanne|grille|barrière|caisse|salle|cave|voiture|liste|télé)",
        "con (mi|el|los|las|una|su|sus|mucho|todo|desconocidos|ella|fecha)",
        "ordures ménagères",
        "dîner de cons",
        "le roi des cons c est celui",
        "vieille branche",
        "c est ~1 (con|bête|nul|débile) (ce|cette|cet|ces|de|d|que|pour|quand|si|comme) ~1 (histoire|règle|idée|"
        "truc|système|décision|mesure|loi|panneau|feu|horaire(s)|rond point|parking|avoir|faire|devoir|perdre)",
        "putain de (taxe(s)|impôt(s)|train(s)|bus|temps|pluie|mistral|vent|neige|chaleur|froid|lundi|journée|"
        "semaine|"
        "bouchon(s)|travaux|panne|retard(s)|moustique(s)|facture(s)|appli|application|wifi|connexion|voiture|"
        "clim|"
        "belle|beau|bon|bonne|bordel)",
        "(joue|jouer|jouait|interprète|interpréter|incarne|campe|rôle|personnage(s)|héros|figure) ~3 "
        "(<strong>|<mild>)",
        "(mon|ma|mes) (chat|chien|chatte|chienne|cochon|imprimante|ordi|ordinateur|voiture|téléphone|box) "
        "~4 (<strong>|<mild>|<rude>)",
    )
    context: ClassVar[frozenset[Context]] = HURTING | {"oneself"}
    sign = "*"
    rules: ClassVar[Rules] = {
        ("insult_strong", 0.9): (
            "<strong>",
            "(ta|vos|fermez vos|ferme ta|vos grandes) (gueule|gueules)",
            "ferme la",
            "(va|allez|allez tous|vas) (te|vous) (faire)? (foutre|enculer|mettre|niquer)",
            "(je|on) (te|vous|les|l) (emmerde|encule|pisse dessus|chie dessus)",
            "(fuck|screw) (you|off)",
            "go to hell",
            "stfu",
        ),
        ("insult_aimed", 0.85): (
            "(espèce|bande|tas|ramassis|équipe) de ~1 (cons|con|conne(s)|ordures|nul(s)|criminels|assassins|"
            "pourris|lâches|ânes)",
            "(espèce|bande|bandes|tas|ramassis) de ~1 <mild>",
            "(que des|rien que des|tous des) ~1 <mild>",
            "(rédigé|écrit|fait|pondu|signé|géré|dirigé) par ~3 (<mild>|cons|nuls|guignols|singes|incultes|"
            "ignares|stagiaires)",
            "(l|cet|cette|ce|un|une) <mild> (qui|d|de|du)",
            "(espèce|bande|tas) de (voyous|malades|ploucs)",
            "(ordure|quelle ordure|belle ordure) (de|va|t|tu|espèce)",
            "bande d (andouilles|ânes|assistés|égoïstes|hypocrites|assassins|ignares)",
            "(sale|gros|grosse|pauvre|vieux|vieille|petit|petite|tête de|face de) (con(ne)(s)|merde|cloche|"
            "tache|mec|type)",
            "(sale|gros|grosse|pauvre(s)|petit|espèce) <mild>",
            "(pauvre|sale) (fille|gamine|bonne femme|tarée|folle|bonhomme|gars)",
            "(tu es|vous êtes|t es|t|toi|il est|elle est|ils sont|elles sont) ~2 <mild>",
            "(c est|ce sont) ~1 (un|une|des|de vrais|que des) <mild>",
            "(tu es|vous êtes|t es|t) ~2 (con|conne|cons|nul|nulle|nuls|ridicule(s)|pitoyable(s)|"
            "grotesque(s)|pathétique(s))",
            "(tu|vous) (pue|pues|puez|pue la merde)",
            "quel(le) ~1 (con|conne|abruti(e)|crétin(e)|imbécile|débile|idiot(e)|bouffon|guignol)",
            "(complètement|vraiment|trop|tellement|sacrément) (con|conne|débile(s)|abruti(e)(s))",
            "(you|he|she|they) ~1 (is|are|re|s)? ~2 <mild>",
            "(tu|vous) (as|avez) ~1 (qi|cerveau|cervelle|intelligence|neurone(s)) ~2 (huître|moule|moineau|"
            "poulpe|bulot|poule|"
            "pois|mouche|cloporte|limace|table|chaise)",
            "(tu es|vous êtes|t es|t) ~2 (trop|si|tellement|bien) ~1 (bête(s)|stupide(s)|sot(s)|bouché(e)(s)) "
            "(pour|"
            "mon|ma|que)",
            "(what|such) (a|an) ~1 <said_of>",
            "quel(le)(s) ~1 <said_of>",
            "(tu es|vous êtes|t es|t) ~2 (un|une|des|que) ~1 <said_of>",
            "(espèce|bande|tas|ramassis) (de|d) ~1 <said_of>",
            "(sombre|sacré|sacrée|gros|grosse|triste|vrai|vraie|parfait|parfaite|fieffé|espèce de|bande de|"
            "petit|petite|vieux|"
            "vieille|pauvre) <mild>",
            "<mild> (va|de service|de première|fini|finie|ambulant|congénital|notoire|de mes deux|que tu "
            "es|que vous êtes|"
            "sans nom)",
            "(apprends à lire|achète toi un cerveau|va te cacher|va jouer aux billes|retourne à l école|"
            "retourne en "
            "maternelle|t as pas inventé|vous avez pas inventé|ta bouche|tais toi|ferme ta bouche|casse "
            "toi|va mourir|crève)",
        ),
        ("insult_aimed", 0.78): (
            "(va|allez) ~1 (au diable|te faire voir|vous faire voir)",
            "(encore|voilà) une qui ~1 jamais ~1 (élevé|torché|travaillé|bossé|pondu|mouché)",
            f"({_PERSON}) ~4 (est|était|sont|étaient|reste|c est|sera) ~1 (un|une|des|que des|tous des|"
            "vraiment|trop|"
            "tellement|complètement|qu un|qu une|le roi des|la reine des) ~2 <said_of>",
            f"({_PERSON}) ~4 (est|sont|était) (con|conne|cons|connes|débile(s)|nul|nulle|nuls|nulles|folle|"
            "abruti(e)(s)|"
            "stupide(s)|bête(s)|idiot(e)(s)|minable(s)|taré(e)(s)|cinglé(e)(s)|pathétique(s)|pitoyable(s)|"
            "malade(s) mentaux)",
            f"({_PERSON}) ~4 (est|sont|c est) (un|une|des|de) ~1 (ordure(s)|conne|con|cons|connes|merde(s)|"
            "pourriture(s)|"
            "déchet(s)|raclure(s)|honte)",
            f"({_PERSON}) ~3 (quel|quelle|quels|quelles|bande de|ce sont des|tous des|que des|une bande de) "
            "~1 <said_of>",
            f"({_PERSON}) ~2 (tellement|trop|vraiment|si|complètement) (con|conne|cons|bête|débile|stupide|"
            "nul|nulle)",
            f"<said_of> ~1 (de|d) ({_PERSON})",
            "(cette|ce|ces|cet) <mild> (de|d)",
            "(quel|quelle) (manche|merde|plaie|cloche|tache|buse|peste|glandu|gland|âne|truffe|bourrique|gourde|"
            "andouille|courge|nouille)",
            f"({_PERSON}) ~4 (est|sont|était|c est) (un|une|des|une belle|une vraie|un vrai) (buse(s)|âne(s)|"
            "truffe(s)|"
            "bourrique(s)|gourde(s)|andouille(s)|courge(s)|nouille(s)|cruche(s)|serpillière(s)|girouette(s))",
            f"({_PERSON}) ~3 (is|are|was) ~1 (a|an|such|just|all|the|total|complete)? ~2 <said_of>",
        ),
        ("insult_mockery", 0.8): MOCKERY,
        # Who is spoken to in the imperative is aimed at, with or without a "tu".
        ("insult_mockery", _AIMED_FROM): MOCKERY_TO_FACE,
        ("insult_mild", 0.76): ("<rude>",),
        ("insult_mild", 0.62): (
            "(abruti(e)(s)|crétin(e)(s)|bouffon(s)|tocard(s)|guignol(s)|attardé(e)(s)|décérébré(s)|branquignol(s))",
            "(imbécile(s)|couillon(s)|merdeux|branleur(s)|pourriture(s)|minables|ordure|charlot(s)|moron(s)|"
            "dumbass|scumbag)",
        ),
        ("insult_mild", 0.5): ("(espèce|bande|tas) de (moutons|fragiles|beaufs|gauchos|fachos|bobos|zozos)",),
        ("insult_mild", 0.42): (
            "(incapable(s)|incompétent(e)(s)|menteur(s)|menteuse|fainéant(s)|feignant(s)|pathétique|minable|"
            "escroc(s)|honteux)",
            "(con|conne|cons|débile(s)|vendus|idiot(s)|clown(s)|idiots|loser(s)|pathetic|liar(s)|bras cassés)",
        ),
        ("insult_press", 0.6): ("journaleux",),
        ("insult_press", 0.78): (
            "(journalope(s)|merdia(s)|presstitué(e)(s)|pisse copie)",
            "(torchon|feuille de chou|papier toilette)",
            "(journal|journaux|média(s)|journalistes|presse|rédac|rédaction) ~3 (de merde|vendu(e)(s)|"
            "pourri(e)(s)|aux ordres|corrompu(e)(s))",
        ),
    }

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Weigh coarse words that are aimed at nobody less: swearing at the rain insults no one."""
        aimed = not _AIMED.isdisjoint(view.vocabulary)
        weighed = [
            hit if aimed or hit.weight >= _AIMED_FROM else hit._replace(weight=hit.weight * _UNAIMED)
            for hit in hits
        ]
        weighed += _masked(view)
        return super().judge(view, weighed)


def _masked(view: View) -> Iterator[Hit]:
    for start, end, hidden in masks(view.message.text):
        if any(hidden.fullmatch(word) for word in _MASKED):
            weight = 0.8 * (0.35 if view.is_quoted(start) else 1)
            yield Hit(start, end, weight, "insult_masked")
