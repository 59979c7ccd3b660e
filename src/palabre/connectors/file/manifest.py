"""What the file connector can do, and the settings that a person fills in."""

from palabre.connectors.contract import Field, Manifest

FORMATS = ("auto", "csv", "jsonl", "xlsx")
KINDS = ("comment", "post", "private", "review", "article", "chat", "mail")
VISIBILITIES = ("public", "private", "press")
ORDERS = ("dmy", "mdy")
HEADERS = ("auto", "yes", "no")
DEFAULT_ZONE = "Europe/Paris"

MANIFEST = Manifest(
    key="file",
    name_fr="Fichier",
    name_en="File",
    network="file",
    rhythm="once",
    abilities=frozenset({"read", "replay"}),
    fields=(
        Field(
            name="path",
            kind="file",
            label_fr="Fichier",
            label_en="File",
            help_fr="Un export CSV, JSONL (compressé en .gz ou non) ou un classeur Excel .xlsx.",
            help_en="A CSV or JSONL export (gzipped or not), or an Excel .xlsx workbook.",
        ),
        Field(
            name="mapping",
            kind="mapping",
            label_fr="Colonnes",
            label_en="Columns",
            required=False,
            help_fr=(
                "Ce que contient chaque colonne. Palabre le devine d’après leurs noms et leur contenu : "
                "vérifiez, corrigez, confirmez."
            ),
            help_en=(
                "What each column holds. Palabre guesses it from their names and contents: "
                "check it, correct it, confirm it."
            ),
        ),
        Field(
            name="kind",
            kind="choice",
            label_fr="Type de messages",
            label_en="Kind of messages",
            required=False,
            default="comment",
            choices=KINDS,
            help_fr="Ce que contient ce fichier : commentaires, messages privés, avis …",
            help_en="What this file holds: comments, private messages, reviews …",
        ),
        Field(
            name="visibility",
            kind="choice",
            label_fr="Visibilité",
            label_en="Visibility",
            required=False,
            default="public",
            choices=VISIBILITIES,
            help_fr="Où ces messages ont été lus : en privé, en public ou dans la presse.",
            help_en="Where these messages were read: in private, in public or in the press.",
        ),
        Field(
            name="timezone",
            kind="text",
            label_fr="Fuseau horaire",
            label_en="Time zone",
            required=False,
            default=DEFAULT_ZONE,
            help_fr="Celui des dates qui n’en indiquent pas, par exemple Europe/Paris ou Indian/Reunion.",
            help_en="That of dates which do not tell theirs, for instance Europe/Paris or Indian/Reunion.",
        ),
        Field(
            name="dates",
            kind="choice",
            label_fr="Ordre des dates",
            label_en="Order of dates",
            required=False,
            default="dmy",
            choices=ORDERS,
            help_fr="03/04/2026 : « dmy » lit 3 avril, « mdy » lit 4 mars.",
            help_en="03/04/2026: “dmy” reads 3 April, “mdy” reads 4 March.",
        ),
        Field(
            name="format",
            kind="choice",
            label_fr="Format",
            label_en="Format",
            required=False,
            default="auto",
            choices=FORMATS,
            help_fr="« auto » le reconnaît au contenu du fichier.",
            help_en="“auto” tells it from what the file holds.",
        ),
        Field(
            name="header",
            kind="choice",
            label_fr="Première ligne",
            label_en="First line",
            required=False,
            default="auto",
            choices=HEADERS,
            help_fr="« yes » : elle porte les noms des colonnes ; « no » : c’est déjà un message.",
            help_en="“yes”: it holds the names of the columns; “no”: it is already a message.",
        ),
        Field(
            name="encoding",
            kind="text",
            label_fr="Encodage",
            label_en="Encoding",
            required=False,
            help_fr="Laissez vide pour le deviner. Exemples : utf-8, cp1252 (Windows), mac_roman.",
            help_en="Leave empty to guess it. Examples: utf-8, cp1252 (Windows), mac_roman.",
        ),
        Field(
            name="delimiter",
            kind="text",
            label_fr="Séparateur",
            label_en="Delimiter",
            required=False,
            help_fr="Laissez vide pour le deviner. Un seul caractère ; « tab » pour une tabulation.",
            help_en="Leave empty to guess it. A single character; “tab” for a tab.",
        ),
    ),
    summary_fr="Importe une fois un export : commentaires, messages, avis, articles.",
    summary_en="Imports an export once: comments, messages, reviews, articles.",
)
