"""The room of sources, as a lead uses it."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from desk.teams import Team
from house import House
from palabre.connectors.registry import KEYS
from palabre.desk.people.scope import scoped
from palabre.desk.sources import uploads
from palabre.desk.sources.checks import opened
from palabre.desk.sources.models import Source

CSV = (
    "Pseudo;Date;Commentaire\nninon_31;14/03/2026 09:26;Toujours les mêmes qui râlent\npat;15/03/2026 10:00;Merci\n"
)


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return tmp_path / "uploads"


def stored(team: Team) -> Source:
    with scoped(team.people["owner"], team.workspace):
        return Source.objects.get()


def test_an_empty_room_teaches(courrier: Team) -> None:
    assert "add" in courrier.client("lead").get(courrier.url("sources/")).content.decode()
    page = courrier.client("analyst").get(courrier.url("sources/")).content.decode()
    assert courrier.url("sources/add") not in page


def test_every_connector_has_its_card_and_its_form(courrier: Team) -> None:
    client = courrier.client()
    cards = client.get(courrier.url("sources/add")).content.decode()
    for key in KEYS:
        assert courrier.url(f"sources/add/{key}") in cards
        form = client.get(courrier.url(f"sources/add/{key}"), follow=True)
        assert form.status_code == 200
        assert 'name="name"' in form.content.decode()
    assert client.get(courrier.url("sources/add/telepathy")).status_code == 404


def test_a_webhook_shows_its_secret_once(courrier: Team) -> None:
    client = courrier.client()
    page = client.post(courrier.url("sources/add/webhook"), {"name": "Site", "moderated": "on"}).content.decode()
    source = stored(courrier)
    secret = opened(source.secrets)["secret"]
    assert secret in page
    assert f"/hooks/{source.public_id}" in page
    for path in ("", "change"):
        assert secret not in client.get(courrier.url(f"sources/{source.pk}/{path}")).content.decode()


def test_testing_a_connection_keeps_nothing_and_tells(courrier: Team) -> None:
    client = courrier.client(language="en")
    good = client.post(courrier.url("sources/add/demo/test"), {"part": "site"}).content.decode()
    assert "messages to play" in good
    bad = client.post(
        courrier.url("sources/add/feed/test"), {"address": "http://127.0.0.1:9/feed"}
    ).content.decode()
    assert "banner-error" in bad
    with scoped(courrier.people["owner"], courrier.workspace):
        assert not Source.objects.exists()


def test_health_and_set_aside_are_shown_escaped(courrier: Team, house: House) -> None:
    source = house.source(courrier.workspace)
    house.owner.execute(
        "UPDATE source_health SET error_class = 'refused', error_text = E'Refusé.\\nRefused.', error_streak = 2"
    )
    house.owner.execute(
        "INSERT INTO set_aside (workspace_id, source_id, place, error, payload) VALUES (%s, %s, %s, %s, %s)",
        [courrier.workspace, source, "ligne 12", "<b>non</b>", "<script>alert(1)</script>"],
    )
    page = courrier.client(language="en").get(courrier.url(f"sources/{source}/")).content.decode()
    assert "The other side refuses us." in page
    assert "Refused." in page and "Refusé." not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<b>non</b>" not in page and "<script>alert" not in page


def test_who_may_not_see_payloads_sees_none(courrier: Team, house: House) -> None:
    source = house.source(courrier.workspace)
    house.owner.execute(
        "INSERT INTO set_aside (workspace_id, source_id, error, payload) VALUES (%s, %s, 'x', 'secret inside')",
        [courrier.workspace, source],
    )
    assert "secret inside" in courrier.client("moderator").get(courrier.url(f"sources/{source}/")).content.decode()
    assert "secret inside" not in courrier.client("client").get(courrier.url(f"sources/{source}/")).content.decode()


class TestFile:
    def upload(self, team: Team, content: bytes = CSV.encode(), name: str = "export.csv") -> str:
        form = {"name": "Export", "moderated": "on", "kind": "comment", "file": SimpleUploadedFile(name, content)}
        return team.client(language="en").post(team.url("sources/add/file/upload"), form).content.decode()

    def ticket(self, page: str) -> str:
        found = re.search(r'name="ticket" value="([^"]+)"', page)
        assert found is not None, page
        return found[1]

    def test_columns_are_guessed_then_confirmed(self, courrier: Team, folder: Path) -> None:
        page = self.upload(courrier)
        guessed = re.findall(r'<option value="([^"]+)" selected>', page)
        assert guessed == ["author.name", "published", "text"]
        form = {
            "ticket": self.ticket(page),
            "name": "Export",
            "column-0": "",
            "column-1": "published",
            "column-2": "text",
        }
        answer = courrier.client().post(courrier.url("sources/add/file/confirm"), form)
        source = stored(courrier)
        assert answer["Location"] == courrier.url(f"sources/{source.pk}/")
        assert source.settings["mapping"] == {"published": "Date", "text": "Commentaire"}
        assert (folder / source.settings["path"]).read_text() == CSV
        assert re.fullmatch(r"[0-9a-f]{32}\.csv", source.settings["path"])

    def test_two_columns_for_one_thing_are_refused(self, courrier: Team) -> None:
        form = {"ticket": self.ticket(self.upload(courrier)), "name": "E", "column-0": "text", "column-2": "text"}
        answer = courrier.client().post(courrier.url("sources/add/file/confirm"), form)
        assert answer.status_code == 422
        with scoped(courrier.people["owner"], courrier.workspace):
            assert not Source.objects.exists()

    def test_a_ticket_opens_one_file_of_one_workspace_once(self, courrier: Team, gazette: Team) -> None:
        form = {"ticket": self.ticket(self.upload(courrier)), "name": "E", "column-2": "text"}
        stranger = gazette.client().post(gazette.url("sources/add/file/confirm"), form)
        assert stranger.status_code == 422
        assert courrier.client().post(courrier.url("sources/add/file/confirm"), form).status_code == 302
        assert courrier.client().post(courrier.url("sources/add/file/confirm"), form).status_code == 422

    @pytest.mark.parametrize(
        ("name", "content"),
        [("photo.png", b"x"), ("..%2fetc.csv.exe", b"x"), ("bombe.xlsx", b"PK\x03\x04nothing"), ("vide.csv", b"")],
    )
    def test_what_cannot_be_read_is_told(self, courrier: Team, name: str, content: bytes) -> None:
        page = self.upload(courrier, content, name)
        assert "field-error" in page or "field-wrong" in page or "banner-error" in page
        assert 'name="ticket"' not in page
        assert not list(uploads.uploads().glob("*"))

    def test_what_nobody_confirmed_is_swept(self, courrier: Team, folder: Path) -> None:
        self.upload(courrier)
        (old,) = folder.glob("pending-*")
        import os

        os.utime(old, (0, 0))
        self.upload(courrier)
        assert not old.exists()
        assert len(list(folder.glob("pending-*"))) == 1

    def test_progress_is_shown_while_it_is_read(self, courrier: Team, house: House) -> None:
        source = house.source(courrier.workspace, "file", settings='{"path": "x.csv"}')
        house.owner.execute('UPDATE source_health SET cursor = \'{"read": 42, "size": 100}\', received = 7')
        page = courrier.client("owner").get(courrier.url(f"sources/{source}/")).content.decode()
        assert 'value="0.4200"' in page
        assert 'hx-trigger="every 2s"' in page


def test_a_file_larger_than_the_bound_is_refused(courrier: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 10)
    page = TestFile().upload(courrier)
    assert "2 GB" in page


def test_a_connection_is_tested_where_there_is_one(courrier: Team) -> None:
    client = courrier.client("owner")
    assert "Tester la connexion" in client.get(courrier.url("sources/add/feed")).content.decode()
    assert "Tester la connexion" not in client.get(courrier.url("sources/add/webhook")).content.decode()
