"""A case of Lumenia whose toll is known: estimated, kept, run anew, taken back."""

import csv
import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "cases" / "lumenia"))

from invented.folder import write_files
from invented.toll import APART, HIDDEN, make_toll
from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.estimate.refuse import Limits
from tasjil.estimate.report.page import fragment
from tasjil.estimate.saying import Language
from tasjil.estimate.settings import EstimateSettings
from tasjil.estimate.watch import Watch
from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
from tasjil.journey.count import count_case, tally_json
from tasjil.journey.estimating.again import again
from tasjil.journey.estimating.building import Allowed, estimate_in_build, last_own
from tasjil.journey.estimating.case import (
    Deciding,
    estimate_case,
    estimates_of,
    withdraw_estimate,
)
from tasjil.journey.estimating.keeping import run_of, told_alike
from tasjil.journey.estimating.wanted import Wanted
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence
from tasjil.model.estimate import Estimate, Method, Refusal, WhyRefused
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User
from tasjil.register.register import Register

NOON = datetime(2031, 6, 1, 12, tzinfo=UTC)
NOW = Deciding(NOON)
TOLL = 260
NOT_YET = Allowed(minutes=0)
QUICK = EstimateSettings(
    methods=(Method.LOGLINEAR, Method.CHAO, Method.COVERAGE), priors=False
)
WANTED = Wanted(QUICK, draws=3)
AS_LINKED = Wanted(QUICK, draws=0)


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    """Three lists of the dead, linked; each test gets a copy of the case."""
    folder = tmp_path_factory.mktemp("toll") / "lumenia"
    write_files(make_toll(7, TOLL), folder)
    build_case(open_case(folder), Key(), None, Silence(), NOT_YET)
    return folder


@pytest.fixture(scope="module")
def kept_once(once, tmp_path_factory):
    """The same, estimated once."""
    folder = copytree(once, tmp_path_factory.mktemp("kept") / "lumenia")
    return folder, estimated(open_case(folder)).id


@pytest.fixture
def case(once, tmp_path):
    return open_case(copytree(once, tmp_path / "lumenia"))


@pytest.fixture
def kept(kept_once, tmp_path):
    """The case with an estimate in it, and the estimate's id."""
    folder, id = kept_once
    return open_case(copytree(folder, tmp_path / "lumenia")), id


def estimated(case, wanted=WANTED, deciding=NOW):
    return estimate_case(case, Key(), wanted, deciding, Silence())


def outcome(made, method):
    return next(each for each in made.report.outcomes if each.method is method)


def register_of(case, key=None):
    return Register.open(case.register_folder, key or Key())


def add_rows(case, name, rows):
    path = case.folder / "lists" / f"{name}.csv"
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def test_the_interval_of_three_lists_holds_the_true_toll(kept):
    case, id = kept
    (listed,) = estimates_of(case, Key())
    found = listed.report.outcomes[0]
    assert isinstance(found, Estimate)
    assert found.N.low <= TOLL <= found.N.high
    assert listed.report.n < TOLL
    assert listed.report.verdict.low <= TOLL <= listed.report.verdict.high
    assert (listed.kept.id, listed.fresh) == (id, True)


def test_every_draw_of_the_linking_is_part_of_the_estimate(kept):
    case, id = kept
    with register_of(case) as register:
        run = run_of(register.estimate(id))
    assert len(run.told.tables()) == 3
    assert len(run.report.draws) == 3
    assert run.wanted == WANTED.as_kept


def test_a_kept_estimate_run_anew_gives_every_number_to_the_last_digit(kept):
    case, id = kept
    done = again(case, Key(), id, Watch())
    assert done.same
    assert (done.fresh, done.stopped, done.versions) == (True, False, {})
    (listed,) = estimates_of(case, Key())
    assert done.report.outcomes[0].N == listed.report.outcomes[0].N


def test_another_seed_gives_another_run(case):
    one = estimated(case, replace(WANTED, draws=1))
    other = Wanted(replace(QUICK, seed=5), draws=1)
    other = estimated(case, other)
    assert told_alike(one.report) != told_alike(other.report)


def test_estimates_are_stale_once_a_list_has_grown_and_still_run_the_same(kept):
    case, id = kept
    add_rows(case, "families", [(9_001, "Daren Iven Vell", "man", 40, "2031-05-09")])
    build_case(case, Key(), None, Silence(), NOT_YET)
    assert [each.fresh for each in estimates_of(case, Key())] == [False]
    done = again(case, Key(), id, Watch())
    assert (done.same, done.fresh) == (True, False)
    estimated(case, AS_LINKED)
    assert [each.fresh for each in estimates_of(case, Key())] == [False, True]


def test_estimates_are_stale_once_the_case_counts_otherwise(kept):
    case, _ = kept
    text = (case.folder / "case.toml").read_text(encoding="utf-8")
    narrower = text.replace("2031-05-03/2031-05-31", "2031-05-03/2031-05-15")
    (case.folder / "case.toml").write_text(narrower, encoding="utf-8")
    case = open_case(case.folder)
    assert [each.fresh for each in estimates_of(case, Key())] == [False]
    made = estimated(case, AS_LINKED)
    assert made.report.n < estimates_of(case, Key())[0].report.n
    assert made.gathered.people["out_of_scope"]["period"] > 50


def test_an_estimate_changes_no_figure_of_the_count(case):
    before = tally_json(case, count_case(case, Key()))
    estimated(case, AS_LINKED)
    assert tally_json(case, count_case(case, Key())) == before


def test_a_withdrawn_estimate_stays_with_its_reason_and_is_not_shown(kept):
    case, id = kept
    withdraw_estimate(case, Key(), id, "a list was relayed", NOON)
    (listed,) = estimates_of(case, Key())
    assert listed.kept.withdrawn == ("lead", "a list was relayed")
    assert listed.report is not None
    with register_of(case) as register:
        assert last_own(register) is None
        assert register.rebuild() == register.table_digests()
        register.verify()


def test_what_the_log_keeps_names_nobody(kept):
    case, id = kept
    with (case.folder / "lists" / "hospitals.csv").open(encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    with register_of(case) as register:
        told = json.dumps(register.estimate(id).run, ensure_ascii=False)
        body = next(
            each.body for each in register.entries() if each.kind == "estimate.made"
        )
    assert not any(name in told + body for name in names)
    assert '"versions"' in body


def test_an_erased_list_takes_the_estimate_with_it(kept):
    case, id = kept
    with register_of(case) as register:
        (paper,) = register.find_lists("families.csv", None)
        register.box.erase(None, [paper], by="lead", at=NOON, because="they asked")
    (listed,) = estimates_of(case, Key())
    assert listed.report is None
    with pytest.raises(NotInRegister, match="erased list"):
        again(case, Key(), id, Watch())


def test_two_lists_give_only_what_holds_where_they_are_independent(case):
    pair = replace(
        AS_LINKED, without=("families",), settings=replace(QUICK, methods=())
    )
    made = estimated(case, pair)
    two = outcome(made, Method.TWO_LISTS)
    assert isinstance(two, Estimate)
    refused = outcome(made, Method.LOGLINEAR)
    assert isinstance(refused, Refusal)
    assert refused.why is WhyRefused.TOO_FEW_LISTS
    assert made.report.verdict.kind.value in ("bound", "refusal")
    assert made.gathered.aside == ("families",)


def test_strata_of_what_records_tell_are_added(case):
    parted = replace(
        WANTED,
        draws=0,
        settings=replace(
            QUICK, methods=(Method.CHAO,), by=("sex",), imputations=2, left_out=False
        ),
    )
    made = estimated(case, parted)
    assert {each.name for each in made.report.strata} == {"man", "woman"}
    assert made.gathered.told.about == ("sex",)


def test_a_list_that_is_not_there_is_named_with_those_that_are(case):
    with pytest.raises(BadValue, match="families, hospitals, monitors"):
        estimated(case, replace(WANTED, lists=("morgue",)))


def test_a_changed_limit_needs_a_reason_and_is_kept_with_it(case):
    looser = replace(
        WANTED, settings=replace(QUICK, limits=Limits(list_moves=2.0)), draws=0
    )
    with pytest.raises(BadValue, match="list_moves"):
        estimated(case, looser)
    made = estimated(case, looser, Deciding(NOON, "the council's list is one village"))
    (listed,) = estimates_of(case, Key())
    assert listed.kept.because == "the council's list is one village"
    with register_of(case) as register:
        assert register.estimate(made.id).run["limits_changed"] == {"list_moves": 2.0}


def test_who_may_not_estimate_is_told_so(case):
    with register_of(case) as register:
        salma = User(UserId("salma"), Role.VERIFIER)
        register.add_user(salma, because="joined us", at=NOON)
        register.let_in(Key(salma.id))
    with pytest.raises(NotAllowed, match="analyst"):
        estimate_case(case, Key(UserId("salma")), WANTED, NOW, Silence())
    built = build_case(case, Key(UserId("salma")), None, Silence())
    assert built.estimated is None


def test_a_case_without_lists_has_nothing_to_estimate(tmp_path):
    files = {
        name: text
        for name, text in make_toll(1, 5).items()
        if not name.startswith(("lists/", "truth"))
    }
    write_files(files, tmp_path / "alone")
    case = open_case(tmp_path / "alone")
    build_case(case, Key(), None, Silence())
    assert estimated(case) is None
    assert estimates_of(case, Key()) == ()


def in_build(case, allowed, wanted=AS_LINKED):
    with register_of(case) as register:
        return estimate_in_build(case, register, NOW, Silence(), allowed, wanted)


def test_a_build_estimates_once_and_again_only_when_something_is_new(case):
    first = in_build(case, Allowed())
    assert first is not None
    assert in_build(case, Allowed()) is None
    with register_of(case) as register:
        assert last_own(register).id == first.id
    other = in_build(case, Allowed(), replace(AS_LINKED, draws=1))
    assert other.id != first.id


def test_a_build_that_may_not_take_time_or_has_two_lists_estimates_nothing(case):
    assert in_build(case, NOT_YET) is None
    assert in_build(case, Allowed(), replace(AS_LINKED, without=("families",))) is None


def test_a_build_out_of_time_keeps_what_it_has_and_says_that_it_was_stopped(case):
    ticks = iter(range(0, 10_000, 100))
    made = in_build(case, Allowed(minutes=1, clock=lambda: next(ticks)))
    assert made.report.stopped
    assert not again(case, Key(), made.id, Watch()).kept.withdrawn
    assert again(case, Key(), made.id, Watch()).stopped


@pytest.mark.slow
def test_where_every_third_is_out_of_reach_numbers_are_too_low_or_refused(tmp_path):
    """Lists agree about whom they reach: that is what the warning is about."""
    write_files(make_toll(1, 500, HIDDEN), tmp_path / "hidden")
    case = open_case(tmp_path / "hidden")
    build_case(case, Key(), None, Silence(), NOT_YET)
    made = estimated(case, AS_LINKED)
    assert outcome(made, Method.CHAO).N.low <= 500
    numbers = [each for each in made.report.outcomes if isinstance(each, Estimate)]
    assert all(each.N.median < 500 for each in numbers)
    warned = fragment(made.report, Language.EN, exact=False)
    assert "every number here is too low" in warned


@pytest.mark.slow
@pytest.mark.parametrize("seed", [11, 12])
def test_every_method_together_holds_the_toll_of_lists_made_apart(tmp_path, seed):
    write_files(make_toll(seed, 500, APART), tmp_path / "apart")
    case = open_case(tmp_path / "apart")
    build_case(case, Key(), None, Silence(), NOT_YET)
    every = EstimateSettings(priors=False, left_out=False)
    verdict = estimated(case, Wanted(every, draws=1)).report.verdict
    assert len(verdict.methods) > 2
    assert verdict.low <= 500 <= verdict.high


def site_of(case):
    build_case(case, Key(), None, Silence(), NOT_YET)
    return case.folder / "site"


@pytest.fixture
def site(kept_once, tmp_path):
    """The pages of a case with an estimate, and the case."""
    case = open_case(copytree(kept_once[0], tmp_path / "lumenia"))
    return case, kept_once[1], site_of(case)


def test_pages_show_the_last_estimate_beside_the_count_and_not_one_taken_back(site):
    case, id, pages = site
    (listed,) = estimates_of(case, Key())
    for language in ("en", "ar"):
        text = (pages / language / "estimate.html").read_text(encoding="utf-8")
        assert f"{listed.report.outcomes[0].N.high:,.0f}" in text
        assert "Aleshin-Guendel" in text
    withdraw_estimate(case, Key(), id, "a list was relayed", NOON)
    assert not (site_of(case) / "en" / "estimate.html").exists()
