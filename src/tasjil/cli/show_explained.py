"""Why two records are one person or two, and a person's history, in a terminal."""

from typing import Any

from tasjil.cli.terminal import line, say
from tasjil.journey.linking.explaining import Compared, Evidence, Explained, History
from tasjil.link.review.answers import TAKEN_BACK
from tasjil.model.judgement import Judgement


def show_explained(told: Explained) -> None:
    """Print both records, what speaks for and against, and what people said."""
    for each in (told.one, told.other):
        _show_evidence(each)
    held = (
        "They are held to be one person."
        if told.together
        else ("They are held to be two persons.")
    )
    line(held)
    for reason in told.reasons.lines():
        line(f"  {reason}")
    if told.compared is None:
        line(f"  {_not_compared(told)}")
    if told.path:
        line("What leads from one to the other:")
        for step in told.path:
            line(f"  {_step(step)}")
    if told.words:
        line("What people said of the two:")
        for word in told.words:
            line(f"  {_word(word)}")


def _show_evidence(each: Evidence) -> None:
    told = each.told
    facts = (told.name, told.age and told.age.text, told.died)
    places = [where.name or where.text for where in told.where]
    spoken = ", ".join(str(fact) for fact in (*facts, *places) if fact)
    line(f"{told.record} ({each.person}): {spoken or 'tells nothing'}")
    if each.passage is not None:
        line(f"  in its report: {each.passage}")


def _not_compared(told: Explained) -> str:
    if not told.is_kept:
        return (
            "The pairs went with a list or report that was erased; `tasjil link CASE` "
            "makes them again."
        )
    return "The two were not compared, or came out so far apart that it is not kept."


def _step(step: Compared) -> str:
    return f"{step.one} and {step.other}: {100 * step.probability:.1f} %"


def _word(word: Judgement) -> str:
    verdict = str(word.verdict)
    because = word.because
    if because.startswith(TAKEN_BACK):
        verdict, because = "taken back", because.removeprefix(f"{TAKEN_BACK}: ")
    return f"{word.at[:10]} {word.by}: {verdict}, because {because}"


def explained_json(told: Explained) -> dict[str, Any]:
    """Put it into plain JSON."""
    return {
        "one": told.one.told.record,
        "other": told.other.told.record,
        "together": told.together,
        "weight": None if told.compared is None else told.compared.weight,
        "probability": None if told.compared is None else told.compared.probability,
        "reasons": [
            {"said": each.said.en, "bits": each.bits} for each in told.reasons.reasons
        ],
        "path": [
            {"one": each.one, "other": each.other, "probability": each.probability}
            for each in told.path
        ],
        "words": [_plain(each) for each in told.words],
    }


def _plain(word: Judgement) -> dict[str, str]:
    return {
        "one": word.one,
        "other": word.other,
        "verdict": str(word.verdict),
        "by": word.by,
        "at": word.at,
        "because": word.because,
    }


def show_history(told: History) -> None:
    """Print whose records are a person's, and how they came there."""
    if told.records:
        line(f"{told.person}: {', '.join(told.records)}")
    else:
        line(f"{told.person} names nobody now.")
    for each in told.moves:
        if each.person == "":
            what = f"{each.record} is there no more; it told of {each.was}"
        else:
            what = f"{each.record} came from {each.was} to {each.person}"
        line(f"  {each.at[:10]} {what}")
    for word in told.words:
        line(f"  {word.one} and {word.other}: {_word(word)}")
    if not told.moves:
        say("No record ever came to this person from another, or left.")


def history_json(told: History) -> dict[str, Any]:
    """Put it into plain JSON."""
    return {
        "person": told.person,
        "records": list(told.records),
        "moves": [
            {"at": each.at, "record": each.record, "was": each.was, "is": each.person}
            for each in told.moves
        ],
        "words": [_plain(each) for each in told.words],
    }
