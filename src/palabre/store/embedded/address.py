"""Where the server listens, and what is remembered of it. Nothing here talks to it: see ``sessions``."""

import json
import secrets
import socket
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

OWNER = "palabre"
DATABASE = "palabre"
#: Ports that the systems we know never give to outgoing connections by themselves.
_PORTS = range(20_000, 30_000)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens: a port of 127.0.0.1, and the folder of its socket."""

    port: int
    socket: str

    def url(self, password: str) -> str:
        """Return the address of our database for its owner, by 127.0.0.1."""
        return f"postgresql://{OWNER}:{quote(password, safe='')}@127.0.0.1:{self.port}/{DATABASE}"

    def socket_url(self) -> str:
        """Return the address of our database for its owner, by the socket: for the same system user only."""
        return f"postgresql://{OWNER}@/{DATABASE}?host={quote(self.socket, safe='')}&port={self.port}"


def remembered(path: Path) -> Address | None:
    """Return the address written in ``path``; None where there is none, or it cannot be read any more."""
    try:
        told = json.loads(path.read_text("utf-8"))
        return Address(int(told["port"]), str(told["socket"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(path: Path, address: Address) -> None:
    """Write ``address`` to ``path``, whole or not at all."""
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(asdict(address)), "utf-8")
    draft.replace(path)


def free_port(wish: int | None = None) -> int:
    """Return a port of 127.0.0.1 that nobody listens on: ``wish`` where possible, to stay the same for years."""
    tries = [wish] if wish else []
    tries += [secrets.choice(_PORTS) for _ in range(50)]
    return next((port for port in tries if _is_free(port)), 0) or _any_port()


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as PostgreSQL does
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _any_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
