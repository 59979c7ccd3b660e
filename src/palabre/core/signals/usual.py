"""Words of every day that the rules have no use for, folded: what stands around the words that they know.

They say what a run of letters is made of, and what signs stand for. Counted in the sentences that were written
for Palabre (``palabre.training``): those that come back most.
"""

from palabre.core.signals.common import bag

USUAL = bag("""
    abattoir abeilles abidjan aboie abonne abonnee abonner abonnes abonnez abord abri absence absolute absolutely
    abstenir accent accepte acceptes acces accident accidents accorde accordeon accouche accouchement accroche
    accueil accueille achat achete acheter achetez act acte acteur action actrice address adieu adjoint
    administration admis ado adopte adorable adore adorent ados adresse adresser adressez adulte adultes aeroport
    affaire affiche affiches age agence agent agents agir agite agree agriculteurs aid aidez aient aille aimes aimez
    ainsi aire airport ajoute ajoutez album alcool alerte algae alger alimentaire allait allee alliance allonge
    allume allumette alone along alphabet already amalgame ambiance ambulance amende amene amenez amis amour
    amoureux ampoules ancien ancienne anciens ange anges animateur animatrice anne annee annees annonce annule
    annuler anonymat another ans answer answers antenne anybody anyone aout appareil appartient appel appelait
    appeler appelez appelle appellent appels appetit applaudir applaudit application applied apportez apprend
    apprendra apprends apprennent apprenti appris approche arbre arc archives argue arm armee armoire arnaque arret
    arrivee arrivent arriver arrives arroser art artifice ascenseur asile ask asked asking asks aspirateur assemblee
    assieds assis assise assistance assistante association assume assurance assure assureur astuce atelier attache
    attacher attaches attaque atteindre attendais attendant attendrai attendre attendu attendus attentat attente
    attention aube audience audio audit augmente aunt aupres aurai auraient aurais auras aurez auteur auto autobus
    automne autorise autoroute autour autrefois autrement avaient avais avalanche avale avaler avance avancer avenir
    avertissement aviez avion avis avocat avocate avocats avouez avril bac bacs bad badge bag bagarre bague bail
    bailleur bain bains baisse bakery bal balai balcon balles ballons bamako banc bancaire bancal bancs banderole
    bank banlieue banque banquet banquier bar barbe barque barrage barriere basket baskets basse bassin bataille
    bateau bateaux bati batiment batons batterie battery beach beaux bed behind bel belles below bench benefits
    benevole benevoles benisse bequilles berger berline best betise between biberon bibliotheque bidonville bientot
    bigleux bike bilan billet billets biologie birthday bit blague blagues blame blanket bleach bleeding blesse
    blesses bleu bleue block blog blonde bloque bloquer bloques blue board bocal bof boiler boire boit boites
    bonheur bonhomme bonnet bonsoir bonus book boots bord born bornes both boucher boucherie bouchon bouchons boucle
    boue bouee bouge bouger bought bouillon boulanger boulangere boulangerie boum bourg bourgmestre bourre bourse
    bout bouteille bouteilles box boy bracelet branche break brebis bref bretelles bridge brigade bring brocante
    brochure broken bronze bruit brune buanderie budget buffet bug built bulletin bus buvette buy bye cabine cable
    cacahuete cachee cachent cadeau cadeaux cadenas cagnotte cahier caissiere cake calcul cale calendrier calin
    calins call calls calme calmement camarade camarades camera cameras camionnette campagne camping canal canape
    canard candidat candidate candidats candidature canicule cantal cantine canton cap capitaine capital caption
    capture captures caractere caravane card cardiaque care cargo carnage carnet carnot carpet carre carrefour
    carrelage carriere cars carte cartes carton case caserne cashier casier casino casque casquette cassee cassees
    casseroles cat catalogue categories cats cattle cause caution caves ceci cede ceinture cellule censure cent
    centimetres centrale centre cents cercueil cercueils ceremonie certain certificat cesse chacun chacune chaine
    chaines chair chaise chaises chaleur chambre champ champagne champignons champion championne chance chances
    changed changement changer changez channel chanson chantait chante chantent chanteuse chantier chapeau chapitre
    char charged charpente charte chasseur chateau chatons chaud chaude chauffage chauffe chauffer chauffeur
    chaussee chaussettes chaussures check checked chefs chemin chemise chene chenil cheque cherche chercheurs
    chercheuse cherchez chere cherie chers chevaux chiale chiendent chiffre chiffres children chiot chiots chips
    chirurgien chlorine choeur choir choisi choisir choisis choisissez choisit choix chomage chomeurs chorale chose
    chou christmas chum church chut cible cicatrice ciel cimetiere cinema cinq cinquante circuit circule cite
    citoyen citoyens city civiere civil clair claire claque clara clavier cle clean clear clefs clic client cliente
    clientele clients climat clio clip clique cliquez cloche clocher cloches clodo clos close cloture clous club
    coach code codes coffre coiffeur coiffure coin coince coincee coinces coincidence col cold colere collect
    collecte collection collectionne collee college collegue collegues coller collier colonie combat combien combles
    comes coming comite commander commandez commence commencer commencons commente commenter comments commercial
    commissaire commissariat commission commune communes communique compagnie competent complet complique
    comprendrait comprends comprenne comprise comprises comptable comptent comptes compteur comptez comptoir
    concours condamne condoleances conducteur conduis conduit conference confinement confirmez confiture confond
    conge connais connaissait connaissez connaitre connerie conseil conseille conseiller conseillere conseillez
    conseils consentement conservatoire consigne constate consultez contact contacte contacter contactez content
    contente contents contenu continue continuer continuerai continuez contraire contrat contresens controleur
    convention conversation convertit cool cooperative coordonnees copain copains copies copine copropriete coques
    coquille coquin coquine cordialement corner cornes corps correct corrigez cost costume coucher couches coucou
    couette coule couleurs couloir council councillor counted coupee couple coupon coupure cour courageux courant
    courrier cours courses coursier court courtes courtier courts cousine cousins coussin coute couter couture
    couvercle couvert couverts couvre cow crampes craque cravate creche crete creux crew cried crient cries cris
    critique croissants croix croquettes cross crotte crowd croyais croyait croyez crue cuillere cuisson cuit cure
    curieux curiosite cuve cycliste cygnes daily dakar dame dames dan dance dancing danse danser dark date dates
    dating days dead dear debat debit debloquer deborde debout debrancher debut debute deces decide decision declare
    decouvert decouvrez decouvrir decroche dedans defaut defend defense defibrillateur defile defilent definition
    definitivement degats degres delai delete demain demandait demande demander demandes demandez demandons demange
    demenage demenagement demi demission demissionne denis dentiste depanneur depart departement departementale
    depense depistage deplace deplacement depose deposee deposer depot depression depute deputee deranger derive
    dernier derniere derniers descend descendent descente desk desole desolee desormais dessert dessin dessine
    dessins dessous dessus details detecteur detenu dettes deuil deuxieme devait devant devenez devenu deviation
    devine devinez devis devrais diabetique dictee dictionnaire dieu difference differents difficile difficulte
    digere digue digues dijon dimanche dimanches dinghy diplome dirai directeur direction directrice dirige discours
    discret discretion discute discuter dise disons disparais disparait disparu disponible dispute distance
    distingue distribue distribution divers diversite divorce dix dixieme docteur doctor doctors document
    documentaire doing dois domicile done donnait donnerais donnez dons dormait dormez dormi dors dossiers douane
    double doublent douce doucement douceur douche doudou douleur doute doux douze drain drap drapeau draps drill
    drinks driver drole drop dropped dry due dupont dur dure each early eats eau eaux echange echarpe echeancier
    echelle ecoles economies ecoutant ecoute ecran ecrans ecrirai ecris ecrite ecrivez editor editorial effacent
    effectifs effet effets eight eighty electeur electeurs electricite electrique elevage eleveur eloigner else elu
    elue email emballe embrasse embrasser empeche emploi employeur emporte empty enceinte enclos encombre encre end
    endormir endroit endurance energie enfance engagement enleve enorme enough enrichissement enseigne ensuite
    entend entendez enterre enterrement entier entiere entoure entrainement entraineur entree entrepot entres
    entretien entrez enveloppe envoi envoie envoye envoyee envoyer envoyez epand epargne epaule epicerie epoque
    epouse epuise equipage equipes erection escalier escaliers escorte essai essaie essaye essayer essayez estate
    etable etage etais etat ete eteigne eteint etend etiquette etoile etoiles etouffe etouffer etude etudes etudiant
    etudiante etudiants euro europe eveque ever every everybody everyone everywhere evite evitez evolution exact
    exactement examen example excellent excellente exceptions excuser excuses excusez exemplaire exemplaires exemple
    exercice exigee existait existe expedition experience expert experts expire explique expliquer exploitation
    explosion expose expres expulsion extensible fac facade facebook facile facon facteur factures failli fais
    faisait faisons fake fallu famille familles family fan fanfare fans fantome far farm fasse fassent fatigue
    fatiguee fatiguent fauche faudra faute fautes federation fee feed feel feels felicitations felicite fell fence
    fenetre fenetres ferai ferais ferait fermee ferment fermes fermeture fetent feter fetes feuille fevrier fibre
    fiches fichier field fier fiere fiers fieu fige figures fil filets fillette filme filmez films filtre fin final
    finalement financement find fine finie finir finiras finis finished finissent finit fire first fish five fix
    fixe fixed flag flammes flash flat fleuriste fleurs flic flute foin foire fois follow followers fondation
    fonderie fonds fontaine food foret forfait forgot formation forme formelle formidable formulaire formule fort
    forte forty forum fosse fouille foulard foule found fournis fraiche fraude frein freins frerot friday friend
    frigo frissons frites froid froide frole fromage front frontiere frotte fuit fuite full fumee funeral funny fut
    futurs fuyez gacher gaffe gagnant gagnants gagne gagnent gagner gagnez gain gale game gamelle gamin gamine
    gamins gants gap garagiste garcon garcons garde gardes gardien gardienne garee garer gate gateaux gater gates
    gauche gel gele gendarmerie gendre general generale generation generations genereux generique genie genies genre
    gentil gentille gentils gentiment gerant gerard gestion gets getting gilet gilets girl gite give giving glace
    glisse golf gone gonna goodbye gout goutte government gps grace graines grandad grande grandi grange grateful
    gratin gratis gratter gratuit gratuite gratuitement gratuits grave great greffe grele grenier greve grew grey
    griffe grille grimpe grimper grince gris grise group groupe groupes grown guadeloupe guano gueri guichet guide
    guitare guy gym gymnase habitants habite habites hachoir haie haies half hall halte hamster hand hands hangar
    happy harcelement hard hausse haut haute having head heal heard heart hein held hello help herbe herisson
    heritage heritier heros hesite heure heures heureusement heureux hey hide hindu histoire histoires historienne
    hit hiver hockey hold holding hole homes honest honestly honk honnetement hop hope hopital horaire horaires
    horloge horoscope hose hospital hosto hotel hour huissier huit huitieme humeur hundred hurry hurts idea idees
    identite ile image images imagine immediat immediate immense immobilier impasse impayee impose impossible impot
    imprimante incendie inconnu inconnus incroyable indigne indique indulgent ines infirmiere infirmieres inflation
    info ingenieur ingenieurs injure innocent inondation inondee inquiete inquietez inscription inscriptions
    inscrivez inside insiste insister inspecteur inspection instagram installe installent instant institut
    instituteur institutrice instrument interessant interet internat intimes inverse invite invitee invites iphone
    irait island issue jambon janvier jardinier jaune javel jean jet jette jettera jeudi jeudis jeune jeunes
    jeunesse jeux job join joindre jouait joue jouer joues joueur joueurs journaliste journee joyeux judge judo
    jugent juillet juin julien jumeaux jument jungle jupe jura jure jury jus jusque justement kebab keeping keeps
    kept kermesse kevin key keys kids kilo kilometres kilos kind kit knew knows laboratoire labrador lac lacher
    lachez lad lads laisse laisseriez laisses lait lampadaire lampadaires lampe lance landlord lane langues lapin
    laquelle large larme larmes last late latin laugh laval lave lavoir leaves lecher lecon lecons lecteur lecteurs
    lectrice lecture lees left legal legende legs lendemain lentement lequel letter lettre lettres levain leve levee
    lever levres levure librairie library libre licence liege lien lieu life lifeguard lift lights ligne lignes
    liker lille line linge link lira lis lisait lisant lisent lisez lisier list liste listes lit litiere lits little
    lives livree livrer livres livret livreur livrez lobby locale locataire locataires location logement loges
    logiciel logo loin londres long longe longs longtemps longue longues looked looks lose lost lot lotissement loto
    lots loup loups love loved lovely loyal loyer loyers lucas lucky lumiere lundi lune lunettes lutte lyceens
    lynchage lyon machine macon madame made mademoiselle magnifique mail maillot mails main maintenant mairie
    maisons maitre maitresse male males malgre malheur malin man manager manches mandat manege manga mange manioc
    manque manquent manques manteau manuel map maquis marathon marc marcel march marchait marchandise marcher
    marches mardi marie mariee marient maries marketing marque marques mars martin masque massage masse masser
    matchs mate matelas materiel maternelle maths matin matinee matins mauvaise mauvaises maximum mayor means mec
    medaille medailles medecin medecins mediateur meet meilleur meilleure meilleurs melange melangez melee membre
    membres memoire memorial men menage mene menopause menu mercredi meres merites mesdames mess message messagerie
    messages messieurs mesure meteo methode metier metre metres metro mette mettez mettrais meuble meubles meurs
    meurt meurtre micro midi mien mienne mignon milieu militaire mill mille million millions mind mine minister
    ministere minuit minute minutes miroir mise miss missing mission mixite modele moderateur moderation mods mois
    moitie moment monday monsieur montage montagne monte montee montent monter montes montez month montreal montrent
    montrer montrez moqueries moquez morceau mord morning morte mosque mot moteur mots motus mou mouchoirs mouille
    moule moules moulin mousse moustache mouth mouton move moved moves moving moyen moyenne moyens much mug multiply
    municipal municipale mur mure musee museum musique mutuelle mycose nager nageur naissance name nantes natation
    nation nationale near nearly necessaire needed needs nest net nettoie nettoyage neuf neufs neuve neuvieme neveu
    news next nice nicolas niece night nights nine nom nombre nombreux nomme noms nonante noon nord nose notaire
    note noter notes notez notice nounou nourris nourrit nouveau nouveaux nouvel nouvelle nouvelles novembre nuage
    nudes nue nuit nuits number numerique numeros nurse nus obeit objectif obligatoire oblige obseques observatoire
    obtenu occasion occupe occuper occupera ocean octobre odeur oeil offert offerte offerts offrir oies oiseaux old
    ombre once ones onze open operateur operation opinion opposition option orage oral orange ordre oreille oreiller
    organise organisee origine origines orteil other oublie oubliez oublions ouest ouf ours ouste outil outils
    outside ouvert ouverte ouvertes ouverts ouverture ouvrant ouvre ouvrez ouvrier ouvrir own owns pack packs page
    pages paiement paille paillettes paire paix palier palliatifs panier panique panne panneau panneaux pansement
    pantalon paperasse papers papi paques parade paradis paragraphe parait parapluie parc parcel pardon pareille
    parents paresse parfait parfois parfum pari parie paris parisien park parking parlait parle parlent parlera
    parlerai parles parlez parlons parquet parrain pars part partage partager partagez partant parte partenaire
    parti particulier parties partira partis pass passage passagers passant passe passee passent passerelle passes
    passez passons pasteur patch patience patients patron patronne paul pause pauvre pauvres payant payez payons
    paypal pediatre peint pelouse penche pensee pensees pensez pension pepites perce percent perd perdent perdre
    perds perdu perdue perdus peres perle permets person personnel personnellement pese petites petition petits
    petrol pets peuple phares pharmacie pharmacien pharmacienne phone photocopieuse photographe phrase physique
    piano pic pick pied piege pier pierre pigeon pigeons pile piles pilier pilote pin pipes pirate piscine piste
    placer plage plaindre plaint plaisante plait planche planete planning plantes plaque plastique plat plate
    plateforme platform platre play pleine pleurait pleurant pleure pleurent pleut plie plomb plombier pluie
    plumbers plume plusieurs pneu pneus poche poeme poignet poing point pointe points poissons polar pole poli
    police policier politesse politique pomme pompe pompier pompiers pont pool pop port portail portee portent
    porter porteur pose posee posent poser posez possede possible post postale poster postes posts pote potes pots
    poubelles pouce poule poules pounds pourrais pourrait pourriez pourtant pousse pousser poussette pouvait pouvez
    pratique pray prayed precedent prefecture prefete preleve premier premiere premiers prend prendrais prends
    prenez prenne prenom prenoms prepare preparez pres prescrit presentateur presentatrice presidente presque prete
    pretre preuve prevenez prevenir prevention prevenu prevenue prevenus previens prevoir prevoyez prevu prevue prie
    priere prime principale principe printemps prise prises prive privee prix pro proces prochain prochaine proche
    proches procureur produits prof professeur profession profil profile profils profitez programme projet projets
    promener promet promis promoteur promotion propose proprietaire proprio prostate prostitution protection protege
    proud proverbe proviseur prudent prudents pseudo pub public publicite publique pubs puce puisque puisse puits
    pull pulls puni pur puree purge put quai quais qualite quarante quart quartier quatorze quatre quatrieme quebec
    quelles quelqu question questions quiet quinze quitter quota raccroche rachete raclette raconter radio rage
    raide rain raise raisonnable rale ralenti ramadan ramasse ramasser rame ramene ramenez ramp rancune rang rappel
    rappele rappeler rappelez rappelle rapport rapporte rapportent rare rase rassure rater ratio ravis rayon reading
    ready reagir recettes recevez recevoir recharge rechauffe recherche reclamation reclament recois recoit recolte
    recommande recommence recommencer recompense reconnait reconnaitre reconnu recours rectorat recu recue recues
    recule recupere recuperer recus red redacteur redactrice redemande redevance redeviens redire refait referee
    reflechis reflechissez reforme refuge refund refus regard regarde regarder regardez regie regime region registre
    regle reglement regler regles reglez regret rein reine rejoignez rejoindre relais relance relay releve relis
    relisez relu remarque rembourse remboursee remboursement rembourser remede remercie remercier remet remets remis
    remise remonte remorque remplace remplacement rempli remplir remplissez remporte renard rencontre rencontres
    rend rende rendez rendons rendre rendu rendue rendus rennes rent rentree rentres renverse repare reparer repart
    reparti repas repasse repeindre repeint reperer repond repondent repondez repondre reponds repondu reponse
    reponses reporte repos repose reprend reprends reprenez reproche republique reputation reseau reseaux reserve
    reserver reservez residence residents resilie resilier respiration respire respirent ressemble ressemblent
    ressorti ressortir rest restait restee restes restez resultats resume retenez retenir retiens retient retire
    retirer retirez retour retournee retrait retraite retrouve retrouvee retrouver retrouves retrouvez reunion
    reunions reussi reussite revanche reveil reveille reveiller revenir revenu revenue revenus reverra reviendra
    reviendrai reviennent reviens revient revis revise revoir revolte revu revue rez riait riant rib riche richesse
    rideau rideaux rient riez rigole rince ring rire rires risquez rit river riverains riviere riz road robe robinet
    robot robots rocade rode roi role roll roman romanian rond ronfle roof room rose roses rosiers roue roues rouge
    rougit roule rouler roulez round route routes routier rouvre rouvrir rubrique ruche ruches rues rugby runs
    rupture rythme sable sache sad saillir sain saint sainte sais saisi saisie saison saisonniers salades salaire
    salaries salon salue same samedi sandwich sanglier sante sat saturday sauf saumon saura saurait saute sauter
    sauver savait savant save saved savez saw scandale scene scenes school schools science scolaire scout scrub
    seance season sec seche secheresse secondes secours secret secretaire secteur securite see seeing segregation
    seigneur seine seize sejour sell semaines semblant semi senateur sens sense sent sentier separe septante
    septembre septique serai serais seras serez serie serieuse serpent serpilliere serre serres serrure servait
    serve server serveur servi services servie serviette share shift ship shirt shop shotgun siecle siecles sieste
    sifflant siffle siffler sifflet sign signalement signature signer signes signez signs silence silver simplement
    since sincerement sinon sir sirenes sit site sites six sixieme ski sleep slip small snap sociale societe soeurs
    sofa soient soignante soignants soigne soin soins soir soiree soirs sois soit soixante sol soleil solide
    solution sombre somebody someone something sommeil sondage song sonne sonnette sonnez soon sorry sors sortant
    sorte sorted sortent sortes sorti sortie sorties sortis sos souche souci souffle souffre soumis soup source
    souri souriez sourire souris sourit soutenir soutien soutient souvenir souvenirs souvent souviens soyez soyons
    sport square stable stade staff stagiaire stairs standard star start started starting starts station statistique
    statistiquement stayed sterilisation still stopped stories stream streamer street strike striker stuck style
    stylo sud suffirait suffit suicide suicides suit suite suivant suivent suivez suivi suivie suivre summer sunday
    super superbe supermarche support surgeon surprise sursis surtout suspendu suspense swarm syndic syndicat tabac
    table tableau tables tablette tablier tabou tais tait takes talents talk talking talons tape tapez tapis tard
    tarif tarifs tasse taught taureau taux tax taxe taxi tea teacher team technicien technique teeth teigne tel tele
    telephonez tell temoignage temoigne temoignent temoin temple ten tenait tendre tendresse tenez tente tentes tenu
    terrain terrasse terrible test testament teste text texte thank theatre theorie thing things third thirty thread
    three thriller through throw thursday ticket tiede tienne tiens tient till tilleuls time times tique tir tirage
    tireur tisane tissu today toilettes toit toits toiture tombe tombee tombes tombola tomorrow tond tondeuse
    tonight tonton took top topic torse tortue tot total touch touchant touche touchent touches touchez tour
    tourisme touristes tournee tourner tours toussaint tousse toux town tract tracteur tracteurs trade tradition
    traduction traffic trafic train trains traitait traiteur trajet tram transporteur travaux travers traverse treat
    tree treize trempe trente tribune tribunes tricot tricote trie tried triple tristesse trolls trompe troupeau
    trouve trouver trouvera trouvez truc tuesday tunnel turn turned tuyau twelve twenty twice twitch types uncle
    union uniquement until urgence urgences urgent usage use used usine utile utiliser vacances vague valable valise
    valises vallee vas veau vecu veille vendeur vendez vendre vendredi venez vengeance venir vent vente venu venue
    venus verifie verifier verifiez verite verra verras verre verres verrez verse versez version verte vertes veste
    vestiaire vestiaires veterinaire veto veuf veuve viaduc vicar victoire vide video videos vides vie viendront
    vienne viens viewers vif vigile vigne vigneron village ville villes vinaigre vingt vingts viol violon virage
    virements vis visa visages vise visez visible visit visiter vitale vite vitre vitres vitrine vivant vivants vive
    voici voie voile voirie voisins voit voix volant volee volets volonte volontiers votent votes votez voudraient
    voulais voulait voulez vouloir voulu voyant voyez vrac wagon wait walk wall ward water way weather webcam
    wedding weeds weekend weeks wet while white whole wifi window windows winter withdraw without won word worked
    works worth write writing wrote yacht yaourt year years yet yoga yours zappe zoologie
""")
