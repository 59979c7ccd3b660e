import pytest

from palabre.store.embedded import errors


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("could not write to file: No space left on device", "free some space"),
        ("could not open file: Permission denied", "0700"),
        ("FATAL: data directory has invalid permissions", "0700"),
        ("could not look up effective user ID 7", "/etc/passwd"),
        ("PANIC: could not locate a valid checkpoint record", "backup"),
    ],
)
def test_what_postgresql_says_becomes_what_to_do(said: str, part: str) -> None:
    assert part in errors.remedy(said)


def test_an_unknown_failure_still_shows_the_last_words() -> None:
    text = str(errors.failure("PostgreSQL did not start", "one\n\n two \nthree\nfour\nfive\nsix\n"))
    assert text.splitlines() == ["PostgreSQL did not start.", "  two", "  three", "  four", "  five", "  six"]
