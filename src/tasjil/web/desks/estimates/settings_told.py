"""How an estimate was asked for, in words."""

from collections.abc import Iterator

from markupsafe import Markup

from tasjil.journey.estimating.wanted import Wanted
from tasjil.publish.outside import told
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice


def settings_told(
    request: DeskRequest, wanted: Wanted
) -> tuple[tuple[Markup, Markup], ...]:
    """Give each setting by its name; limits only where somebody set them otherwise."""
    return tuple(_told(request, wanted))


def _told(request: DeskRequest, wanted: Wanted) -> Iterator[tuple[Markup, Markup]]:
    t, say, settings = request.t, voice(request), wanted.settings
    methods = say.listed(t(f"estimates.method_{e.value}") for e in settings.methods)
    yield t("estimates.methods"), methods or t("estimates.all_methods")
    yield t("estimates.draws"), Markup(str(wanted.draws))
    yield t("estimates.seed"), Markup('<bdi dir="ltr">{}</bdi>').format(settings.seed)
    if settings.by:
        by = say.listed(t(f"estimates.by_{each}") for each in settings.by)
        yield t("estimates.strata"), by
    if wanted.lists:
        yield t("estimates.only"), say.listed(map(told, wanted.lists))
    if wanted.without:
        yield t("estimates.without"), say.listed(map(told, wanted.without))
    if wanted.reports:
        yield t("estimates.reports"), t("estimates.yes")
    for name, value in settings.limits.changed().items():
        words = Markup('<bdi dir="ltr">{} = {}</bdi>').format(name, value)
        yield t("estimates.limit"), words
