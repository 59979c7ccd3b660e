"""People named for what they are: who is meant, and the words for them, in French and English.

A group is protected because nobody chose it, or because nobody should have to leave it: origin, colour, religion,
sex, whom one loves, body, age, having fled. Trades, parties and fans are no groups here.
"""

from collections.abc import Mapping, Sequence

from palabre.core.signals.common import bag
from palabre.core.signals.grammar import spellings
from palabre.core.signals.spelling import plain_words


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.replace("\n", ",").split(",") if word.strip())


#: Words that name people whatever stands around them.
PEOPLE: Mapping[str, Sequence[str]] = {
    "women": _words("""
        femmes, meuf(s), gonzesse(s), nana(s), nénette(s), bonne femme, bonnes femmes, bonnes meufs, féministe(s)
        fémino, mères célibataires, demoiselles, filles d aujourd hui, les filles, des filles, ces filles, la femme
        une femme, women, woman, girls, feminists
    """),
    "trans": _words("""
        trans, transgenre(s), transsexuel(s), transsexuelle(s), transexuel(s), transexuelle(s), personnes trans
        non binaire(s), travesti(e)(s), travelo(s), intersexe(s), trans people, transgender(s)
    """),
    "gay": _words("""
        gay(s), homo(s), homosexuel(s), homosexuelle(s), lesbienne(s), bisexuel(s), bisexuelle(s), bisexualité
        homosexualité, lgbt, lgbtq, lgbti, lgbtqia, queer(s), pédé(s), gouine(s), couples du même sexe
        couple de même sexe, homosexuals, gays, lesbian(s), gay people
    """),
    "black": _words("""
        blacks, renoi(s), keubla(s), africain(e)(s), subsaharien(ne)(s), antillais, antillaise(s), haïtien(ne)(s)
        sénégalais, sénégalaise(s), malien(ne)(s), congolais, congolaise(s), ivoirien(ne)(s), camerounais
        camerounaise(s), nigérian(e)(s), nigérien(ne)(s), guinéen(ne)(s), gabonais, togolais, comorien(ne)(s)
        mahorais, somalien(ne)(s), érythréen(ne)(s), éthiopien(ne)(s), soudanais, soudanaise(s), personnes noires
        personne noire, personnes de couleur, gens de couleur, black people, africans
    """),
    "arab": _words("""
        arabe(s), rebeu(s), reubeu(s), beur(s), beurette(s), maghrébin(e)(s), algérien(ne)(s), marocain(e)(s)
        tunisien(ne)(s), libyen(ne)(s), égyptien(ne)(s), kabyle(s), berbère(s), bédouin(s), arabo musulmans
        nord africain(s), arabs
    """),
    "muslim": _words("""
        musulman(e)(s), mahométan(s), muzz, femmes voilées, voilées, les voiles, muslim(s), islam, islamiste(s)
        salafiste(s), barbus
    """),
    "jewish": _words("""
        juif(s), juive(s), feuj(s), israélite(s), hébreu(x), sioniste(s), judaïsme, israélien(ne)(s), jew(s)
        jewish, zionists
    """),
    "roma": _words("""
        roms, un rom, une rom, gitan(e)(s), manouche(s), tsigane(s), tzigane(s), gens du voyage, romanichel(le)(s)
        bohémiens, yéniche(s), gypsies, roma people
    """),
    "asian": _words("""
        chinois, chinoise(s), asiatique(s), viet(s), vietnamien(ne)(s), cambodgien(ne)(s), coréen(ne)(s)
        bridé(e)(s),         japonais, japonaise(s), laotien(s), philippin(s), asian(s), chinese
    """),
    "migrants": _words("""
        migrant(e)(s), immigré(e)(s), émigrés, réfugié(e)(s), clandestin(e)(s), clando(s), sans papiers
        étranger(s), étrangère(s), exilé(e)(s), demandeur(s) d asile, demandeuses d asile, immigration
        mineurs isolés, fils d immigrés, enfants d immigrés, immigrant(s), migrants, refugee(s), foreigner(s)
    """),
    "origin": _words("""
        turc(s), turque(s), kurde(s), syrien(ne)(s), afghan(e)(s), irakien(ne)(s), iranien(ne)(s), tchétchène(s)
        roumain(e)(s), bulgare(s), albanais, kosovar(s), polonais, polonaise(s), portugais, ukrainien(ne)(s)
        pakistanais, indien(ne)(s), bengali(s), sri lankais, tamoul(s), mexicain(e)(s), latino(s), basané(s)
        métis, métisse(s), réunionnais, guyanais, mexicans, pakistanis, indians
    """),
    "disabled": _words("""
        handicapé(e)(s), trisomique(s), autiste(s), infirme(s), invalide(s), mongolien(ne)(s), paraplégique(s)
        tétraplégique(s), malentendant(e)(s), malvoyant(e)(s), sourds muets, aveugles, schizophrènes, bipolaires
        personnes handicapées, gens en fauteuil, personnes en fauteuil, disabled, disabled people, autistic people
    """),
    "body": _words("obèse(s), personnes obèses, nains, personnes de petite taille, fat people, dwarfs"),
    "faith": _words("""
        chrétien(ne)(s), catholique(s), catho(s), protestants, évangéliques, bouddhiste(s), hindou(s), hindoue(s)
        sikhs, témoins de jéhovah, croyants, christians
    """),
    "age": _words("personnes âgées, vieillards, petits vieux, old people, elderly people"),
}
#: Words that also colour things or qualify: people only right after one of ``BEFORE``.
ADJECTIVES: Mapping[str, Sequence[str]] = {
    "black": _words("noir(e)(s), black"),
    "asian": _words("jaunes"),
    "age": _words("vieux, vieilles"),
    "body": _words("gros, grosses"),
    "disabled": _words("sourd(e)(s), aveugle, muets"),
}
BEFORE = bag("""
    les des ces aux tous toutes sale sales putain un une cet cette ce les vos nos leurs
    autres jeunes certains quelques deux trois mecs filles gars hommes femmes enfants gens personnes
""")
#: One word of each way to name people, the longest: without any of these, no group is named.
NAMING = frozenset(
    max(plain_words(spelt), key=len)
    for words in (*PEOPLE.values(), *ADJECTIVES.values())
    for word in words
    for spelt in spellings(word)
)
#: What is said of each in evidence: whom it is aimed at.
AIMS: Mapping[str, tuple[str, str]] = {
    "aims_women": ("vise les femmes", "aimed at women"),
    "aims_trans": ("vise les personnes trans", "aimed at trans people"),
    "aims_gay": ("vise les homosexuels", "aimed at gay people"),
    "aims_black": ("vise les personnes noires", "aimed at Black people"),
    "aims_arab": ("vise les personnes arabes", "aimed at Arabs"),
    "aims_muslim": ("vise les musulmans", "aimed at Muslims"),
    "aims_jewish": ("vise les Juifs", "aimed at Jews"),
    "aims_roma": ("vise les Roms et les gens du voyage", "aimed at Roma and Travellers"),
    "aims_asian": ("vise les personnes asiatiques", "aimed at Asian people"),
    "aims_migrants": ("vise les immigrés et les réfugiés", "aimed at immigrants and refugees"),
    "aims_origin": ("vise des gens pour leur origine", "aimed at people for where they come from"),
    "aims_disabled": ("vise les personnes handicapées", "aimed at disabled people"),
    "aims_body": ("vise des gens pour leur corps", "aimed at people for their body"),
    "aims_faith": ("vise des gens pour leur religion", "aimed at people for their faith"),
    "aims_age": ("vise des gens pour leur âge", "aimed at people for their age"),
}
