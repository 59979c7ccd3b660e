"""The fields that a query can ask: their names, what each reads, how it is compared, what to tell about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias

from palabre.core.query.choices import DECISIONS, HAS, IS, KINDS, SENTIMENTS, SIGNALS, TRUTHS, VISIBILITIES
from palabre.core.text import fold

#: ``words``: words looked for in one part. ``mark``: a hashtag or a mention. ``text``: the whole, folded.
#: ``piece``: a part of an address. ``site``: a host or one above it. ``choice``: one of a list.
#: ``number``, ``moment`` (UTC), ``hour`` (0 to 23, UTC): ranges.
Type: TypeAlias = Literal["words", "mark", "text", "piece", "site", "choice", "number", "moment", "hour"]
#: Where it is read: the text, the message as its source gave it, or what was understood and done here.
Reads: TypeAlias = Literal["text", "message", "house"]


@dataclass(frozen=True, slots=True)
class Asking:
    """A field. ``choices`` are the accepted values, each by all its names, folded; ``values`` named ranges."""

    name: str
    fr: str
    en: str
    type: Type
    reads: Reads
    help_fr: str
    help_en: str
    example: str
    also: tuple[str, ...] = ()
    choices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    #: A list that names may be missing from: what is not in it is asked as it is written.
    open: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All the names under which it can be asked, its own first."""
        return tuple(
            dict.fromkeys((self.name, *(fold(name).replace(" ", "_") for name in (self.fr, self.en)), *self.also))
        )


_ALL = (
    Asking(
        "title", "titre", "title", "words", "text",
        "Les mots sont cherchés dans le titre seulement.",
        "The words are looked for in the title only.",
        "title:tram", ("intitle",),
    ),
    Asking(
        "lead", "chapeau", "lead", "words", "text",
        "Les mots sont cherchés dans le chapeau seulement.",
        "The words are looked for in the lead only.",
        "lead:(tram OR bus)", ("chapo",),
    ),
    Asking(
        "text", "texte", "text", "words", "text",
        "Les mots sont cherchés dans le texte seulement, ni dans le titre ni dans le chapeau.",
        "The words are looked for in the text only, neither in the title nor in the lead.",
        'text:"en panne"', ("body", "corps", "intext"),
    ),
    Asking(
        "hashtag", "mot-dièse", "hashtag", "mark", "text",
        "Le mot-dièse, comme « #tram ».",
        "The hashtag, as “#tram”.",
        "hashtag:tram", ("hashtags", "diese"),
    ),
    Asking(
        "mention", "mention", "mention", "mark", "text",
        "Le compte nommé dans le texte, comme « @ville ».",
        "The account named in the text, as “@ville”.",
        "mention:ville", ("mentions",),
    ),
    Asking(
        "author", "auteur", "author", "text", "message",
        "Le nom ou l’identifiant de l’auteur, en entier.",
        "The author’s name or identifier, whole.",
        'author:"Zoé Martin"', ("auteurs",),
    ),
    Asking(
        "from", "compte", "from", "text", "message",
        "Le compte qui parle : son pseudonyme, son identifiant ou le bout de son adresse.",
        "The account that speaks: its handle, its identifier, or the end of its address.",
        "from:@zoe",
    ),
    Asking(
        "to", "destinataire", "to", "text", "message",
        "Le compte à qui le message s’adresse : celui qu’il nomme en premier.",
        "The account that the message speaks to: the one it opens with.",
        "to:@ville",
    ),
    Asking(
        "site", "site", "site", "site", "message",
        "Le site, ou un de ses sous-domaines ; « site:fr » prend tous ceux en .fr.",
        "The site, or one of its sub-domains; “site:fr” takes all those in .fr.",
        "site:exemple.fr", ("host", "domaine", "domain"),
    ),
    Asking(
        "url", "adresse", "address", "piece", "message",
        "Un morceau de l’adresse du message.",
        "A part of the message’s address.",
        "url:/politique/", ("inurl",),
    ),
    Asking(
        "link", "lien", "link", "piece", "message",
        "Un morceau de l’adresse d’un lien ou d’une pièce jointe du message.",
        "A part of the address of a link or attachment of the message.",
        "link:exemple.fr/don", ("links", "liens"),
    ),
    Asking(
        "source", "source", "source", "text", "house",
        "Le nom de la source connectée, en entier.",
        "The name of the connected source, whole.",
        'source:"Page de la ville"',
    ),
    Asking(
        "network", "réseau", "network", "text", "message",
        "Le réseau d’où vient le message.",
        "The network that the message comes from.",
        "network:mastodon", ("platform", "plateforme"),
    ),
    Asking(
        "kind", "genre", "kind", "choice", "message",
        "Ce qu’est le message : commentaire, publication, message privé, avis, article, chat ou courriel.",
        "What the message is: comment, post, private message, review, article, chat line or mail.",
        "kind:article", ("type",), KINDS,
    ),
    Asking(
        "lang", "langue", "language", "text", "message",
        "La langue, en deux lettres.",
        "The language, in two letters.",
        "lang:fr", ("language",),
    ),
    Asking(
        "country", "pays", "country", "text", "message",
        "Le pays, en deux lettres. Peu de messages le disent.",
        "The country, in two letters. Few messages tell it.",
        "country:fr",
    ),
    Asking(
        "thread", "fil", "thread", "text", "message",
        "L’identifiant du fil de discussion.",
        "The identifier of the thread.",
        "thread:12345", ("conversation",),
    ),
    Asking(
        "followers", "abonnés", "followers", "number", "message",
        "Le nombre d’abonnés de l’auteur.",
        "How many people follow the author.",
        "followers:>10000",
    ),
    Asking(
        "engagement", "engagement", "engagement", "number", "message",
        "Le nombre de réactions, réponses et partages.",
        "How many reactions, answers and shares.",
        "engagement:[10 TO 500]",
    ),
    Asking(
        "reach", "portée", "reach", "number", "message",
        "Le nombre de personnes touchées, tel que la source le dit.",
        "How many people it reached, as the source tells.",
        "reach:>=5000",
    ),
    Asking(
        "published", "date", "date", "moment", "message",
        "Quand le message a été publié (temps universel).",
        "When the message was published (universal time).",
        "published:2026-01-01..2026-01-31", ("publie",),
    ),
    Asking(
        "hour", "heure", "hour", "hour", "message",
        "L’heure de publication, de 0 à 23 (temps universel).",
        "The hour of publication, from 0 to 23 (universal time).",
        "hour:8..18",
    ),
    Asking(
        "has", "avec", "has", "choice", "message",
        "Ce que porte le message : lien, image, vidéo, émoji, titre…",
        "What the message carries: link, image, video, emoji, title…",
        "has:link", ("contient",), HAS,
    ),
    Asking(
        "is", "est", "is", "choice", "message",
        "Réponse, premier d’un fil, premier message d’un auteur, question.",
        "Reply, root of a thread, first message of an author, question.",
        "is:reply", (), IS,
    ),
    Asking(
        "first_message", "premier message", "first message", "choice", "message",
        "Premier message de cet auteur.",
        "First message of this author.",
        "first_message:yes", ("premier",), TRUTHS,
    ),
    Asking(
        "visibility", "visibilité", "visibility", "choice", "message",
        "Privé, public ou presse.",
        "Private, public or press.",
        "visibility:private", (), VISIBILITIES,
    ),
    Asking(
        "sentiment", "tonalité", "sentiment", "number", "house",
        "La tonalité, de −1 à 1, ou : négatif, neutre, positif.",
        "The sentiment, from −1 to 1, or: negative, neutral, positive.",
        "sentiment:negative", ("ton", "tone"), SENTIMENTS,
    ),
    Asking(
        "signal", "signal", "signal", "choice", "house",
        "Ce que la machine a reconnu : insulte, question, témoignage…",
        "What the machine recognised: insult, question, testimony…",
        "signal:insult", ("signals", "category"), SIGNALS, True,
    ),
    Asking(
        "question", "question", "question", "choice", "house",
        "Le message pose une question, avec ou sans point d’interrogation.",
        "The message asks a question, with or without a question mark.",
        "question:yes", (), TRUTHS,
    ),
    Asking(
        "decision", "décision", "decision", "choice", "house",
        "Ce qui a été décidé : approuvé, retiré, retenu, en attente, aucune.",
        "What was decided: approved, removed, held, pending, none.",
        "decision:remove", (), DECISIONS,
    ),
    Asking(
        "topic", "sujet", "topic", "text", "house",
        "Un sujet de veille auquel le message répond.",
        "A topic that the message answers.",
        "topic:tramway", ("topics",),
    ),
)  # fmt: skip

#: Every field by its own name.
FIELDS: Mapping[str, Asking] = MappingProxyType({asking.name: asking for asking in _ALL})
#: Every field by each of its names.
NAMES: Mapping[str, Asking] = MappingProxyType({name: asking for asking in _ALL for name in asking.names})


def named(name: str) -> Asking | None:
    """Return the field of this name, in either language, whatever its case and accents."""
    return NAMES.get(fold(name).replace(" ", "_"))
