"""PostgreSQL without installing it: our own supervisor over the programs that a wheel carries.

Use ``Embedded(home).start()``; it returns a ``DATABASE_URL``. Linux and macOS; elsewhere, give ``DATABASE_URL``.
"""

import sys

if sys.platform == "win32":
    raise ImportError(
        "The embedded database needs Linux or macOS: give the address of a PostgreSQL in DATABASE_URL."
    )

from palabre.store.embedded.errors import EmbeddedError
from palabre.store.embedded.supervisor import Embedded

__all__ = ["Embedded", "EmbeddedError"]
