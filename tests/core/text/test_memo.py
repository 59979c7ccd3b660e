"""The memory of pure functions: bounded, and never seen in results."""

from hypothesis import given
from hypothesis import strategies as st

from palabre.core.text.memo import Memo


@given(st.lists(st.integers(0, 30)), st.integers(1, 10))
def test_values_are_those_of_the_function_and_memory_is_bounded(keys: list[int], size: int) -> None:
    memo: Memo[int, int] = Memo(lambda key: key * key, size)
    for key in keys:
        assert memo[key] == key * key
        assert len(memo) <= size
        assert len(memo._older) <= size


@given(st.lists(st.lists(st.integers(0, 30), max_size=12), max_size=8), st.integers(1, 10))
def test_many_keys_give_what_each_gives(batches: list[list[int]], size: int) -> None:
    memo: Memo[int, int] = Memo(lambda key: key * key, size, keep=lambda key: key % 7 != 0)
    for keys in batches:
        assert memo.many(keys, lambda fresh: [key * key for key in fresh]) == [key * key for key in keys]
        assert len(memo) <= size
        assert len(memo._older) <= size


def test_a_word_in_use_is_not_worked_out_again() -> None:
    asked: list[str] = []

    def make(key: str) -> str:
        asked.append(key)
        return key.upper()

    memo = Memo(make, 3)
    for word in ("le", "a", "le", "b", "le", "c", "le", "d", "le", "e", "le"):
        assert memo[word] == word.upper()
    assert asked.count("le") == 1


def test_unworthy_keys_and_dropped_keys_are_made_again() -> None:
    asked: list[str] = []

    def make(key: str) -> int:
        asked.append(key)
        return len(key)

    memo = Memo(make, 10, keep=lambda key: len(key) < 4)
    assert [memo["long mot"], memo["long mot"], memo["mot"], memo["mot"]] == [8, 8, 3, 3]
    assert asked == ["long mot", "long mot", "mot"]
    memo.drop("mot")
    memo["mot"]
    memo.forget()
    memo["mot"]
    assert asked[2:] == ["mot"] * 3
