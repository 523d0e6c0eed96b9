"""Runs the program on a world, in memory: read, link, assess, count, reconcile."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from invented.answer import Answer
from invented.asking import Question, questions
from invented.folder import truth_of, write
from invented.linked import persons_of
from invented.perfect import perfect_claims
from invented.scoring import match
from invented.story import Story
from invented.world import ACTS
from tasjil.capture.door import Captured, capture_all
from tasjil.count.placebook import PlaceBook
from tasjil.count.reconcile import reconcile, totals
from tasjil.count.reconcile.differences import differences
from tasjil.count.tally import tally
from tasjil.journey.case import Case, open_case
from tasjil.journey.count import Counted, Held, count_held
from tasjil.journey.progress import Silence
from tasjil.journey.read_files import read_files
from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId
from tasjil.model.json import to_json
from tasjil.model.persons import Status
from tasjil.model.report import Report
from tasjil.model.scope import Scope
from tasjil.model.tally import Tally


def answer_of(story: Story, *, perfect: bool = False, linked: bool = False) -> Answer:
    """Answer a world as the program does, from the words of its reports on.

    Args:
        story: The world.
        perfect: True for claims as the truth has them, so that whatever goes wrong is
            no fault of reading.
        linked: True to have the world's lists and names linked too.
    """
    with TemporaryDirectory() as folder:
        write(story, Path(folder))
        case = open_case(Path(folder))
        files = [Path(folder) / "reports"]
        if perfect:
            reports = [r.report for r in capture_all(files) if isinstance(r, Captured)]
            claims = list(perfect_claims(story, reports))
        else:
            read = list(read_files(files, case, Silence()))
            reports = [each.report for each in read if each.report is not None]
            claims = [claim for each in read for claim in each.claims]
        answer = answer_from(story, case, reports, claims)
        if not linked:
            return answer
        return replace(answer, persons=persons_of(case, Path(folder), reports, claims))


def answer_from(
    story: Story, case: Case, reports: Sequence[Report], claims: Sequence[Claim]
) -> Answer:
    """Answer a world from claims, however they were read."""
    by_id = {each.id: each for each in reports}
    whole = count_held(case, Held({each.id: each for each in claims}, {}, by_id))
    tallies = {each.key: _tally(case, each, whole) for each in questions(story)}
    told = tuple(_claim(each, by_id) for each in claims)
    plain = {key: to_json(each) for key, each in tallies.items()}
    pairs = _pairs(story, told)
    return Answer(told, plain, _reconciled(case, whole, pairs))


def _tally(case: Case, question: Question, whole: Counted) -> Tally:
    scope = scope_of(case, question)
    places = {place.id: place for place in case.places}
    return tally(scope, case.codebook, whole.incidents, whole.evidence, places)


def scope_of(case: Case, question: Question) -> Scope:
    """Put a question as the case would put it in case.toml."""
    asked = question.asked
    statuses = tuple(Status) if asked.status is None else (Status(asked.status),)
    days = asked.days
    return replace(
        case.scope,
        acts=tuple(Act(act) for act in ACTS),
        edtf=None if days is None else f"{days[0]}/{days[1]}",
        where=asked.where,
        statuses=statuses,
    )


def _claim(claim: Claim, reports: dict[Any, Report]) -> dict[str, Any]:
    plain: dict[str, Any] = to_json(claim)
    return {**plain, "report": reports[claim.report].name.rsplit("/", 1)[-1]}


def _pairs(
    story: Story, claims: Sequence[dict[str, Any]]
) -> list[tuple[ClaimId, ClaimId]]:
    """Give the claims of the pairs that the truth has chosen, where both were read."""
    truth = truth_of(story)
    matched = match(truth["statements"], claims)
    ends = [(matched.get(each["a"]), matched.get(each["b"])) for each in truth["pairs"]]
    return [(ClaimId(a), ClaimId(b)) for a, b in ends if a and b]


def _reconciled(
    case: Case, whole: Counted, pairs: Iterable[tuple[ClaimId, ClaimId]]
) -> dict[str, Any]:
    """Reconcile the totals, and say why those of each pair differ."""
    places = {place.id: place for place in case.places}
    relays = {each.id: each.relays for each in case.sources}
    evidence = whole.evidence
    plain: dict[str, Any] = to_json(
        reconcile(case.scope, whole.tally, evidence, places, relays)
    )
    book = PlaceBook.of(evidence.claims.values(), places)
    stated = totals(whole.tally, evidence, book, relays)
    found = differences(stated, evidence, book, pairs)
    return {**plain, "differences": [to_json(each) for each in found]}
