"""A real web server, Debian's nginx, on a port of its own, with its files in a test's folder."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

BINARY = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
MISSING = "nginx is not installed here (Debian: apt-get install nginx-light)"

#: Everything that nginx writes stays in the folder; a single process is enough, and is easy to stop.
_CONFIGURATION = """\
{user}
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 128; }}
http {{
    log_format seen '$status $request_uri|$http_user_agent|$http_if_none_match|$http_if_modified_since';
    access_log {folder}/access.log seen;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    types {{ application/rss+xml xml; application/atom+xml atom; application/feed+json json; text/html html; }}
    default_type application/octet-stream;
    server {{
        listen 127.0.0.1:{port}{tls};
        root {folder}/site;
        {locations}
    }}
}}
"""


@dataclass
class Nginx:
    """A running server. ``site`` is the folder that it serves; ``address`` how to reach it."""

    port: int
    folder: Path
    process: subprocess.Popen[bytes]
    scheme: str = "http"

    @property
    def site(self) -> Path:
        """Return the folder that is served."""
        return self.folder / "site"

    def address(self, path: str = "/") -> str:
        """Return the address of a path."""
        return f"{self.scheme}://127.0.0.1:{self.port}{path}"

    def put(self, name: str, content: str | bytes) -> str:
        """Write a file of the site, and return its address."""
        path = self.site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self.address(f"/{name}")

    def seen(self) -> list[str]:
        """Return the requests so far, as ``status path|agent|etag|since``."""
        return (self.folder / "access.log").read_text().splitlines()

    def stop(self) -> None:
        """Stop it."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def nginx(folder: Path, locations: str = "", certificate: tuple[Path, Path] | None = None) -> Iterator[Nginx]:
    """Run a server whose files are in ``folder``, with ``locations`` in its configuration.

    ``certificate`` is (certificate chain, private key) in PEM, for https.
    """
    (folder / "site").mkdir(parents=True)
    server = _started(folder, locations, certificate)
    try:
        yield server
    finally:
        server.stop()


def _started(folder: Path, locations: str, certificate: tuple[Path, Path] | None) -> Nginx:
    """Start on a free port; another process may take it meanwhile, so try again with another."""
    for _ in range(5):
        port = _free_port()
        _configure(folder, port, locations, certificate)
        command = [str(BINARY), "-p", str(folder), "-c", str(folder / "nginx.conf")]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if _answers(port, process):
            return Nginx(port, folder, process, "https" if certificate else "http")
        process.kill()
        process.wait()
    log = folder / "error.log"
    raise RuntimeError(f"nginx does not start: {log.read_text() if log.exists() else 'no log'}")


def _configure(folder: Path, port: int, locations: str, certificate: tuple[Path, Path] | None) -> None:
    if certificate:
        chain, key = certificate
        locations += f"\n ssl_certificate {chain}; ssl_certificate_key {key};"
    text = _CONFIGURATION.format(
        user="user root;" if os.geteuid() == 0 else "",
        folder=folder,
        port=port,
        tls=" ssl" if certificate else "",
        locations=locations,
    )
    (folder / "nginx.conf").write_text(text)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(port: int, process: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), 1):
                return process.poll() is None
        except OSError:
            time.sleep(0.02)
    return False
