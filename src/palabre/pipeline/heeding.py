"""How workspaces heed signals: thresholds, own model in use, register of products. Reloaded when told."""

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

import psycopg

from palabre.core.signals.products import Products
from palabre.core.signals.taught import Taught
from palabre.pipeline.lessons import SQL, taught_of
from palabre.pipeline.understand import Lens
from palabre.store.models import ModelError

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Heeding:
    """What was read last, so that a version or a register is loaded only when another one is put to use."""

    _versions: dict[int, int] = field(default_factory=dict)
    _registers: dict[int, int] = field(default_factory=dict)

    def reload(
        self, connection: psycopg.Connection[Any], of: Callable[[int], Lens], known: Collection[int]
    ) -> None:
        """Set thresholds and versions on the lenses that ``of`` gives; ``known``: the workspaces that have one."""
        chosen: dict[int, dict[str, float]] = {}
        for workspace, signal, threshold in connection.execute(SQL["all_thresholds"]):
            chosen.setdefault(workspace, {})[signal] = round(threshold, 4)  # a real has no exact 0.7
        for workspace in {*chosen, *known}:
            of(workspace).thresholds = chosen.get(workspace, {})
        self._reload_versions(connection, of)
        self._reload_registers(connection, of)

    def _reload_versions(self, connection: psycopg.Connection[Any], of: Callable[[int], Lens]) -> None:
        used = dict(connection.execute(SQL["in_use"]).fetchall())
        for workspace in self._versions.keys() - used.keys():
            of(workspace).taught = None
        for workspace, version in used.items():
            if self._versions.get(workspace) != version:
                of(workspace).taught = load(connection, version)
        self._versions = used

    def _reload_registers(self, connection: psycopg.Connection[Any], of: Callable[[int], Lens]) -> None:
        used = dict(connection.execute(SQL["registers"]).fetchall())
        for workspace in self._registers.keys() - used.keys():
            of(workspace).products = None
        for workspace, register in used.items():
            if self._registers.get(workspace) != register:
                of(workspace).products = products_of(connection, register)
        self._registers = used


def products_of(connection: psycopg.Connection[Any], register: int) -> Products | None:
    """Return the products of a register; None where it is gone meanwhile."""
    row = connection.execute(SQL["products"], {"register": register}).fetchone()
    return Products(row[0]) if row is not None else None


def load(connection: psycopg.Connection[Any], version: int) -> Taught | None:
    """Load a version; one that cannot be is told, and the built-in signals speak alone."""
    try:
        return taught_of(connection, version)
    except ModelError as error:
        log.warning("A version that a workspace taught is left aside: %s", error)
        return None
