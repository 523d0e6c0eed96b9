"""Where a report comes from, as a person confirms or corrects it."""

from tasjil.errors import BadValue
from tasjil.journey.describe import describe_report
from tasjil.journey.jobs.asking import ask_job, may_ask
from tasjil.model.ids import ReportId
from tasjil.register.described import HEADERS
from tasjil.web.page.request import DeskRequest, tell

LANGUAGES = ("ar", "en", "fr", "ku", "tr", "fa", "he", "ru", "uk", "es", "de")
"""Languages that a form offers; a reader may know fewer."""


def say_origin(request: DeskRequest, report: ReportId) -> None:
    """Keep what a form says of a report's origin, and have it read anew.

    What the form leaves out stays; what it holds empty is said to be not known.
    """
    form = request.POST.dict()
    headers = {
        name: str(form[name]).strip() or None for name in HEADERS if name in form
    }
    because = str(form.get("because", "")).strip()
    try:
        describe_report(
            request.case,
            request.seat,
            report,
            headers,
            because or str(request.t("inbox.confirm_because")),
        )
    except BadValue as refused:
        tell(request, str(refused))
        return
    if may_ask(request.seat, "read"):
        ask_job(request.seat, "read")
    tell(request, str(request.t("inbox.confirmed")))
