"""Times reading beside spaCy's bare pipeline on the same words, and how it grows.

    python benchmarks/reading.py [SIZE...] [--news FOLDER]

The words are the reports of the cases and the gold in this repository, repeated with
other numbers so that nothing is read from a memory of earlier text. Nearly every
sentence of theirs tells of harm; in a newspaper few do. `--news` takes a folder of .txt
files of your own to see what that means. Peak memory is of the process that reads.
"""

import argparse
import hashlib
import re
import resource
import time
import tomllib
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tasjil.model.report import Report
from tasjil.read.english.text.parser import model
from tasjil.read.many import read_many

ROOT = Path(__file__).parents[1]
SIZES = (100, 1_000, 10_000)


def main() -> None:
    """Print the ratio to the bare pipeline for each kind, then a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, metavar="SIZE")
    parser.add_argument("--news", type=Path, metavar="FOLDER")
    asked = parser.parse_args()
    print(f"{'one core':28} {'words':>8} {'read w/s':>9} {'bare w/s':>9} {'ratio':>6}")
    beside("English, our reports", english(), "en")
    if asked.news is not None:
        beside("English, your folder", news(asked.news), "en")
    beside("Arabic, our gold", gold("arabic"), "ar")
    print()
    print(
        f"{'reports':>8} {'cores':>5} {'seconds':>8} {'ms each':>8} {'words/s':>9} "
        f"{'peak MB':>8}"
    )
    for size in asked.sizes or SIZES:
        for cores in (1, None):
            with ProcessPoolExecutor(1, get_context("spawn")) as one:
                row(size, cores, one.submit(read_all, size, cores).result())


def english() -> list[str]:
    """The English reports of the cases and of the gold that may be tuned on."""
    bodies = [
        body.split("---", 2)[-1].strip()
        for path in sorted((ROOT / "cases").glob("*/reports/**/*.md"))
        if "\nlanguage: ar" not in (body := path.read_text(encoding="utf-8"))
    ]
    return [*bodies, *gold("english")]


def gold(language: str) -> list[str]:
    """The texts of the gold that may be tuned on."""
    folder = ROOT / "tests" / "gold" / language / "tune"
    read = (tomllib.loads(p.read_text("utf-8")) for p in sorted(folder.glob("*.toml")))
    return [each["text"] for each in read]


def news(folder: Path) -> list[str]:
    """The texts of a folder."""
    found = [p.read_text("utf-8", "replace") for p in sorted(folder.rglob("*.txt"))]
    if not found:
        raise SystemExit(f"expected .txt files in {folder}, found none")
    return found


def varied(text: str, by: int) -> str:
    """The text with every small number raised: the same grammar, other words."""
    return re.sub(r"\b[1-9]\d?\b(?!\s*[A-Z:])", lambda m: str(int(m[0]) + by), text)


def reports_of(texts: Sequence[str], count: int, language: str) -> list[Report]:
    """That many reports, with numbers of their own."""
    return [
        report_of(varied(texts[i % len(texts)], i // len(texts)), language)
        for i in range(count)
    ]


def report_of(text: str, language: str) -> Report:
    """A report without headers but the language and a day."""
    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    known = {"language": language, "published": "2025-03-14"}
    return Report(digest, "a.txt", text, digest, "text/plain", len(text), **known)


def beside(what: str, texts: Sequence[str], language: str) -> None:
    """Words a second of a core, ours and for English the bare pipeline's, in turns."""
    reports = reports_of(texts, max(100, len(texts)), language)
    words = sum(len(r.text.split()) for r in reports)
    list(read_many(reports[:2], cores=1))
    bare = model.load()
    best = {"read": 1e9, "bare": 1e9}
    for _ in range(3):
        start = time.process_time()
        list(read_many(reports, cores=1))
        middle = time.process_time()
        if language == "en":
            list(bare.pipe([r.text for r in reports], batch_size=64))
        end = time.process_time()
        best["read"] = min(best["read"], middle - start)
        best["bare"] = min(best["bare"], end - middle)
    told = f"{what:28} {words:8,} {words / best['read']:9,.0f}"
    if language == "en":
        told += f" {words / best['bare']:9,.0f} {best['bare'] / best['read']:6.2f}"
    print(told)


def row(size: int, cores: int | None, took: tuple[float, int, float]) -> None:
    """One line: how long so many reports took, and the memory of a process."""
    seconds, words, peak = took
    each = 1000 * seconds / size
    used = "all" if cores is None else str(cores)
    print(
        f"{size:8,} {used:>5} {seconds:8.1f} {each:8.2f} {words / seconds:9,.0f} "
        f"{peak:8.0f}"
    )


def read_all(count: int, cores: int | None) -> tuple[float, int, float]:
    """Read that many reports: seconds, words, peak memory of the largest process."""
    sample = reports_of(english(), count, "en")
    list(read_many(sample[:2], cores=1))
    start = time.perf_counter()
    for _ in read_many(sample, cores=cores):
        pass
    seconds = time.perf_counter() - start
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    helping = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    words = sum(len(r.text.split()) for r in sample)
    return seconds, words, max(own, helping) / 1024


if __name__ == "__main__":
    main()
