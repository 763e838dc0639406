"""Back and forward, as in a browser."""

from hypothesis import given
from hypothesis import strategies as st

from coach.pack.trail import Trail


def test_back_forward_and_going_on_from_the_middle() -> None:
    trail = Trail("a")
    trail.go("b")
    trail.go("c")
    assert trail.turn(-1)
    assert trail.here == "b"
    trail.here = "b, read to its end"
    assert trail.turn(-1)
    assert not trail.turn(-1)
    assert trail.here == "a"
    assert trail.turn(1)
    assert trail.here == "b, read to its end"
    trail.go("d")
    assert not trail.turn(1)
    assert trail.turn(-1)
    assert trail.here == "b, read to its end"


@given(st.lists(st.sampled_from([-1, 1, "go"])))
def test_it_does_what_a_browser_does(moves: list[int | str]) -> None:
    trail, before, ahead, here = Trail(0), list[int](), list[int](), 0
    for number, move in enumerate(moves, 1):
        if move == "go":
            trail.go(number)
            before, ahead, here = [*before, here], [], number
        elif move == -1:
            assert trail.turn(-1) == bool(before)
            if before:
                ahead, here = [here, *ahead], before.pop()
        else:
            assert trail.turn(1) == bool(ahead)
            if ahead:
                before, here = [*before, here], ahead.pop(0)
        assert trail.here == here
