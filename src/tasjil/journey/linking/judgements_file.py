"""A file of what people said of pairs of records, for lists that are in no case.

It is a table that a spreadsheet opens: one, other, verdict, by, at, because. It holds
ids of records and verdicts, and nobody's name, unless somebody writes one into a
reason. It only grows: a word that is taken back stays, and another follows it.
"""

import csv
import io
import os
from collections.abc import Iterator
from pathlib import Path

from tasjil.errors import BadJudgements, BadValue
from tasjil.model.ids import UserId
from tasjil.model.judgement import Judgement, PairKind, Verdict

COLUMNS = ("one", "other", "verdict", "by", "at", "because")
_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t")
"""What a spreadsheet would take for a formula at the beginning of a cell."""


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """Read what people said, oldest first; no file yet is nothing said.

    Raises:
        BadJudgements: A row cannot be read: which, and why. No word is repeated.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as wrong:
        raise BadJudgements(
            f"{path.name}: expected a file of judgements as UTF-8, found one that "
            f"cannot be read ({type(wrong).__name__}); save it as CSV UTF-8"
        ) from None
    return tuple(_rows(path.name, text))


def _rows(name: str, text: str) -> Iterator[Judgement]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    missing = [each for each in COLUMNS if each not in (rows.fieldnames or ())]
    if text.strip() and missing:
        raise BadJudgements(
            f"{name}: expected the columns {', '.join(COLUMNS)}, found none called "
            f"{', '.join(missing)}; name a file that `tasjil link --review` made, or a "
            "new one"
        )
    for row in rows:
        yield _judgement(name, rows.line_num, row)


def _judgement(name: str, line: int, row: dict[str, str | None]) -> Judgement:
    told = {key: (row.get(key) or "").strip() for key in COLUMNS}
    try:
        verdict = Verdict(told["verdict"])
    except ValueError:
        raise BadJudgements(
            f"{name}, line {line}: expected same, different or cannot tell as the "
            "verdict, found another word; correct it"
        ) from None
    pair = (_plain(told["one"]), _plain(told["other"]))
    try:
        return Judgement(
            PairKind.RECORDS,
            *pair,
            verdict,
            UserId(told["by"]),
            told["at"],
            _plain(told["because"]),
        )
    except BadValue as wrong:
        raise BadJudgements(f"{name}, line {line}: {wrong}") from None


def append_judgement(path: Path, word: Judgement) -> None:
    """Write one word behind the others, and see that it is on the disk.

    Raises:
        BadJudgements: The file cannot be written.
    """
    cells = (word.one, word.other, str(word.verdict), word.by, word.at, word.because)
    line = io.StringIO(newline="")
    writer = csv.writer(line, lineterminator="\n")
    try:
        with path.open("a+", encoding="utf-8", newline="") as file:
            if _is_empty(file):
                line.write(_MARK)
                writer.writerow(COLUMNS)
            elif not _ends_a_line(path):
                line.write("\n")  # a word that was cut off keeps to its own line
            writer.writerow(map(_no_formula, cells))
            file.write(line.getvalue())
            file.flush()
            os.fsync(file.fileno())
    except OSError as wrong:
        raise BadJudgements(
            f"{path.name}: expected a file that can be written, found that it cannot "
            f"({wrong.strerror}); the last answer was not kept. Free it, or name "
            "another with --judgements"
        ) from None


def _is_empty(file: io.TextIOWrapper) -> bool:
    return file.seek(0, io.SEEK_END) == 0


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, io.SEEK_END)
        return file.read(1) == b"\n"


def _no_formula(cell: str) -> str:
    """Keep a spreadsheet from running what somebody wrote.

    Example:
        >>> _no_formula("=1+1"), _plain(_no_formula("=1+1"))
        ("'=1+1", '=1+1')
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    marked = cell.startswith("'") and cell[1:].startswith(_FORMULA)
    return cell[1:] if marked else cell
