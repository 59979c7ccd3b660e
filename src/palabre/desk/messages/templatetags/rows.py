"""``{% load rows %}``: a row of the stream, of a search, of a topic."""

from django import template

from palabre.desk.messages.lines import line

register = template.Library()
register.simple_tag(line)
