"""What ``palabre up`` says once it is up: where to go, and what does not answer yet."""

import json
import os
import socket
import sys
from collections.abc import Callable
from time import monotonic, sleep

#: Seconds before the address is said though a part does not answer: it would never be known otherwise.
PATIENCE = 60.0
#: Bytes of the health page that are read.
_MOST = 1 << 20


def greet(host: str, port: int, link: str, stopping: Callable[[], bool]) -> None:
    """Say where we are, once all parts answer or when one has not for a minute."""
    deadline = monotonic() + PATIENCE
    while (silent := _silent(host, port)) and not stopping() and monotonic() < deadline:
        sleep(0.1)
    if stopping():
        return
    base = os.environ.get("PALABRE_PUBLIC_URL", "").rstrip("/") or f"http://{_bracketed(_near(host))}:{port}"
    print(f"\n  Palabre  {base}")
    if link:
        print(f"  Entrer / sign in (once, 24 h)  {base}{link}")
    print(f"  Données / data  {os.environ['PALABRE_HOME']}\n  Ctrl+C arrête tout / stops everything\n", flush=True)
    if silent:
        print(f"palabre: no answer yet from: {', '.join(silent)}. `palabre doctor` tells more.", file=sys.stderr)


def _silent(host: str, port: int) -> list[str]:
    """Return the parts that do not answer, as the health page tells them; the gate alone where there is none."""
    try:
        status, body = _asked(_near(host), port)
        return [] if status == 200 else list(json.loads(body)["failing"])
    except (OSError, IndexError, ValueError, KeyError):
        return ["gate"]


def _asked(host: str, port: int) -> tuple[int, bytes]:
    """Return status and body of the health page. By hand: ``http.client`` would stay here, with all of TLS."""
    with socket.create_connection((host, port), timeout=2) as line:
        line.sendall(f"GET /healthz HTTP/1.0\r\nHost: {_bracketed(host)}:{port}\r\n\r\n".encode("ascii"))
        with line.makefile("rb") as answer:
            head, _, body = answer.read(_MOST).partition(b"\r\n\r\n")
    return int(head.split(None, 2)[1]), body


def _near(host: str) -> str:
    """Return an address of this machine where ``host`` means all of them."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
