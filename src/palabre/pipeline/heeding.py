"""How workspaces heed signals: their thresholds, and the version of their own model in use. Reloaded when told."""

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

import psycopg

from palabre.core.signals.taught import Taught
from palabre.pipeline.lessons import SQL, taught_of
from palabre.pipeline.understand import Lens
from palabre.store.models import ModelError

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Heeding:
    """What was read last, so that a version is loaded only when another one is put to use."""

    _versions: dict[int, int] = field(default_factory=dict)

    def reload(
        self, connection: psycopg.Connection[Any], of: Callable[[int], Lens], known: Collection[int]
    ) -> None:
        """Set thresholds and versions on the lenses that ``of`` gives; ``known``: the workspaces that have one."""
        chosen: dict[int, dict[str, float]] = {}
        for workspace, signal, threshold in connection.execute(SQL["all_thresholds"]):
            chosen.setdefault(workspace, {})[signal] = round(threshold, 4)  # a real has no exact 0.7
        for workspace in {*chosen, *known}:
            of(workspace).thresholds = chosen.get(workspace, {})
        used = dict(connection.execute(SQL["in_use"]).fetchall())
        for workspace in self._versions.keys() - used.keys():
            of(workspace).taught = None
        for workspace, version in used.items():
            if self._versions.get(workspace) != version:
                of(workspace).taught = load(connection, version)
        self._versions = used


def load(connection: psycopg.Connection[Any], version: int) -> Taught | None:
    """Load a version; one that cannot be is told, and the built-in signals speak alone."""
    try:
        return taught_of(connection, version)
    except ModelError as error:
        log.warning("A version that a workspace taught is left aside: %s", error)
        return None
