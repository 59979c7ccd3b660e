"""What the chat connector can do, and the settings that a person fills in."""

from palabre.connectors.contract import Field, Manifest

_CHANNELS = Field(
    name="channels",
    kind="lines",
    label_fr="Chaînes",
    label_en="Channels",
    help_fr="Une par ligne : le nom ou l’adresse de la chaîne. Cent au plus.",
    help_en="One a line: the channel’s name or address. A hundred at most.",
)
_LOGIN = Field(
    name="login",
    kind="text",
    label_fr="Nom du compte",
    label_en="Account name",
    required=False,
    help_fr="Laissez vide pour lire sans compte : c’est permis, et suffisant pour lire.",
    help_en="Leave empty to read without an account: it is allowed, and enough for reading.",
)
_TOKEN = Field(
    name="token",
    kind="secret",
    label_fr="Jeton d’accès",
    label_en="Access token",
    required=False,
    help_fr="Seulement avec un nom de compte : un jeton qui porte le droit « chat:read ».",
    help_en="Only with an account name: a token that has the “chat:read” scope.",
)
_TRANSPORT = Field(
    name="transport",
    kind="choice",
    label_fr="Liaison",
    label_en="Link",
    required=False,
    default="tls",
    choices=("tls", "tcp", "websocket_tls", "websocket"),
    help_fr="« tls » convient presque toujours ; « websocket_tls » passe mieux les pare-feu d’entreprise.",
    help_en="“tls” suits nearly always; “websocket_tls” gets through company firewalls more easily.",
)
_HOST = Field(
    name="host",
    kind="text",
    label_fr="Serveur",
    label_en="Server",
    required=False,
    default="irc.chat.twitch.tv",
    help_fr="À changer seulement pour lire un autre serveur IRC.",
    help_en="To be changed only to read another IRC server.",
)
_PORT = Field(
    name="port",
    kind="number",
    label_fr="Port",
    label_en="Port",
    required=False,
    help_fr="Laissez vide pour le port habituel de la liaison choisie.",
    help_en="Leave empty for the usual port of the chosen link.",
)

MANIFEST = Manifest(
    key="twitch",
    name_fr="Chat Twitch",
    name_en="Twitch chat",
    network="twitch",
    rhythm="stream",
    abilities=frozenset({"read", "stream"}),
    fields=(_CHANNELS, _LOGIN, _TOKEN, _TRANSPORT, _HOST, _PORT),
    summary_fr="Le chat d’une ou plusieurs chaînes, ligne à ligne, avec les suppressions et les bannissements.",
    summary_en="The chat of one or more channels, line after line, with deletions and bans.",
)
