"""The engine of the desk's connections (``DATABASES["default"]["ENGINE"]`` names the package)."""

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that is looked at, at each request, without asking the server."""

    def is_usable(self) -> bool:
        """Tell whether the server has not hung up.

        Between requests there is nothing to read from a connection but its end, or a farewell. Django would run
        ``SELECT 1``: a round trip at each request.
        """
        if self.connection is None or self.connection.closed:
            return False
        poll = select.poll()
        poll.register(self.connection.fileno(), select.POLLIN)
        return not poll.poll(0)
