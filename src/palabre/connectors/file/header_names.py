"""What exports call their columns, in French and English → fields of a message.

A target is a field of ``Message``, or ``author.key``, ``author.name``, ``author.url``, ``author.followers``.
"""

import re
import unicodedata

#: Target → names, the surest first. Compared after ``folded``.
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        *("text", "texte", "commentaire", "comment", "message", "contenu", "content", "body", "corps"),
        *(
            "texte du commentaire",
            "texte du message",
            "comment text",
            "message text",
            "full text",
            "contenu du message",
        ),
        *(
            "commentaires",
            "comments",
            "messages",
            "verbatim",
            "verbatims",
            "avis",
            "review",
            "review text",
            "tweet",
        ),
        *(
            "tweet text",
            "post",
            "post text",
            "publication",
            "description",
            "selftext",
            "caption",
            "legende",
            "reponse",
        ),
    ),
    "id": (
        *("id", "identifiant", "uuid", "guid", "identifier", "comment id", "id commentaire", "id du commentaire"),
        *("message id", "id message", "id du message", "tweet id", "post id", "review id", "numero", "no", "ref"),
        *("reference", "id str", "external id", "uid", "num", "n"),
    ),
    "published": (
        *("published", "date", "publie le", "date de publication", "published at", "created at", "date heure"),
        *("date et heure", "datetime", "timestamp", "horodatage", "cree le", "created", "created utc", "poste le"),
        *("posted at", "date du commentaire", "date du message", "comment date", "publication date", "pubdate"),
        *(
            "date publication",
            "date creation",
            "date de creation",
            "envoye le",
            "sent at",
            "recu le",
            "received at",
        ),
        *("time", "heure", "publish date", "post date", "review date", "publiee le", "published date", "jour"),
    ),
    "author.name": (
        *("author name", "auteur", "author", "pseudo", "pseudonyme", "nom", "nom de l auteur", "nom d utilisateur"),
        *("username", "user name", "user", "utilisateur", "name", "display name", "nickname", "screen name"),
        *("expediteur", "sender", "from", "de", "internaute", "membre", "login", "author username", "reviewer"),
        *(
            "nom auteur",
            "commentateur",
            "profil",
            "profile name",
            "user screen name",
            "user.name",
            "author.username",
        ),
    ),
    "author.key": (
        *("author key", "author id", "id auteur", "id de l auteur", "user id", "id utilisateur", "sender id"),
        *("identifiant auteur", "id membre", "member id", "from id"),
    ),
    "author.url": ("author url", "profil url", "profile url", "url auteur", "lien profil", "url du profil"),
    "author.followers": (
        "followers",
        "abonnes",
        "nombre d abonnes",
        "followers count",
        "nb abonnes",
        "author followers",
    ),
    "url": (
        *(
            "url",
            "lien",
            "link",
            "adresse",
            "permalink",
            "permalien",
            "href",
            "uri",
            "page url",
            "url du commentaire",
        ),
        *("comment url", "tweet url", "post url", "lien du message", "lien vers le message", "source url"),
    ),
    "title": ("title", "titre", "objet", "sujet", "subject", "headline", "titre de l article", "article title"),
    "lead": ("lead", "chapo", "chapeau", "resume", "summary", "accroche", "snippet", "extrait", "excerpt"),
    "thread": (
        *(
            "thread",
            "fil",
            "thread id",
            "conversation id",
            "id conversation",
            "conversation",
            "discussion",
            "id fil",
        ),
        *("discussion id", "article id", "id article", "story id"),
    ),
    "parent": (
        *("parent", "parent id", "id parent", "in reply to", "reply to", "en reponse a", "in reply to id"),
        *("in reply to status id", "id du parent", "reply to id"),
    ),
    "site": ("site", "media", "domaine", "domain", "source", "publication name", "journal", "site web", "website"),
    "place": (
        "place",
        "emplacement",
        "article",
        "sous l article",
        "page",
        "groupe",
        "group",
        "rubrique",
        "section",
    ),
    "network": ("network", "reseau", "platform", "plateforme", "reseau social"),
    "lang": ("lang", "langue", "language", "language code", "code langue"),
    "country": ("country", "pays", "country code", "code pays"),
    "engagement": ("engagement", "likes", "j aime", "reactions", "interactions", "score", "nb likes", "like count"),
    "reach": ("reach", "portee", "audience", "impressions", "vues", "views", "view count"),
    "kind": ("kind", "nature", "type de message", "message type"),
    "visibility": ("visibility", "visibilite"),
}

TARGETS = tuple(NAMES)

_NOT_WORDS = re.compile(r"[^a-z0-9.]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def folded(name: str) -> str:
    """Return a column name to compare: lower case, no accents, words apart.

    >>> folded("Publié le"), folded("createdAt"), folded("ID_Commentaire")
    ('publie le', 'created at', 'id commentaire')
    """
    apart = _CAMEL.sub(" ", name[:200])
    plain = "".join(c for c in unicodedata.normalize("NFKD", apart) if not unicodedata.combining(c))
    return _NOT_WORDS.sub(" ", plain.lower()).strip()


def rank(name: str, target: str) -> int | None:
    """Return how sure a column name is for a target (0 the surest), ``None`` where it says nothing of it.

    In ``user.name`` the first word tells whose the second is; in ``data.text`` it tells nothing.
    """
    key = folded(name)
    owner, dot, last = key.rpartition(".")
    if dot and owner.rpartition(".")[2] in _PEOPLE:
        return _place(_OF_A_PERSON.get(target, ()), last)
    found = _place(NAMES[target], key.replace(".", " "))
    return _LESS_SURE + inner if found is None and (inner := _inner(target, last, dot)) is not None else found


def _inner(target: str, last: str, dot: str) -> int | None:
    return _place(NAMES[target], last) if dot else None


def _place(names: tuple[str, ...], key: str) -> int | None:
    return names.index(key) if key in names else None


#: Objects that stand for a person in exports of networks, and what their keys then mean.
_PEOPLE = frozenset({"author", "user", "from", "sender", "account", "auteur", "utilisateur", "owner", "actor"})
_OF_A_PERSON = {
    "author.key": ("key", "id", "id str", "uid", "did"),
    "author.name": ("name", "username", "display name", "screen name", "nom", "pseudo", "handle", "acct", "login"),
    "author.url": ("url", "link", "profile url"),
    "author.followers": ("followers", "followers count", "abonnes"),
}

#: Added to the rank of a name that is only the end of a path.
_LESS_SURE = 100
