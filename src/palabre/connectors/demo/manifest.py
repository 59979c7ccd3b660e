"""What the demo connector can do, and what it asks for."""

from palabre.connectors.contract import Field, Manifest
from palabre.demo import DEFAULT_SPEED

#: The five sources of the demo newsroom, in the order in which people see them.
PARTS = ("site", "page", "private", "live", "press")

MANIFEST = Manifest(
    key="demo",
    name_fr="Démonstration",
    name_en="Demo",
    network="demo",
    rhythm="stream",
    abilities=frozenset({"read", "stream", "replay"}),
    fields=(
        Field(
            "part",
            "choice",
            "Partie de la rédaction",
            "Part of the newsroom",
            choices=PARTS,
            default="site",
            help_fr="Commentaires du site, page publique, messages privés, chat en direct, presse et courrier.",
            help_en="Site comments, public page, private messages, live chat, press and mail.",
        ),
        Field(
            "speed",
            "number",
            "Vitesse",
            "Speed",
            required=False,
            default=round(DEFAULT_SPEED),
            help_fr="Minutes de la vie du journal jouées en une minute.",
            help_en="Minutes of the newspaper’s life played in one minute.",
        ),
        Field(
            "start",
            "text",
            "Début du premier jour",
            "Start of day one",
            required=False,
            help_fr="Date ISO avec son fuseau, par exemple 2026-03-17T00:00+01:00. "
            "Vide : un jour et demi avant la première lecture.",
            help_en="ISO date with its time zone, for instance 2026-03-17T00:00+01:00. "
            "Empty: a day and a half before the first reading.",
        ),
    ),
    summary_fr="Trois jours d’une rédaction inventée, pour découvrir Palabre sans rien connecter.",
    summary_en="Three days of an invented newsroom, to discover Palabre without connecting anything.",
)
