"""The starting charter: whole in both languages, and it knows every article that a proposal may cite."""

from palabre.core.charter import propose
from palabre.core.charter.articles import ARTICLES, BY_KEY


def test_keys_and_numbers_are_unique() -> None:
    assert len(BY_KEY) == len(ARTICLES) == len({article.number for article in ARTICLES})


def test_every_article_speaks_both_languages() -> None:
    for article in ARTICLES:
        assert all([article.title_fr, article.title_en, article.text_fr, article.text_en])
        assert "'" not in article.title_fr + article.text_fr, "French is set with ’"


def test_digits_reach_every_article() -> None:
    assert len(ARTICLES) <= 10


def test_proposals_cite_articles_that_exist() -> None:
    assert set(propose.ARTICLES.values()) <= set(BY_KEY)
