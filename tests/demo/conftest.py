from datetime import UTC, datetime

import pytest

from palabre.core.model import Event, Message
from palabre.demo import Demo, Step, load_demo


@pytest.fixture(scope="session")
def demo() -> Demo:
    return load_demo()


@pytest.fixture(scope="session")
def start() -> datetime:
    """A Tuesday, as in the story."""
    return datetime(2026, 3, 17, tzinfo=UTC)


@pytest.fixture(scope="session")
def things(demo: Demo, start: datetime) -> list[Message | Event]:
    return [thing for _, _, thing in demo.timeline(start)]


@pytest.fixture(scope="session")
def said(demo: Demo) -> list[Step]:
    """Everything that somebody wrote, edits included."""
    return [step for step in demo.steps if step.person]
