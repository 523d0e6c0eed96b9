"""Scores an answer to a world against what is true."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from invented.answer import Answer, Json, row_truth
from invented.asking import Question, questions
from invented.folder import truth_of
from invented.linking import score_linking
from invented.scores import Scores
from invented.story import Story
from invented.world import Asked


def score(story: Story, answer: Answer) -> Scores:
    """Hold an answer against the truth of its world."""
    scores = Scores()
    truth = truth_of(story)
    claims = {each["id"]: each for each in answer.claims}
    matched = match(truth["statements"], answer.claims)
    _score_reading(truth, matched, scores)
    _score_tellers(truth, matched, answer, scores)
    for question in questions(story):
        _score_tally(question, answer.tallies.get(question.key), scores)
    for tally in list(answer.tallies.values())[:1]:
        _score_rows(story, tally, scores)
    found = answer.reconciliation or {}
    if found:
        _score_range(story, found, scores)
    _score_slips(truth, claims, found, scores)
    _score_pairs(truth, matched, answer, scores)
    if answer.persons is not None:
        score_linking(story, answer.persons, scores)
    return scores


def match(statements: Iterable[Json], claims: Iterable[Json]) -> dict[str, str]:
    """Find for each statement the claim that reads it: same report, act and number.

    Returns:
        Claim ids by statement id. A claim is given once; parts go to parts first.
    """
    free: dict[tuple[str, str], list[Json]] = {}
    for claim in claims:
        free.setdefault((claim["report"], claim["act"]), []).append(claim)
    found: dict[str, str] = {}
    for said in statements:
        near = free.get((said["report"], said["act"]), [])
        fits = [each for each in near if said["number"] in _ends(each)]
        fits.sort(key=lambda each: _apart(each, said))
        if fits:
            found[said["id"]] = fits[0]["id"]
            near.remove(fits[0])
    return found


def _apart(claim: Json, said: Json) -> tuple[bool, bool]:
    part = (claim.get("part_of") is None) != (said["part_of"] is None)
    return part, claim.get("level") != said["level"]


def _ends(claim: Json) -> tuple[Any, Any]:
    return claim["quantity"]["low"], claim["quantity"]["high"]


def _score_reading(truth: Json, matched: Mapping[str, str], scores: Scores) -> None:
    for said in truth["statements"]:
        kind = "parts" if said["part_of"] else f"{said['level']} figures"
        fault = f"{said['number']} {said['who']}, {said['act']}: {_words(said)}"
        scores.ask(f"read: {kind}", said["id"] in matched, fault)


def _words(said: Json) -> str:
    return f"{said['report']}: {said['sentence']}"


def _score_tellers(
    truth: Json, matched: Mapping[str, str], answer: Answer, scores: Scores
) -> None:
    """Ask for the first teller of the dead whom a report leads with, where read.

    A later sentence of a report need not say who told it.
    """
    told: dict[str, str] = {}
    for tally in list(answer.tallies.values())[:1]:
        told = dict(_tellers_in(tally))
    for said in truth["statements"]:
        claim = matched.get(said["id"])
        if claim in told and not said["part_of"] and said["act"] == "killed":
            wanted = said["chain"][0]
            fault = f"{told[claim]} for {wanted}: {_words(said)}"
            scores.ask("first tellers", told[claim] == wanted, fault)


def _tellers_in(tally: Json) -> Iterator[tuple[str, str]]:
    for each in tally.get("aggregates", ()):
        yield from ((claim, each["teller_key"]) for claim in each["claims"])
    for figure in tally.get("figures", ()):
        for row in figure.get("by", {}).get("source", ()):
            yield from ((claim, row["value"]) for claim in row["claims"])


def _score_tally(question: Question, tally: Json | None, scores: Scores) -> None:
    figures = {each["act"]: each for each in (tally or {}).get("figures", ())}
    for act, number in question.truth.items():
        figure = figures.get(act)
        if figure is None:
            scores.ask("tally holds the truth", False, f"no {act} for {question.key}")
            continue
        floor, ceiling = figure["floor"], figure["ceiling"]
        holds = floor <= number and (ceiling is None or number <= ceiling)
        fault = f"{act} {question.key}: {floor}..{ceiling}, truly {number}"
        scores.ask("tally holds the truth", holds, fault)


def _score_rows(story: Story, tally: Json, scores: Scores) -> None:
    """Ask of each row of the dead that its floor is not above the truth."""
    for figure in tally.get("figures", ()):
        if figure["act"] != "killed":
            continue
        for way, rows in figure.get("by", {}).items():
            for row in rows:
                asked = row_truth(story, way, row["value"])
                if asked is not None:
                    number = len(story.world.harmed(asked, told_only=True))
                    fault = f"{way} {row['value']}: {row['floor']}, truly {number}"
                    scores.ask("row floors hold", row["floor"] <= number, fault)


def _score_range(story: Story, found: Json, scores: Scores) -> None:
    """Ask for the range, and for no clash, where every total is true."""
    if story.slips:
        return
    number = len(story.world.harmed(Asked("killed")))
    low, high = found["range"]["low"], found["range"]["high"]
    holds = low <= number and (high is None or number <= high)
    scores.ask("range holds the truth", holds, f"{low}..{high}, truly {number}")
    clashes = len(found.get("clashes", ()))
    scores.ask("no clash where all is true", clashes == 0, f"{clashes} clashes")


def _score_slips(
    truth: Json, claims: Mapping[str, Json], found: Json, scores: Scores
) -> None:
    """Ask for each planted slip, and of each slip found whether it was planted."""
    said = list(found.get("slips", ()))
    for planted in truth["slips"]:
        right = any(_shows(each, planted, claims) for each in said)
        fault = f"{planted['kind']} in {planted['reports'][0]}: {planted['note']}"
        scores.ask("slips found", right, fault)
        scores.ask(f"slips found: {planted['kind']}", right, fault)
    for each in said:
        true = any(_shows(each, planted, claims) for planted in truth["slips"])
        where = claims.get(each["claim"], {}).get("report", "?")
        scores.ask(
            "slips said are true", true, f"{each['kind']} {where} {each['text']}"
        )


def _shows(said: Json, planted: Json, claims: Mapping[str, Json]) -> bool:
    """Tell whether a slip is the planted one: kind, report, and one of its figures."""
    ids = (said["claim"], *said.get("claims", ()))
    held = [claims[each] for each in ids if each in claims]
    shown = planted["reports"][0] in {each["report"] for each in held}
    numbers = {number for each in held for number in _ends(each)}
    return (
        shown
        and said["kind"] == planted["kind"]
        and bool(numbers & set(planted["figures"]))
    )


def _score_pairs(
    truth: Json, matched: Mapping[str, str], answer: Answer, scores: Scores
) -> None:
    """Ask of each chosen pair of totals for the true reasons, and for no others."""
    one_statement = _statements(answer)
    sentences = {each["id"]: each["sentence"] for each in truth["statements"]}
    found = (answer.reconciliation or {}).get("differences", ())
    known = {
        frozenset(one_statement.get(each[end], each[end]) for end in ("a", "b")): each
        for each in found
    }
    for pair in truth["pairs"]:
        claims = [matched.get(each, "") for each in (pair["a"], pair["b"])]
        ends = frozenset(one_statement.get(each, each) for each in claims)
        said = known.get(ends)
        kinds = {part["kind"] for part in said["parts"]} if said else set()
        if len(ends) == 1 and "" not in ends:
            kinds.add("relay")  # one statement, whoever passed it on
        words = " | ".join(sentences[pair[end]] for end in ("a", "b"))
        _score_reasons(pair, words, kinds, scores)


def _statements(answer: Answer) -> dict[str, str]:
    """Give for each claim the total it states; ten outlets state one."""
    for tally in list(answer.tallies.values())[:1]:
        return {
            claim: min(each["claims"])
            for each in tally.get("aggregates", ())
            for claim in each["claims"]
        }
    return {}


def _score_reasons(pair: Json, name: str, kinds: set[str], scores: Scores) -> None:
    wanted = [set(kind.split("|")) for kind in pair["kinds"]]
    scores.ask("pairs answered", bool(kinds), name)
    for kind in wanted:
        asked = "|".join(sorted(kind))
        right = bool(kind & kinds)
        fault = f"{name}: {asked}, said {sorted(kinds)}"
        scores.ask("reasons found", right, fault)
        scores.ask(f"reasons found: {asked}", right, fault)
    allowed = set().union(*wanted, pair["may_also"])
    for kind in sorted(kinds):
        fault = f"{name}: {kind}, truly {list(pair['kinds'])}"
        scores.ask("reasons said are true", kind in allowed, fault)
