"""The cards of the built-in models: plain files beside them, shown as they are written. No model is loaded."""

from functools import cache
from importlib import resources

#: Characters of a card that a page shows.
MOST = 20_000


@cache
def _cards() -> dict[str, str]:
    """Return the card of each model, by file name without its ending."""
    folder = resources.files("palabre.store") / "models"
    return {
        item.name[:-3]: item.read_text("utf-8")[:MOST] for item in folder.iterdir() if item.name.endswith(".md")
    }


def model_card(signal: str) -> str:
    """Return the card of the model that speaks for ``signal``, "" where rules alone do."""
    return next((card for _, card in sorted(_cards().items()) if f"`{signal}`" in card), "")
