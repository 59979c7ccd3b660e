"""``{% load curves %}``: small curves on any page."""

from collections.abc import Sequence
from datetime import date

from django import template
from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from palabre.desk.watch import sparkline as drawing
from palabre.desk.watch.dayschart import days_chart

register = template.Library()


@register.simple_tag
def hour_curve(counts: Sequence[int]) -> SafeString:
    """Return the curve of messages a minute over the last hour."""
    total = sum(counts)
    told = ngettext("%(n)s message in the last hour", "%(n)s messages in the last hour", total)
    return drawing.sparkline(counts, told % {"n": _shown(total)})


@register.simple_tag
def day_curve(counts: Sequence[int]) -> SafeString:
    """Return the curve of messages an hour over the last day."""
    total = sum(counts)
    told = ngettext("%(n)s message in the last 24 hours", "%(n)s messages in the last 24 hours", total)
    return drawing.sparkline(counts, told % {"n": _shown(total)})


@register.simple_tag
def topic_days(counts: Sequence[int], first: date) -> SafeString:
    """Return the chart of messages a day from ``first`` on, the last day under way."""
    total = sum(counts)
    told = ngettext("%(n)s message over %(days)s days", "%(n)s messages over %(days)s days", total)
    return days_chart(counts, first, told % {"n": _shown(total), "days": len(counts)})


def _shown(number: int) -> str:
    return number_format(number, force_grouping=True)
