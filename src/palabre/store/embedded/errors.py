"""Why the embedded database does not start, said so that a person can mend it."""


class EmbeddedError(RuntimeError):
    """The embedded PostgreSQL cannot be used. The text says why and what to do."""


#: A piece of what PostgreSQL or the system says → what the person can do. The first that occurs is the one.
_REMEDIES = (
    ("No space left on device", "the disk is full: free some space, then start again"),
    ("Disk quota exceeded", "the disk quota is used up: free some space, then start again"),
    (
        "Permission denied",
        "the rights of the data folder were changed: give it back to its user with mode 0700",
    ),
    ("has wrong ownership", "the data folder belongs to another user: start Palabre as that user"),
    ("has invalid permissions", "the data folder is open to others: set its mode to 0700"),
    ("Read-only file system", "the disk is mounted read-only: mount it for writing, or move PALABRE_HOME"),
    (
        "could not look up effective user",
        "this user has no name in /etc/passwd: add one, or set DATABASE_URL",
    ),
    ("Cannot allocate memory", "memory is short: close something, then start again"),
    ("could not create shared memory segment", "shared memory is short: raise the limits of this machine"),
    (
        "incompatible with server",
        "the data was made by another version of PostgreSQL: see docs/howto/backup.md",
    ),
    ("could not locate a valid checkpoint", "the data is damaged: put a backup back"),
    ("invalid checkpoint record", "the data is damaged: put a backup back"),
)


def remedy(said: str) -> str:
    """Return what to do about ``said`` (the end of a log), or an empty text where nothing is known."""
    return next((what for sign, what in _REMEDIES if sign in said), "")


def failure(what: str, said: str) -> EmbeddedError:
    """Build the error of ``what``, with its remedy and the last words of PostgreSQL."""
    last = [line.strip() for line in said.splitlines() if line.strip()][-5:]
    hint = remedy(said)
    return EmbeddedError("\n".join([what + (f": {hint}." if hint else "."), *(f"  {line}" for line in last)]))
