"""Sentences with gaps, so that what is said in English can be said in Arabic too."""

import re
from enum import StrEnum

_GAP = re.compile(r"\{\w+\}")


class Spoken(StrEnum):
    """A table of sentences; the gaps are those of the site's Arabic sentences.

    `{name}` is a source or a place, `{list}` places or numbers joined by ` + `, `{n}` a
    number, `{date}` an EDTF date, `{who}` words for victims from a table, `{status}` a
    status, and `{words}` words of a report.
    """

    def say(self, *values: object) -> str:
        """Fill the gaps in order; whole numbers get their thousands apart.

        Raises:
            IndexError: There are fewer values than gaps.
        """
        waiting = list(values)
        said = _GAP.sub(lambda _: _plain(waiting.pop(0)), self.value)
        if waiting:
            raise IndexError(f"expected a gap for each value, {len(waiting)} are left")
        return said


def _plain(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)
