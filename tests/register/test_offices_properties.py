"""Whatever offices do, and in whatever order bundles arrive, they come to agree."""

import shutil
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offices import NAMES, Office, all_meet, report
from tasjil.errors import EntriesMissing, NotAllowed, NotInRegister
from tasjil.model.judgement import DECIDED, REPLACED, Verdict
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register

WHO = st.integers(0, 2)
REPORT = st.integers(0, 2)
SAID = st.sampled_from(sorted(DECIDED))
STEP = st.one_of(
    st.tuples(st.just("capture"), WHO, REPORT),
    st.tuples(
        st.just("read"),
        WHO,
        REPORT,
        st.sampled_from(["english/1", "english/2"]),
        st.lists(st.integers(0, 3), unique=True),
    ),
    st.tuples(st.just("judge"), WHO, st.integers(0, 9), SAID),
    st.tuples(
        st.just("link"),
        WHO,
        st.integers(0, 9),
        st.integers(0, 9),
        st.sampled_from(Verdict),
    ),
    st.tuples(st.just("correct"), WHO, st.integers(0, 9), st.integers(1, 9)),
    st.tuples(st.just("take_back"), WHO, st.integers(0, 9)),
    st.tuples(st.just("scope"), WHO, st.integers(0, 1)),
    st.tuples(st.just("export"), WHO, st.sampled_from(["all", "new"])),
    st.tuples(st.just("import"), WHO, st.integers(0, 9)),
    st.tuples(st.just("tick"), WHO, st.integers(-90, 90)),
)
SKEWS = st.tuples(*[st.integers(-4_000, 4_000)] * 3)


class World:
    """Three offices, and the bundles that are on the road between them."""

    def __init__(self, offices):
        self.offices = offices
        self.road = []

    def do(self, step):
        verb, who, *rest = step
        getattr(self, verb)(self.offices[who], *rest)

    def capture(self, office, number):
        office.capture(number, name=f"{NAMES.index(office.register.office.name)}.txt")

    def read(self, office, number, reader, claims):
        if office.register.has_report(report(number)[0].id):
            office.read(number, claims, reader)

    def judge(self, office, number, state):
        claims = self.standing(office)
        if claims:
            # A claim that a person made is never only proposed.
            with suppress(NotAllowed):
                office.judge(claims[number % len(claims)].id, state)

    def standing(self, office):
        told = office.register.claims()
        return [claim for claim, state in told if state not in REPLACED]

    def correct(self, office, number, people):
        claims = self.standing(office)
        if claims:
            office.correct(claims[number % len(claims)], people)

    def take_back(self, office, number):
        claims = self.standing(office)
        if claims:
            with suppress(NotInRegister):
                office.take_back(claims[number % len(claims)].id)

    def link(self, office, one, other, verdict):
        claims = [claim.id for claim, _ in office.register.claims()]
        pair = {claims[each % len(claims)] for each in (one, other) if claims}
        if len(pair) == 2:
            office.link(*sorted(pair), verdict)

    def scope(self, office, number):
        acts = {"acts": [("killed", "injured")[number]]}
        office.register.set_scope(acts, by="lead", at=office.at())

    def export(self, office, what):
        since = 0 if what == "all" else office.register.head().size // 2
        self.road.append((office, office.export(since)))

    def import_(self, office, number):
        if not self.road:
            return
        other, bundle = self.road[number % len(self.road)]
        if other is not office:
            with suppress(EntriesMissing):
                office.take(bundle, other)

    def tick(self, office, minutes):
        office.skew += timedelta(minutes=minutes)


setattr(World, "import", World.import_)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Three empty registers, to copy: making one takes a second."""
    folder = tmp_path_factory.mktemp("made")
    for number, name in enumerate(NAMES):
        Office.create(folder / str(number), name).close()
    return folder


@contextmanager
def three(made: Path, skews, server: bool):
    folder = made.with_name(f"{made.name}-copy")
    shutil.rmtree(folder, ignore_errors=True)
    offices = []
    for number, (name, skew) in enumerate(zip(NAMES, skews, strict=True)):
        minutes = timedelta(minutes=skew)
        if server:  # a copy of a folder would be a second way to one schema
            offices.append(Office.create(folder / str(number), name, minutes))
            continue
        shutil.copytree(made / str(number), folder / str(number))
        register = Register.open(folder / str(number) / "register", Key())
        offices.append(Office(register, folder / str(number) / "stick", minutes))
    try:
        yield offices
    finally:
        for office in offices:
            office.close()


def they_agree(made: Path, steps, skews) -> None:
    probe = Register.open(made / "0" / "register", Key())
    server = probe._store.connection.vendor == "postgresql"
    probe.close()
    with three(made, skews, server) as offices:
        world = World(offices)
        for step in steps:
            world.do(step)
        for office in offices:
            office.check()
        all_meet(offices)
        # What each one heard of the others' hearing.
        all_meet(offices[::-1])
        first, *others = (office.seen() for office in offices)
        for other in others:
            assert other == first
        for office in offices:
            office.check()


SLOW_HERE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=8, deadline=None, suppress_health_check=SLOW_HERE)
@given(st.lists(STEP, min_size=4, max_size=14), SKEWS)
def test_three_offices_come_to_agree(made, steps, skews):
    they_agree(made, steps, skews)


@pytest.mark.slow
@settings(max_examples=80, deadline=None, suppress_health_check=SLOW_HERE)
@given(st.lists(STEP, min_size=8, max_size=40), SKEWS)
def test_three_offices_come_to_agree_after_a_long_time_apart(made, steps, skews):
    they_agree(made, steps, skews)
