"""The table of words that the desk reads is that of the detectors, and reading it loads none of them."""

import subprocess
import sys

from palabre.core.signals.labels import NAMES, REASONS, SHARED
from palabre.core.signals.reader import EVERYONE


def test_the_names_are_those_of_the_detectors() -> None:
    said = {one.name: (one.name_fr, one.name_en) for one in EVERYONE}
    assert said == NAMES, "mend NAMES in core/signals/labels.py"


def test_the_reasons_are_those_of_the_detectors() -> None:
    said = {why: words for one in EVERYONE for why, words in one.reasons.items()}
    assert said | dict(SHARED) == dict(REASONS), "mend REASONS in core/signals/labels.py"


def test_asking_for_names_loads_neither_rules_nor_numbers() -> None:
    program = "import sys, palabre.core.signals as s; s.names(); s.reasons(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert not {"palabre.core.signals.reader", "palabre.core.signals.hate", "numpy"} & set(loaded.split())
