"""What the webhook connector can do, and the settings that a person fills in."""

from palabre.connectors.contract import Field, Manifest

MANIFEST = Manifest(
    key="webhook",
    name_fr="Webhook signé",
    name_en="Signed webhook",
    network="webhook",
    rhythm="push",
    abilities=frozenset({"receive"}),
    fields=(
        Field(
            name="secret",
            kind="secret",
            label_fr="Secret de signature",
            label_en="Signing secret",
            help_fr=(
                "Au moins 32 caractères tirés au hasard, connus de votre site et de Palabre seulement. "
                "« openssl rand -hex 32 » en fabrique un bon."
            ),
            help_en=(
                "At least 32 random characters, known to your site and to Palabre only. "
                "“openssl rand -hex 32” makes a good one."
            ),
        ),
        Field(
            name="previous_secret",
            kind="secret",
            label_fr="Secret précédent",
            label_en="Previous secret",
            required=False,
            help_fr=(
                "Pour changer de secret sans rien perdre : l’ancien reste accepté tant qu’il est ici. "
                "Videz ce champ quand votre site signe avec le nouveau."
            ),
            help_en=(
                "To change secrets without losing anything: the old one stays accepted while it is here. "
                "Empty this field once your site signs with the new one."
            ),
        ),
    ),
    summary_fr="Votre site ou vos outils envoient les messages à Palabre au moment où ils sont écrits.",
    summary_en="Your site or your tools send messages to Palabre the moment they are written.",
)
