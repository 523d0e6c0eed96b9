"""From drafts to claims: what one telling leaves out is filled in from the others."""

import hashlib
from collections.abc import Sequence

from tasjil.model.claim import Claim, When
from tasjil.model.ids import ClaimId
from tasjil.model.report import Passage, Report
from tasjil.read.drafts.draft import Draft, Span
from tasjil.read.drafts.outer_places import leave_out_outer_places
from tasjil.read.drafts.places_told import Surroundings, carry_places
from tasjil.read.drafts.same_period import give_same_period
from tasjil.read.drafts.setting import give_setting
from tasjil.read.drafts.spreading import spread
from tasjil.read.drafts.wide_totals import raise_wide_numbers

_NOWHERE = Surroundings()


def assemble(
    report: Report,
    drafts: Sequence[Draft],
    reader: str,
    around: Surroundings = _NOWHERE,
) -> list[Claim]:
    """The claims of one report, in the order of its words.

    Args:
        report: The report.
        drafts: What was read of it, told apart into groups.
        reader: Who read it: "english/1".
        around: Where harm can have happened whose words do not say.
    """
    raise_wide_numbers(drafts)
    give_same_period(drafts, around.sentences)
    _share_times_and_places(drafts)
    give_setting(drafts, around.only)
    carry_places(drafts, around)
    spread(drafts)
    leave_out_outer_places(drafts)
    seen: dict[str, int] = {}
    return [_claim(report, draft, reader, seen) for draft in drafts]


def _share_times_and_places(drafts: Sequence[Draft]) -> None:
    """Give a telling without time or place those of another of the same people."""
    times: dict[str, tuple[When, Span]] = {}
    places: dict[str, Draft] = {}
    for draft in drafts:
        if draft.when.text and "when" in draft.spans:
            times.setdefault(draft.group, (draft.when, draft.spans["when"]))
        if draft.where:
            places.setdefault(draft.group, draft)
    for draft in drafts:
        time = times.get(draft.group) or times.get(draft.part_of or "")
        if draft.when.text is None and time is not None:
            draft.when, draft.spans["when"] = time
        place = places.get(draft.group) or places.get(draft.part_of or "")
        if not draft.where and place is not None:
            draft.where = place.where
            told = {k: v for k, v in place.spans.items() if k.startswith("where")}
            draft.spans.update(told)


def _claim(report: Report, draft: Draft, reader: str, seen: dict[str, int]) -> Claim:
    """One claim; its id stays the same for the same words read the same way."""
    start, end = draft.passage
    passage = Passage.of(report.text, start, end)
    # Not the reader nor the group: a newer reader gives the same words the same id, so
    # that what a person judged is not proposed again beside itself.
    whom = draft.victims.text or ""
    key = "\x1f".join((report.id, str(start), passage.quote, draft.act, whom))
    seen[key] = seen.get(key, 0) + 1
    digest = hashlib.sha256(f"{key}\x1f{seen[key]}".encode()).hexdigest()
    return Claim(
        id=ClaimId(f"c-{digest[:20]}"),
        report=report.id,
        act=draft.act,
        level=draft.level,
        passage=passage,
        reader=reader,
        group=draft.group,
        part_of=draft.part_of,
        quantity=draft.quantity,
        victims=draft.victims,
        when=draft.when,
        where=draft.where,
        cause=draft.cause,
        perpetrator=draft.perpetrator,
        attribution=draft.attribution,
        stance=draft.stance,
        background=draft.background,
        spans=draft.spans,
    )
