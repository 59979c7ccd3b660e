"""A real IMAP server, Debian's dovecot, as a private instance: its own ports, folders, users and certificate.

Works as root and as anyone else. Its files are in a short folder of their own: the paths of its sockets must be
short, and its processes, which drop root's rights, must be allowed to walk to them.
"""

import getpass
import grp
import imaplib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import trustme

BINARY = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
MISSING = "dovecot is not installed here (Debian: apt-get install dovecot-imapd)"

USER, PASSWORD = "redaction@palabre.example", "s3cret-de-test"

_CONFIGURATION = """\
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = {internal}
default_internal_group = {internal_group}
default_login_user = {login}
first_valid_uid = 1
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mailbox_idle_check_interval = 1s
mail_fsync = never
mail_location = maildir:{folder}/mail/%u
mail_max_userip_connections = 50
ssl = yes
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {folder}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%u
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
"""


@dataclass
class Dovecot:
    """A running server; ``kill`` and ``start`` may follow each other, on the same ports."""

    folder: Path
    port: int
    tls_port: int
    authority: trustme.CA
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and wait until it lets someone in."""
        assert BINARY, MISSING
        self.process = subprocess.Popen(
            [BINARY, "-F", "-c", str(self.folder / "dovecot.conf")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        deadline = time.monotonic() + 30
        while not self._lets_in():
            assert time.monotonic() < deadline and self.process.poll() is None, (self.folder / "log").read_text()
            time.sleep(0.05)

    def kill(self) -> None:
        """Kill every process of the server at once."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def send(self, *mails: bytes, folder: str = "INBOX", when: datetime | None = None) -> None:
        """Put mails into a folder, in order."""
        with self._opened() as box:
            for mail in mails:
                date = imaplib.Time2Internaldate(when) if when else ""
                status, answer = box.append(folder, "", date, mail)
                assert status == "OK", answer

    def renew(self, folder: str) -> None:
        """Delete a folder if it is there, and make it anew: its UIDVALIDITY changes."""
        with self._opened() as box:
            box.delete(folder)
            assert box.create(folder)[0] == "OK"

    def seen(self, folder: str = "INBOX") -> list[bytes]:
        """Return the numbers of the mails marked as read."""
        with self._opened() as box:
            box.select(folder, readonly=True)
            return [number for number in box.search(None, "SEEN")[1][0].split() if number]

    def _lets_in(self) -> bool:
        with suppress(OSError, imaplib.IMAP4.error), self._opened():
            return True
        return False

    @contextmanager
    def _opened(self) -> Iterator[imaplib.IMAP4]:
        box = imaplib.IMAP4("127.0.0.1", self.port, timeout=20)
        try:
            box.login(USER, PASSWORD)
            yield box
        finally:
            with suppress(OSError, imaplib.IMAP4.error):
                box.logout()


@contextmanager
def dovecot() -> Iterator[Dovecot]:
    """Run a server of one's own; its files are removed in the end."""
    folder = Path(tempfile.mkdtemp(prefix="dovecot-"))
    server = Dovecot(folder, *_free_ports(2), trustme.CA())
    try:
        _write_files(server)
        server.start()
        yield server
    finally:
        server.kill()
        shutil.rmtree(folder, ignore_errors=True)


def _write_files(server: Dovecot) -> None:
    """Write what the server reads; as root, give its folders to the users that its processes become."""
    root, folder = os.geteuid() == 0, server.folder
    me = getpass.getuser()
    folder.chmod(0o755)
    (folder / "mail").mkdir()
    if root:
        shutil.chown(folder / "mail", "mail", "mail")
    certificate = server.authority.issue_cert("127.0.0.1", "localhost")
    certificate.cert_chain_pems[0].write_to_path(folder / "cert.pem")
    certificate.private_key_pem.write_to_path(folder / "key.pem")
    (folder / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}\n")
    (folder / "dovecot.conf").write_text(
        _CONFIGURATION.format(
            folder=folder,
            port=server.port,
            tls_port=server.tls_port,
            internal="dovecot" if root else me,
            internal_group="dovecot" if root else grp.getgrgid(os.getgid()).gr_name,
            login="dovenull" if root else me,
            uid="mail" if root else os.getuid(),
            gid="mail" if root else os.getgid(),
        )
    )


def _free_ports(count: int) -> list[int]:
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports
