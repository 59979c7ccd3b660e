from pathlib import Path

import pytest

from palabre.store.embedded import settings
from palabre.store.embedded.settings import MIB


@pytest.mark.parametrize(
    ("memory", "expected"),
    [(256 * MIB, 128 * MIB), (4096 * MIB, 1024 * MIB), (64 * 1024 * MIB, 2048 * MIB)],
)
def test_shared_buffers_are_a_quarter_of_the_memory_within_bounds(memory: int, expected: int) -> None:
    assert settings.shared_buffers(memory) == expected


def test_a_container_s_bound_counts_when_it_is_smaller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bound = tmp_path / "memory.max"
    monkeypatch.setattr(settings, "_BOUNDS", (bound,))
    whole = settings.memory_size()
    bound.write_text("max\n")
    assert settings.memory_size() == whole
    bound.write_text("1048576\n")
    assert settings.memory_size() == MIB


def test_what_was_received_is_on_disk_before_it_is_acknowledged() -> None:
    asked = settings.server(8192 * MIB, "lz4")
    assert (asked["fsync"], asked["synchronous_commit"]) == ("on", "on")
    assert "full_page_writes" not in asked
    assert asked["wal_compression"] == "lz4"


def test_light_skips_the_disk_and_the_rounds_of_passwords_only() -> None:
    usual, light = settings.server(8192 * MIB, "pglz"), settings.server(8192 * MIB, "pglz", light=True)
    assert light["fsync"] == "off"
    assert light["synchronous_commit"] == usual["synchronous_commit"]
    assert "scram_iterations" not in usual  # PostgreSQL's own number
    assert int(light["shared_buffers"].removesuffix("MB")) < int(usual["shared_buffers"].removesuffix("MB"))


def test_parallel_queries_use_files_where_shared_memory_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    class Small:
        f_blocks, f_frsize = 16_384, 4_096  # 64 MB, a container's usual

    monkeypatch.setattr(settings.os, "statvfs", lambda _path: Small)
    assert settings.parallel_memory() == "mmap"


def test_parallel_queries_use_the_system_s_way_where_there_is_no_such_folder(tmp_path: Path) -> None:
    assert settings.parallel_memory(tmp_path / "absent") == "posix"


def test_only_the_socket_and_a_password_on_the_loopback_lead_in() -> None:
    rules = settings.host_rules().splitlines()
    assert [rule.split()[0] for rule in rules] == ["local", "host"]
    assert rules[1].split()[3:] == ["127.0.0.1/32", "scram-sha-256"]
    assert "trust" not in settings.host_rules()


def test_a_system_user_stands_once_and_quoted_in_the_map() -> None:
    assert settings.user_map("root", "palabre", "root") == 'palabre "root" all\npalabre "palabre" all\n'
    assert settings.user_map('a"b') == 'palabre "a""b" all\n'
