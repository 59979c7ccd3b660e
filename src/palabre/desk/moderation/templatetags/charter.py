"""``{% load charter %}``: the articles of the charter, named in the person's language."""

from django import template

from palabre.desk.moderation import charter

register = template.Library()


@register.filter
def article(key: str) -> charter.Cited | None:
    """Return the article called ``key``, or None."""
    return charter.cited(key)


@register.simple_tag
def articles() -> list[charter.Cited]:
    """Return the whole charter, in order."""
    return charter.articles()
