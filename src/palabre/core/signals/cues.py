"""Classes of words that tell how a message stands to what it names. Inputs of the blend, never evidence."""

from collections.abc import Mapping, Sequence

from palabre.core.signals import everyday, harms
from palabre.core.signals.grammar import spellings
from palabre.core.signals.groups import NAMES, PROXIES
from palabre.core.signals.lexicon import SLURS, STRONG
from palabre.core.signals.spelling import plain_words


def _single(said: Sequence[str]) -> frozenset[str]:
    """Return the plain spellings of what is one word."""
    spelt = [plain_words(one) for word in said for one in spellings(word)]
    return frozenset(words[0] for words in spelt if len(words) == 1)


_AGAINST = """
    raciste(s), racisme, antiraciste(s), homophobe(s), homophobie, antisémite(s), antisémitisme, islamophobie
    islamophobe(s), xénophobe(s), xénophobie, sexiste(s), sexisme, transphobe(s), transphobie, misogyne(s)
    misogynie, haineux, haineuse(s), préjugé(s), cliché(s), stéréotype(s), amalgame(s), inacceptable(s)
    inadmissible(s), intolérable(s), condamne, condamner, condamnons, dénonce, dénoncer, signaler, signalé
    modération, modérateur(s), racist, racism, homophobic, sexist, antisemitic, bigot, prejudice, unacceptable
"""
_WARM = """
    aime, aimons, adore, adorons, fier(s), fière(s), fierté, bravo, merci, respect, respecte, respecter, soutien
    soutiens, solidarité, solidaire(s), bienvenue, égaux, égalité, droits, courage, admiration, admire
    formidable(s)
    génial, géniale, magnifique(s), accueillir, love, proud, welcome, support, equal, respect
"""
_REPORTED = """
    dit, dire, disait, disent, traité, traitée, traiter, traitent, insulté, insultée, appelé, entendu, cri, criant
    tag, said, called
"""
_NEGATED = "pas, jamais, aucun, aucune, ni, personne, rien, not, never, no, nobody"


#: Coarse words of forums and chats, and none that names people.
_CRUDE = """
    bite(s), couille(s), chatte(s), cul(s), sucer, suce(s), suceur(s), suceuse(s), baiser, baise(s)
    baisé(e)(s), baisable(s), enculer, encule, pisse, pisser, merde(s), merdique(s), chier, chie, chiasse
    foutre, branlette(s), branler, branle, sperme, gicler, bander, bande, salope(s), pute(s), putain(s), tapin
    tchoin(s), puceau(x), pucelle(s), puceaux, pédo(s), pédophile(s), viol, violer, violé(e)(s), violeur(s)
    cassos, golem(s), mongol(s), mongolien(s), débile(s), abruti(e)(s), cuck(s), soumis, soumise(s), boomer(s)
    moche(s), laideron(s), crever, crève, crevez, nazi(s), hitler, pd, pédé(s), tapette(s), connard(s)
    connasse(s), conne(s), con, cons, batard(s), bâtard(s), clochard(s), clodo(s), racaille(s), schlag
    sodomiser, sodomie, éjac, porno, nichons, seins, fesses, bonasse, chienne(s), chiennes, truie, thon(s)
    cageot(s), boudin(s), garce(s), gueule(s), tronche, ntm, fdp, tg, vtff, gogol(s), triso(s), babtou(s)
    bougnoule(s), fachos, gauchiasse(s), gauchiste(s), collabo(s), mouton(s), attardé(e)(s), taré(e)(s)
    dégénéré(e)(s), incel(s), simp(s), fap, onlyfans, tarlouze(s), fuck, fucking, shit, bitch, bitches, pussy
    dick, ass, asshole, cunt, whore, slut, faggot, nigger, nigga, hoe(s), retard
"""


#: Works that are reviewed, and their parts: who is rude about them insults nobody.
_WORK = """
    film(s), scénario(s), réalisation, mise en scène, dialogue(s), intrigue, casting, doublage, bande annonce
    court métrage, long métrage, série(s), épisode(s), comédie(s), thriller(s), polar(s), navet(s), nanar(s), cinéma
    ciné, roman(s), livre(s), bouquin(s), album(s), gameplay, graphismes, movie(s), plot, acting, sequel, remake
    adaptation, suspense, générique, spectateur(s), effets spéciaux, chef d œuvre
"""


def _listed(text: str) -> frozenset[str]:
    return _single([word.strip() for word in text.replace("\n", ",").split(",") if word.strip()])


#: Words that name people in most messages, and that rules read with more care.
_NAMED = _listed("""
    noirs, noires, blancs, blanches, turc(s), portugais, grecs, anglais, gros, vieux, sourds, aveugles, hommes
    femme
    roms, rom, filles, nains, irish, french, chinese, women, roux, catholic, polish
""")

CUES: Mapping[str, frozenset[str]] = {
    # People named, or what stands for them: labels learned beside a group count only with this (``blend``).
    "group": NAMES | _single([*SLURS, *PROXIES]) | _NAMED,
    "abuse": _single([*STRONG, *SLURS]),
    "crude": _listed(_CRUDE),
    "work": _listed(_WORK),
    "against": _listed(_AGAINST),
    "warm": _listed(_WARM),
    "reported": _listed(_REPORTED),
    "negated": _listed(_NEGATED),
    "everyday": _single(everyday.WORDS),
    "violent": _single(
        [*harms.HARM_NOW, *harms.HARM_WILL, *harms.HARM_STRICT, *harms.HARM_CALL, *harms.WEAPON, *everyday.VIOLENT]
    ),
    "carnal": _single([*harms.SEX_ACT, *harms.INTIMATE, *everyday.CARNAL]),
    "dying": _single(everyday.DYING),
    "you": frozenset(["tu", "te", "toi", "vous", "ton", "ta", "tes", "votre", "vos", "you", "your"]),
    "me": frozenset(["je", "me", "moi", "mon", "ma", "mes", "nous", "notre", "nos", "i", "my", "we", "our"]),
}
