"""The columns of a list in a form: what each is taken for, to be confirmed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict
from markupsafe import Markup

from tasjil.errors import BadValue
from tasjil.link.lists.cleaning import ColumnAccount
from tasjil.link.lists.columns.columns import Column
from tasjil.link.lists.columns.meaning import ColumnMeaning
from tasjil.publish.outside import told
from tasjil.web.page.request import DeskRequest

CLEAN = {"yes": True, "no": False, "find out": None}
"""How a form says whether nobody stands on a list twice."""


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """One column: its header, what it is taken for, and why.

    Attributes:
        nth: Its place, by which the form calls it: a header may hold anything.
        samples: Some of its cells.
        read: How many of its cells could be read; None where it is not compared.
    """

    nth: int
    header: Markup
    meaning: ColumnMeaning
    because: Markup
    sure: str
    samples: tuple[Markup, ...]
    read: Markup | None
    all_read: bool


def shown(
    request: DeskRequest,
    columns: Iterable[Column],
    account: Mapping[str, ColumnAccount],
    samples: Mapping[str, tuple[str, ...]],
) -> tuple[ColumnShown, ...]:
    """Put columns into words."""
    return tuple(
        _one(request, nth, each, account.get(each.header), samples.get(each.header, ()))
        for nth, each in enumerate(columns)
    )


def _one(
    request: DeskRequest,
    nth: int,
    column: Column,
    account: ColumnAccount | None,
    samples: tuple[str, ...],
) -> ColumnShown:
    t = request.t
    read = None
    if account is not None:
        read = t("lists.read_of", read=account.read, filled=account.filled)
    return ColumnShown(
        nth,
        told(column.header) if column.header.strip() else t("lists.no_header"),
        column.meaning,
        t(f"lists.because.{column.because}"),
        f"{100 * column.confidence:.0f}",
        tuple(map(told, samples)),
        read,
        account is None or not account.unread,
    )


def choices(request: DeskRequest) -> tuple[tuple[str, Markup], ...]:
    """Give every meaning a column can have, in words."""
    return tuple((m.value, request.t(f"lists.means.{m.name}")) for m in ColumnMeaning)


def told_in(form: QueryDict, headers: Iterable[str]) -> dict[str, ColumnMeaning]:
    """Read what somebody says of each column.

    Raises:
        BadValue: It is no meaning.
    """
    found = {}
    for nth, header in enumerate(headers):
        value = form.get(f"column-{nth}")
        if value is None:
            continue
        try:
            found[header] = ColumnMeaning(value)
        except ValueError:
            raise BadValue(
                "expected one of the meanings that the form offers, found another; go "
                "back and choose one of them"
            ) from None
    return found


def clean_in(form: QueryDict) -> bool | None:
    """Read whether nobody stands on the list twice; None to find out."""
    return CLEAN.get(form.get("clean", ""))
