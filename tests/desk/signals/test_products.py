"""The room of the product register: a file is read and shown before it counts; who may, and what is kept of it."""

from django.core.files.uploadedfile import SimpleUploadedFile

from desk.teams import Team
from house import House
from palabre.core.signals import product_file
from palabre.pipeline.lenses import Lenses
from palabre.store.migrate import Connection

FILE = "Code;Nom\n1;Zorbiflex 20 mg, comprimé\n2;Artrexan\n3;Art\n<b>;<script>x\n".encode()


def given(data: bytes, name: str = "produits.csv") -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name, data)}


def register(owner: Connection, used: bool) -> int | None:
    row = owner.execute("SELECT id FROM product_register WHERE used = %s", (used,)).fetchone()
    return int(str(row[0])) if row else None


def test_a_file_is_shown_then_used_then_taken_away(house: House, owner: Connection, courrier: Team) -> None:
    source = house.source(courrier.workspace)
    house.message(source, "Le zorbiflex est en rupture")
    house.message(source, "Bonjour")
    lead, url = courrier.client("lead"), courrier.url("signals/products")
    assert lead.post(url, given(FILE)).status_code == 302
    page = lead.get(url).content.decode()
    assert "3 noms lus" in page and "Zorbiflex" in page and "1 ligne laissée de côté" in page
    assert "Sur vos 2 derniers messages, 1 nomme" in page and "zorbiflex · 1" in page
    assert "un mot courant" in page and "<script>x" not in page
    waiting = register(owner, used=False)
    lenses = Lenses()
    lenses.reload(owner)
    assert lenses.of(courrier.workspace).products is None, "nothing counts before it is confirmed"

    lead.post(f"{url}/{waiting}/use")
    lenses.reload(owner)
    found = lenses.of(courrier.workspace).products
    assert found is not None and found.places(["zorbiflex"]) == [(0, 0)]
    lenses.reload(owner)
    assert lenses.of(courrier.workspace).products is found, "what did not change is not loaded again"

    lead.post(url, given(b"Oedemyl\n"))
    lead.post(f"{url}/{register(owner, used=False)}/use")
    lenses.reload(owner)
    found = lenses.of(courrier.workspace).products
    assert found is not None and found.places(["oedemyl"]) and not found.places(["zorbiflex"])

    lead.post(f"{url}/{register(owner, used=True)}/remove")
    lenses.reload(owner)
    assert lenses.of(courrier.workspace).products is None
    verbs = [verb for (verb,) in owner.execute("SELECT verb FROM audit ORDER BY number")]
    assert verbs == ["products.use", "products.use", "products.remove"]


def test_a_register_that_waits_is_replaced_or_left(owner: Connection, courrier: Team) -> None:
    lead, url = courrier.client("lead"), courrier.url("signals/products")
    lead.post(url, given(FILE))
    first = register(owner, used=False)
    lead.post(url, given(b"Oedemyl\n"))
    second = register(owner, used=False)
    assert second not in (None, first)
    lead.post(f"{url}/{second}/remove")
    assert register(owner, used=False) is None
    assert owner.execute("SELECT count(*) FROM audit").fetchone() == (0,), "nothing that counts has changed"


def test_what_is_no_register_is_told_and_changes_nothing(owner: Connection, courrier: Team) -> None:
    lead, url = courrier.client("lead"), courrier.url("signals/products")
    for data, told in (
        (b"PK\x03\x04\0\0", "enregistrez la feuille en CSV"),
        (b"nom\nArt\n", "Aucun produit trouvé"),
        (b"x" * (product_file.MAX_BYTES + 1), "dépasse 5 Mo"),
    ):
        refused = lead.post(url, given(data))
        assert refused.status_code == 422 and told in refused.content.decode()
    assert "Choisissez d’abord un fichier" in lead.post(url).content.decode()
    assert register(owner, used=False) is None


def test_only_those_who_manage_signals_may(courrier: Team, gazette: Team, owner: Connection) -> None:
    lead, url = courrier.client("lead"), courrier.url("signals/products")
    lead.post(url, given(FILE))
    waiting = register(owner, used=False)
    for role in ("moderator", "analyst"):
        client = courrier.client(role)
        assert client.get(url).status_code == 404
        assert client.post(f"{url}/{waiting}/use").status_code == 404
    assert gazette.client("lead").post(gazette.url(f"signals/products/{waiting}/use")).status_code == 404
    assert register(owner, used=True) is None
