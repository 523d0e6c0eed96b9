"""`tasjil link`: which records of lists, and which names in reports, are one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tasjil.cli import link_case, link_lists
from tasjil.cli import link_options as of
from tasjil.cli.arguments import As, Json
from tasjil.cli.link_asked import Asked, AtDesk
from tasjil.cli.unlock import key_for
from tasjil.errors import BadValue
from tasjil.journey.case import Case, open_case
from tasjil.journey.opening import Key


@dataclass(frozen=True, slots=True)
class Word:
    """What a person says, or wants to know, of two records or of a person."""

    judge: tuple[str, str, str] | None
    explain: tuple[str, str] | None
    undo: bool
    pair: tuple[str, str] | None
    history: str | None
    because: str | None
    as_json: bool

    @property
    def asked(self) -> int:
        """How many of these were asked at once."""
        told = (self.judge, self.explain, self.history)
        return sum(each is not None for each in told) + self.undo

    def say_of(self, case: Case, key: Key) -> int:
        """Do what was asked, in a case."""
        if self.judge is not None:
            return link_case.judge(case, key, self.judge, self.because, self.as_json)
        if self.explain is not None:
            return link_case.explain(case, key, self.explain, self.as_json)
        if self.history is not None:
            return link_case.history(case, key, self.history, self.as_json)
        return link_case.undo(case, key, self.pair, self.because, self.as_json)


def link(  # noqa: PLR0913 - each option of the command is one
    targets: of.Targets,
    overlaps: of.Overlaps = None,
    draws: of.Draws = 0,
    seed: of.Seed = 1,
    model: of.ModelFile = None,
    judge: of.Judge = None,
    because: of.Why = None,
    explain: of.Explain = None,
    undo: of.Undo = False,
    pair: of.Pair = None,
    history: of.HistoryOf = None,
    review: of.Review = False,
    questions: of.Questions = 0,
    arabic: of.Arabic = False,
    judgements: of.Judgements = None,
    memory: of.Memory = None,
    spill: of.Spill = None,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Link records of lists that tell of one person, in a case or outside any.

    For a case, the names in its reports are linked too, what people said goes before,
    and the outcome is kept: `tasjil build` does the same. For lists alone nothing is
    kept. With --json one line a record says whom it tells of, how certain that is, and
    whether a person should look.
    """
    asked = Asked(overlaps, draws, seed, model, as_json, judgements, memory, spill)
    at_desk = AtDesk(questions, arabic) if review or questions else None
    word = Word(judge, explain, undo, pair, history, because, as_json)
    if word.asked + (at_desk is not None) > 1:
        raise BadValue(
            "expected one of --judge, --explain, --undo, --history, --review and "
            "--questions, found several; take them one after the other"
        )
    if _is_case(targets):
        if judgements is not None:
            raise BadValue(
                "expected --judgements with lists alone, found a case folder: its "
                "register keeps what people say; leave the option out"
            )
        case = open_case(targets[0])
        key = key_for(case, user)
        if at_desk is not None:
            return link_case.review_case(case, key, at_desk)
        if word.asked:
            return word.say_of(case, key)
        return link_case.link_case(case, key, asked)
    if word.asked:
        raise BadValue(
            "expected a case folder, whose register keeps what people say, found "
            "lists; `tasjil new CASE` makes one"
        )
    if at_desk is not None:
        return link_lists.review_lists(targets, asked, at_desk, user)
    return link_lists.link_lists(targets, asked)


def _is_case(targets: Sequence[Path]) -> bool:
    folders = [each for each in targets if each.is_dir()]
    if folders and len(targets) > 1:
        raise BadValue(
            "expected one case folder, or lists alone, found a folder among others; "
            "name the lists in it one by one"
        )
    return bool(folders)
