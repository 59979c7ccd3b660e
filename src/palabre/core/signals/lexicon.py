"""Classes of words that several detectors share, in French and English. Written as people write them."""

from collections.abc import Mapping, Sequence

from palabre.core.signals import harms


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.replace("\n", ",").split(",") if word.strip())


#: People named for what they are. Adjectives that also colour things (noir, blanc) are only here as people: plural,
#: or behind "sale"; they stand alone in no pattern.
GROUPS = _words("""
    arabe(s), noirs, noires, blacks, renoi(s), rebeu(s), reubeu(s), juif(s), juive(s), feuj(s), musulman(e)(s)
    muslim(s), islamistes, rom(s), gitan(e)(s), gitans, manouche(s), tsigane(s), tzigane(s), gens du voyage
    migrant(e)(s), immigré(e)(s), émigrés, étranger(s), étrangère(s), réfugié(e)(s), clandestin(s), sans papiers
    africain(e)(s), maghrébin(e)(s), algérien(ne)(s), algériens, marocain(e)(s), tunisien(s), tunisiens, turc(s)
    syrien(s), afghan(s), tchétchène(s), roumain(s), roumains, bulgares, chinois, asiatique(s), pakistanais
    subsahariens, comoriens, homo(s), homosexuel(s), homosexuels, gay(s), lesbienne(s), pédé(s), trans
    travelo(s), lgbt, handicapé(e)(s), trisomique(s), obèses, chrétiens, cathos, jews, jew, arabs, immigrants
    immigrant, migrants, refugees, foreigners, gypsies, africans, mexicans, pakistanis, indians, gays, lesbians
    blacks, black people, trans people, muslims, asians
""")
#: Words that have no other use than to wound people for what they are.
SLURS = _words("""
    bougnoul(e)(s), bougnoules, bicot(s), négro(s), nègre(s), négresse(s), youpin(e)(s), youtre(s), crouille(s)
    bamboula(s), chinetoque(s), niakoué(s), romano(s), tarlouze(s), tarlouse(s), tafiole(s), fiotte(s)
    gouinasse(s), pédale(s) de merde, enturbanné(s), face(s) de citron, melons de merde, bounioul(s)
    macaque(s) de merde, nigger(s), niggers, faggot(s), faggots, kike(s), raghead(s), towelhead(s), chink(s)
    wetback(s), tranny, trannies, moricaud(e)(s), négrillon(s), négrillonne(s)
    noichi de merde, sale(s) raton(s), sale(s) melon(s), ratons de merde, bande de ratons
    enculeur(s) de chèvres
    mangeur(s) de couscous de merde, suceur(s) de babouches, tarlopette(s), lopette(s), shemale(s), fag(s)
    poofter(s)
    spic(s), gook(s), beaner(s), sandnigger(s), sand nigger(s), pikey(s), gyppo(s), camel jockey(s)
    goat fucker(s)
    zipperhead(s), fucking retard(s), fuckin retard(s), bunch of retards, dirty coon(s), porch monkey(s)
""")
#: What is said of people to make them hated.
VILE = _words("""
    voleur(s), voleuse(s), violeur(s), terroriste(s), délinquant(s), parasite(s), sauvage(s), fainéant(s)
    feignant(s), feignasse(s), profiteur(s), criminel(s), menteur(s), assistés, envahisseur(s), racaille(s)
    crasseux, arriérés, dégénéré(s), pourriture(s), dangereux, sales, pouilleux, malades mentaux, contre nature
    abomination(s), cancer, peste, gangrène, fléau, plaie, vermine, thieves, rapists, terrorists, parasites
    savages, criminals, lazy, filthy, dirty, disgusting, a disease, a plague, scum
""")
#: Animals and filth, said of people.
VERMIN = _words("""
    rat(s), cafard(s), parasite(s), vermine, nuisible(s), cloporte(s), sangsue(s), punaises, singe(s)
    macaque(s), porc(s), cochons, chien(s), bestiaux, bêtes, animaux, bêtes sauvages, sauvages, déchets
    détritus, rats, cockroach(es), vermin, animals, apes, monkeys, pigs, dogs, parasites, subhuman(s), leeches
""")
#: What an insult is made of. Strong ones insult whoever reads them.
STRONG = _words("""
    connard(s), connasse(s), conard(s), conasse(s), enculé(e)(s), enfoiré(e)(s), fils de pute(s), fils de putain
    fille de pute, fdp, salope(s), salaud(s), salopard(s), pute(s), putain de con, pétasse(s), poufiasse(s)
    pouffiasse(s), bâtard(s), bâtarde(s), batar(s), ordure(s) humaine(s), raclure(s), sac à merde, grosse merde
    sous merde(s), tête de con, tête de noeud, trou du cul, trouduc, fumier(s), sale chien(ne), grosse vache
    gros porc, ntm, nique ta mère, nique ta race, tes morts, asshole(s), motherfucker(s), bastard(s), bitch(es)
    cunt(s), dickhead(s), piece(s) of shit, scumbag(s), wanker(s), prick(s), douchebag(s), twat(s)
""")
#: Insults that also have a mild use; they weigh more aimed at someone.
MILD = _words("""
    teubé(e)(s), naze(s), mongolito, golmon(s), baltringue(s), narvalo(s), bolosse(s), tebé, glandu(s)
    glandeur(s), gland(s), tanche(s), burne(s), trimard, clampin(s), tartuffe(s), corniaud(s), crevure(s)
    abrutie, feignasse(s), teub(s), abruti(e)(s), crétin(e)(s), débile(s), bouffon(ne)(s), bouffons
    tocard(e)(s), guignol(s), merdeux, merdeuse(s), couillon(s), imbécile(s), idiot(e)(s), attardé(e)(s)
    mongol(s), gogol(s), dégénéré(e)(s), taré(e)(s), cinglé(e)(s), décérébré(s), boloss, branleur(s)
    branleuse(s), minable(s), minus, branquignol(s), charlot(s), rigolo(s), charogne(s), pourriture(s)
    collabo(s), larbin(s), clown(s), pignouf(s), incapable(s), incompétent(e)(s), feignant(e)(s), fainéant(e)(s)
    menteur(s), menteuse(s), escroc(s), voleur(s), mythomane(s), mytho(s), demeuré(e)(s), demeurée, débilos
    neuneu(s), bécasse(s), greluche(s), pimbêche(s), pouffe(s), plouc(s), péquenaud(s), bouseux, beauf(s), ducon
    emmerdeur(s), emmerdeuse(s), chieur(s), chieuse(s), nullard(s), nullos, nullité(s), incapables, cassos
    schlag, poivrot(s), alcoolo(s), crevure(s), laideron(s), corrompus, traîtresse, pleutre(s), couard(s)
    trouillard(s), femmelette(s), lopette(s), fiotte(s), laquais, suceur(s), scribouillard(s), plumitif(s)
    journaleux, propagandiste(s), folliculaire, facho(s), nazillon(s), stalinien(s), gauchiasse(s), tyranneau
    parvenu(s), arriviste(s), crapule(s), canaille(s), fripouille(s), gredin(s), vaurien(s), crapule, malotru(s)
    goujat(s), mufle(s), rustre(s), verrat, vipère(s), harpie(s), mégère(s), timbré(e)(s), toqué(e)(s)
    fêlé(e)(s), détraqué(e)(s), consanguin(s), nabot(s), avorton(s), simplet(s), ahuri(s), lourdaud(s)
    lourdingue(s), tâcheron(s), imposteur(s), charlatan(s), usurpateur, fumiste(s), mytho, mytheux, pipeauteur
    baratineur(s), chiure(s), guignols, bouffonne, kéké(s), kikoo, kikoolol, noob(s), tdc, trdc, grognasse(s)
    radasse(s), cagole(s), potiche(s), dimwit(s), halfwit, nitwit, dunce, airhead, birdbrain, weirdo, coward(s)
    sellout(s), shill(s), phony, parasite, lowlife, muppet(s), numpty, pillock, tosser(s), plonker, bellend
    arsehole(s), moron(s), idiot(s), imbecile(s), loser(s), retard(s), dumbass, jerk(s), scum, liar(s), stupid
    pathetic
""")
#: Names of animals, things and faults: insults only where they are said of somebody.
SAID_OF = _words("""
    gourde(s), cruche(s), dinde(s), thon(s), blaireau(x), raté(e)(s), perdant(s), boulet(s), clochard(s)
    ivrogne(s), crevard(s), vermine, larve(s), cafard(s), cloporte(s), limace(s), andouille(s), cornichon(s)
    banane, bourrique, buse, oie, boudin(s), cageot(s), pourri(e)(s), vendu(e)(s), traître(s), lâche(s)
    lavette(s), carpette(s), paillasson(s), toutou(s), caniche(s), valet(s), perroquet(s), profiteur(s)
    parasite(s), sangsue(s), rapace(s), vautour(s), racaille(s), voyou(s), truand(s), porc(s), goret(s)
    truie(s), hyène(s), chacal, sorcière(s), hystérique(s), folle, dingue(s), psychopathe(s), sociopathe
    pervers, obsédé(s), microbe(s), gnome, relou, boulet, hypocrite(s), sournois, fourbe(s), déchet(s), étron
    bouse, pantin(s), marionnette(s), pitre(s), boomer(s), fragile(s), crapaud, bimbo, fool(s), dumb, dolt
    creep(s), hack(s), fraud(s), crook(s), swine, rat, pig, snake, worm, leech, trash, tool, git, knob, arse
""")
#: The same as ``MILD``, of several words.
RUDE = _words("""
    bras cassé(s), lèche bottes, lèche cul(s), ducon la joie, trou de balle, tête de nœud, tête de noeud
    tête à claques, tête de mule, tête de bite, tête de gland, face de rat, gueule de raie, faux derche(s)
    faux cul(s), faux jeton(s), casse couilles, casse pieds, petit con, sinistre con, vieux con, vieille peau
    vieux débris, vieux schnock, vieux croûton, sale type, sale gosse, zéro fini, bon à rien, bonne à rien
    bons à rien, moins que rien, propre à rien, bras cassés, cas social, cas soc, patate molle, âne bâté
    gros tas, gros lard, grosse truie, face de pet, gros dégueulasse, gros sac, dégueulasse personnage
    lèche boules, suce boules, pisse copie, gratte papier, khmer vert, petit chef, despote de pacotille
    gros porc, langue de vipère, malade mental, malades mentaux, attardé mental, minus habens, sous doué(s)
    abruti fini, gros lourd, merde humaine, sous fifre, clown triste, ptit con, ptite conne, connard fini
    vieille carne, vieille chouette, vieille bique, troll puant, débile profond, débile léger, qi d huître
    qi d une huître, cerveau de moineau, cervelle de moineau, garbage human
""")
#: To hurt somebody, in the infinitive.
HARM = _words("""
    tuer, buter, fumer, crever, défoncer, éclater, massacrer, égorger, saigner, tabasser, fracasser, violer
    niquer, pendre, flinguer, lyncher, éventrer, étrangler, bousiller, tondre, fouetter, gazer, péter la gueule
    casser la gueule, péter les dents, casser les dents, casser les jambes, casser les genoux, péter les genoux
    casser la figure, péter la figure, démonter la tête, exploser la tête, éclater la tête, mettre une balle
    trouer, crever les yeux, kill, hurt, shoot, stab, rape, murder, beat up, smash your face
""")
#: The same verbs, that are also said of leaves, trees and wasps.
BREAK = _words("""
    brûler, cramer, abattre, planter, démonter, démolir, écraser, noyer, exploser, casser, descendre, allumer
    burn, destroy, crush
""")
#: People around somebody.
KIN = _words("""
    mère, père, maman, papa, mari, femme, fille, fils, bébé, enfant(s), gosse(s), petit fils
    petite fille, frère, soeur
    grand mère, grand père, mamie, papy, tante, oncle, compagnon, compagne, conjoint, belle mère, beau père
    conjointe, voisin(e), ami(e), patient(e)
    mother, father, mum, mom, dad, husband, wife, daughter, baby, child, kid, brother, sister, grandma
    grandfather, partner
""")
#: What is taken to heal.
MEDICINE = _words("""
    médicament(s), médoc(s), medoc(s), comprimé(s), cachet(s), gélule(s), vaccin(s), vaccination, piqûre
    injection, dose, posologie, traitement, antibiotique(s), antidépresseur(s), anxiolytique(s)
    antihistaminique(s), antidouleur(s), sirop, pommade, cortisone, pilule, perfusion, chimio, collyre
    ordonnance, mg, medication(s), medicine(s), medecine, pill(s), tablet(s), vaccine(s), jab, treatment
    antibiotic(s), antidepressant(s), drug
""")
#: What a body does after it.
REACTION = _words("""
    plaques, rougeur(s), boutons, urticaire, eczéma, éruption, démangeaison(s), gonflé(e)(s), gonflent, gonfler
    gonflement, œdème, vertige(s), étourdissements, tête qui tourne, malaise(s), évanoui(e), évanouie
    évanouissement, syncope, convulsion(s), convulsé, vomi, vomit, vomis, vomissement(s), vomir, nausée(s)
    nauséeux, diarrhée(s), palpitations, tachycardie, tremblements, tremble, essoufflé(e), du mal à respirer
    migraine(s), maux de tête, mal de tête, insomnie(s), somnolence, confusion, hallucinations, brûlures
    saignement(s), saigne, hémorragie, paralysie, paralysé(e), perte de cheveux, acouphènes, crise d'angoisse
    chute de tension, hospitalisé(e), choc anaphylactique, réaction allergique, grosse fièvre, fièvre, gonfle
    gratte partout, choc
""")
#: The same in English, which says as often what a medicine is taken for as what it did.
REACTION_ENGLISH = _words("""
    rash, hives, dizzy, dizziness, nausea, nauseous, vomiting, threw up, fainted, seizure(s), swollen, swelling
    palpitations, headache(s), insomnia, short of breath, hallucinations, allergic reaction, hospitalised
    hospitalized
""")
#: Where swindlers lead people to.
MESSENGER = _words("""
    whatsapp, whats app, watsapp, wathsapp, whatsap, watsap, telegram, télégram, telegramme, signal app
    messenger, skype, viber, inbox, dm, mp, gmail
""")
#: Money and what makes it grow.
MONEY = _words("""
    euros, eur, argent, bitcoin(s), btc, crypto(s), cryptomonnaie(s), crypto monnaie(s), trading, forex, gains
    bénéfices, profit(s), dividendes, retraits, virement, prêt(s), crédit(s), cash, usdt, money, dollars
    investment, income, payout
""")
#: A promise that no honest person makes.
PROMISE = _words("""
    garanti(e)(s), sans risque(s), 100 fiable, 100 sûr, fiable et rapide, sans justificatif(s), facilement
    rapidement, sérieux et honnête, honnête et sérieux, en une semaine, en 24 h, en 24h, en 48 h, en 48h
    en 72 h, en 72h, en quelques jours, en sept jours, en 7 jours, par jour, par semaine, chaque semaine
    liberté financière, indépendance financière, résultat garanti, stock limité, places limitées, offre limitée
    dernières places, guaranteed, risk free, per week, per day, weekly, within 24 hours, financial freedom
    limited spots
""")
#: What readers pay for.
PAID = _words("""
    abonnement(s), journal, journaux, édition, numéro du jour, magazine, supplément, facture, prélèvement(s)
    compte, colis, commande, subscription, newspaper, paper, delivery, order, account, invoice
""")
#: The newsroom's work.
WORK = _words("""
    article(s), papier, titre(s), reportage, enquête, journal, émission, dossier, édito, photo, photos
    couverture, live, direct, podcast, chronique, interview, traitement, rédaction, sujet, article(s), story
    headline, coverage, reporting, report, piece, podcast, show, interview
""")

CLASSES: Mapping[str, Sequence[str]] = {
    "group": GROUPS,
    "slur": SLURS,
    "vile": VILE,
    "vermin": VERMIN,
    "strong": STRONG,
    "mild": MILD,
    "said_of": (*MILD, *SAID_OF),
    "rude": RUDE,
    "harm": HARM,
    "break": BREAK,
    "kin": KIN,
    "medicine": MEDICINE,
    "reaction": REACTION,
    "reaction_english": REACTION_ENGLISH,
    "messenger": MESSENGER,
    "money": MONEY,
    "promise": PROMISE,
    "paid": PAID,
    "work": WORK,
    **harms.CLASSES,
}
