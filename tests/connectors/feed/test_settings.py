"""What a person may write in the form."""

import pytest

from palabre.connectors.feed.settings import address_of, kind_of, problems, visibility_of


def test_good_settings() -> None:
    assert problems({"address": "https://exemple.fr/feed"}) == []
    assert problems({"address": " feed://exemple.fr/feed ", "kind": "", "articles": True, "contact": ""}) == []
    assert address_of({"address": " feed://exemple.fr/feed "}) == "https://exemple.fr/feed"


@pytest.mark.parametrize(
    ("settings", "field"),
    [
        ({}, "address"),
        ({"address": "exemple.fr"}, "address"),
        ({"address": "javascript:alert(1)"}, "address"),
        ({"address": 3}, "address"),
        ({"address": "https://a.fr", "kind": "roman"}, "kind"),
        ({"address": "https://a.fr", "kind": []}, "kind"),
        ({"address": "https://a.fr", "visibility": "secret"}, "visibility"),
        ({"address": "https://a.fr", "articles": "oui"}, "articles"),
        ({"address": "https://a.fr", "contact": 3}, "contact"),
    ],
)
def test_a_wrong_setting_is_told_in_both_languages(settings: dict[str, object], field: str) -> None:
    ((name, french, english),) = problems(settings)
    assert name == field and french and english and french != english


def test_defaults() -> None:
    assert (kind_of({}), visibility_of({})) == ("article", "press")
    assert (kind_of({"kind": "comment"}), visibility_of({"visibility": "public"})) == ("comment", "public")
