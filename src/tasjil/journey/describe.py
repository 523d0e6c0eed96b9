"""A person confirms or corrects where a report comes from."""

from datetime import UTC, datetime

from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.model.ids import ReportId
from tasjil.register.described import Headers


def describe_report(
    case: Case, key: Key, report: ReportId, headers: Headers, because: str
) -> None:
    """Keep what a person says of a report's publisher, date, language or title.

    Raises:
        NotInRegister: There is no such report.
        NotAllowed: This user may not.
        BadValue: A header cannot be, or there is no reason.
    """
    with open_register(case, key) as register:
        register.describe(report, headers, because=because, at=datetime.now(UTC))
