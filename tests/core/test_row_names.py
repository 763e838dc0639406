"""What rows are called."""

import pytest

from coach.plan import name_of
from coach.steps.review.model import Assumption
from coach.steps.risk.model import Risk


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (Risk(category="law", event="New\nrules"), "New rules"),
        (Risk(category="law"), ""),
        (Assumption(statement="They pay", step="niche"), "They pay"),
    ],
)
def test_a_row_is_called_by_its_first_text_and_never_by_an_option(row, name):
    assert name_of(row) == name
