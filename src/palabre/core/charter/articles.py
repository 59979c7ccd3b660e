"""The articles of the charter that a workspace starts with. A decision to remove cites one of them.

``key`` is stable and stands in decisions; ``number`` is what people read; the order is that of the page.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One article: what it forbids, in one sentence that can be shown to the author of a message."""

    key: str
    number: str
    title_fr: str
    title_en: str
    text_fr: str
    text_en: str


ARTICLES: tuple[Article, ...] = (
    Article(
        "violence",
        "1.1",
        "Menaces et appels à la violence",
        "Threats and calls for violence",
        "On ne menace personne, on n’appelle pas à frapper, à brûler ni à se faire justice, même pour plaisanter.",
        "Nobody is threatened, and nobody calls for blows, fire or rough justice, not even as a joke.",
    ),
    Article(
        "discrimination",
        "1.2",
        "Propos discriminatoires",
        "Discriminatory remarks",
        "On ne rabaisse pas des gens pour leur origine, leur religion, leur genre, leur orientation, leur handicap"
        " ou leur âge, ni ouvertement ni à demi-mot.",
        "No one is belittled for origin, religion, gender, orientation, disability or age, openly or by hint.",
    ),
    Article(
        "harassment",
        "1.3",
        "Acharnement contre quelqu’un",
        "Going after someone",
        "On ne s’en prend pas à la même personne message après message, et on n’invite pas d’autres à le faire.",
        "The same person is not gone after message upon message, and others are not called to join in.",
    ),
    Article(
        "insult",
        "1.4",
        "Insultes et mépris des personnes",
        "Insults and contempt for people",
        "On discute des idées et des actes ; les injures visant un lecteur, un journaliste ou un élu, non.",
        "Ideas and acts are discussed; abuse aimed at a reader, a journalist or an official is removed.",
    ),
    Article(
        "privacy",
        "1.5",
        "Vie privée",
        "Privacy",
        "On ne publie ni adresse, ni téléphone, ni photo, ni état de santé de quelqu’un sans son accord.",
        "Nobody’s address, telephone number, picture or state of health is published without their consent.",
    ),
    Article(
        "indecency",
        "1.6",
        "Propos obscènes ou choquants",
        "Obscene or shocking remarks",
        "Les descriptions sexuelles crues et les détails sanglants n’ont pas leur place dans un espace pour tous.",
        "Crude sexual description and gory detail have no place where anybody may read.",
    ),
    Article(
        "defamation",
        "2.1",
        "Accusations sans preuve",
        "Accusations without proof",
        "On n’accuse pas une personne ou une entreprise d’un délit sans source publique que l’on puisse vérifier.",
        "No person or company is accused of an offence without a public source that anybody can check.",
    ),
    Article(
        "fraud",
        "3.1",
        "Arnaques et liens trompeurs",
        "Scams and deceptive links",
        "Faux gains, faux conseillers, numéros à rappeler et liens qui mènent ailleurs qu’annoncé sont retirés.",
        "False winnings, false advisers, numbers to call and links that lead elsewhere than they say are removed.",
    ),
    Article(
        "advertising",
        "3.2",
        "Publicité et messages répétés",
        "Advertising and repeated messages",
        "La réclame et le même message posté en série étouffent la conversation.",
        "Advertising, and the same message posted over and over, smother the conversation.",
    ),
    Article(
        "off_topic",
        "3.3",
        "Hors sujet",
        "Off topic",
        "Un message sans aucun rapport avec l’article ou l’émission peut être retiré pour laisser place au débat.",
        "A message with no bearing on the article or the show may be removed to make room for the debate.",
    ),
)

BY_KEY = {article.key: article for article in ARTICLES}
