"""Words of ordinary life, and those of violence, of sex and of death: classes of words for ``cues``.

A message full of kitchens, timetables and shoes seldom endangers anybody, whatever its verbs.
"""


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.replace("\n", ",").split(",") if word.strip())


WORDS = _words("""
    apéro, café, thé, gâteau(x), pizza(s), soupe, tarte(s), crêpe(s), raclette, fondue, salade(s), fromage(s), pain
    croissant(s), beurre, crème, sucre, farine, sel, saler, poivre, huile, sauce, oeuf(s), tomate(s), oignon(s)
    carotte(s), patate(s), pommes, fraise(s), citron(s), chocolat(s), noix, ail, poulet, viande, poisson, recette(s)
    cuisine, cuisiner, cuire, cuisson, four, poêle, casserole, fourchette, assiette, repas, dîner, déjeuner, goûter
    grillades, barbecue, merguez, vin, bière, jus, glace, bonbon(s), biscuit(s), dessert(s), menu, buvette, resto
    restaurant(s), brunch, pique nique, jardin, potager, plante(s), planter, fleurs, arroser, arbre(s), branche(s)
    haie, pelouse, tondre, compost, graines, mars, printemps, été, automne, hiver, pluie, neige, verglas, soleil
    météo, canicule, plage, montagne, lac, rivière, forêt, randonnée, rando, vélo, vélos, train, trains, bus, métro
    tram, avion, gare, aéroport, taxi, covoiturage, parking, péage, route, autoroute, pneu(s), vidange, garage
    moteur
    essence, permis, bagage(s), valise(s), billet(s), voyage, vacances, hôtel, camping, gîte, location, tente, spa
    match, matchs, équipe, équipes, but, buts, gardien, arbitre, ballon, score, finale, tournoi, derby, ligue
    championnat
    tennis, foot, rugby, volley, hand, basket, natation, piscine, marathon, course, entraînement, entraîneur, club
    raquette(s), échecs, scrabble, belote, tarot, pétanque, cartes, dés, jeu, jeux, niveau, partie, manette
    boss, quête
    console, serveur, stream, live, vidéo(s), chaîne, abonnez, abonner, abonnement(s), like, épisode(s)
    saison, série(s)
    film(s), roman(s), livre(s), polar, auteur, chapitre, théâtre, spectacle(s), concert(s), festival, expo
    exposition
    musée, tableau, chanson(s), album, guitare, piano, danse, photo, photos, peinture, poème, bd, manga
    acteur, actrice
    école, classe, cours, prof, leçon, devoirs, examen, bac, oral, stage, formation, diplôme, fac, université
    cantine
    maths, élèves, bulletin, rentrée, récréation, bureau, réunion, dossier(s), contrat, salaire, congés
    retraite, patron
    collègue(s), entretien, embauche, démission, facture(s), banque, compte, crédit, virement, impôts, loyer
    assurance
    fournisseur, opérateur, forfait, wifi, box, imprimante, ordinateur, téléphone, appli, application
    logiciel, code
    mail, colis, livraison, livreur, commande, remboursement, promo, soldes, magasin(s), boutique, caisse
    prix, euros
    acheter, vendre, vends, marché, panier, chaussures, chaussettes, pull(s), manteau, veste, pantalon, robe
    ourlet, laine
    costume, chapeau, lunettes, lessive, laver, ménage, vaisselle, aspirateur, canapé, table, chaise(s)
    étagère(s), lampe
    rideaux, tapis, carrelage, peinture, travaux, plombier, chauffage, radiateur(s), électricité, panneaux
    tuiles, toit
    benne, outils, bricolage, clou(s), vis, perceuse, échelle, anniversaire, mariage, noël, cadeau(x), fête
    fêtes, bal
    baptême, naissance, maternité, bébé, biberon, doudou, crèche, poussette, câlin, bisou(s), bises
    félicitations, bravo
    merci, bienvenue, bonjour, bonne, soirée, santé, médecin, docteur, pharmacie, ordonnance, dentiste, kiné, vaccin
    fièvre, rhume, grippe, yoga, régime, obèse, kilos, sommeil, sieste, mairie, conseil, vote, voter
    élection(s), urnes
    scrutin, référendum, pétition, loi, réforme, budget, débat, grève, syndicat, association, bénévole(s)
    collecte, dons
    chat, chien, chats, chiens, poules, vache(s), cheval, oiseau(x), vétérinaire, croquettes, ruche, miel, abeilles
    cinéma, journal, article, émission, radio, podcast, interview, titre, rubrique, abonné, courrier, horaires
    guichet
    apprendre, apprends, sport, gym, étirements, randonneurs, glisse, snow, ski, parachute, élastique
    escalade, plongée
    moustiques, limaces, frelons, chenilles, taupes, orties, ronces, potiron, basilic, herbes, épices
    confiture, levain
    beautiful, garden, lovely, recipe, kitchen, dinner, lunch, breakfast, cake, coffee, tea, beer, pizza
    garlic, eggs
    butter, shelves, roof, lake, beach, train, bus, ticket(s), holiday(s), school, class, homework, exam
    office, meeting
    report, email, printer, phone, laptop, app, game, games, match, team, coach, goal, league, tennis, chess
    book, movie
    film, song, album, concert, show, episode, stream, channel, video, subscribe, birthday, wedding, christmas, gift
    congratulations, thanks, shoes, dress, coat, shop, price, sale, delivery, parcel, order, refund, insurance
    bank, rent
    doctor, dentist, pharmacy, cat, dog, walk, run, bike, car park, weather, snow, rain, summer, winter, vote
    election
""")
VIOLENT = _words("""
    gueule, sang, sanglant, balle, balles, mort, morts, morte, cadavre(s), cercueil(s), tombe, cimetière
    morgue, bombe
    bombes, grenade(s), explosif(s), lynchage, exécution, peloton, guillotine, potence, gibet, bûcher, torture
    massacre
    carnage, tuerie, représailles, vengeance, venger, raclée, branlée, trempe, cogne, frappez, tirez, tirer
    viser, visez
    crever, crève, crevez, saigner, trouer, hosto, réa, coma, béquilles, fauteuil, dents, genoux, mâchoire
    crâne, rotules
    os, tripes, menace, peur, regretter, regretteras, payer, paieras, payeras, prévenu, prévenus, flingue
    calibre, lame
    feu, brûler, brûle, cramer, incendier, noyer, étrangler, étouffer, écraser, rouler dessus, pendu, pendre, corde
    blood, bullet, bullets, dead, corpse, grave, coffin, bomb, kill, shoot, stab, hang, burn, beat, lynch
    execute, smash
    bleed, suffer, pay, regret, hunt, bones, skull, teeth, neck, throat
""")
CARNAL = _words("""
    nue, nu, nus, nues, poil, lit, draps, sexe, sexy, sexuel, sexuelle, orgasme, érection, capote
    préliminaires, coquine
    coquin, cochonne, cochon, salope, chienne, chaude, chaud, chaudasse, excite, excité, excitée, excitant
    bander, bande
    mouille, mouillée, jouis, jouir, gémir, gémis, fesse(s), fessée, téton(s), sein, langue, lèvres, bouche
    lécher, lèche
    sucer, suce, avale, avaler, caresser, caresse, caresses, déshabille, déshabiller, lingerie, soutif, jupe
    short, moulant
    décolleté, braguette, caleçon, slip, érotique, fantasme, fantasmes, libertin, escort, nude, nudes, cam
    onlyfans, vierge
    baisable, bonne, bonnasse, milf, bonnet, engin, gland, couilles, sperme, foutre, plan, partouze, soumise
    attachée
    naked, nude, sex, horny, hard, wet, thighs, lips, mouth, moan, cum, jerk, strip, spank, daddy, blowjob
    nipples, bed
""")
DYING = _words("""
    mourir, mourrir, mort, morte, crever, suicide, suicider, suicidaire(s), suicidé, tuer, pendre, sauter
    saute, veines
    poignets, lame, rasoir, cutter, corde, cachets, somnifères, médicaments, médocs, pilules, plaquette
    overdose, rails
    pont, vide, disparaître, effacer, éteindre, adieu, adieux, pardon, enterrement, cercueil, tombe, cimetière, ciel
    testament, lettre, souffrir, souffre, souffrance, douleur, fardeau, poids, inutile, seul, seule, personne
    vivre, vie
    exister, existence, respirer, survivre, espoir, désespoir, désespéré, bout, fin, finir, noir, noires, vide
    fatigué
    fatiguée, épuisé, épuisée, pleure, pleurer, larmes, scarifie, scarifier, mutile, coupe, couper, sang, cicatrices
    die, dying, dead, death, suicide, suicidal, kill, pills, rope, blade, cut, cutting, bridge, burden
    worthless, alone
    pain, tired, goodbye, disappear, hopeless, numb, living, alive
""")
