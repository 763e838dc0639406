"""What is judged of a text alone is judged once."""

import pytest

from coach.coaching import verdicts
from coach.coaching.language import Reader
from coach.coaching.verdicts import once


def reader() -> Reader:
    return Reader(lambda name: ())


def test_a_text_is_judged_once_by_each_reader_and_for_each_question() -> None:
    asked: list[tuple[str, int]] = []

    @once
    def longer(text: str, read: Reader, limit: int) -> bool:
        asked.append((text, limit))
        return len(text) > limit

    first, second = reader(), reader()
    assert [longer("abc", first, 2), longer("abc", first, 2)] == [True, True]
    assert asked == [("abc", 2)]
    assert not longer("abc", first, 3)
    assert longer("abcd", first, 3)
    assert longer("abc", second, 2)
    assert asked == [("abc", 2), ("abc", 3), ("abcd", 3), ("abc", 2)]


def test_two_judges_of_the_same_text_do_not_mix() -> None:
    read = reader()
    assert once(lambda text, _: text.upper())("a", read) == "A"
    assert once(lambda text, _: text * 2)("a", read) == "aa"


def test_no_more_verdicts_are_kept_than_are_of_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdicts, "KEPT", 3)
    read = reader()
    length = once(lambda text, _: len(text))
    assert [length("x" * count, read) for count in range(9)] == list(range(9))
    assert len(read.verdicts) <= 3
