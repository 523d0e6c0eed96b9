"""The second generator of lists, for the tests that link what it makes."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks" / "made_lists"))
