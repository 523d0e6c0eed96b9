"""Who did it, where another sentence says so than the one that tells of the harm."""

from collections.abc import Sequence

from tasjil.model.acts import Level, PerpetratorStance, Stance
from tasjil.model.claim import Perpetrator
from tasjil.model.report import Report
from tasjil.model.sources import SourceKind
from tasjil.read.arabic.tellers.cues import cues
from tasjil.read.arabic.tellers.perpetrators import doers, span_of
from tasjil.read.arabic.text.sentences import is_item
from tasjil.read.drafts.draft import Draft, Span
from tasjil.read.sentence import Sentence

_BEFORE = 2
_AFTER = 6
_LONG_BEFORE = 40
_FIRM = frozenset({PerpetratorStance.NAMED, PerpetratorStance.ALLEGED})
_SIDES = frozenset({SourceKind.GOVERNMENT, SourceKind.SECURITY, SourceKind.PARTY})
Blamed = tuple[Perpetrator, Span]


def lay_blame(
    report: Report,
    drafts: Sequence[Draft],
    sentences: Sequence[Sentence],
    *,
    one_voice: bool,
) -> None:
    """Give those told of in other sentences to people whose own names nobody.

    Args:
        report: The report, for its words.
        drafts: Its drafts, already in groups.
        sentences: Its sentences.
        one_voice: True for testimony: those who came stay in it to its end.
    """
    _share(drafts)
    told = {s.index: _told_in(report, s) for s in sentences}
    known = {s.index: s for s in sentences}
    paragraphs = {s.index: s.paragraph for s in sentences}
    places: dict[int, list[Draft]] = {}
    for draft in drafts:
        places.setdefault(draft.sentence, []).append(draft)
    for index, blamed in told.items():
        for each in blamed:
            used = any(d.perpetrator.text for d in places.get(index, []))
            if each[0].stance not in _FIRM and not used:
                _give_back(places, index, each)
    for draft in drafts:
        item = is_item(known[draft.sentence])
        if draft.perpetrator.text is None and _may_follow(draft) and not item:
            found = _before(draft, told, paragraphs, one_voice=one_voice)
            if found is not None:
                _give(draft, found)
    _share(drafts)


def _told_in(report: Report, sentence: Sentence) -> list[Blamed]:
    """Those who are told to have done something in a sentence, with their words."""
    line, _ = cues(sentence.text)
    found = []
    for doer in doers(line):
        span = sentence.span(*span_of(line, doer))
        text = " ".join(report.text[slice(*span)].split())
        found.append((Perpetrator(text, doer.stance), span))
    return found


def _give_back(places: dict[int, list[Draft]], index: int, blamed: Blamed) -> None:
    """Who claims, denies or is accused of it goes to the people told of before."""
    near = range(max(index - _AFTER, 0), index + 1)
    before = [d for k in near for d in places.get(k, []) if not d.background]
    fatal = [d for d in before if d.fatal]
    if not fatal:
        return
    group = fatal[-1].part_of or fatal[-1].group
    whole = blamed[0].stance is PerpetratorStance.CLAIMED
    for draft in before:
        event = draft.group == group or (whole and _may_follow(draft))
        if event and draft.perpetrator.text is None:
            _give(draft, blamed)


def _may_follow(draft: Draft) -> bool:
    """False for totals: they hold what many did."""
    return draft.level is not Level.AGGREGATE


def _before(
    draft: Draft,
    told: dict[int, list[Blamed]],
    paragraphs: dict[int, int],
    *,
    one_voice: bool,
) -> Blamed | None:
    """Who did something in the sentences right before, of the same paragraph."""
    reach = min(draft.sentence, _LONG_BEFORE) if one_voice else _BEFORE
    for back in range(1, reach + 1):
        index = draft.sentence - back
        here = paragraphs.get(index) == paragraphs.get(draft.sentence)
        if index not in told or not (here or one_voice):
            return None
        firm = [b for b in told[index] if b[0].stance in _FIRM]
        if firm:
            return firm[-1]
    return None


def _share(drafts: Sequence[Draft]) -> None:
    """Those told of once for a group are told of for all of it, and for its parts."""
    known: dict[str, Draft] = {}
    for draft in drafts:
        if draft.perpetrator.text is not None:
            known.setdefault(draft.group, draft)
    for _ in range(2):
        for draft in drafts:
            other = known.get(draft.group) or known.get(draft.part_of or "")
            if draft.perpetrator.text is None and other and _may_share(other, draft):
                _give(draft, (other.perpetrator, other.spans["perpetrator"]))
                known.setdefault(draft.group, draft)


def _may_share(other: Draft, draft: Draft) -> bool:
    """False for one who denies it, and for an official who tells it differently."""
    if draft.stance is Stance.DENIED and other.stance is not Stance.DENIED:
        return False
    claimed = other.perpetrator.stance is PerpetratorStance.CLAIMED
    if claimed or not draft.attribution:
        return True
    first = draft.attribution[0]
    return first.kind not in _SIDES or first.text in {t.text for t in other.attribution}


def _give(draft: Draft, blamed: Blamed) -> None:
    """Write those blamed into a draft."""
    draft.perpetrator, draft.spans["perpetrator"] = blamed
