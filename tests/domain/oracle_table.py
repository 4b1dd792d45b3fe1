"""All days that were worked out by hand from the plan's text."""

from tests.domain.oracle_done import DONE
from tests.domain.oracle_rated import RISING, STAYING, STRONG
from tests.domain.oracle_signs import SIGNS

ROWS = DONE + RISING + STRONG + STAYING + SIGNS
