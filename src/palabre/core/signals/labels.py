"""What signals and reasons are called, in French and in English.

The words of the detectors, kept here so that who only shows them loads no rule and no model. A test compares them.
"""

from collections.abc import Mapping

#: The French and English name of each signal.
NAMES: Mapping[str, tuple[str, str]] = {
    "insult": ("Insulte", "Insult"),
    "hate": ("Haine", "Hate"),
    "dehumanising": ("Déshumanisation", "Dehumanising"),
    "coded_hate": ("Haine codée", "Coded hate"),
    "threat": ("Menace", "Threat"),
    "violence_call": ("Appel à la violence", "Call to violence"),
    "harassment": ("Harcèlement", "Harassment"),
    "sexual": ("Propos sexuels", "Sexual"),
    "self_harm": ("Détresse", "Self-harm"),
    "scam": ("Arnaque", "Scam"),
    "spam": ("Publicité", "Spam"),
    "help_request": ("Demande d’aide", "Help request"),
    "testimony": ("Témoignage", "Testimony"),
    "correction": ("Correction", "Correction"),
    "feedback": ("Retour sur le travail", "Feedback"),
    "praise": ("Bravo", "Praise"),
    "argument": ("Avis argumenté", "Argued opinion"),
    "lead": ("Intention d’achat", "Purchase intent"),
    "adverse_event": ("Effet indésirable", "Adverse event"),
    "emergency": ("Urgence", "Emergency"),
    "anger": ("Colère", "Anger"),
    "urgency": ("Pressé", "Urgency"),
    "irony": ("Ironie", "Irony"),
    "question": ("Question", "Question"),
    "personal_data": ("Donnée personnelle", "Personal data"),
    "link_shared": ("Lien partagé", "Link shared"),
    "flood": ("Message répété", "Flood"),
    "sentiment": ("Ton", "Sentiment"),
}
#: Reasons that belong to no single detector.
SHARED: Mapping[str, tuple[str, str]] = {
    "learned": ("mots qui ont pesé, appris sur des exemples", "words that weighed, learnt from examples"),
}
#: What is said for each ``why`` of evidence.
REASONS: Mapping[str, tuple[str, str]] = {
    **SHARED,
    # insult
    "insult_strong": ("injure qui blesse qui la lit", "abuse that hurts whoever reads it"),
    "insult_aimed": ("injure dite à quelqu’un ou de quelqu’un", "abuse said to or of somebody"),
    "insult_mild": ("mot de mépris", "word of contempt"),
    "insult_mockery": ("une tournure qui traite quelqu’un d’idiot", "a turn of phrase that calls somebody a fool"),
    "insult_press": ("mépris du journal ou des journalistes", "contempt for the paper or for journalists"),
    "insult_masked": ("injure à demi cachée par des étoiles", "abuse half hidden by stars"),
    # hate
    "slur": ("mot qui n’existe que pour blesser un groupe", "word whose only use is to wound a group"),
    "group_insulted": ("un groupe et une injure", "a group and abuse"),
    "group_rejected": ("un groupe que l’on veut chasser ou voir mort", "a group wished away or dead"),
    "group_accused": ("un défaut ou un crime prêté à tout un groupe", "a fault or a crime laid on a whole group"),
    "go_home": ("« retourne dans ton pays »", "“go back to your country”"),
    "invasion": ("l’invasion, le remplacement", "the invasion, the replacement"),
    "sexist_slur": ("injure réservée aux femmes", "abuse kept for women"),
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
    "sexism": ("une femme renvoyée à sa place", "a woman sent back to her place"),
    # dehumanising
    "people_as_vermin": ("des gens traités d’animaux ou de vermine", "people called animals or vermin"),
    "people_to_clean_away": ("des gens que l’on veut « nettoyer »", "people to be “cleaned away”"),
    "less_than_human": ("moins que des humains", "less than human"),
    # coded_hate
    "always_the_same": (
        "« toujours les mêmes » : un groupe que l’on ne nomme pas",
        "“always the same ones”: a group left unnamed",
    ),
    "you_know_who": (
        "« suivez mon regard » : un clin d’œil vers un groupe",
        "“you know who”: a wink towards a group",
    ),
    "those_people": ("« ces gens-là », « une certaine population »", "“those people”, “a certain population”"),
    "not_from_here": ("« pas de chez nous », « ceux qui débarquent »", "“not from here”, “those who turn up”"),
    "served_first": (
        "les aides, les logements : « eux d’abord, nous rien »",
        "aid, housing: “them first, us nothing”",
    ),
    "forbidden_to_say": ("« on n’a pas le droit de le dire »", "“we are not allowed to say it”"),
    "unsaid": (
        "un prénom, une origine, une couleur que l’on fait deviner",
        "a name, an origin, a colour left to be guessed",
    ),
    "hidden_hand": (
        "« ceux qui tirent les ficelles » : un complot que l’on ne nomme pas",
        "“those who pull the strings”: a plot left unnamed",
    ),
    "irony_of_blessing": (
        "« une chance pour la France », « vivre ensemble », par antiphrase",
        "“a blessing for the country”, ironically",
    ),
    # threat
    "harm_announced": ("un mal annoncé à quelqu’un", "harm announced to somebody"),
    "where_you_live": ("« je sais où tu habites »", "“I know where you live”"),
    "will_pay": ("« tu vas le payer », les jours comptés", "“you will pay for it”, days numbered"),
    "visit": ("une visite promise, à plusieurs ou la nuit", "a visit promised, in numbers or at night"),
    "deserves_harm": ("quelqu’un mériterait qu’on lui fasse du mal", "somebody is said to deserve harm"),
    # violence_call
    "must_be_harmed": ("« il faut les… » suivi d’un mal", "“they must be…” followed by harm"),
    "to_death": ("« à mort », « au poteau », « une balle »", "“death to”, “string them up”, “a bullet”"),
    "burn_it_down": ("brûler, tout casser", "burning, smashing everything"),
    # harassment
    "kill_yourself": ("quelqu’un est poussé à se tuer", "somebody is pushed to kill themselves"),
    "pile_on": ("d’autres sont appelés à s’acharner", "others are called to pile on"),
    "wont_let_go": ("« on ne te lâchera pas »", "“we will not let you go”"),
    "hurt_together": ("plusieurs s’en prennent à la même personne", "several go for the same person"),
    "hurt_again": ("la même personne, encore, par le même auteur", "the same person, again, by the same author"),
    "insists": ("insiste auprès de quelqu’un qui ne répond pas", "will not let go of somebody who does not answer"),
    # sexual
    "sexual_act": ("un acte sexuel dit à quelqu’un ou de quelqu’un", "a sexual act said to or of somebody"),
    "sexual_body": ("le corps de quelqu’un, crûment", "somebody’s body, crudely"),
    "sexual_demand": ("des images ou une rencontre demandées", "pictures or a meeting asked for"),
    # self_harm
    "wants_to_die": ("l’envie de mourir est dite", "the wish to die is spoken"),
    "better_without_me": ("« ce serait mieux sans moi »", "“better off without me”"),
    "self_injury": ("la personne dit se faire du mal", "the person says they hurt themselves"),
    "means_or_farewell": ("un moyen, un adieu", "a means, a farewell"),
    "cannot_go_on": ("à bout de forces", "cannot go on"),
    # scam
    "messenger": ("on vous emmène vers une autre messagerie", "people are led to another messenger"),
    "easy_money": ("de l’argent facile", "easy money"),
    "loan": ("un prêt entre particuliers, une aide trop belle", "a private loan, help too good to be true"),
    "healer": ("un marabout, un médium", "a healer, a medium"),
    "prize": ("un gain, un tirage au sort", "a prize, a draw"),
    "false_support": ("un faux conseiller, un compte à « récupérer »", "a false adviser, an account to “recover”"),
    "thanks_to_expert": ("merci à un expert providentiel", "thanks to a providential expert"),
    "promise": ("une promesse trop belle", "a promise too good"),
    "contact": ("un numéro ou une adresse pour répondre", "a number or an address to answer to"),
    # spam
    "self_promotion": ("quelqu’un fait venir chez lui", "somebody draws people to their place"),
    "sale": ("une vente", "a sale"),
    "click": ("« cliquez ici »", "“click here”"),
    # help_request
    "not_received": ("quelque chose n’est pas arrivé", "something did not arrive"),
    "subscription": ("l’abonnement", "the subscription"),
    "account": ("le compte, le mot de passe, l’accès", "the account, the password, the access"),
    "payment": ("un prélèvement, un remboursement", "a payment, a refund"),
    "no_answer": ("personne ne répond", "nobody answers"),
    "does_not_work": ("quelque chose ne marche pas", "something does not work"),
    "asks_for_help": ("de l’aide est demandée", "help is asked for"),
    # testimony
    "i_was_there": ("« j’y étais »", "“I was there”"),
    "i_saw": ("vu, entendu, senti soi-même", "seen, heard or smelt by oneself"),
    "i_live_there": ("la personne vit ou habite sur place", "the person lives there"),
    "i_work_there": ("la personne est du métier, ou y travaille", "the person does this job, or works there"),
    "happened_to_us": ("c’est arrivé à la personne ou aux siens", "it happened to the person or their family"),
    "first_person": ("la personne parle d’elle ou des siens", "the person speaks of herself or her own"),
    "moment": ("un moment, une durée", "a moment, a length of time"),
    "place": ("un lieu précis", "a certain place"),
    "same_here": ("« chez moi aussi », « je confirme »", "“same here”, “I confirm”"),
    # correction
    "spelling": ("une faute, une coquille", "a spelling mistake, a typo"),
    "wrong_fact": ("un fait, un chiffre, une date contestés", "a fact, a figure or a date disputed"),
    "you_wrote": ("ce que l’article dit", "what the article says"),
    "contrary": ("le contraire, à côté", "the contrary, beside it"),
    "wrong_picture": ("la photo, la carte ou la légende", "the picture, the map or the caption"),
    "asks_correction": ("une correction est demandée", "a correction is asked for"),
    "how_to_write": ("« il faut lire… », « ça s’écrit… »", "“it should read…”, “it is spelt…”"),
    # feedback
    "our_work": ("le travail de la rédaction, nommé", "the newsroom’s work, named"),
    "work_named": ("un mot du métier : article, podcast, une…", "a word of the trade: article, podcast, headline…"),
    "opinion": ("un avis, à côté", "an opinion, beside it"),
    "liked": ("apprécié", "liked"),
    "disliked": ("critiqué", "criticised"),
    "paywall_or_ads": ("le prix, les articles réservés, la publicité", "the price, the paywall, the advertising"),
    # praise
    "bravo": ("bravo, félicitations", "congratulations"),
    "thanks": ("un merci appuyé", "warm thanks"),
    "admiration": ("de l’admiration", "admiration"),
    # argument
    "reason_given": ("une raison", "a reason"),
    "opposed_reason": ("une nuance, une objection", "a nuance, an objection"),
    "example_or_source": ("un exemple, un chiffre, une source", "an example, a figure, a source"),
    # lead
    "wants_to_buy": ("la personne veut acheter ou s’abonner", "the person wants to buy or subscribe"),
    "asks_price": ("un prix, un tarif", "a price"),
    "wants_to_advertise": ("une annonce, de la publicité", "an advertisement"),
    # adverse_event
    "reaction": ("ce que le corps a fait", "what the body did"),
    "product": ("le médicament ou la prise", "the medicine, or taking it"),
    "registered": ("un produit de votre registre", "a product of your register"),
    "patient": ("la personne touchée", "the person affected"),
    "reporter": ("qui le rapporte", "who reports it"),
    "since_taking": ("depuis la prise", "since taking it"),
    "side_effect": ("« effet secondaire »", "“side effect”"),
    # emergency
    "call_help": ("un appel aux secours", "a call to the emergency services"),
    "life_at_risk": ("une vie en danger, maintenant", "a life at risk, now"),
    "cry_for_help": ("un cri d’aide", "a cry for help"),
    # anger
    "fed_up": ("le ras-le-bol", "being fed up"),
    "shame": ("la honte, le scandale", "shame, scandal"),
    "fooled": ("l’impression d’être pris pour des imbéciles", "the feeling of being taken for fools"),
    # urgency
    "cannot_wait": ("c’est pressé", "it cannot wait"),
    "deadline": ("une échéance", "a deadline"),
    # irony
    "mock_cheer": ("un bravo, un merci, un « super » …", "a cheer, a thank-you, a “great” …"),
    "mock_grievance": ("… à propos de ce qui va mal", "… about what goes wrong"),
    "set_phrase": ("« ben voyons », « comme par hasard »", "“how surprising”, “yeah right”"),
    "mock_relief": ("« nous voilà sauvés », « on est rassurés »", "“what a relief”, “that will fix it”"),
    "rolling_eyes": ("des yeux au ciel, un clown", "rolling eyes, a clown"),
    "said_so": ("l’auteur dit qu’il ironise", "the author says it is irony"),
    # question
    "question_mark": ("un point d’interrogation", "a question mark"),
    "asks": ("une tournure qui demande", "a turn of phrase that asks"),
    "wonders": ("« je me demande », « j’aimerais savoir »", "“I wonder”, “I would like to know”"),
    "anybody": ("« quelqu’un sait »", "“does anybody know”"),
    "opener": ("la phrase s’ouvre comme une question", "the sentence opens like a question"),
    "rhetorical": ("la question n’attend pas de réponse", "the question awaits no answer"),
    # personal_data
    "phone": ("un numéro de téléphone", "a telephone number"),
    "mail": ("une adresse électronique", "a mail address"),
    "iban": ("un compte bancaire", "a bank account"),
    "card": ("un numéro de carte bancaire", "a bank card number"),
    "social_security": ("un numéro de sécurité sociale", "a social security number"),
    "plate": ("une plaque d’immatriculation", "a number plate"),
    "home": ("une adresse où quelqu’un habite", "an address where somebody lives"),
    # link_shared
    "link": ("une adresse de page", "the address of a page"),
    # flood
    "same_author_again": ("le même texte, encore, du même auteur", "the same text again, by the same author"),
    "many_accounts_paste": (
        "le même texte collé par plusieurs comptes",
        "the same text pasted by several accounts",
    ),
    "burst": ("beaucoup de messages en une minute", "many messages within a minute"),
    # sentiment
    "well_said": ("des mots qui disent du bien", "words that say well"),
    "ill_said": ("des mots qui disent du mal", "words that say ill"),
    "target": ("ce dont il est parlé", "what is spoken of"),
}
