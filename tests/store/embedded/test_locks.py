import subprocess
import sys
from pathlib import Path

import pytest

from palabre.store.embedded.errors import EmbeddedError
from palabre.store.embedded.locks import Use, turn


def test_a_turn_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    with (
        turn(tmp_path / "turn", 1),
        pytest.raises(EmbeddedError, match="Another Palabre"),
        turn(tmp_path / "turn", 0),
    ):
        pass


def test_a_turn_is_given_back_when_its_holder_fails(tmp_path: Path) -> None:
    with pytest.raises(KeyError), turn(tmp_path / "turn", 0):
        raise KeyError
    with turn(tmp_path / "turn", 0):
        pass


def test_only_the_last_user_learns_that_it_is_the_last(tmp_path: Path) -> None:
    first, second = Use(tmp_path / "use"), Use(tmp_path / "use")
    assert first.let_go() is False
    assert second.let_go() is True


def test_a_user_who_was_killed_counts_no_more(tmp_path: Path) -> None:
    hold = "import sys, time; from pathlib import Path; from palabre.store.embedded.locks import Use\n"
    hold += "u = Use(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", hold, str(tmp_path / "use")], stdout=subprocess.PIPE) as other:
        assert other.stdout and other.stdout.readline() == b"held\n"
        mine = Use(tmp_path / "use")
        assert mine.let_go() is False
        other.kill()
    assert Use(tmp_path / "use").let_go() is True
