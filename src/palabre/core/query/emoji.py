"""Families of emoji, by what people use them to say: ``emoji:colère`` finds any of them. Variants are folded."""

from collections.abc import Mapping
from types import MappingProxyType

from palabre.core.text import fold

_FAMILIES = {
    "colère, anger, angry, rage": "😠 😡 🤬 👿 😤 💢 🖕 😾",
    "dégoût, disgust": "🤢 🤮 😖 🤧 🥴 💩 😒 🙄",
    "rire, laugh, laughter, mdr, lol": "😂 🤣 😆 😹 😅 😁 😄",
    "joie, joy, happy": "😀 😃 😄 😁 😊 🙂 😺 🥳 🎉 🎊 🤩 😇",
    "amour, love, coeur, heart": "❤ 🧡 💛 💚 💙 💜 🖤 🤍 🤎 💕 💖 💗 💘 💝 💞 💓 💟 ❣ 😍 🥰 😘 😻 🫶",
    "tristesse, sadness, sad": "😢 😭 😞 😔 🙁 ☹ 😿 💔 😥 😟 🥺",
    "peur, fear": "😱 😨 😰 😧 😦 🙀 😬 🫣",
    "surprise, étonnement, wow": "😮 😯 😲 🤯 😳 🙀 🫢",
    "bravo, accord, approval, like": "👍 👏 🙌 💪 👌 ✅ 💯 🏆 🥇",
    "désaccord, disapproval, dislike": "👎 ❌ 🚫 🙅 🛑 ⛔",
    "merci, thanks": "🙏 🤝 💐",
    "moquerie, mockery": "🤡 🙃 😏 😜 😝 🤪 🥱 🤦 🤷",
    "violence, arme, weapon": "🔪 🗡 🔫 💣 🧨 ⚔ 👊 🤛 🤜 🩸 ☠ 💀",
    "mort, death": "💀 ☠ ⚰ 🪦 ⚱ 👻",
    "alerte, alert, warning": "⚠ 🚨 🆘 ❗ 📢 🔔",
    "feu, fire": "🔥 🧯 🚒 💥",
    "santé, health": "💉 💊 🩺 🏥 🚑 😷 🤒 🤕 🦠 🌡",
    "argent, money": "💰 💸 💵 💶 💷 🤑 💳 🪙",
    "police": "👮 🚓 🚔 🚨",
    "animal, singe": "🐒 🐵 🐷 🐖 🐀 🐍 🐑",
}


def _table() -> Mapping[str, tuple[str, ...]]:
    by_name = {fold(name): tuple(emoji.split()) for names, emoji in _FAMILIES.items() for name in names.split(", ")}
    return MappingProxyType(by_name)


#: The emoji of each family, by each of its names, folded.
FAMILIES = _table()
