"""The articles of the charter in the language of the person who reads."""

from dataclasses import dataclass

from django.utils.translation import get_language

from palabre.core.charter.articles import ARTICLES, BY_KEY, Article


@dataclass(frozen=True, slots=True)
class Cited:
    """An article as it is shown. ``digit`` is the key that chooses it ("" beyond the tenth)."""

    key: str
    number: str
    title: str
    text: str
    digit: str = ""


def articles() -> list[Cited]:
    """Return the charter, in order, with the digits that choose its articles: 1 to 9, then 0."""
    digits = "1234567890"
    return [_cited(article, digits[n : n + 1]) for n, article in enumerate(ARTICLES)]


def cited(key: str) -> Cited | None:
    """Return the article called ``key``, or None where the charter has none."""
    article = BY_KEY.get(key)
    return _cited(article) if article else None


def _cited(article: Article, digit: str = "") -> Cited:
    if (get_language() or "fr").startswith("fr"):
        return Cited(article.key, article.number, article.title_fr, article.text_fr, digit)
    return Cited(article.key, article.number, article.title_en, article.text_en, digit)
