"""The demo workspace: three days of an invented French regional newsroom, written by hand.

Everything in it is invented: people, villages, newspapers, products, numbers and addresses.
"""

from palabre.demo.load import load_demo
from palabre.demo.model import Demo, Member, Person, Place, Source, Topic
from palabre.demo.pace import DEFAULT_SPEED, OPENING, day_one

__all__ = [
    "DEFAULT_SPEED",
    "OPENING",
    "Demo",
    "Member",
    "Person",
    "Place",
    "Source",
    "Topic",
    "day_one",
    "load_demo",
]
