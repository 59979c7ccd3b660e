"""Opening a file as a stream of bytes whose lines end in ``\\n``: plain or gzipped, whatever its encoding."""

import codecs
import gzip
import io
from pathlib import Path
from typing import BinaryIO, cast

#: How gzip announces itself.
GZIP_MARK = b"\x1f\x8b"

_PIECE = 65_536


class Utf8Stream(io.RawIOBase):
    """Gives in UTF-8 what another stream holds in an encoding where bytes alone do not show where lines end.

    A lone carriage return (old Macintosh exports) becomes an end of line where ``returns`` asks for it.
    """

    def __init__(self, source: BinaryIO, encoding: str, *, returns: bool = False) -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._returns = returns
        self._ready = b""

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer with what is ready; 0 at the end."""
        view = memoryview(cast(bytearray, buffer)).cast("B")
        while not self._ready:
            piece = self._source.read(_PIECE)
            text = self._decoder.decode(piece, final=not piece)
            self._ready = (text.replace("\r", "\n") if self._returns else text).encode()
            if not piece:
                break
        given = self._ready[: len(view)]
        view[: len(given)] = given
        self._ready = self._ready[len(given) :]
        return len(given)

    def close(self) -> None:
        """Close the source too."""
        self._source.close()
        super().close()


def needs_utf8_stream(encoding: str) -> bool:
    """Tell whether bytes of this encoding cannot be cut at ``\\n``."""
    return encoding.lower().replace("_", "-").startswith(("utf-16", "utf-32", "utf-7"))


class ByteSource:
    """An open file: ``stream`` gives its bytes (decompressed, in a cuttable encoding), ``encoding`` their coding.

    ``read`` counts the bytes taken from the disk, which is how progress is told.
    """

    def __init__(self, path: Path, encoding: str, *, returns: bool = False) -> None:
        self._file = path.open("rb")
        gzipped = self._file.read(2) == GZIP_MARK
        self._file.seek(0)
        plain = cast(BinaryIO, gzip.GzipFile(fileobj=self._file)) if gzipped else cast(BinaryIO, self._file)
        converted = returns or needs_utf8_stream(encoding)
        self.seekable = not (gzipped or converted)
        self.encoding = "utf-8" if converted else encoding
        self.stream: BinaryIO = (
            io.BufferedReader(Utf8Stream(plain, encoding, returns=returns), _PIECE) if converted else plain
        )

    @property
    def read(self) -> int:
        """Return the position in the file on disk."""
        return self._file.tell()

    def skip_to(self, offset: int) -> None:
        """Go to an offset of ``stream``: at once in a plain file, by reading on in another."""
        if self.seekable:
            self.stream.seek(offset)
            return
        left = offset
        while left > 0:
            piece = self.stream.read(min(left, _PIECE * 16))
            if not piece:
                return
            left -= len(piece)

    def close(self) -> None:
        """Close the file."""
        self.stream.close()
        self._file.close()
