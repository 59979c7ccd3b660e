"""``{% load people %}``: what the pages of people ask of the installation."""

from django import template

from palabre.desk.people import mails

register = template.Library()


@register.simple_tag
def mail_is_set_up() -> bool:
    """Tell whether this installation sends mails."""
    return mails.mail_is_set_up()
