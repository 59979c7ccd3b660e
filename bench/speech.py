"""Invented speech for benchmarks: French-looking messages with a Zipf vocabulary, entities, tags, emoji, copies.

Made from a seed, so that two programs read the same; nothing of it was ever said by anybody.
"""

import random
from bisect import bisect
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from palabre.core.model import Author, Message

_COMMON_TEXT = """
de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son on
aux été ça c’est j’ai l’article d’accord n’est qu’il même très bien fait tout tous mais ou où leur être
ont nous vous je tu ils elle cette ces sans peut comme si deux après encore depuis toujours jamais rien
faire dire
"""
COMMON = _COMMON_TEXT.split()
_STEMS_TEXT = """
dévi rocad marché écol mair cant travau commerç pompi gendarm hôpit rugb matc stad tribun pluv orag sécher
récolt vin bastid vill quart voisin parkin train retar grèv syndic impôt budg élect candid débat sond
facebo vidé direct émiss journal abonn livr factur servic client répond attend merc brav hont scandal
arnaqu argen
"""
STEMS = _STEMS_TEXT.split()
ENDINGS = ("", "e", "s", "er", "é", "ation", "ement", "eur", "euse", "ique", "able", "ier", "ette", "oir", "age")
EMOJI = ("😂", "🙏", "😡", "👍", "❤️", "🤔", "👏", "😱")
START = datetime(2026, 11, 19, 6, 0, tzinfo=UTC)


class Speech:
    """An endless source of invented messages."""

    def __init__(self, seed: int = 1, entities: int = 5_000) -> None:
        self._chance = random.Random(seed)
        words = COMMON + [stem + end for stem in STEMS for end in ENDINGS]
        words += [f"{self._syllables(3)}" for _ in range(20_000)]
        weights = [1 / (rank + 2) for rank in range(len(words))]
        self._words, self._heights = words, list(accumulate(weights))
        self.entities = [self._syllables(2).capitalize() for _ in range(entities)]
        self._entity_heights = list(accumulate(1 / (rank + 1) for rank in range(entities)))
        self._late: list[str] = ["Premier !"]

    def text(self) -> str:
        """Return a message of 30 to 400 characters, 165 on average, sometimes a copy of a late one."""
        chance = self._chance
        if chance.random() < 0.05:
            return chance.choice(self._late)
        words = [self._word() for _ in range(max(4, min(70, int(chance.lognormvariate(3.1, 0.6)))))]
        if chance.random() < 0.35:
            words[chance.randrange(len(words))] = self.entity()
        self._decorate(words)
        said = " ".join(words)
        self._late = [*self._late[-50:], said]
        return said

    def entity(self) -> str:
        """Return a name, the frequent ones often."""
        heights = self._entity_heights
        return self.entities[bisect(heights, self._chance.random() * heights[-1])]

    def messages(self, count: int, first: int = 0, every: timedelta = timedelta(milliseconds=20)) -> list[Message]:
        """Return ``count`` messages numbered from ``first``, one ``every``."""
        chance = self._chance
        return [
            Message(
                id=f"{number:012d}",
                text=self.text(),
                published=START + number * every,
                author=Author(f"u{int(chance.paretovariate(0.7)) % 50_000}", f"auteur {number % 97}"),
                url=f"https://courrier.example/a/{number % 211}#c{number}",
                thread=f"a{number % 211}",
            )
            for number in range(first, first + count)
        ]

    def topics(self, count: int) -> list[str]:
        """Return queries: names alone, names with a context, exclusions, phrases, prefixes."""
        return [self._topic(number % 20) for number in range(count)]

    def _topic(self, shape: int) -> str:
        word, entity = self._word, self.entity
        names = " OR ".join(entity() for _ in range(self._chance.randint(1, 4)))
        if shape < 5:
            return names
        context = " OR ".join(word() for _ in range(self._chance.randint(2, 9)))
        if shape < 13:
            return f"({names}) AND ({context})"
        if shape < 16:
            return f"({names}) NOT ({context})"
        if shape < 18:
            return f'"{entity()} {word()}" OR {entity()}'
        return f"{self._syllables(2)}* OR ({entity()} {word()})"

    def _word(self) -> str:
        return self._words[bisect(self._heights, self._chance.random() * self._heights[-1])]

    def _syllables(self, count: int) -> str:
        chance = self._chance
        return "".join(chance.choice("bcdfglmnprstv") + chance.choice("aeiouéèô") for _ in range(count))

    def _decorate(self, words: list[str]) -> None:
        chance = self._chance
        if chance.random() < 0.15:
            words.append(chance.choice(EMOJI) * chance.randint(1, 3))
        if chance.random() < 0.08:
            words.append(f"#{self.entity()}")
        if chance.random() < 0.06:
            words.insert(0, f"@{self.entity()}")
        if chance.random() < 0.04:
            words.append("https://courrier.example/" + self._syllables(4))
