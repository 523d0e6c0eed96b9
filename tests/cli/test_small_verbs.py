"""A verb that reads no file and writes no page loads nothing that does."""

import subprocess
import sys

from tasjil.cli import VERBS

READS = {"build", "read", "places", "link", "columns", "serve", "release"}
"""The verbs that read reports, lists or workbooks, or make pages, and load all that."""
HEAVY = (
    "babel",
    "httpx",
    "jinja2",
    "lxml",
    "openpyxl",
    "pypdf",
    "spacy",
    "trafilatura",
)
LOADED = """
import sys
from tasjil.cli import application
application(load=sys.argv[1:])
print(*(name for name in {heavy} if name in sys.modules))
"""


def heavy_loaded(*verbs: str) -> list[str]:
    """Load verbs in a process of their own, and name what heavy libraries came too."""
    code = LOADED.format(heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", code, *verbs], capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_the_verbs_that_read_no_report_load_no_reader_and_no_page_maker():
    assert heavy_loaded(*sorted(VERBS.keys() - READS)) == []


def test_the_main_job_loads_all_of_them():
    assert heavy_loaded("build") == list(HEAVY)
