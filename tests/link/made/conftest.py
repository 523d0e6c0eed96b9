"""The second generator of lists, and the gold, for tests that link what they hold."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
for folder in (
    HERE.parents[2] / "benchmarks",
    HERE.parents[2] / "benchmarks" / "made_lists",
):
    # behind the tests: some benchmarks have names that folders of tests have too
    sys.path.append(str(folder))
