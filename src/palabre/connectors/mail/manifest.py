"""What the mail connector can do, and the settings that a person fills in."""

from palabre.connectors.contract import Field, Manifest

_HOST = Field(
    name="host",
    kind="text",
    label_fr="Serveur IMAP",
    label_en="IMAP server",
    help_fr="Par exemple imap.exemple.fr ; votre hébergeur l’indique.",
    help_en="For instance imap.example.com; your provider tells it.",
)
_SECURITY = Field(
    name="security",
    kind="choice",
    label_fr="Chiffrement",
    label_en="Encryption",
    required=False,
    default="tls",
    choices=("tls", "starttls", "none"),
    help_fr="« tls » convient presque toujours. « none » envoie tout en clair : réseau interne seulement.",
    help_en="“tls” suits nearly always. “none” sends everything in clear: internal networks only.",
)
_PORT = Field(
    name="port",
    kind="number",
    label_fr="Port",
    label_en="Port",
    required=False,
    help_fr="Laissez vide pour le port habituel : 993 avec « tls », 143 sinon.",
    help_en="Leave empty for the usual port: 993 with “tls”, else 143.",
)
_USER = Field(
    name="user",
    kind="text",
    label_fr="Identifiant",
    label_en="User name",
    help_fr="Souvent l’adresse complète de la boîte.",
    help_en="Often the mailbox’s whole address.",
)
_PASSWORD = Field(
    name="password",
    kind="secret",
    label_fr="Mot de passe",
    label_en="Password",
    help_fr="Chez Gmail, Outlook ou Yahoo, un mot de passe d’application plutôt que le vôtre.",
    help_en="With Gmail, Outlook or Yahoo, an application password rather than your own.",
)
_FOLDER = Field(
    name="folder",
    kind="text",
    label_fr="Dossier",
    label_en="Folder",
    required=False,
    default="INBOX",
    help_fr="Le dossier à lire. Rien n’y est marqué comme lu, déplacé ni supprimé.",
    help_en="The folder to read. Nothing in it is marked as read, moved or deleted.",
)
_DAYS = Field(
    name="days",
    kind="number",
    label_fr="Reprendre les derniers jours",
    label_en="Start with the last days",
    required=False,
    default=30,
    help_fr="Âge, en jours, des plus anciens courriels lus au début. 0 : ceux du jour seulement. Vide : tous.",
    help_en="Age, in days, of the oldest mails read at first. 0: those of the day only. Empty: all.",
)
_VISIBILITY = Field(
    name="visibility",
    kind="choice",
    label_fr="Ces courriels sont",
    label_en="These mails are",
    required=False,
    default="private",
    choices=("private", "public", "press"),
    help_fr="Les lettres d’information et les alertes Google comptent toujours comme presse.",
    help_en="Newsletters and Google Alerts always count as press.",
)

MANIFEST = Manifest(
    key="mail",
    name_fr="Boîte aux lettres",
    name_en="Mailbox",
    network="mail",
    rhythm="stream",
    abilities=frozenset({"read", "stream", "replay"}),
    fields=(_HOST, _SECURITY, _PORT, _USER, _PASSWORD, _FOLDER, _DAYS, _VISIBILITY),
    visibility="private",
    summary_fr="Une boîte lue par IMAP : plaintes, courriels transférés, lettres d’information, alertes Google.",
    summary_en="A mailbox read over IMAP: complaints, forwarded mails, newsletters, Google Alerts.",
)
