"""What people and programs give, fitted to what a connector asks for."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.registry import connector
from palabre.desk.sources.fitting import fit

SECRET = "s" * 40


def wrong(key: str, given: dict[str, Any], **options: Any) -> list[str]:
    return [name for name, _, _ in fit(connector(key), given, **options).problems]


def test_settings_and_secrets_are_told_apart() -> None:
    fitted = fit(connector("twitch"), {"channels": "courrier\n gazette ", "login": "mira", "token": "abc"})
    assert fitted.settings["channels"] == "courrier\ngazette"
    assert (fitted.settings["login"], dict(fitted.secrets)) == ("mira", {"token": "abc"})
    assert fitted.problems == ()


def test_what_is_needed_must_be_there() -> None:
    assert wrong("feed", {}) == ["address"]
    assert wrong("webhook", {}) == ["secret"]


def test_an_empty_secret_keeps_the_one_there_is() -> None:
    assert dict(fit(connector("webhook"), {"secret": " "}, {"secret": SECRET}).secrets) == {"secret": SECRET}


def test_the_guards_of_a_connector_cannot_be_switched_off_from_outside() -> None:
    given = {"path": "/etc/passwd", "trusted": True}
    assert "trusted" not in fit(connector("file"), given).settings
    assert wrong("file", given, strict=True) == ["trusted"]


@pytest.mark.parametrize(
    ("key", "given", "field"),
    [
        ("twitch", {"channels": 3}, "channels"),
        ("twitch", {"channels": "a", "port": "many"}, "port"),
        ("feed", {"address": ["x"]}, "address"),
        ("feed", {"address": "javascript:alert(1)"}, "address"),
        ("file", {"path": "x", "mapping": "text"}, "mapping"),
    ],
)
def test_a_wrong_kind_is_told(key: str, given: dict[str, Any], field: str) -> None:
    assert field in wrong(key, given)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(
    key=st.sampled_from(["file", "feed", "twitch", "webhook"]),
    values=st.dictionaries(
        st.sampled_from(
            ["address", "channels", "port", "token", "secret", "path", "mapping", "kind", "articles", "x"]
        ),
        anything,
        max_size=6,
    ),
    strict=st.booleans(),
)
def test_anything_is_fitted_or_told_and_never_raises(key: str, values: dict[str, Any], strict: bool) -> None:
    fitted = fit(connector(key), values, strict=strict)
    declared = {asked.name for asked in connector(key).manifest.fields}
    assert fitted.settings.keys() <= declared
    assert all(isinstance(secret, str) for secret in fitted.secrets.values())
    assert all(len(problem) == 3 and problem[1] and problem[2] for problem in fitted.problems)
