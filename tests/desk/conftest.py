"""What the tests of the desk share: two newsrooms that must never see each other."""

import django
import pytest

django.setup()  # this file may be read before pytest-django does it

from desk.teams import Team, make_team  # noqa: E402
from house import House  # noqa: E402


@pytest.fixture
def courrier(house: House) -> Team:
    """Give a workspace with one person of each role."""
    return make_team(house, "courrier", "Le Courrier du Lauragais")


@pytest.fixture
def gazette(house: House) -> Team:
    """Give another workspace, with other people."""
    return make_team(house, "gazette", "La Gazette du Marais")
