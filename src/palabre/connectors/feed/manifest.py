"""What the feed connector can do, and the settings that a person fills in."""

from palabre.connectors.contract import Field, Manifest

KINDS = ("article", "comment", "post", "review")
VISIBILITIES = ("press", "public")

MANIFEST = Manifest(
    key="feed",
    name_fr="Flux RSS, Atom ou JSON",
    name_en="RSS, Atom or JSON feed",
    network="web",
    rhythm="poll",
    abilities=frozenset({"read"}),
    fields=(
        Field(
            name="address",
            kind="address",
            label_fr="Adresse du flux",
            label_en="Address of the feed",
            help_fr=(
                "Celle du flux, ou celle de la page du site : Palabre y cherche le flux. "
                "Les flux de Google Alertes conviennent."
            ),
            help_en=(
                "That of the feed, or that of the site’s page: Palabre looks for the feed in it. "
                "Google Alerts feeds are welcome."
            ),
        ),
        Field(
            name="kind",
            kind="choice",
            label_fr="Type de messages",
            label_en="Kind of messages",
            required=False,
            default="article",
            choices=KINDS,
            help_fr="Ce que publie ce flux : des articles, ou par exemple les commentaires d’un site.",
            help_en="What this feed publishes: articles, or for instance the comments of a site.",
        ),
        Field(
            name="visibility",
            kind="choice",
            label_fr="Visibilité",
            label_en="Visibility",
            required=False,
            default="press",
            choices=VISIBILITIES,
            help_fr="La presse, ou le public (blogs, forums, commentaires).",
            help_en="The press, or the public (blogs, forums, comments).",
        ),
        Field(
            name="articles",
            kind="flag",
            label_fr="Lire le texte entier des articles",
            label_en="Read the whole text of articles",
            required=False,
            default=False,
            help_fr=(
                "Ouvre la page de chaque nouvel article pour en lire le texte, quand son site le permet. "
                "Sinon, Palabre garde le résumé du flux."
            ),
            help_en=(
                "Opens the page of each new article to read its text, where its site allows it. "
                "Otherwise Palabre keeps the summary of the feed."
            ),
        ),
        Field(
            name="contact",
            kind="text",
            label_fr="Contact",
            label_en="Contact",
            required=False,
            help_fr=(
                "Une adresse de courriel ou de page, dite aux sites que Palabre lit : "
                "leur éditeur sait qui joindre au lieu de bloquer."
            ),
            help_en=(
                "An e-mail or page address, told to the sites that Palabre reads: "
                "their publisher knows whom to reach instead of blocking."
            ),
        ),
    ),
    visibility="press",
    summary_fr="Suit un site, un blog, une alerte Google : chaque nouvel article devient un message.",
    summary_en="Follows a site, a blog, a Google alert: each new article becomes a message.",
)
