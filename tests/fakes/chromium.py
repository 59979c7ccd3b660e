"""Which Chromium the tests drive."""

import shutil

#: The first that there is. The shell draws and runs pages as the others do, without the windows, menus and profile
#: around them: the tests of the desk take a third less of the processor.
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
MISSING = "There is no Chromium: apt-get install chromium-headless-shell, or chromium."


def program() -> str | None:
    """Return the path of a Chromium, None where there is none."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)
