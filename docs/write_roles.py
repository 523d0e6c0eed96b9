"""Writes who may do what into docs/decisions/roles.md, from the program's table."""

from pathlib import Path

from tasjil.model.users import Role
from tasjil.register.deeds import TWO_PEOPLE, Deed
from tasjil.register.permissions import ALONE, TABLE, Leave

PAGE = Path(__file__).parent / "decisions" / "roles.md"
BEGIN, END = "<!-- table -->\n", "<!-- end of table -->\n"
SHOWN = {Leave.YES: "yes", Leave.OWN: "own", Leave.NO: ""}


def table() -> str:
    """Give the table: a row for each deed, a column for each role."""
    rows = [("", *map(str, Role), "in own-records mode, at most")]
    rows += [
        (
            deed.definition + (" **(two people)**" if deed in TWO_PEOPLE else ""),
            *(SHOWN[leave] for leave in TABLE[deed]),
            SHOWN[ALONE[deed]],
        )
        for deed in Deed
    ]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]) + "\n"


def page() -> str:
    """Give the page with the table as the program has it now."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    return f"{before}{BEGIN}{table()}{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
