"""Classes of words for what endangers people: harm in each of its forms, weapons, bodies, crowds
    and innocent uses.

Written as people write them; ``grammar`` says how. Infinitives of harm stand in ``lexicon``.
"""

from collections.abc import Mapping, Sequence


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.replace("\n", ",").split(",") if word.strip())


#: "je te …" now, and in a time to come.
HARM_NOW = _words("""
    tue, bute, crève, égorge, saigne, défonce, massacre, éclate, fracasse, tabasse, cogne, frappe, étrangle
    poignarde, plante, flingue, fume, brûle, crame, noie, pends, pend, étripe, abats, abat, descends, liquide
    démonte, termine, pulvérise, dérouille, rafale, soulève, découpe, encule, nique
""")
HARM_WILL = _words("""
    tuer(ai|a|ons), buter(ai|a|ons), crèver(ai|a|ons), égorger(ai|a|ons), saigner(ai|a), défoncer(ai|a)
    massacrer(ai|a), éclater(ai|a), fracasser(ai|a), tabasser(ai|a), cogner(ai|a), frapper(ai|a)
    étrangler(ai|a), poignarder(ai|a), planter(ai|a), flinguer(ai|a), fumer(ai|a), brûler(ai|a), cramer(ai|a)
    noier(ai|a), pendr(ai|a), étriper(ai|a), abattr(ai|a), démonter(ai|a), choper(ai|a), attraper(ai|a)
    détruir(ai|a), violer(ai|a), enterrer(ai|a), finir(ai|a)
""")
#: Infinitives that only hurt people.
HARM_STRICT = _words("""
    tuer, buter, flinguer, fusiller, lyncher, égorger, pendre, tabasser, exécuter, guillotiner, décapiter, gazer
    lapider, castrer, étrangler, poignarder, massacrer, exterminer, éventrer, zigouiller, bastonner, crucifier
    torturer, cogner, frapper, crever, liquider, saigner, descendre, abattre, éliminer, trucider, bousiller
""")
#: The same, called for.
HARM_CALL = _words("""
    tuez, butez, pendez, égorgez, flinguez, fusillez, lynchez, tabassez, brûlez, cramez, abattez, défoncez
    massacrez, cognez, frappez, exterminez, étranglez, castrez, gazez, bastonnez, caillassez, saignez, crevez
    démolissez, descendez, exécutez, décapitez, lapidez, crucifiez, poignardez, chopez, éclatez, fracassez
    liquidez, écrasez, noyez, plantez
""")
#: To break, before a part of the body.
SMASH = _words("""
    casser, casse, casserai, cassera, péter, pète, pèterai, pètera, briser, brise, briserai, exploser, explose
    exploserai, fracasser, fracasse, arracher, arrache, arracherai, éclater, éclate, éclaterai, démolir
    démonter, démonte, broyer, broie, fendre, trouer, troue, défoncer, défonce, couper, coupe, couperai
    crever, crève, trancher, tranche, écraser, écrase, refaire, déboîter, tordre, rompre, cassez, pétez, brisez
    explosez, éclatez, coupez, arrachez, crevez
""")
BODY = _words("""
    gueule(s), tête(s), dent(s), genou(x), jambe(s), doigt(s), nez, mâchoire(s), côte(s), crâne(s), bras, os
    nuque(s), rotule(s), tronche(s), figure, yeux, gorge, face, couilles, mains, cou, visage, colonne, bouche
    portrait, langue, oreilles, pattes, ventre, bide
""")
WEAPON = _words("""
    couteau(x), batte(s), fusil(s), flingue(s), barre(s) de fer, hache(s), marteau(x), machette(s), pistolet(s)
    kalach(s), carabine(s), fourche(s), matraque(s), pioche(s), cocktail(s) molotov, bidon(s), essence, pavés
    mortiers, acide, gourdin(s), arme(s), tronçonneuse(s), lame(s), calibre, cagoules, cagoulés, masqués, armés
    armé, barres, corde(s), pelle(s), bats, guns, gun, knife, knives, rope(s)
""")
#: What somebody has, lives in or works at.
OWNED = _words("""
    maison, voiture, bagnole, caisse, appart, appartement, immeuble, bureau(x), local, locaux, siège, rédaction
    boutique, magasin, commerce, resto, restaurant, permanence, mosquée, église, synagogue, école, lycée, cabinet
    garage, moto, scooter, ferme, chien(s), chat(s), cheval, studio, plateau, entreprise, boîte, porte, rue
    baraque, camion, stand, salle, jardin, house, car, office, place, dog
""")
#: Those whom calls to violence aim at.
MOB = _words("""
    politiques, politiciens, députés, flics, crs, journalistes, journaleux, patrons, banquiers, élus, ministres
    ministre, juges, juge, profs, chasseurs, antifas, fachos, écolos, militants, bourgeois, riches, traîtres
    traître, collabos, pédophiles, pédos, pédo, violeurs, dealers, voleurs, sénateurs, curés, policiers
    gendarmes, grévistes, cyclistes, squatteurs, cambrioleurs, dirigeants, actionnaires, chauffards, gauchistes
    manifestants, maire, maires, préfet, président, keufs, bleus, huissiers, syndicalistes, notables, soldats
    supporters, arbitre(s), casseurs, racailles, ordures, pourris, salauds, chiens, porcs, vermine, parasites
    gars d en face, mecs d en face, président(s), gouvernement, militaires, antivax, vegans, éleveurs
    fonctionnaires, profiteurs, riches, étrangers, migrants, arabes, noirs, juifs, musulmans, cops, politicians
    judges, traitors, pigs, bastards, bankers
""")
#: What makes a visit, a debt or a blow harmless.
KINDLY = _words("""
    apéro, café, gâteau, pizza(s), maternité, anniversaire, bisou(s), croisé(e)(s), grillades, barbecue, goûter
    match, concert, élection(s), urne(s), scrutin, échecs, chess, tournoi, scrabble, tarot, belote, pétanque
    ping pong, tennis, foot, mario, jeu, partie, finale, derby, spectacle, film, épisode, expo, exposition, fête
    resto, restaurant, tomates, soupe, tarte, recette, clés, colis, livre, livraison, covoiturage, stage, tante
    cousin, joli, jolie, bises, noël, marché, médiathèque, classe, course, record, quiz, festival, brunch
    dîner, déjeuner, vin, bière, crêpes, pot, rando, visite guidée, caisse, solde, soldes, promo, mensualités
    facture, crédit, virement, score, manche, set, ranked, boss, niveau
""")
#: Kitchens, gardens and games: where one beats, burns and kills nobody.
COOKED = _words("""
    oignon(s), tomate(s), oeuf(s), carotte(s), ail, beurre, crème, sucre, farine, sel, saler, poivrer, fourchette
    four, casserole, poêle, chalumeau, chocolat, fraises, noix, amandes, sauce, huile, patates, pommes, citron
    pâte, mixeur, mortier, blancs, neige, sirop, rhum, fruits, légumes, viande, poulet, poisson, gousses, biscuits
    basilic, herbes, épices, glaçons, crabe, homard, eggs, butter, sugar, garlic, cream, spices
    frelon(s), limace(s), chenille(s), nid(s), taupe(s), moustique(s), puceron(s), guêpe(s), ronces, orties
    racines, feuilles, bourgeons, compost, potager, jardin, plants, arbres, branches, bois, palettes, cafards
    cartons, déchets, bougie(s), encens, boss, zombie(s), monstre(s), gobelin(s), dragon(s), mobs, bots, ennemis
    niveau, quête, donjon, manette, but, buts, filet, ballon, match, équipe, score, penalty, coup franc, balle au
    radiateurs, calories, graisses, graisse, cd, dvd
""")
#: Acts that are named in no other sense.
SEX_ACT = _words("""
    levrette, partouze(s), gode(s), cunni, cunnilingus, branlette, éjac, éjaculer, gang bang, bukkake, sodomie
    sodomiser, fellation, gorge profonde, pipe, gâterie, missionnaire, plan cul, plan à trois, plan à 3, baise
    baiser, tringler, ken, culbuter, troncher, sucer, suçe, blowjob, handjob, anal, orgasme, jouir, gicler
    branler, doigter, niquer, enculer, tailler une pipe
""")
INTIMATE = _words("""
    chatte, seins, nichons, nibards, cul, tétons, fesses, cuisses, foune, foufoune, minou, bite, queue, teub
    clito, boobs, boule, loches, miches, teuch, verge, croupe, entrejambe, vulve, poitrine, décolleté, culotte
    string, pussy, tits, cock, dick, ass, boobs, panties
""")
_YEARS = tuple(str(year) for year in range(1940, 2027))

CLASSES: Mapping[str, Sequence[str]] = {
    "harmnow": HARM_NOW,
    "harmwill": HARM_WILL,
    "harmstrict": HARM_STRICT,
    "harmcall": HARM_CALL,
    "smash": SMASH,
    "body": BODY,
    "weapon": WEAPON,
    "owned": OWNED,
    "mob": MOB,
    "kindly": KINDLY,
    "cooked": COOKED,
    "sexact": SEX_ACT,
    "intimate": INTIMATE,
    "year": _YEARS,
}
