"""Icons as masks: one sheet for all of them, kept by browsers, and rows that point into it."""

import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.test import Client
from django.utils import translation

from desk.teams import Team
from palabre.desk.web import icons

SHAPES = re.compile(r'\.mask-([\w-]+)\{mask-image:url\("data:image/svg\+xml,([^"]+)"\)\}')


def test_the_sheet_has_a_drawing_for_each_icon() -> None:
    found = dict(SHAPES.findall(icons.masks()))
    assert set(found) == icons.ICONS
    for name, shape in found.items():
        root = ElementTree.fromstring(unquote(shape))
        assert root.tag.endswith("svg") and len(root) > 0, name


def test_browsers_keep_the_sheet_under_its_stamp(courrier: Team) -> None:
    address = Template("{% load desk %}{% masks_address %}").render(Context())
    answer = Client().get(address)
    assert (answer.status_code, answer["content-type"]) == (200, "text/css; charset=utf-8")
    assert "immutable" in answer["cache-control"] and answer.content.decode() == icons.masks()
    assert icons.masks_stamp() in address


def test_an_unknown_icon_is_told() -> None:
    with translation.override("fr"), pytest.raises(TemplateSyntaxError, match=r"icons\.py"):
        Template('{% load desk %}{% mask "nope" %}').render(Context())
