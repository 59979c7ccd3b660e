"""Install the real servers that some tests speak to, where Debian's apt and root allow it.

Elsewhere says which tests will be skipped and why. Never fails: the suite runs with what is there.
"""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from shell import run, say


@dataclass(frozen=True)
class Peer:
    """A Debian package: what shows that it is there, and what is tested against it."""

    package: str
    programs: tuple[str, ...]
    tests: str
    other: str = ""  # asked for where the distribution does not have the first

    def present(self) -> bool:
        """Tell whether one of its programs is there."""
        return any(next(Path("/").glob(program.lstrip("/")), None) is not None for program in self.programs)


PEERS = (
    Peer("postgresql", ("/usr/lib/postgresql/*/bin/postgres",), "an external PostgreSQL"),
    Peer("ngircd", ("/usr/sbin/ngircd",), "Twitch chat on a real IRC server"),
    Peer("dovecot-imapd", ("/usr/lib/dovecot/imap", "/usr/libexec/dovecot/imap"), "mail on a real IMAP server"),
    Peer("nginx-light", ("/usr/sbin/nginx",), "feeds on a real web server"),
    Peer(
        "chromium-headless-shell",  # a quarter less to fetch than chromium, and a third less to run
        (
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        ),
        "the desk in a browser",
        other="chromium",
    ),
)


def missing() -> list[Peer]:
    """Return the peers that are not there."""
    return [peer for peer in PEERS if not peer.present()]


def obstacle() -> str:
    """Return why nothing can be installed here, or an empty text."""
    if shutil.which("apt-get") is None:
        return "this system has no apt-get"
    if os.geteuid() != 0:
        return "installing needs root"
    return ""


def install(peers: list[Peer]) -> None:
    """Ask apt for them one by one: one that a distribution does not have leaves the others."""
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "-qq", "update"], env=env)
    for peer in peers:
        say(f"Installing {peer.package}, to test {peer.tests}")
        for package in filter(None, (peer.package, peer.other)):
            if not peer.present():
                command = ["apt-get", "-qq", "-y", "-o", "Dpkg::Use-Pty=0", "install", "--no-install-recommends"]
                run([*command, package], env=env)


def main() -> int:
    """Install what can be, and tell what stays missing."""
    absent = missing()
    reason = obstacle()
    if absent and not reason:
        install(absent)
    why = reason or "apt did not install it"
    for peer in missing():
        say(f"Tests of {peer.tests} will be skipped: {peer.package} is missing, and {why}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
