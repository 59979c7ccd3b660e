"""What each signal means, and what it is known to take for it wrongly: for people, in French and in English."""

from typing import NamedTuple

from django.utils.translation import get_language


class About(NamedTuple):
    """What a signal means, and where it is known to fail or to hold back."""

    means: str
    fails: str


#: Signal → (means, fails) in French, then in English.
_ABOUT: dict[str, tuple[str, str, str, str]] = {
    "insult": (
        "Quelqu’un est insulté, ou des mots d’injure sont lancés. Un juron qui ne vise personne pèse moins.",
        "L’injure affectueuse entre amis, l’insulte citée sans guillemets, l’ironie froide sans gros mot.",
        "Somebody is insulted, or abuse is thrown. Swearing aimed at nobody weighs less.",
        "Friendly abuse between friends, an insult quoted without marks, cold irony without coarse words.",
    ),
    "hate": (
        "Un groupe de personnes est attaqué pour ce qu’il est. Dire qui l’on est n’en est pas ; dénoncer non plus.",
        "La haine sans nom de groupe (voir « haine codée »), la citation d’un propos haineux sans guillemets.",
        "A group of people is attacked for what it is. Saying who one is is not it; denouncing is not either.",
        "Hate that names no group (see “coded hate”), hateful words reported without quotation marks.",
    ),
    "dehumanising": (
        "Des personnes sont comparées à des animaux, des nuisibles, des maladies.",
        "La métaphore animale innocente (« une équipe de lions »), l’auto-dérision.",
        "People are likened to animals, vermin, diseases.",
        "Innocent animal images (“a team of lions”), self-mockery.",
    ),
    "coded_hate": (
        "Une expression vise un groupe sans le nommer. Elle fait monter la priorité et ne décide jamais de rien.",
        "Chacune a des emplois innocents : « toujours les mêmes qui rangent ». Regardez la phrase entière.",
        "A turn of phrase points at a group without naming it. It raises the priority and never decides anything.",
        "Each has innocent uses: “always the same ones who tidy up”. Look at the whole sentence.",
    ),
    "threat": (
        "Quelqu’un annonce qu’il fera du mal à quelqu’un.",
        "L’exagération (« je vais te tuer 😂 »), la menace rapportée par sa victime, la menace de procès.",
        "Somebody says that they will hurt somebody.",
        "Exaggeration (“I’ll kill you 😂”), a threat told by its victim, a threat of legal action.",
    ),
    "violence_call": (
        "On appelle d’autres à frapper, brûler, se faire justice.",
        "Les chants de supporters, l’image (« il faut brûler ces dossiers »), le récit historique.",
        "Others are called to strike, burn, take the law into their own hands.",
        "Supporters’ chants, figures of speech (“burn those files”), historical accounts.",
    ),
    "harassment": (
        "On s’acharne sur une personne, ou l’on invite d’autres à le faire.",
        "Un seul message ne dit pas toujours l’acharnement : regardez l’histoire de l’auteur.",
        "A person is gone after, or others are invited to do so.",
        "One message does not always tell it: look at the author’s history.",
    ),
    "sexual": (
        "Des propos sexuels crus ou une sollicitation.",
        "L’éducation sexuelle, le témoignage d’une victime, le vocabulaire médical.",
        "Crude sexual talk, or solicitation.",
        "Sex education, a victim’s account, medical words.",
    ),
    "self_harm": (
        "Quelqu’un est peut-être en danger de se faire du mal. On lui répond, on ne le retire pas.",
        "L’expression figée (« c’est à se pendre »), les paroles de chanson, l’inquiétude pour un autre.",
        "Somebody may be in danger of hurting themselves. They are answered, not removed.",
        "Figures of speech (“I could hang myself”), song lyrics, worry about somebody else.",
    ),
    "personal_data": (
        "Un téléphone, une adresse, un courriel, un compte bancaire ou une plaque est exposé.",
        "Le numéro d’un service public, l’adresse d’un commerce, une référence qui ressemble à un numéro.",
        "A telephone number, an address, a mail, a bank account or a number plate is exposed.",
        "A public service’s number, a shop’s address, a reference that looks like a number.",
    ),
    "scam": (
        "Une arnaque : argent facile, faux conseiller, sentiments, et le passage vers une messagerie privée.",
        "Celui qui raconte s’être fait avoir, la mise en garde qui cite le texte de l’arnaque.",
        "A scam: easy money, a false adviser, romance, and the move towards private messaging.",
        "Whoever tells how they were had, a warning that quotes the scam’s text.",
    ),
    "spam": (
        "De la réclame sans rapport avec la conversation.",
        "L’annonce d’une association locale, un lien utile donné sans phrase.",
        "Advertising with no bearing on the conversation.",
        "A local club’s notice, a useful link given without a sentence.",
    ),
    "flood": (
        "Le même message revient en série, d’un compte ou de plusieurs.",
        "La pétition, le chant repris par tous pendant un direct.",
        "The same message comes again and again, from one account or several.",
        "A petition, a chant taken up by all during a live show.",
    ),
    "testimony": (
        "Quelqu’un raconte ce qu’il a vécu ou vu : de quoi enrichir un article, ou appeler quelqu’un.",
        "Le récit inventé, la plaisanterie à la première personne.",
        "Somebody tells what they lived or saw: it may enrich an article, or deserve a call.",
        "An invented story, a joke in the first person.",
    ),
    "correction": (
        "Une faute ou une erreur de fait est signalée, souvent avec l’endroit.",
        "Le désaccord d’opinion tourné comme une correction, la reprise entre lecteurs.",
        "A slip or a factual error is pointed out, often with its place.",
        "Disagreement of opinion put as a correction, readers correcting each other.",
    ),
    "feedback": (
        "Un avis sur le travail du média ou de la marque : ce qui manque, ce qui gêne, ce qui plaît.",
        "L’avis sur le sujet de l’article plutôt que sur l’article.",
        "A view of the outlet’s or the brand’s work: what is missing, what bothers, what pleases.",
        "A view of the article’s subject rather than of the article.",
    ),
    "help_request": (
        "Quelqu’un a besoin d’aide : abonnement, livraison, compte, démarche.",
        "Le problème raconté une fois réglé, la demande d’aide adressée à un autre lecteur.",
        "Somebody needs help: subscription, delivery, account, formalities.",
        "A problem told once solved, help asked of another reader.",
    ),
    "question": (
        "Une question attend une réponse, avec ou sans point d’interrogation.",
        "La question rhétorique, l’interpellation (« vous vous moquez de qui ? »).",
        "A question awaits an answer, with or without a question mark.",
        "A rhetorical question, a challenge (“who are you kidding?”).",
    ),
    "lead": (
        "Quelqu’un voudrait acheter, s’abonner ou passer une annonce.",
        "Le souvenir d’un achat, le prix demandé pour protester.",
        "Somebody would like to buy, subscribe or advertise.",
        "The memory of a purchase, a price asked in protest.",
    ),
    "praise": (
        "Un remerciement ou un compliment.",
        "L’ironie (« bravo, vraiment »).",
        "Thanks or a compliment.",
        "Irony (“well done, really”).",
    ),
    "argument": (
        "Une opinion donne ses raisons, quelle que soit l’opinion.",
        "Le texte long sans raison, le copier-coller argumenté.",
        "An opinion gives its reasons, whatever the opinion.",
        "A long text without reasons, a reasoned copy-paste.",
    ),
    "link_shared": (
        "Une adresse de page est donnée.",
        "Rien : l’adresse y est ou n’y est pas. Ce qu’elle vaut, il faut aller le voir.",
        "The address of a page is given.",
        "Nothing: it is there or it is not. What it is worth has to be looked at.",
    ),
    "adverse_event": (
        "Un effet indésirable d’un produit de santé est peut-être rapporté : personne, produit, réaction.",
        "L’article de presse sur un médicament, la plaisanterie sur l’alcool ou le café.",
        "An adverse event of a health product may be reported: patient, product, reaction, reporter.",
        "A press article about a medicine, jokes about alcohol or coffee.",
    ),
    "emergency": (
        "Une vie peut être en danger maintenant : appelez les secours avant de modérer.",
        "Le récit d’une urgence passée, l’urgence de fiction.",
        "A life may be in danger now: call the emergency services before moderating.",
        "An emergency of the past, a fictional one.",
    ),
    "irony": (
        "Des indices d’ironie : ce qui est dit n’est peut-être pas ce qui est pensé.",
        "L’ironie sans aucun indice, que personne ne voit sans le contexte.",
        "Cues of irony: what is said may not be what is meant.",
        "Irony without any cue, that nobody sees out of context.",
    ),
    "sentiment": (
        "Le ton du message, du plus négatif au plus positif, et ce dont il parle quand cela se voit.",
        "L’ironie, le deuil (triste n’est pas hostile), les avis nuancés ; un message neutre ne porte rien.",
        "The tone of the message, from ill to well, and what it is about where that shows.",
        "Irony, mourning (sad is not hostile), mixed reviews; a neutral message carries nothing.",
    ),
    "anger": (
        "Le ton est à la colère. Une colère peut être juste : elle ne va contre aucune charte.",
        "Les majuscules de l’habitude, la colère feinte.",
        "The tone is angry. Anger may be right: it goes against no charter.",
        "Capitals out of habit, feigned anger.",
    ),
    "urgency": (
        "Cela presse, dit la personne.",
        "L’urgence de la réclame (« plus que 3 jours »).",
        "It cannot wait, the person says.",
        "Advertising’s urgency (“only 3 days left”).",
    ),
}


def about(signal: str) -> About | None:
    """Return what is to be known of a signal in the person's language; None where nothing is written yet."""
    found = _ABOUT.get(signal)
    if found is None:
        return None
    return About(*(found[:2] if (get_language() or "fr").startswith("fr") else found[2:]))
