"""The values that fields of a list accept: each by its names in French and English, folded."""

from collections.abc import Mapping
from types import MappingProxyType

from palabre.core.text import fold


def _named(names: Mapping[str, str]) -> Mapping[str, str]:
    """Return each value by each of its names, given the others of each."""
    table = {value: value for value in names}
    table |= {fold(name): value for value, others in names.items() for name in others.split(", ") if name}
    return MappingProxyType(table)


KINDS = _named({
    "comment": "commentaire, comments, commentaires",
    "post": "publication, posts, publications",
    "private": "privé, message privé, dm, mp",
    "review": "avis, reviews",
    "article": "articles, presse",
    "chat": "tchat, direct",
    "mail": "courriel, e-mail, email, mél",
})  # fmt: skip
VISIBILITIES = _named({"private": "privé", "public": "publique", "press": "presse"})
DECISIONS = _named({
    "none": "aucune, aucun, rien",
    "pending": "en attente, attente",
    "approve": "approuvé, approuver, approved, publié",
    "remove": "retiré, retirer, removed, supprimé",
    "hold": "retenu, retenir, held, suspendu",
})  # fmt: skip
TRUTHS = _named({"yes": "oui, true, vrai, 1", "no": "non, false, faux, 0"})
HAS = _named({
    "link": "lien, links, liens",
    "hashtag": "mot-dièse, hashtags",
    "mention": "mentions",
    "emoji": "émoji, emojis, émojis",
    "attachment": "pièce jointe, pj, attachments, media, média",
    "image": "images, photo, photos",
    "video": "vidéo, videos, vidéos",
    "audio": "son",
    "title": "titre",
    "lead": "chapeau",
    "author": "auteur",
    "country": "pays",
    "thread": "fil",
    "url": "adresse",
    "engagement": "",
    "reach": "portée",
})  # fmt: skip
IS = _named({
    "reply": "réponse, replies",
    "root": "racine, original",
    "first": "premier, première",
    "question": "",
})  # fmt: skip
#: Signals: of the other names of each, the first is the French one.
SIGNAL_NAMES = {
    "insult": "insulte, injure",
    "hate": "haine",
    "dehumanising": "déshumanisation, dehumanizing",
    "coded_hate": "haine codée",
    "threat": "menace",
    "violence_call": "appel à la violence",
    "harassment": "harcèlement",
    "sexual": "sexuel, propos sexuels",
    "self_harm": "détresse",
    "personal_data": "donnée personnelle",
    "scam": "arnaque",
    "spam": "publicité",
    "flood": "inondation",
    "help_request": "demande d’aide",
    "testimony": "témoignage",
    "correction": "",
    "feedback": "retour",
    "question": "",
    "lead": "intention d’achat",
    "praise": "bravo, compliment",
    "argument": "avis argumenté",
    "link_shared": "lien partagé",
    "adverse_event": "effet indésirable",
    "emergency": "urgence",
    "irony": "ironie",
    "anger": "colère",
    "urgency": "pressé",
}  # fmt: skip
SIGNALS = _named(SIGNAL_NAMES)
#: Names of ranges of the sentiment, which goes from −1 to 1 (see ``fields``).
SENTIMENTS = _named({"negative": "négatif, négative", "neutral": "neutre", "positive": "positif, positive"})
#: Sentiments less far from 0 than this are neutral.
NEUTRAL = 0.25
