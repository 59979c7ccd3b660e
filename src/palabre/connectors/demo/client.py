"""The clock of the demo: hands over the past at once, then waits for each thing to be due."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from palabre.connectors.contract import Check, Job, Manifest, SourceError
from palabre.connectors.demo.manifest import MANIFEST
from palabre.connectors.demo.parse import Problem, deliveries, play, problems, score, wait
from palabre.core.model import Delivery, Message
from palabre.demo import load_demo

#: The longest sleep, so that a clock set forward (a laptop that wakes up) is soon noticed.
LONGEST_SLEEP = timedelta(seconds=5)


class DemoConnector:
    """Plays one part of the demo. It reads nothing from outside, and ends quietly with its content."""

    manifest: Manifest = MANIFEST

    def problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> list[Problem]:
        """Return (field, French sentence, English sentence) for each setting that is wrong."""
        return problems(settings)

    async def check(self, job: Job) -> Check:
        """Tell how much this part holds, with its first texts."""
        try:
            items = score(load_demo(), play(job.settings, {}, job.now()))
        except SourceError as error:
            return Check(False, "Les réglages ne conviennent pas.", str(error))
        said = [thing.text for _, thing in items if isinstance(thing, Message)]
        return Check(True, f"{len(said)} messages à jouer.", f"{len(said)} messages to play.", tuple(said[:3]))

    async def collect(self, job: Job) -> AsyncIterator[Delivery]:
        """Yield everything due, then each thing when its time comes, until all is played."""
        what = play(job.settings, job.cursor, job.now())
        items = score(load_demo(), what)
        while what.position < len(items):
            for delivery in deliveries(items, what, job.now()):
                yield delivery
                what = replace(what, position=(delivery.cursor or {})["position"])
            if what.position < len(items):
                await asyncio.sleep(wait(items, what.position, job.now(), LONGEST_SLEEP))


CONNECTOR = DemoConnector()
