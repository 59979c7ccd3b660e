"""The words and templates of ``written``: what people say that hurts, and its innocent twins. Written by us."""

from collections.abc import Mapping, Sequence


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.replace("\n", ",").split(",") if word.strip())


SLOTS: Mapping[str, Sequence[str]] = {
    "g": _words("""
        Arabes, Noirs, juifs, musulmans, Roms, gitans, migrants, immigrés, réfugiés, étrangers, femmes, homosexuels
        gays, lesbiennes, trans, handicapés, autistes, Asiatiques, Chinois, Africains, Algériens, Marocains, Turcs
        Roumains, Syriens, Maghrébins, musulmanes, juives, Africaines, personnes trans, sans-papiers
        personnes âgées, chrétiens, Tsiganes, demandeurs d'asile, Maliens, Pakistanais, rebeus, renois, homos
        transgenres, obèses, sourds, Belges, Russes, Polonais, Albanais, Corses, Bretons, Allemands, Italiens
        Espagnols, Portugais, Serbes, Afghans, Indiens, Vietnamiens, Coréens, Japonais, Congolais, Ivoiriens
        Sénégalais, Comoriens, Tunisiens, Égyptiens, Kurdes, Iraniens, Américains, Brésiliens, Mexicains, Philippins
        évangéliques, catholiques, protestants, bouddhistes, hindous, athées, témoins de Jéhovah, mormons, coptes
        trisomiques, aveugles, schizophrènes, bipolaires, nains, gros, vieux, roux, Blancs, bisexuels, féministes
        meufs, mères célibataires, exilés, clandestins, gens du voyage, manouches, feujs, blacks, bridés, Antillais
        Kanaks, Somaliens, Érythréens, Irlandais, Suédois, Géorgiens, Tchétchènes, Ukrainiens, femmes voilées
        dyslexiques, pédés, lgbt, bonnes femmes, Réunionnais, métis, Latinos, Cubains, Haïtiens
    """),
    "s": _words("""
        Arabe, Noir, juif, musulman, Rom, gitan, migrant, immigré, réfugié, étranger, homosexuel, gay, trans
        handicapé, autiste, Asiatique, Chinois, Africain, Algérien, Marocain, Turc, Roumain, Syrien, Maghrébin
        Tsigane, Malien, Pakistanais, rebeu, renoi, homo, obèse, sourd, Belge, Russe, Polonais, Albanais, Corse
        Breton, Allemand, Italien, Portugais, Serbe, Afghan, Indien, Vietnamien, Coréen, Japonais, Congolais
        Sénégalais, Comorien, Tunisien, Kurde, Iranien, Américain, Brésilien, Mexicain, catholique, bouddhiste
        hindou, athée, mormon, nain, schizophrène, vieux, Blanc, clandestin, manouche, feuj, Antillais, Tchétchène
        Géorgien
    """),
    "gay": _words("gays, homosexuels, homos, lesbiennes, bisexuels, pédés, trans, queers, lgbt"),
    "dis": _words("""
        handicapés, autistes, trisomiques, schizophrènes, sourds, aveugles, malades mentaux, bipolaires, infirmes
        déficients, dyslexiques, épileptiques, paraplégiques
    """),
    "diss": _words("handicapé, autiste, trisomique, sourd, aveugle, schizophrène, dyslexique, déficient"),
    "faith": _words("""
        catholiques, évangéliques, protestants, musulmans, juifs, bouddhistes, hindous, mormons, témoins de Jéhovah
        athées, coptes, sikhs, chrétiens, orthodoxes, croyants, cathos
    """),
    "deg": _words("des"),
    "adj": _words("turc, libanais, chinois, marocain, indien, portugais, grec, italien, africain, japonais"),
    "G": _words("""
        Muslims, Jews, Black people, blacks, Arabs, gays, lesbians, trans people, immigrants, refugees, women
        Mexicans, Chinese people, Asians, Indians, Pakistanis, gypsies, disabled people, autistic people, foreigners
        Africans, Poles, Romanians, Albanians, Turks, Russians, Irish people, Catholics, Christians, atheists
        Hindus, fat people, old people, deaf people, asylum seekers, bisexuals, feminists, white people, Somalis
        Nigerians
    """),
    "an": _words("""
        a Muslim, a Jew, a Black man, an Arab, a gay man, a lesbian, a trans woman, an immigrant, a refugee, a woman
        a Mexican, a Chinese man, an Indian, a Pakistani, a gypsy, a disabled man, a foreigner, an African, a Pole
        a Romanian, a Turk, an Irishman, a Catholic, a Hindu, an asylum seeker, a feminist
    """),
    "one": _words("""
        un Arabe, un Noir, un juif, un musulman, un Rom, un migrant, un réfugié, un étranger, une femme
        un homosexuel, une lesbienne, un handicapé, un Asiatique, un Africain, un Algérien, un Turc, une musulmane
        un gitan, une personne trans, un autiste, un immigré, une femme voilée, un sans-papiers, un gay
        une Africaine, un Belge, un Russe, un Polonais, un Albanais, un Corse, un Portugais, un Italien
        un Sénégalais, un Congolais, un Tunisien, un Kurde, un Indien, un Chinois, un Vietnamien, un Brésilien
        un évangélique, un catholique, un bouddhiste, un hindou, un athée, un trisomique, un aveugle, un sourd
        un schizophrène, un nain, un vieux, un Blanc, une lesbienne, une trans, une gitane, une Algérienne, une meuf
        une Asiatique, une féministe, une handicapée, un pédé, un homo, un rebeu, un renoi, un feuj, un clandestin
        un Tchétchène, un Antillais, un Japonais, un Américain, une juive, une Noire
    """),
    "bad": _words("""
        nuisibles, pourris, sournois, menteurs, escrocs, vicieux, tarés, demeurés, malpropres, tordus, sauvages
        brutes, assassins, pillards, minables, parasites, profiteurs, dégénérés, détraqués, crapules, vauriens
        ratés, arriérés, sous-développés, primitifs, paresseux, inutiles, dégueulasses, répugnants, dangereux
        inférieurs, racailles, fourbes, radins, lâches, hypocrites, violents, crasseux, puants, barbares, débiles
        stupides, fainéants, incapables, criminels, violeurs, terroristes, fanatiques, pervers, malades, ingrats
        envahisseurs, traîtres, sales, alcooliques, voleurs, tricheurs, cruels, bornés, hystériques, immoraux
        abjects, arrogants, ignares, incultes, répugnants, inutiles, nocifs, toxiques, sans-gêne, malhonnêtes
        égoïstes
    """),
    "vermin": _words("""
        rats, cafards, poux, vipères, hyènes, vautours, punaises, larves, sangsues, microbes, bêtes, animaux, singes
        porcs, chiens, déchets, ordures, tumeurs, vers
    """),
    "harm": _words("""
        éliminer, exterminer, buter, brûler, pendre, fusiller, lyncher, massacrer, tabasser, flinguer, gazer, noyer
        égorger, castrer, enfermer, expulser, virer, déporter, chasser
    """),
    "hate": _words("déteste, hais, méprise, exècre, vomis, ne supporte pas, ne supporte plus, ne peux plus voir"),
    "dislike": _words("déteste, hais, méprise, exècre, rejette"),
    "good": _words("""
        gentils, courageux, accueillants, formidables, drôles, généreux, honnêtes, intelligents, travailleurs
        adorables, comme tout le monde, des voisins comme les autres, mes amis, les bienvenus, géniaux, sympathiques
        solidaires
    """),
    "love": _words("aime, adore, respecte, admire, soutiens, défends, apprécie, remercie"),
    "job": _words("""
        boulanger, prof, infirmière, chauffeur de bus, facteur, comptable, médecin, maçon, bibliothécaire, serveur
        avocate
    """),
    "place": _words("""
        au marché, à l'école, dans le tram, à la piscine, au stade, dans ma rue, à la mairie, au travail, à la fac
        au parc
    """),
    "who": _words("""
        politiciens, banquiers, huissiers, garagistes, assureurs, promoteurs, automobilistes, cyclistes, supporters
        arbitres, influenceurs, chasseurs, notaires, patrons, actionnaires, youtubeurs, voisins bruyants, fraudeurs
        trolls, pollueurs, publicitaires, démarcheurs, conspirationnistes, racistes, homophobes, fascistes
    """),
    "abuse": _words("""
        connard, abruti, crétin, débile, enfoiré, salaud, ordure, bouffon, imbécile, idiot, minable, pauvre type
        gros nul, tocard, raclure, guignol, taré, clown, enculé, fils de pute, pauvre con, branleur, sombre merde
        boloss
    """),
    "thing": _words("""
        ce film, cette appli, cette voiture, ce téléphone, la pluie, ce rond-point, cette imprimante, le brocoli
        ce match, cette chanson, ce logiciel, la circulation, ce débat, cette série, le lundi, l'hiver, ce bouquin
        ce jeu, ce frigo
    """),
    "awful": _words(
        "nul, pourri, débile, dégueulasse, à chier, une merde, une honte, insupportable, répugnant, à jeter"
    ),
    "swear": _words("putain, merde, bordel, fait chier, nom de dieu, bon sang, purée, la vache"),
    "slur": _words("""
        bougnoule, bicot, négro, youpin, tarlouze, tafiole, gouinasse, niakoué, chinetoque, bamboula, crouille
        romano, pédale, travelo, nègre, fiotte, tapette, youtre
    """),
    "against": _words("""
        c'est raciste, c'est inacceptable, c'est honteux, ça me révolte, il faut le dénoncer, c'est faux
        c'est ignoble, je ne suis pas d'accord, c'est puni par la loi, j'ai honte pour lui, c'est de la haine
        ça doit cesser
    """),
    "e": _words("""
        😂, 🤣, 😅, 😄, 😁, 😊, 😉, 😍, 🥰, 😘, 😎, 🤔, 🙄, 😏, 😒, 😞, 😢, 😭,
        😤, 😡, 🤬, 😱, 😳, 🥺, 😴, 🤢, 🤮, 🤡, 💀, 👻, 👀, 👍, 👍🏽, 👍🏿, 👎, 👏,
        👏🏾, 🙏, 🙏🏿, 💪, 💪🏾, ✌️, 👌, 🤝, ❤️, 🧡, 💚, 💙, 💜, 🖤, 🤍, 💔, 🔥, ✨,
        🎉, 🎂, 🎄, ⚽, 🏆, 🥇, 🐒, 🐵, 🐷, 🐶, 🐱, 🐸, 🐍, 🐀, 🐔, 🐻, 🌹, 🌞,
        🌈, ❄️, 🍕, 🍺, 🍷, ☕, 🚲, 🚆, 🏠, 👩, 👨🏿, 👩🏾‍🦱, 🧕, 👳🏽, 👶🏽, 👮, 🧑🏻‍🍳, 🇫🇷,
        🇩🇿
    """),
    "body": _words("tête, gueule, tronche, mâchoire, dents, jambes, genoux"),
}

OPENERS = _lines("""
    Franchement,
    Sérieux,
    Bon,
    De toute façon,
    Désolé mais
    Comme d'habitude,
    Non mais
    Vous savez quoi ?
    Et puis
    Moi je dis :
    Quand je lis ça,
    À vrai dire,
    Hier encore,
    Perso,
    Bref,
    Askip
    En vrai
    Wesh
    Le pire c'est que
    Mdr
    @user
""")

#: For each family: the labels that stand for it, then its templates.
FAMILIES: Mapping[str, tuple[Sequence[str], Sequence[str]]] = {
    "contempt": (["hate"], _lines("""
        Je {hate} les {g}.
        On {hate} ces {g} depuis toujours.
        Les {g} sont {bad}.
        Les {g} sont tous des {bad}.
        Ces {g}, quelle bande de {bad}.
        Les {g} me sortent par les yeux, tous {bad}.
        Rien de bon ne vient des {g}.
        Je n'ai que du dégoût pour les {g}.
        Il n'y a pas plus {bad} que les {g}.
        Toujours aussi {bad}, ces {g}.
        Avec {one} tu sais que tu vas te faire avoir, ils sont {bad}.
        Les {g} ont gâché ma ville.
    """)),
    "vermin": (["hate"], _lines("""
        Les {g} sont des {vermin}.
        Ces {g} sont pires que des {vermin}.
        Les {g} se comportent comme des {vermin}.
        Voilà les {vermin}, je parle des {g}.
        {one}, pour moi, c'est un de ces {vermin}.
        Les {g} grouillent {place} comme des {vermin}.
        On est infestés par les {g}, des {vermin}.
        Les {g} ne sont pas humains, ce sont des {vermin}.
    """)),
    "wish": (["hate", "threat"], _lines("""
        Il faut {harm} les {g}.
        On devrait {harm} tous les {g}.
        Je rêve de {harm} les {g}.
        Qu'est-ce qu'on attend pour {harm} ces {g} ?
        Si je croise {one} {place}, je lui casse la {body}.
        Les {g} méritent de mourir.
        Que les {g} crèvent.
        Un jour on va {harm} les {g} et ce sera bien fait.
        Les {g}, il faudrait tous les {harm}.
        {one} {place} ? Je vais le {harm}.
    """)),
    "out": (["hate"], _lines("""
        Dehors les {g}, on ne vous veut pas.
        Plus aucun de ces {g} {place}, merci.
        Renvoyons les {g} d'où ils viennent.
        Les {g} n'ont pas à vivre avec nous.
        Je refuse de travailler avec des {g}.
        Interdisons {place} aux {g}.
        On était bien avant l'arrivée des {g}.
        Encore des {g} {place}, stop, on est envahis.
        Que les {g} retournent chez eux.
        La place des {g} n'est pas ici.
    """)),
    "slurs": (["hate", "insult"], _lines("""
        Espèce de {slur}.
        Sale {slur} de merde.
        Encore un {slur} {place}.
        T'es qu'un {slur}.
        Les {slur}s sont de sortie.
        Vas-y dégage, {slur}.
        Quel {slur} celui-là.
    """)),
    "asked": (["hate"], _lines("""
        Les {g} ? Des {vermin}.
        Pourquoi on laisserait vivre les {g} ?
        Depuis quand les {g} ont des droits ici ?
        Pourquoi les {g} sont-ils tous {bad} ?
        Qui d'autre {hate} les {g} ?
        Est-ce normal que les {g} soient aussi {bad} ?
        C'est pour quand, l'expulsion des {g} ?
        Vous connaissez {one} qui ne soit pas parmi les {bad} ?
        Comment font les {g} pour être si {bad} ?
    """)),
    "claimed": (["hate"], _lines("""
        Je ne suis pas raciste mais les {g} sont {bad}.
        J'ai le droit de penser que les {g} sont {bad}.
        Mon avis : les {g} valent moins que nous.
        Tout le monde le sait, les {g} sont {bad}.
        Je le dis comme je le pense, les {g} sont des {vermin}.
        La science le montre, les {g} sont inférieurs.
        On n'ose plus le dire : les {g} sont {bad}.
    """)),
    "they": (["hate"], _lines("""
        Il y a des {g} {place}. Ils sont {bad}.
        Encore des {g}. Je les {hate}.
        Les {g} ? Tous {bad}, faut les {harm}.
        J'ai vu des {g} {place}, ces gens sont des {vermin}.
        Mes voisins sont des {g} : qu'ils dégagent.
        {one} s'est installé {place}. On devrait tous les {harm}.
    """)),
    "refused": (["hate"], _lines("""
        Zéro respect pour les {g}.
        Les {g} n'auront jamais mon respect.
        Les {g} ne méritent ni travail ni logement.
        Pas un de ces {g} ne vaut la peine qu'on l'écoute.
        Les {g} ne méritent aucun respect.
        Les {g} ne sont pas des gens normaux.
        Les {g} ne devraient avoir aucun droit.
        Jamais je ne ferai confiance à {one}.
        Aucun de ces {g} ne vaut quoi que ce soit.
        Les {g} ne seront jamais nos égaux.
        Je ne veux pas de {g} {place}.
    """)),
    "sworn": (["hate", "insult"], _lines("""
        {swear}, ces {g} de merde.
        Enculés de {g}.
        {swear}, j'en ai plein le cul des {g}.
        Saloperies de {g} {place}.
        Bande de {g} de mes deux.
        Nique les {g}.
    """)),
    "person": (["insult"], _lines("""
        Tu es un {abuse}.
        Quel {abuse}, celui qui a écrit ça.
        Le maire est un {abuse}.
        Espèce de {abuse}, apprends à lire.
        Va te faire foutre, {abuse}.
        Mon voisin est un {abuse}.
        Ferme ta {body}, {abuse}.
        Ce ministre, un vrai {abuse}.
        T'es vraiment trop con, {abuse}.
        Le présentateur est un {abuse} fini.
        Je {hate} ce {abuse} de présentateur.
        Toi le {job}, tu n'es qu'un {abuse}.
    """)),
    "trades": (["insult"], _lines("""
        Les {who} sont tous des {bad}.
        Je {hate} les {who}.
        Bande de {who} de merde.
        Les {who}, quelle bande de {abuse}s.
        Ces {who} sont {bad}.
        Qu'on vire tous les {who}.
        Les {who} devraient être en prison, ils sont {bad}.
    """)),
    "menaced": (["threat", "insult"], _lines("""
        Je vais te casser la {body}, {abuse}.
        Je sais où tu habites, {abuse}.
        On va venir chez toi et t'éclater la {body}.
        Tu vas le payer très cher.
        Fais attention à toi en rentrant ce soir.
        Si je te croise {place} je te défonce la {body}.
        Je vais te {harm}.
        Ta famille va pleurer, {abuse}.
    """)),
    "things": ([], _lines("""
        Je {hate} {thing}.
        {swear}, {thing} est {awful}.
        {thing}, c'est {awful}.
        J'en ai marre de {thing}, {awful}.
        Je vais brûler {thing}.
        Rien de pire que {thing}.
        {swear}, {thing} encore en panne, {awful}.
    """)),
    "quotes": ([], _lines("""
        « Les {g} sont {bad} » : {against}.
        Quelqu'un a tagué « mort aux {g} » {place}, {against}.
        On m'a dit « retourne chez toi » {place}, {against}.
        Il a osé écrire « les {g} sont des {vermin} », {against}.
        « Espèce de {slur} », voilà ce que j'entends {place}.
        Traiter {one} de {slur}, {against}.
        Mon cousin s'est fait traiter de {slur} {place}.
        Le mot {slur} est une insulte, {against}.
    """)),
    "fought": ([], _lines("""
        Dire que les {g} sont {bad}, {against}.
        Ceux qui veulent {harm} les {g} sont fous, {against}.
        Arrêtez de prétendre que les {g} sont {bad}.
        La haine contre les {g} doit cesser.
        Je ne supporte pas qu'on insulte les {g}.
        Personne ne doit être frappé parce que c'est {one}.
        Non, les {g} ne sont pas {bad}.
        Comparer les {g} à des {vermin}, {against}.
        Le racisme envers les {g}, {against}.
        Ceux qui traitent les {g} de {vermin} me dégoûtent.
        Vouloir {harm} les {g}, {against}.
    """)),
    "kind": ([], _lines("""
        Je {love} les {g}.
        Je {love} mes voisins, des {g}.
        Les {g} sont {good}.
        Les {g} que je connais sont {good}.
        {swear}, les {g} sont {good} !
        Bravo aux {g} qui témoignent.
        Je suis {one} et j'en suis fier.
        Les {g} méritent notre respect.
        Bienvenue aux {g} {place}.
        Solidarité avec les {g}.
        Être {one}, c'est une chance.
    """)),
    "plain": ([], _lines("""
        Il y a des {g} {place}.
        Mon {job} est {one}.
        Je suis {one}.
        {one} a gagné la course {place}.
        Les {g} fêtent la nouvelle année {place}.
        Un reportage sur les {g} passe ce soir.
        {one} attend le bus {place}.
        Le musée raconte l'histoire des {g}.
        Ma {job} a épousé {one}.
        Le nombre de {g} {place} a doublé selon la mairie.
        Une association aide les {g} {place}.
    """)),
    "denied": ([], _lines("""
        Je ne {dislike} pas les {g}.
        Les {g} ne sont pas {bad}.
        Les {g} ne sont pas des {vermin}.
        Il ne faut pas {harm} les {g}.
        Personne ne {dislike} les {g} ici.
        On ne va {harm} personne, surtout pas les {g}.
        Tous les {g} ne sont pas {bad}.
        Je n'ai jamais dit que les {g} étaient {bad}.
    """)),
    "harmed": ([], _lines("""
        {one} a été agressé {place}.
        Des {g} ont été insultés {place}, {against}.
        La police recherche celui qui a frappé {one}.
        Deux {g} sont morts dans l'incendie.
        Des {g} ont été expulsés {place} ce matin.
        Le procès pour le meurtre de {one} s'ouvre lundi.
        Les {g} sont victimes de moqueries {place}.
        On a voulu {harm} des {g} pendant la guerre.
    """)),
    "swearing": ([], _lines("""
        {swear}, quel beau match !
        {swear}, j'ai oublié mes clés {place}.
        Oh {swear}, déjà lundi.
        {swear}, que c'est bon.
        C'est la merde {place} ce matin.
        Je me suis encore planté comme un {abuse}.
        Quel {abuse} je suis, {swear}.
        On s'est bien marrés, {swear}.
    """)),
    "taken_back": ([], _lines("""
        Je suis une {slur} et fière de l'être.
        Entre nous on s'appelle {slur}, c'est notre mot.
        Nous les {slur}s, on danse mieux.
        Fière d'être {slur}, vive la marche.
        Mes amis {slur}s m'ont fait un gâteau.
    """)),
    "crude": (["sexual"], _lines("""
        Je te baiserais bien {place}.
        Envoie une photo de tes seins.
        Montre ta chatte en mp.
        J'ai envie de te lécher partout.
        Elle a un cul à se faire prendre {place}.
        Suce ma bite.
        Viens chez moi que je te prenne par derrière.
        T'es bonne, je te ferais bien ton affaire.
        Envoie des nudes, coquine.
        Je bande rien qu'en voyant ta photo.
    """)),
    "despair": (["self_harm"], _lines("""
        J'ai envie de mourir.
        Je veux en finir avec la vie.
        Je ne veux plus vivre, plus rien n'a de sens.
        Ce soir j'avale tous mes comprimés.
        Je me coupe les bras pour ne plus penser.
        Personne ne me regrettera quand je serai mort.
        Je pense au suicide tous les jours.
        Je voudrais m'endormir et ne plus me réveiller.
        J'ai écrit ma lettre d'adieu.
        Je vais me jeter sous un train.
    """)),
    "hunted": (["harassment", "insult"], _lines("""
        Tue-toi, {abuse}.
        Va te pendre, personne ne t'aime.
        Allez tous signaler son compte et pourrir ses messages.
        On ne te lâchera jamais, {abuse}.
        Suicide-toi, rends service à tout le monde.
        Trouvez son adresse et faites-lui vivre un enfer.
        Tu vas voir, on va te pourrir la vie {place}.
    """)),
    "chat": ([], _lines("""
        {e}
        {e}{e}{e}
        {e}{e}
        mdr {e}
        mdrrr {e}{e}
        lol {e}
        ptdr {e}{e}
        haha {e}
        trop drôle {e}
        bravo {e}
        merci {e}
        merci à vous {e}{e}
        bonjour à tous {e}
        bonne soirée le chat {e}
        gg {e}
        j'adore {e}
        oh non {e}
        c'est beau {e}
        trop mignon ce chat {e}
        allez les bleus {e}
        courage à eux {e}
        quel match {e}
        je suis mort de rire {e}
        on dirait moi le lundi {e}
        exactement {e}
        vivement les vacances {e}
        {e} salut tout le monde
        {e} incroyable
        quelle tristesse {e}
        c'est honteux {e}
        sérieux ? {e}
        joyeux anniversaire {e}
        lol so true {e}
        thank you {e}
        love this {e}
        great game {e}{e}
        good morning {e}
        this made my day {e}
        no way {e}
        so sad {e}
    """)),
}  # fmt: skip
