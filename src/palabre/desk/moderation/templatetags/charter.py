"""``{% load charter %}``: the articles of the charter in the person's language, and counts of the queue."""

from django import template

from palabre.desk.moderation import charter
from palabre.desk.moderation.selectors import COUNTED
from palabre.desk.web.templatetags.desk import number

register = template.Library()


@register.filter
def article(key: str) -> charter.Cited | None:
    """Return the article called ``key``, or None."""
    return charter.cited(key)


@register.simple_tag
def articles() -> list[charter.Cited]:
    """Return the whole charter, in order."""
    return charter.articles()


@register.filter
def counted(count: int) -> str:
    """Return a count of the queue, with a plus where counting stopped: "38", "10 000+"."""
    return f"{number(COUNTED)}+" if count >= COUNTED else number(count)
