"""Times reading beside spaCy's bare pipeline on the same words, and how it grows.

The words are the reports of the cases in this repository, repeated with other numbers,
so that nothing is read from a memory of earlier text. Peak memory is of the process
that reads that many reports.
"""

import hashlib
import multiprocessing
import re
import resource
import sys
import time
from pathlib import Path

from tasjil.model.report import Report
from tasjil.read.door import read
from tasjil.read.english.parser import model

CASES = Path(__file__).parents[1] / "cases"
SIZES = (100, 1_000, 5_000)


def main() -> None:
    """Print the ratio to the bare pipeline, then a row for each size."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    beside_the_bare_pipeline(texts(sizes[0]))
    print(f"{'reports':>8} {'seconds':>8} {'ms each':>8} {'words/s':>9} {'peak MB':>8}")
    for size in sizes:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            seconds, words, peak = pool.apply(read_all, (size,))
        each = 1000 * seconds / size
        print(
            f"{size:8,} {seconds:8.1f} {each:8.2f} {words / seconds:9,.0f} {peak:8.0f}"
        )


def texts(count: int) -> list[str]:
    """That many English texts from the case reports, each with numbers of its own."""
    bodies = [
        body.split("---", 2)[-1].strip()
        for path in sorted(CASES.glob("*/reports/**/*.md"))
        if "\nlanguage: ar" not in (body := path.read_text(encoding="utf-8"))
    ]
    if not bodies:
        sys.exit("expected reports in cases/*/reports, found none")
    return [varied(bodies[i % len(bodies)], i // len(bodies)) for i in range(count)]


def varied(text: str, by: int) -> str:
    """The text with every small number raised: the same grammar, other words."""
    return re.sub(r"\b[1-9]\d?\b(?!\s*[A-Z:])", lambda m: str(int(m[0]) + by), text)


def report_of(text: str) -> Report:
    """A report without headers but the language and a day."""
    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    known = {"language": "en", "published": "2025-03-14"}
    return Report(digest, "a.txt", text, digest, "text/plain", len(text), **known)


def beside_the_bare_pipeline(sample: list[str]) -> None:
    """Words a second of both, in one run, on the same words."""
    words = sum(len(text.split()) for text in sample)
    bare = model.load()
    read(report_of(sample[0]))
    start = time.perf_counter()
    for text in sample:
        bare(text)
    middle = time.perf_counter()
    claims = sum(len(read(report_of(text)).claims) for text in sample)
    end = time.perf_counter()
    print(f"{words:,} words, {claims:,} claims")
    print(f"bare pipeline {words / (middle - start):9,.0f} words/s")
    print(f"read          {words / (end - middle):9,.0f} words/s")
    print(f"read is {(middle - start) / (end - middle):.2f} times as fast\n")


def read_all(count: int) -> tuple[float, int, float]:
    """Read that many reports: seconds, words, peak memory of the process in MB."""
    sample = texts(count)
    read(report_of(sample[0]))
    start = time.perf_counter()
    for text in sample:
        read(report_of(text))
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return seconds, sum(len(text.split()) for text in sample), peak


if __name__ == "__main__":
    main()
