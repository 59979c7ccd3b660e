"""What is said of people to make them small, hated or feared: many words, by what they blame. For ``hostile``.

Words are written as ``grammar`` reads them; each list says what role its words play around a group (``hostility``).
"""

from collections.abc import Mapping, Sequence


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.replace("\n", ",").split(",") if word.strip())


_MORAL = _words("""
    sournois, sournoise(s), fourbe(s), perfide(s), hypocrite(s), malhonnête(s), tricheur(s), tricheuse(s)
    faux jetons, faux culs, escroc(s), arnaqueur(s), arnaqueuse(s), filou(s), fripouille(s), crapule(s)
    canaille(s), vaurien(s), voyou(s), gredin(s), scélérat(s), corrompu(s), corrompue(s), vendu(s), vendue(s)
    félon(s), judas, manipulateurs, calculateur(s), calculatrice(s), intéressé(e)(s), avide(s), cupide(s)
    rapace(s), radin(e)(s), grippe sous, pingre(s), avare(s), usurier(s), usurière(s), profiteur(s)
    profiteuse(s), opportuniste(s), sans gêne, sans honneur, sans morale, sans foi ni loi, sans parole
    sans cœur, sans âme, sans pitié, cruel(le)(s), cruels, méchant(e)(s), vicelard(s), malintentionné(s)
    immoral, immoraux, immorale(s), amoral, amoraux, impurs, impur, impure(s), dépravé(e)(s), débauché(e)(s)
    pécheur(s), infidèle(s), mécréant(s), impie(s), ingrat(e)(s), arrogant(e)(s), prétentieux, prétentieuse(s)
    mal élevé(e)(s), malpoli(e)(s), grossier(s), vulgaire(s), insolent(s), irrespectueux, égoïste(s)
    narcissiques, susceptibles, rancunier(s), rancunière(s), jaloux, jalouse(s), hargneux, haineux, brutaux
    deceitful, treacherous, greedy, dishonest, liars, cheats, evil, wicked, immoral, perverts, perverted, sinful
    degenerate(s), hypocrites, cowards, sneaky, crooks, crooked, ungrateful, rude, cruel, corrupt, selfish
    vicious, untrustworthy, trash, nasty
""")
_MIND = _words("""
    bête(s), stupide(s), idiot(e)(s), débile(s), crétin(e)(s), imbécile(s), abruti(e)(s), ignare(s)
    ignorant(e)(s), inculte(s), arriéré(e)(s), attardé(e)(s), demeuré(e)(s), simplet(s), simplette(s)
    simples d esprit, benêt(s), nigaud(s), ahuri(s), ahurie(s), taré(e)(s), cinglé(e)(s), timbré(e)(s)
    toqué(e)(s), fêlé(e)(s), dingue(s), fou, fous, folle(s), cons, conne(s), bas de plafond, sans cervelle
    sans cerveau, décérébré(e)(s), moutons, écervelé(e)(s), analphabète(s), illettré(e)(s), primaire(s)
    limité(e)(s), lent(e)(s), irrationnel(le)(s), irrationnels, hystérique(s), immatures, puériles
    grands enfants, de grands enfants, niais, niaise(s), cruche(s), dinde(s), potiche(s), gourde(s), bécasse(s)
    gogol(s), mongol(s), gogole(s), boulet(s), branque(s), neuneu(s), neu neu, lobotomisé(e)(s)
    endoctriné(e)(s), fanatisé(e)(s), zombie(s), illuminé(e)(s), secte, déséquilibré(e)(s), détraqué(e)(s)
    psychopathe(s), malade(s) dans leur tête, fragile(s), faible(s), bons qu à, bon qu à, bonne qu à
    bonnes qu à, good for nothing, dumb, stupid, idiots, morons, retarded, imbeciles, brainless, dumber
    illiterate, backward, crazy, insane, hysterical, simple minded, low iq, braindead, slow, childish, weak
    delusional
""")
_BODY = _words("""
    sale(s), crasseux, crasseuse(s), puant(e)(s), puent, pue, schlinguent, schlingue, dégueulasse(s), dégueu
    crado(s), crade(s), cradingue(s), pouilleux, pouilleuse(s), galeux, galeuse(s), infect(e)(s), infecte(s)
    répugnant(e)(s), immonde(s), repoussant(e)(s), dégoûtant(e)(s), ignoble(s), hideux, hideuse(s), laid(e)(s)
    moche(s), affreux, affreuse(s), difforme(s), monstrueux, monstrueuse(s), baveux, gras, graisseux, gros tas
    gros porcs, baleine(s), éléphants, vache(s), grosse(s) vache(s), laideron(s), cageot(s), malodorant(s)
    contagieux, contaminés, infecté(s), vérolé(s), malades, pestiféré(s), consanguin(e)(s), dégénéré(e)(s)
    tordu(e)(s), tares, anormaux, anormal(e), anormales, bizarre(s), pas normal, pas normaux, pas naturel
    contre nature, anti naturel, déréglé(s), mal baisée(s), ugly, smelly, stinky, gross, filthy, dirty
    disgusting, repulsive, revolting, hideous, fat pigs, diseased, unclean, unnatural, abnormal, deformed
    freaks, freak, sick, sickening, vile, smell, stink, stinks
""")
_CRIME = _words("""
    voleur(s), voleuse(s), violeur(s), criminel(le)(s), criminels, délinquant(e)(s), assassin(s), meurtrier(s)
    tueur(s), égorgeur(s), terroriste(s), djihadiste(s), poseurs de bombes, bombes humaines, bombe humaine
    dealer(s), trafiquant(s), braqueur(s), cambrioleur(s), pickpocket(s), bandit(s), brigand(s), gangster(s)
    mafieux, mafia(s), une mafia, malfrat(s), truand(s), racketteur(s), agresseur(s), casseur(s), pillard(s)
    pilleur(s), pyromane(s), kidnappeur(s), proxénète(s), maquereau(x), fraudeur(s), fraudeuse(s), faussaire(s)
    receleur(s), repris de justice, gibier de potence, hors la loi, pédophile(s), pédo(s), pédocriminel(s)
    prédateur(s), détraqué(s) sexuel(s), violents, violente(s), agressif(s), agressive(s), dangereux
    dangereuse(s), incontrôlable(s), barbare(s), sanguinaire(s), brutes, brute(s), sadique(s), bourreau(x)
    tortionnaire(s), esclavagiste(s), nazi(s), colon(s), thieves, thief, rapists, rapist, criminal(s), murderers
    terrorist(s), drug dealers, gangsters, thugs, paedophiles, pedophiles, pedos, groomers, predators, killers
    savages, violent, dangerous, aggressive, barbaric, barbarians, bombers, looters, scammers, fraudsters
    drunks, crackheads
""")
_WORTH = _words("""
    fainéant(e)(s), feignant(e)(s), feignasse(s), paresseux, paresseuse(s), flemmard(e)(s), glandeur(s)
    branleur(s), tire au flanc, assisté(e)(s), cassos, cas sociaux, cas soc, parasite(s), sangsue(s)
    pique assiette(s), bouche(s), inutile(s), bouches à nourrir, poids, poids mort, poids morts, charge(s)
    fardeau(x), boulet(s), bons à rien, bon à rien, bonne à rien, bonnes à rien, propre(s) à rien, incapable(s)
    incompétent(e)(s), nul(le)(s), nuls, inutile(s), inutilité, raté(e)(s), minable(s), perdant(s), loser(s)
    misérable(s), mendiant(e)(s), clochard(s), traîne savates, va nu pieds, gueux, crève la faim, cafards
    alcoolique(s), alcoolo(s), ivrogne(s), poivrots, soûlard(s), pochtron(s), drogué(e)(s), camé(s), toxico(s)
    junkie(s), sous développé(e)(s), inférieur(e)(s), sous hommes, sous humains, sous merde(s), moins que rien
    de seconde zone, inaptes, inassimilable(s), incompatibles, inintégrable(s), irrécupérable(s), incasable(s)
    invivable(s), insupportable(s), infréquentable(s), insortable(s), lazy, useless, worthless, losers, failures
    freeloaders, scroungers, spongers, parasites, leeches, burden, a waste, waste of space, waste of money
    waste of oxygen, inferior, beggars, second class, subhuman, alcoholics, drunkards
""")
_PERIL = _words("""
    danger(s), menace(s), péril(s), fléau(x), plaie(s), peste, cancer, gangrène, virus, poison, invasion
    envahisseur(s), envahisseuse(s), colonisateur(s), occupant(s), ennemi(s), ennemie(s), cinquième colonne
    cheval de troie, traître(s), conquérant(s), intrus, indésirable(s), nuisible(s), toxique(s), nocif(s)
    nocive(s), fanatique(s), extrémiste(s), intégriste(s), obscurantiste(s), radicalisé(s), sectaire(s)
    rétrograde(s), moyenâgeux, archaïques, médiéval, médiévaux, sauvage(s), primitif(s), primitive(s)
    cannibale(s), hordes, horde(s), meute(s), vermine, racaille(s), caillera(s), pourriture(s), ordure(s)
    déchet(s), rebut(s), lie, tumeur(s), verrue(s), catastrophe(s), calamité(s), malédiction, honte
    abomination(s), aberration(s), horreur(s), erreur(s) de la nature, insulte à la nature, décadence
    dégénérescence, perversion(s), déviance(s), déviant(e)(s), pervers, perverse(s), obsédé(e)(s), malsain(e)(s)
    maladie(s), maladie mentale, trouble mental, folie, mode ridicule, caprice(s), délire(s), mensonge(s)
    imposture(s), imposteur(s), escroquerie, propagande, satanique(s), démoniaque(s), diabolique(s), démon(s)
    diables, monstre(s), complot(s), comploteur(s), maîtres du monde, secte(s), problème, pestes, bestial
    bestiale, bestiaux, threat, menace, danger, plague, disease, cancer, curse, invaders, invasion, enemy
    enemies, scourge, abomination, mistake, perversion, mental illness, demons, monsters, fanatics, extremists
    primitive, uncivilized, uncivilised, shame, disgrace, traitors, problem, poison, pest, pests, rats, pigs
    animals, dogs, scum, vermin, garbage
""")
_LOOSE = _words("""
    pute(s), putain(s), salope(s), traînée(s), catin(s), garce(s), chienne(s), chaudasse(s), pétasse(s)
    poufiasse(s), pouffiasse(s), connasse(s), connard(s), enculé(e)(s), enfoiré(e)(s), salaud(s), salopard(s)
    bâtard(e)(s), raclure(s), crevure(s), enflure(s), fumier(s), fils de pute, fdp, sac(s) à merde, morue(s)
    thon(s), boudin(s), vénale(s), vénal, michto(s), michtonneuse(s), croqueuses de diamants, soumise(s)
    frigides, mal baisées, frustrées, allumeuses, coucheuses, objets, pondeuse(s), lapine(s), lapins
    machines à bébés, viande, trou(s), tapette(s), tarlouze(s), tafiole(s), fiotte(s), lopette(s), femmelette(s)
    chochottes, efféminés, dépravées, clowns, bouffons, guignol(s), pitres, cirque, carnaval, pitoyable(s)
    pathétique(s), ridicule(s), grotesque(s), lamentable(s), whores, sluts, bitches, gold diggers, assholes
    bastards, cunts, scumbags, pathetic, ridiculous, jokes, a joke, sissies
""")
#: Nouns and adjectives of blame.
BAD = (*_MORAL, *_MIND, *_BODY, *_CRIME, *_WORTH, *_PERIL, *_LOOSE)
#: Animals, filth and their pictures.
VERMIN = _words("""
    rats d égout, cafards, blattes, blatte, termites, vers, asticots, tiques, morpions, poux, punaises
    scorpions, crapauds, cochons, gorilles, gorille, chimpanzés, babouins, ouistitis, orang outans, bonobos
    chèvres, boucs, hyènes, chacals, charognards, pieuvre, pieuvres, araignées, sauterelles, criquets, corbeaux
    légumes, légume, fientes, crottes, sous espèce, espèce inférieure, sous êtres, sous race, bêtes sauvages
    bêtes de somme, pas humains, pas des humains, sous merdes, excréments, pourriture, crasse, virus, bactéries
    épaves, larves, choses, 🐀, 🐁, 🐒, 🐵, 🐷, 🐖, 🐽, 🐍, 🪳, 🦠, 💩, 🗑, 🐕, 🦍, 🐐, 🐪, 🦨, 🐛, 🪱, 🕷, 🦟, 🥦, pigs, apes
    monkeys, cockroaches, maggots, lice, roaches, vultures, hyenas, goats, baboons, not human, not even human
    less than human, dogs, snakes
""")  # noqa: E501  # emoji are counted as two
#: What they do, said of all of them.
DOES = _words("""
    volent, vole tout, mentent, mentent tous, trichent, fraudent, violent nos, violent les, violent tout
    agressent, égorgent, pillent, saccagent, cassent tout, salissent, pourrissent, polluent, infestent
    envahissent, pullulent, grouillent, prolifèrent, profitent du système, profitent de nous
    profitent des aides, abusent du système, abusent de, vivent à nos crochets, vivent aux crochets
    vivent sur notre dos, vivent des allocs, sucent le sang, nous sucent, nous volent, nous mentent
    nous méprisent, nous détestent, nous haïssent, nous remplacent, nous colonisent, nous envahissent
    nous imposent, veulent nous, nous coûtent, coûtent une fortune, coûtent cher, pompent, ruinent
    vident les caisses, tuent, tuent le pays, détruisent, corrompent, pervertissent, contaminent, transmettent
    refilent, propagent, dealent, trafiquent, braquent, arnaquent, escroquent, crachent, puent, sentent mauvais
    sentent le, sentent la, schlinguent, bavent, braillent, hurlent, beuglent, piaillent, pondent
    font des gosses, se reproduisent, se multiplient, font que, savent que, savent pas, pensent qu à
    pensent qu au, pensent que à, comprennent que, comprennent rien, connaissent que, vivent que, attendent que
    viennent que pour, viennent pour les allocs, viennent pour l argent, viennent ici pour
    viennent chez nous pour, viennent prendre, viennent voler, viennent salir, viennent pondre, prennent notre
    prennent nos, prennent le travail, prennent le boulot, volent le travail, volent nos, piquent nos
    piquent le, piquent tout, mangent nos, bouffent nos, bouffent du, bouffent des, bouffent les, foutent rien
    branlent rien, fichent rien, glandent, foutent la merde, foutent le bordel, sèment la, mettent le feu
    frappent leurs, battent leurs, vendent leurs, vendraient, manipulent, contrôlent, dirigent le monde
    dirigent tout, tirent les ficelles, commandent tout, possèdent tout, tiennent les, tiennent la finance
    tiennent les banques, tiennent les médias, font la loi, complotent, s infiltrent, se croient tout permis
    se croient chez eux, se croient supérieurs, se plaignent toujours, se victimisent, jouent les victimes
    pleurnichent, chialent, couchent pour, couchent avec importe, cherchent l argent, cherchent que
    courent après l argent, ont gâché, ont ruiné, ont détruit, ont pourri, ont volé, ont tué, ont inventé
    ont tout pris, ont envahi, ont jamais rien, ont rien inventé, ont rien apporté, ont rien compris
    ont rien dans, ont le crime, ont ça dans, ont la violence, ont le vice, ont la haine, sucent, gangrènent
    défigurent, dégradent, enlaidissent, gênent, encombrent, dérangent, bloquent tout, apportent que
    apportent la, apportent rien, ramènent leurs, ramènent la, ramènent que, amènent la, amènent que, importent
    rêvent de nous, s intègrent jamais, s intègrent pas, s intégreront jamais, s adaptent jamais
    respectent rien, respectent pas, respectent personne, respectent jamais, bossent jamais, bossent pas
    travaillent jamais, travaillent pas, foutent jamais, se lavent pas, se lavent jamais, steal, lie, cheat
    rape, destroy, ruin, infest, breed like, breed, invade, leech, live off, take our, taking our, steal our
    hate us, hate our, control the, run the world, run the banks, rule the world, should not be allowed
    can t drive, can t be trusted, cannot be trusted, never work, never integrate, eat dogs, eat anything
    make me want to puke, makes me sick, make me puke, make me gag, are mentally ill, mentally ill, locked up
    locked away, locked in, look so ugly, always look, out of here, not welcome, can t be trusted, cannot count
    know their place, are taking over, ruining, destroying, invading, stealing, will never be, smell like
    pue(nt) ~1 (la morue|l ail|la chèvre|le couscous|la sueur|le curry|la vache|le poisson)
    don t belong, do not belong, has no place, have no place, don t deserve, do not deserve, deserve nothing
    deserve to
""")
#: What is refused to them: a place, a right, a share in what all people are.
UNFIT = _words("""
    (ont|a) rien à (faire|foutre|fiche|voir) ~1 (ici|là|chez|en|dans|à|avec|au|parmi|sur)?
    (ont|a|auront) (pas|plus|jamais) ~1 place
    (devraient|devrait|doivent|doit|méritent|mérite) (pas|jamais|plus) ~1 (avoir|être|pouvoir|voter|exister|vivre|parler|conduire|travailler|enseigner|sortir|entrer|rester|élever|adopter|se marier|toucher|respirer|aller|approcher)
    (aime|aiment) pas (travailler|bosser|l effort|se laver|la france|nos valeurs|payer|nos lois|le savon|le travail)
    (aime|aiment) que (l argent|voler|tuer|le fric|la violence|mentir|profiter|leur)
    (pense|pensent|réfléchit|réfléchissent|travaille|travaillent|bosse|bossent|paie|paient|payent) jamais
    (never|don t|doesn t) (think|learn|pay|wash|work|read), (just|only) (run|breed|steal|think of|know how|want our)
    (devraient|devrait) même pas, (devraient|devrait) rester, (doivent|doit) rester (à|chez|entre)
    (devraient|devrait|doivent|doit) (se taire|la fermer|fermer leur gueule|obéir|baisser les yeux|raser les murs|retourner|rentrer|partir|dégager|disparaître|payer|ramper|s effacer|servir|savoir où est leur place)
    (méritent|mérite) (pas|rien|aucun|aucune|que|ce qui|tout ce qui|leur sort|de crever|de mourir|de souffrir|le mépris|la mort|une bonne|des baffes|les coups|ni)
    (valent|vaut|vaudront|vaudra) (rien|pas|moins|jamais|que dalle|pas mieux|pas la peine|pas un clou|pas plus)
    (servent|sert|serviront) (à rien|qu à|que à|juste à|à que dalle)
    (sont|est|seront|sera|étaient) (pas|jamais|plus|même pas) ~2 (civilisé(e)(s)|fiable(s)|honnête(s)|propre(s)|humain(s)|humaine(s)|humains|normaux|normal|normale(s)|intelligent(e)(s)|comme nous|des nôtres|français|de vrais français|des gens normaux|des gens bien|de vraies femmes|de vrais hommes|des vrais|des êtres humains|capable(s)|dignes|digne|aptes|fait(e)(s) pour|intégré(s)|intégrable(s)|compatibles|bienvenu(e)(s)|les bienvenus|nos égaux|nos frères|chez eux|chez vous|égaux|loyaux|foutu(e)(s) de|capables)
    (seront|sera) (jamais|toujours) ~2 (des nôtres|français|française|comme nous|chez eux|égaux|égales|civilisé(s)|une femme|un homme|des étrangers|des esclaves|des ennemis|une vraie femme|un vrai homme|de vrais français|vraiment)
    (ont|a|auront) (aucun|aucune|aucune espèce d|zéro|nulle) ~1 (intelligence|morale|honneur|dignité|parole|éducation|valeur(s)|respect|cervelle|cerveau|culture|hygiène|humour|pudeur|logique|courage|talent|reconnaissance|civilisation|scrupule(s)|cœur|âme|honte|gêne|utilité|neurone|force|humanité|place|droit|excuse)
    (ont|a) (pas|jamais) (de|d|le|la|les|l) (cerveau|cervelle|âme|morale|honneur|parole|pudeur|hygiène|éducation|même cerveau|mêmes valeurs|civilisation|dignité|niveau|intelligence|cran|couilles|épaules)
    (ont|a) (rien|jamais rien) (apporté|inventé|fait|construit|compris|créé|produit|donné|à m apprendre|à dire|à apprendre)
    (aimeront|aimera|respecteront|comprendront|changeront|changera|comprendra|apprendront|s intègreront|s intégreront|s assimileront|pourront|arriveront|réussiront|réussira) (jamais|pas)
    (comprennent|comprend|connaissent|connaît) (que|pas|rien) (la force|le bâton|les coups|la matraque)?
    (savent|sait) (pas|rien|même pas|que|ni) (conduire|penser|réfléchir|lire|parler|se tenir|vivre|faire|travailler|bosser|se laver|écrire|compter|diriger|gérer|garder|être|dire)?
    (peuvent|peut) (pas|jamais|même pas) (comprendre|être|vivre|s intégrer|s empêcher|penser|faire|aimer|diriger|rivaliser|gérer|tenir|réfléchir|se contrôler|se tenir|rester|nous)
    (sont|est) (bons|bon|bonnes|bonne|fait|faits|faite|faites|née|nées|là|juste là|tout juste bons) (qu à|que à|pour servir|que pour|pour obéir|pour ça|pour faire la|pour les tâches|à rien|pour nettoyer|pour nous voler)
    (seraient|serait|sont|est) mieux (en cage|au zoo|morts|mort|enfermés|ailleurs|chez eux|chez elles|à la maison|sous terre|dans leur|au fond|derrière)
    (ont|a) (ça|le crime|la violence|le vol|le vice|la trahison|le mensonge) dans (le|la|les|leur|leurs) ~1 (sang|gènes|peau|culture|nature|adn)
    (est|c est) (dans|de) leur (culture|nature|sang|gènes|adn|religion|mentalité|tempérament)
    dans (le|leur|leurs|les) (sang|gènes|adn|nature), c est génétique, c est culturel chez, tous les mêmes
    toutes les mêmes, tous pareils, toutes pareilles, tous sans exception, toutes sans exception
    (à|a) (donner|jeter|enfermer|abattre|éliminer|castrer|stériliser|expulser|virer|brûler|pendre|noyer|gazer|fusiller|piquer|euthanasier|exterminer|dégager|fuir|éviter|surveiller|dresser|bannir|interdire|renvoyer|vomir|gerber|chier)
    faut s en méfier, on s en méfie, faut s en débarrasser, on s en débarrasse, on s en passerait
    (cachez|planquez|surveillez|rangez|fermez|gardez|cache|planque|surveille|ferme|range) (vos|votre|les|le|la|bien|ton|tes|tout) ~1 (bijoux|sacs|sac|portefeuille(s)|poches|portes|porte|vélo(s)|voiture(s)|filles|enfants|affaires|câbles|cuivre|montre(s)|argent|téléphone(s))
    au (zoo|compost|four|bûcher|cachot|bagne|goulag|trou|poteau|feu|bled|cirque|gnouf|broyeur)
    aux (lions|chiens|fours|crocodiles)
    à la (niche|cave|benne|décharge|poubelle|déchetterie|flotte|baille|cuisine|vaisselle|casse|guillotine|trappe|chaudière)
    c est (une|un|des|de la|que des|tous des|toutes des|juste des|juste un|juste une|que de la) ~2 (plaie|peste|cancer|fléau|honte|abomination|erreur|maladie|horreur|malades|pervers|voleurs|tueurs|idiots|cons|parasites|terroristes|invasion|vermine|danger|mafia|secte|menteurs|feignants|assistés|merde|catastrophe|calamité|poison|problème)
    c est (crade|sale|dégueulasse|dégueu|dégoûtant|contre nature|pas normal|pas naturel|malsain|répugnant|à vomir|à gerber|immonde|ignoble|bon qu à|bons qu à|fourbe|sournois|bête|con|voleur|menteur|feignant|faux|vicieux|radin|haram|la honte|l invasion|la mort|la plaie|la vermine|le mal|une aberration)
    ça (vole|ment|pue|vaut rien|vend|vendrait|triche|trahit|tue|viole|pond|bave|hurle|gueule|rampe|grouille|pullule|sait pas|sait que|sert à rien|sert qu à|respecte rien|doit se taire|devrait même pas|devrait pas|devrait se taire|mérite pas|mérite que|comprend que|comprend rien|réfléchit pas|pense qu|pense pas|bosse pas|fout rien|profite|réclame|pleurniche|couche|crache)
    les (retourner|renvoyer|virer|mettre) (dans|chez|dehors|tous), (dommage|regrette) qu on les ait pas
    (are|is) (nothing but|all|just|only|good for|not real|not human|not welcome|not fit|unfit|a waste|what s wrong|taking over|ruining|destroying|the reason|too)
    (should|must) (never|not|all|just) ~1 (be|have|exist|stay|go|vote|shut|know|breed|drive|teach|adopt|marry|get|rot|die|burn|leave)
    (don t|doesn t|do not|does not|never) (belong|deserve|wash|work|contribute|integrate|assimilate|count|know how|have souls|have brains|understand)
    (have|has) no (place|brain|brains|soul|morals|honor|honour|right|rights|business|dignity|culture|value|shame)
    (go|going|went|belong|stay|get) (back|home) (to|in)?, out of (our|my|this) country
    in (a|the) (zoo|cage|kitchen|gutter|home|asylum)
    can t (drive|think|be trusted|do anything|be bothered|control)
    (in|out of) (their|its) (blood|genes|nature|dna), no better than ~2, worse than ~2
    less than (human|animals|us|nothing), none of them
""")  # noqa: E501
#: Feelings against what follows, and refusals to be near.
SHUN = _words("""
    make me (want to)? (puke|vomit|gag), makes me (want to)? (puke|vomit|gag), 🤮, 🖕, 🔫, 🤢, merde aux, crève les
    (pute(s)|engeance|saleté|raclure) (de|d)
    (fermez|fermons|brûlez|brûlons|rasez|rasons|cramez|cramons|détruisez) (toutes|tous|leurs|les|vos|la|ces)
    (je|on|nous|jamais|i) ~2 (loue|louerai|louerais|embauche|embaucherai|embaucherais|engage|recrute|sers|servirai|vends|fréquente|confierai|confie|voterai|accepterai|marierai|épouserai|coucherai) (pas|jamais|plus) ~1 (à|aux|avec|de|d|pour|un|une)
    (jamais) ~1 (je|on|nous) ~2 (louerai|louerais|embaucherai|embaucherais|servirai|vendrai|confierai|laisserai|voterai|accepterai|épouserai) ~2 (à|aux|avec|de|d|pour|un|une)
    (veux|veut|voulons|voudrais) (pas|plus|jamais) ~2 (de|d|voir|avoir|croiser|habiter|vivre|travailler|manger|parler|être|un|une) ~2 (de|d|avec|à|aux|des|un|une|les|ces)
    (refuse|refusons|refuserai) (de|d|que) ~5 (à|aux|avec|par|un|une|les|ces|des)
    (plutôt|autant|préfère|préférerais) (mourir|crever|me pendre|me tuer|me jeter|dormir dehors) ~2 (que|qu)
    (peur|trouille|nausée|ras le bol|assez|soûlé|gavé|envahis|envahi|entourés|cernés|infesté(e)(s)|rongé(e)(s)|bouffé(e)(s)|pourri(e)(s)) (de|d|des|par|avec)
    (aucune|aucun|zéro|pas la moindre|nulle|pas de) (pitié|compassion|confiance|respect|tolérance|empathie|estime|considération|peine) ~1 (pour|envers|en|dans|aux|à|avec)
    (pas|jamais|plus) (confiance) ~1 (en|dans|à|aux|avec|des)
    (qui|personne|nul) (voudrait|veut|aurait envie|embaucherait|aime|supporte|accepterait|fréquenterait|regrettera|pleurera) ~1 (d|de|des|un|une|les|ces)
    (interdit|fermé|interdits) (aux|à)
    (débarrass*|nettoy*|purg*|purif*|désinfect*|dératis*|karcher*) ~4 (de|des|d)
    (nique|niquez|fuck|mort aux|sus aux|raus)
    (devrait|faut|devrions|faudrait) (jamais|pas) (embaucher|engager|louer|laisser entrer|accueillir|soigner|aider|écouter|élire|nommer|nourrir) (d|de|des|à|un|une|les|ces)
    (never trust|don t trust|don t hire|no more|keep out|get rid of|too many|never hire|nobody wants|who wants|can t stand)
""")  # noqa: E501

#: What follows a group, or stands before it, where it is threatened: by the first person.
MENACE = _words("""
    (je|on|nous|j|jvais|jte|moi) ~4 (crève|égorge|égorgerai|tire|tirerai|plante|planterai|cogne|cognerai|éclate|éclaterai|défonce|défoncerai|bute|buterai|tue|tuerai|massacre|balance|balancerai|corrige|corriger|noie|crame|cramerai|brûle|brûlerai|frappe|frapperai|fracasse|démonte|saigne|saignerai|viole|violerai|écrase|écraserai|pends|lynche|étrangle|explose|castre|scalpe|gifle)
    (je|on|nous) ~1 (passera|viendra|viendrai|viendrons|passerai|arrive|débarque|vais|va|ira) ~4 (égorger|buter|tuer|brûler|cramer|taper|tabasser|corriger|cogner|frapper|massacrer|noyer|casser|chasser|nettoyer|dératiser|pendre|saigner|battes|batte|fusil(s)|couteaux|essence|chercher|choper)
    (je|on) ~3 (colle|mets|mettra|mettrai|colle|fous|foutrai|loge) ~1 (une balle|un coup|une baffe|une droite|une raclée|des baffes|des claques|des coups|le feu|une bombe)
    (je|on) ~2 (lâche|lâcherai|lâchera) les chiens, lâche le chien
    on sait où ~2 (dorment|dort|habitent|prient|vivent|logent|crèchent)
    (va|vont|doit|doivent) (saigner|flamber|cramer|brûler|crever|payer|morfler|pleurer|couler|courir|tomber)
    sortez les (fusils|battes|fourches|couteaux), attends que je, attendez que je, gare à
    quand je ~2 (chope|croise|attrape), si je ~1 (chope|croise|attrape|vois)
    i will ~2 (kill|shoot|stab|burn|beat|hunt|punch|cut), i ll ~2 (kill|shoot|stab|burn|beat|hunt|punch|cut), 🔫
    🔪, 💣
""")  # noqa: E501
#: Words that prove nothing alone, and much beside others: sneers, surprise, suspicion.
SNEER = _words("""
    encore (un|une|ces|cet|ce|cette), bizarre, bizarrement, comme par hasard, vous remarquerez, pas étonnant
    forcément, on s étonne, on sait comment, on aura tout vu, on marche sur la tête, faut pas, la honte
    quelle honte, foutu(e), plutôt mourir, plutôt crever, change de trottoir, on dirait, méfie toi, méfiez vous
    très peu pour moi, non merci, bon débarras, de moins, de trop, et puis quoi encore, évidemment
    naturellement, comme d habitude, toujours pareil, ça me dégoûte, me dégoûte, à vomir, c est comme ça
    c est culturel, c est prouvé, c est bien connu, tout le monde sait, tout le monde le sait, faut le dire
    faut pas s étonner, va dans ton, cassez vous, cassez toi, dégage, dégagez, cachés, restent chez, reste chez
    à leur place, à sa place, rester à sa place, comme nous, entre eux, entre nous, juste, que ça, rien d autre
    ras le bol, avec mes impôts, avec nos impôts, mes impôts, nos impôts, allocs, les allocs, couteau, couteaux
    tribunal, prison, au tribunal, saleté, complot, ficelles, argent, tout pris, je refuse, jamais, of course
    no wonder, what a waste, my taxes, lock your doors, watch your wallet, there goes, 🤡, 🤮, 🤢, 🖕, 💰, 🍌
""")
#: Who repeats hate agrees with it.
APPROVED = _words("""
    (a|avait|ont|avez|as) ~2 raison, applaudi, j applaudis, tellement vrai, rien à ajouter
    (d accord|je signe|je valide), (il|elle) a (tout dit|bien vu|vu juste), un sage, bien dit, si vrai
    c est vrai, et c est vrai, enfin quelqu un qui ose, bravo à (celui|ceux|celle), j approuve, je plussoie
    je confirme, so true, is right, was right, he s right, well said
""")
#: More words for the roles of ``hostile``.
MORE: Mapping[str, Sequence[str]] = {
    "bad": BAD,
    "vermin": VERMIN,
    "does": DOES,
    "unfit": UNFIT,
    "shun": SHUN,
    "menace": MENACE,
    "sneer": SNEER,
    "approved": APPROVED,
}
