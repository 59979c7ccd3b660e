"""From ``palabre demo`` already installed to the first page, and the memory of our processes at rest."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, sleep

import httpx

PORT = 18_791


def main() -> None:
    """Start twice (first start, then again), print seconds to the first page, then memory at rest."""
    with tempfile.TemporaryDirectory(prefix="palabre-bench-") as home:
        first = run(home, "up", rest=0)
        again = run(home, "demo", rest=0)
        print(f"first start (database made): {first:.1f} s to the first page; started again, demo: {again:.1f} s")
        run(home, "up", rest=20)


def run(home: str, command: str, rest: float) -> float:
    """Start, wait for the sign-in page, rest and print memory where asked, stop; return seconds to the page."""
    environment = {**os.environ, "PALABRE_HOME": home}
    environment.pop("DATABASE_URL", None)
    started = perf_counter()
    arguments = [sys.executable, "-m", "palabre.cli.main", command, "--port", str(PORT)]
    process = subprocess.Popen(arguments, env=environment, stdout=subprocess.DEVNULL)
    try:
        while not page():
            if perf_counter() - started > 60:
                raise SystemExit("The first page never came.")
            sleep(0.02)
        spent = perf_counter() - started
        if rest:
            sleep(rest)
            memory(process.pid)
    finally:
        process.terminate()
        process.wait(15)
    return spent


def page() -> bool:
    """Tell whether the sign-in page is served, whole."""
    try:
        answer = httpx.get(f"http://127.0.0.1:{PORT}/accounts/login/", timeout=5)
    except httpx.HTTPError:
        return False
    return answer.status_code == 200 and "password" in answer.text


def memory(root: int) -> None:
    """Print the resident memory of each of our processes (PostgreSQL left out), and their proportional share."""
    total = shared = 0.0
    for pid in descendants(root):
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        name = " ".join(part.decode() for part in command[2:5]) or "?"
        if b"postgres" in command[0]:
            continue
        resident, proportional = sizes(pid)
        total, shared = total + resident, shared + proportional
        print(f"  {name:40} {resident:6.0f} MB resident, {proportional:6.0f} MB proportional")
    print(f"  {'together':40} {total:6.0f} MB resident, {shared:6.0f} MB proportional")


def descendants(root: int) -> list[int]:
    """Return a process and all below it."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid"], capture_output=True, text=True, check=True).stdout
    parents = [tuple(map(int, line.split())) for line in listed.splitlines()[1:]]
    found = [root]
    for pid in found:
        found += [child for child, parent in parents if parent == pid]
    return found


def sizes(pid: int) -> tuple[float, float]:
    """Return resident and proportional memory in MB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    facts = {line.split(":")[0]: int(line.split()[1]) for line in lines}
    return facts["Rss"] / 1024, facts["Pss"] / 1024


if __name__ == "__main__":
    main()
