"""The demo workspace: three days of an invented French regional newsroom, written by hand.

Everything in it is invented: people, villages, newspapers, products, numbers and addresses.
"""

from palabre.demo.load import load_demo
from palabre.demo.model import Line, Member, Person, Place, Source, Step, Topic
from palabre.demo.pace import DEFAULT_SPEED, OPENING, day_one
from palabre.demo.stage import ContentError
from palabre.demo.workspace import Demo

__all__ = [
    "DEFAULT_SPEED",
    "OPENING",
    "ContentError",
    "Demo",
    "Line",
    "Member",
    "Person",
    "Place",
    "Source",
    "Step",
    "Topic",
    "day_one",
    "load_demo",
]
