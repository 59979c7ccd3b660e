"""What we ask of PostgreSQL, as data. Everything here is pure but for the reading of the memory's size."""

import os
from pathlib import Path

MIB = 1024 * 1024

#: The words of the signs that a container's memory is bounded (control groups, version 2 then 1).
_BOUNDS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))


def memory_size() -> int:
    """Return the memory this process may count on, in bytes: the machine's, or its container's where smaller."""
    whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return min([whole, *(int(text) for text in map(_bound, _BOUNDS) if text.isdecimal())])


def _bound(path: Path) -> str:
    try:
        return path.read_text("ascii").strip()
    except OSError:
        return ""


def shared_buffers(memory: int) -> int:
    """Return a quarter of ``memory``, between 128 MiB and 2 GiB, in bytes. Pages are taken only when used."""
    return max(128 * MIB, min(memory // 4, 2048 * MIB))


def parallel_memory(shared: Path = Path("/dev/shm")) -> str:  # noqa: S108 - looked at, never written
    """Return where parallel queries share memory: files where ``shared`` is small, as in most containers."""
    try:
        system = os.statvfs(shared)
    except OSError:
        return "posix"  # macOS has no such folder and needs none
    return "posix" if system.f_blocks * system.f_frsize >= 256 * MIB else "mmap"


def server(memory: int, compression: str, parallel: str = "posix", *, light: bool = False) -> dict[str, str]:
    """Return the settings of a server on a machine with ``memory`` bytes.

    ``light`` is for tests only: a power cut may lose everything, a crash of PostgreSQL alone may not.
    """
    return {
        **_COMMON,
        "shared_buffers": f"{shared_buffers(memory) // MIB}MB",
        "effective_cache_size": f"{max(256 * MIB, memory // 2) // MIB}MB",
        "wal_compression": compression,
        "dynamic_shared_memory_type": parallel,
        **(_LIGHT if light else {}),
    }


_COMMON = {
    "fsync": "on",
    "synchronous_commit": "on",  # received means committed to disk
    "max_connections": "120",
    "max_wal_size": "4GB",  # intake writes in waves: fewer forced checkpoints
    "min_wal_size": "160MB",
    "checkpoint_timeout": "15min",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "gin_pending_list_limit": "4MB",  # a longer list makes search pause when it is emptied
    "jit": "off",  # our queries are short: compiling them costs more than running them
    "random_page_cost": "1.1",  # solid-state disks
    "autovacuum_naptime": "20s",
    "autovacuum_vacuum_scale_factor": "0.05",
    "autovacuum_vacuum_insert_scale_factor": "0.05",  # also empties the pending list of the search index
    "autovacuum_analyze_scale_factor": "0.05",
    "autovacuum_vacuum_cost_limit": "1000",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "logging_collector": "off",
    "log_line_prefix": "%m [%p] ",
    "log_checkpoints": "off",
    "log_error_verbosity": "terse",  # details and statements hold what people said
    "log_min_error_statement": "panic",
}
_LIGHT = {
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_wal_size": "512MB",
    "min_wal_size": "32MB",
    "autovacuum_naptime": "5min",
    "scram_iterations": "1",  # a password is proved at each connection: 4,096 rounds take 4 ms
}


def host_rules() -> str:
    """Return ``pg_hba.conf``: the socket for our own system users, a password on 127.0.0.1, nothing else."""
    return "local all all peer map=palabre\nhost all all 127.0.0.1/32 scram-sha-256\n"


def user_map(*system_users: str) -> str:
    """Return ``pg_ident.conf``: each of ``system_users`` may sign in over the socket under any role.

    ``peer`` asks the system who is at the other end. When root starts Palabre, PostgreSQL runs as another user
    and root still comes over the socket: without this map the names would have to be the same.
    """
    names = dict.fromkeys(system_users)
    return "".join(f'palabre "{name.replace(chr(34), chr(34) * 2)}" all\n' for name in names)
