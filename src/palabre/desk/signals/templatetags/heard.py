"""``{% load heard %}``: the signals of one message, with what people say of them."""

from typing import TYPE_CHECKING, Any

from django import template

from palabre.desk.people.scope import Scope
from palabre.desk.signals.heard import heard as read_heard

if TYPE_CHECKING:
    from palabre.desk.messages.cards import Card

register = template.Library()


@register.inclusion_tag("signals/parts/heard.html")
def heard(card: "Card", scope: Scope) -> dict[str, Any]:
    """Show the chips of a message, and to those who may decide, the ways to correct them."""
    return {"heard": read_heard(card), "scope": scope, "may": scope.may("message.decide")}
