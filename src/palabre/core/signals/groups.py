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
        fémino, féminazie(s), femelle(s), donzelle(s), rombière(s), mères célibataires, mère célibataire
        mères au foyer, filles mères, femmes au foyer, demoiselles, les filles, des filles, ces filles, la femme
        une femme, femmes au volant, mamans solos, quotas de femmes, women, woman, girls, feminists
        single mothers
        single moms, chicks, broads, females
    """),
    "men": _words("""
        les hommes sont, tous les hommes, mâles blancs, mecs cis, hommes cis, mecs hétéros, tous les mecs
        les mecs sont
        les mecs c est, un homme c est, un mec c est, les hommes c est, all men, men are
    """),
    "trans": _words("""
        trans, transgenre(s), transsexuel(s), transsexuelle(s), transexuel(s), transexuelle(s), personnes trans
        non binaire(s), non binaires, travesti(e)(s), travelo(s), intersexe(s), hermaphrodite(s), drag queen(s)
        genderfluid, trav(s), trave(s), transidentité, transition de genre, wokes lgbt, ladyboy(s)
        trans people, transgender(s)
        transsexual(s), transvestite(s), nonbinary people
    """),
    "gay": _words("""
        gay(s), homo(s), homosexuel(s), homosexuelle(s), lesbienne(s), bisexuel(s), bisexuelle(s), bisexualité
        homosexualité, lgbt, lgbtq, lgbti, lgbtqia, lgbtqi, queer(s), pédé(s), pédéraste(s), gouine(s)
        couples du même sexe, couple de même sexe, couples de même sexe, couples homos, couples d hommes
        couples de femmes, deux papas, deux mamans, deux mecs ensemble, deux hommes ensemble, inverti(s), un bi
        les bi, asexuel(s), asexuelle(s), pansexuel(s), pansexuelle(s), sodomite(s), uraniste(s), mariage gay
        mariage homo, mariage pour tous, gay pride, marche des fiertés, homosexuals, lesbian(s), gay people
        bisexuals, dykes, homosexuality
    """),
    "black": _words("""
        blacks, peul(e)(s), touareg(s), bambara(s), bamiléké(s), hutu(s), tutsi(s), renoi(s), keubla(s)
        kebla(s), africain(e)(s), subsaharien(ne)(s), antillais, antillaise(s)
        haïtien(ne)(s), sénégalais, sénégalaise(s), malien(ne)(s), congolais, congolaise(s), ivoirien(ne)(s)
        camerounais, camerounaise(s), nigérian(e)(s), nigérien(ne)(s), guinéen(ne)(s), gabonais, gabonaise(s)
        togolais, togolaise(s), comorien(ne)(s), béninois, béninoise(s), burkinabé(s), mauritanien(ne)(s)
        tchadien(ne)(s), centrafricain(e)(s), rwandais, rwandaise(s), burundais, angolais, angolaise(s)
        kényan(e)(s), tanzanien(ne)(s), ougandais, zimbabwéen(ne)(s), mozambicain(s), malgache(s), ghanéen(ne)(s)
        libérien(s), sierra léonais, gambien(s), cap verdien(ne)(s), capverdien(ne)(s), djiboutien(s), mahorais
        mahoraise(s), somalien(ne)(s), érythréen(ne)(s), éthiopien(ne)(s), soudanais, soudanaise(s), martiniquais
        martiniquaise(s), guadeloupéen(ne)(s), jamaïcain(e)(s), afro américain(e)(s), afros, afrodescendant(e)(s)
        personnes noires, personne noire, femmes noires, hommes noirs, mecs noirs, jeunes noirs, enfants noirs
        personnes de couleur, gens de couleur, homme de couleur, femme de couleur, mélanoderme(s), black people
        black player(s), black boy(s), black girl(s), black families, black youth(s), black neighbours
        black neighbors
        black guy(s), black man, black men, black women, black kids, black folks, africans, african, nigerians
        somalis, haitians
    """),
    "arab": _words("""
        arabe(s), rebeu(s), reubeu(s), beur(s), beurette(s), maghrébin(e)(s), algérien(ne)(s), marocain(e)(s)
        tunisien(ne)(s), libyen(ne)(s), égyptien(ne)(s), kabyle(s), berbère(s), bédouin(s), arabo musulmans
        nord africain(e)(s), saoudien(ne)(s), qatari(e)(s), qatarien(s), émirati(s), koweïtien(s), yéménite(s)
        jordanien(ne)(s), libanais, libanaise(s), palestinien(ne)(s), levantin(s), rifain(s), chaoui(s)
        blédard(e)(s), harki(s), arbi(s), fellaga(s), fellouze(s), arab(s), algerians, moroccans, palestinians
        egyptians
    """),
    "muslim": _words("""
        musulman(e)(s), mahométan(e)(s), muzz, muz, zulmans, islamique, femmes voilées, femme voilée
        filles voilées
        voilées, une voilée, les voiles, rohingya(s), coran, islam, islamiste(s), islamisation, salafiste(s)
        barbus, imam(s)
        mollah(s), chiite(s), sunnite(s), alévi(s), ismaélien(s), soufi(s), ahmadis, coranistes, enfoulardé(e)(s)
        converti(e)(s) à l islam, la charia, muslim(s), islamists, imams, mullahs
    """),
    "jewish": _words("""
        juif(s), juive(s), feuj(s), israélite(s), hébreu(x), sioniste(s), judaïsme, israélien(ne)(s), ashkénaze(s)
        séfarade(s), hassidique(s), loubavitch(s), rabbin(s), rothschild, talmud, jew(s), jewish, zionist(s)
        israelis, rabbis
    """),
    "roma": _words("""
        roms, un rom, une rom, le rom, gitan(e)(s), manouche(s), tsigane(s), tzigane(s), gens du voyage
        romanichel(le)(s), bohémiens, bohémienne(s), yéniche(s), rabouin(s), voleurs de poules, camp rom
        camps de roms, voyageurs du camp, gypsy, gypsies, roma people, romani people, travellers
    """),
    "asian": _words("""
        chinois, chinoise(s), chintok(s), asiatique(s), viet(s), vietnamien(ne)(s), cambodgien(ne)(s)
        coréen(ne)(s), noiche(s)
        noich, bridé(e)(s), japonais, japonaise(s), jap(s), laotien(ne)(s), philippin(s), philippine(s)
        thaïlandais
        thaïlandaise(s), thaï(s), birman(e)(s), indonésien(ne)(s), malaisien(ne)(s), taïwanais, singapourien(s)
        mongols de mongolie, tibétain(e)(s), hmong(s), ouïghour(e)(s), asian(s), chinese, koreans, japanese people
        vietnamese, filipinos, thais
    """),
    "migrants": _words("""
        migrant(e)(s), immigré(e)(s), émigrés, réfugié(e)(s), clandestin(e)(s), clando(s), sans papiers
        étranger(s)
        étrangère(s), exilé(e)(s), demandeur(s) d asile, demandeuse(s) d asile, immigration, mineurs isolés
        fils d immigrés, enfants d immigrés, primo arrivants, naturalisés, déplacés, déboutés, métèque(s)
        allogène(s), extra européens, français de papier, remplaçants ethniques, migrations, regroupement familial
        binationaux, non européens, issus de l immigration, issu de l immigration, immigrant(s), migrants
        refugee(s), foreigner(s), illegals, illegal aliens, asylum seeker(s), boat people, mineur isolé
        mineur(s) non accompagné(s), mna
    """),
    "origin": _words("""
        kurde(s), syrien(ne)(s), afghan(e)(s), irakien(ne)(s), iranien(ne)(s), tchétchène(s), perses
        roumain(e)(s)
        bulgare(s), albanais, albanaise(s), kosovar(e)(s), polonais, ukrainien(ne)(s), pakistanais
        pakistanaise(s)
        indien(ne)(s), bengali(s), bangladais, sri lankais, tamoul(e)(s), mexicain(e)(s), latino(s), latina(s)
        basané(e)(s), métis, métisse(s), réunionnais, réunionnaise(s), guyanais, népalais, russe(s), russkof(s)
        moldave(s), bélarusse(s), biélorusse(s), géorgien(ne)(s), arménien(ne)(s), azéri(s), serbe(s), croate(s)
        bosniaque(s), bosnien(ne)(s), monténégrin(s), macédonien(ne)(s), slovène(s), slovaque(s), tchèque(s)
        hongrois, hongroise(s), lituanien(ne)(s), letton(s), lettonne(s), estonien(ne)(s), finlandais
        finlandaise(s), suédois, norvégien(ne)(s), danois, islandais, irlandais, irlandaise(s), écossais, gallois
        britannique(s), allemand(e)(s), boche(s), chleuh(s), schleu(s), fridolin(s), belge(s), wallon(s)
        wallonne(s), flamand(e)(s)
        hollandais, hollandaise(s), néerlandais, luxembourgeois, italien(ne)(s), espagnol(s), espagnole(s)
        catalan(s), basque(s), breton(s), bretonne(s), corse(s), alsacien(ne)(s), ch ti(s), chtis, chtimi(s)
        normands, auvergnat(s), marseillais, parigot(s), savoyards, occitans, québécois, canadien(ne)(s)
        américain(e)(s), ricain(s), amerloque(s), portos, rital(s), polak(s), polack(s), popof(s), yougo(s)
        rosbif(s), espingouin(s), zoreille(s), zorey(s), kraut(s), amérindien(ne)(s), inuit(s), peaux rouges
        brésilien(ne)(s)
        argentin(s), chilien(ne)(s), colombien(ne)(s), vénézuélien(ne)(s), péruvien(ne)(s), bolivien(s)
        équatorien(s), cubain(e)(s), dominicain(e)(s), portoricain(s), hispanique(s), australien(s), aborigène(s)
        kanak(e)(s), canaque(s), maori(s), polynésien(s), tahitien(s), wallisien(s), caldoches, ouzbek(s)
        kazakh(s)
        tadjik(s), turkmènes, caucasien(s), slave(s), balkaniques, sud américain(s), étrangers de l est
        gens de l est, mexicans, mexican, paki(s), pakistanis, indians, romanians, poles, polish people, russians
        albanians, turks, the irish, irish people, the french, the germans, the chinese, hispanics, latinos
        iranians, afghans, syrians, iraqis, ukrainians, brazilians, colombians, native americans, aboriginals
    """),
    "white": _words("""
        babtou(s), toubab(s), gwer(s), céfran(s), face(s) de craie, sale(s) blanc(s), mec blanc, homme blanc
        hommes blancs, femmes blanches, white people, white boys, whitey(s), crackers
    """),
    "disabled": _words("""
        handicapé(e)(s), trisomique(s), triso(s), autiste(s), autisme, infirme(s), invalide(s), mongolien(ne)(s)
        paraplégique(s), tétraplégique(s), hémiplégique(s), malentendant(e)(s), malvoyant(e)(s), non voyants
        sourds muets, aveugles, schizophrène(s), schizo(s), bipolaire(s), borderlines, psychotique(s)
        dépressif(s)
        dépressive(s), malades mentaux, malade mental, déficient(s), déficiente(s), déficients mentaux, handicap
        handis, personnes handicapées, personne handicapée, enfants handicapés, les dys, dyslexique(s)
        dyspraxique(s), tdah, hyperactif(s), asperger(s), gens en fauteuil, personnes en fauteuil
        ceux en fauteuil
        les fauteuils, cul de jatte, culs de jatte, estropié(s), boiteux, manchot(s), bossu(s), bègue(s)
        épileptique(s), séropositif(s), séropositifs, sidaïque(s), débiles mentaux, attardés mentaux, cotorep
        polyhandicapé(e)(s), amputé(s), disabled, disabled people, autistic(s), autistic people, autistic kids
        cripples, crippled, blind people, deaf people, schizophrenics, the mentally ill, downs syndrome
        wheelchair users, handicapped
    """),
    "body": _words("""
        obèse(s), personnes obèses, personnes grosses, gens gros, grosses meufs, grosses femmes, nains, les nains
        un nain, personnes de petite taille, rouquin(s), rouquine(s), les roux, les rousses, fat people, fatties
        dwarfs, midgets, gingers, fat women
    """),
    "faith": _words("""
        chrétien(ne)(s), catholique(s), catho(s), protestant(e)(s), évangélique(s), évangéliste(s), bouddhiste(s)
        hindou(s), hindoue(s), hindouiste(s), sikh(s), témoins de jéhovah, témoin de jéhovah, mormon(s)
        mormone(s)
        orthodoxes, copte(s), maronite(s), adventistes, pentecôtistes, yézidi(s), zoroastriens, athée(s)
        agnostiques, croyants, bigot(e)(s), grenouilles de bénitier, curés, calotins, païens, animistes, baptistes
        intégristes, christian(s), catholics, catholic people, protestants, hindus, buddhists, mormons, atheists
        sikhs, jehovah s witnesses
    """),
    "age": _words("""
        personnes âgées, personne âgée, vieillard(s), petits vieux, petites vieilles, vioque(s), vieux croulants
        retraités, boomers, les ancêtres, séniors, seniors, troisième âge, grabataires, croulants, vieilles peaux
        old people, elderly people, the elderly, old folks, pensioners
    """),
}
#: Words that also colour things or qualify: people only right after one of ``BEFORE``.
ADJECTIVES: Mapping[str, Sequence[str]] = {
    "black": _words("noir(e)(s), black"),
    "white": _words("blancs, blanches, blanche"),
    "asian": _words("jaunes"),
    "age": _words("vieux, vieilles"),
    "body": _words("gros, grosses"),
    "disabled": _words("sourd(e)(s), aveugle, muets"),
    "men": _words("hommes, bonshommes"),
    "origin": _words("""
        turc(s), turque(s), portugais, portugaise(s), grec(s), grecque(s), suisse(s), anglais, anglaise(s)
        polonaise(s), suédoise(s), danoise(s), sardes, siciliens, napolitains, normand(e)(s), roumis
    """),
}
#: What stands for people without naming them: their places, clothes and signs. Weighed less (``cues``).
PROXIES = _words("""
    mosquée(s), minaret(s), muezzin(s), burqa(s), burka(s), niqab(s), hijab(s), hidjab(s), abaya(s), djellaba(s)
    qamis, burkini(s), voile(s), voilée(s), halal, ramadan, charia, coran, kippa(s), synagogue(s), bidonville(s)
    campement(s), bled, boubou(s), pride, remigration, islamisation, rothschild, soros, talmud, blédard(e)(s)
    mosque(s), turban(s), crochus, lobby, savane, fidèles, barbus, enturbannés
""")
BEFORE = bag("""
    le l les des ces aux tous toutes sale sales putain un une cet cette ce les vos nos leurs ses mes
    medecin prof patron maire president voisin ministre journaliste arbitre joueur acteur flic avocat prof
    collegue gendre client prenom
    autres jeunes certains quelques deux trois mecs filles gars hommes femmes enfants gens personnes
""")
#: Words that name nobody without the others of their phrase.
_WEAK = bag("""
    un une les des ces la le du de d a l s femme femmes hommes homme fille filles personne personnes gens mere
    meres couple couples enfants bonne bonnes vieilles petits petites jeunes mecs mec deux aujourd ensemble
    marche mariage filles camp camps jeune ceux hommes people man men guy guys kids folks women old white fat
    mental mentaux mentally malade malades enfant grosses gros sales pour est sont tous the meme volant foyer
    petite camp personnes
""")


def _telling(spelt: str) -> str:
    """Return the word of a phrase that tells most: the longest that is not ``_WEAK``, or the longest."""
    return max(plain_words(spelt), key=lambda word: (word not in _WEAK, len(word)))


#: One word of each way to name people: without any of these, no group is named.
NAMING = frozenset(
    _telling(spelt)
    for words in (*PEOPLE.values(), *ADJECTIVES.values())
    for word in words
    for spelt in spellings(word)
)
#: Words that name people by themselves, whatever stands around: what learning looks at (``cues``).
NAMES = frozenset(
    plain_words(spelt)[0]
    for words in PEOPLE.values()
    for word in words
    for spelt in spellings(word)
    if len(plain_words(spelt)) == 1
)
#: What is said of each in evidence: whom it is aimed at.
AIMS: Mapping[str, tuple[str, str]] = {
    "aims_women": ("vise les femmes", "aimed at women"),
    "aims_men": ("vise les hommes", "aimed at men"),
    "aims_white": ("vise les personnes blanches", "aimed at white people"),
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
