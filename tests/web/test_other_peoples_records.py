"""A record that is not yours is to you as one that nobody has."""

import re
import shutil
from collections.abc import Iterator

import pytest
from django.test import Client

from tasjil.journey.case import Case, open_case
from tasjil.model.identity import reference_of
from tasjil.register.entry import EntryKind
from tasjil.web.seats.seated import SEATS
from web.addresses import View, views
from web.desks import Browser, open_as, settle
from web.poisoned import TEXT, WITNESS, poisoned
from web.reports import claim, keep, report

NEVER = re.compile(r"sha256:[0-9a-f]+|[0-9a-f]{8}\.\d+|claim-[0-9a-z-]+|\w{60,}|/\w+/")
"""Ids and tokens, which differ between any two pages."""


@pytest.fixture(scope="module")
def bad(pattern, tmp_path_factory) -> Case:
    return poisoned(pattern, tmp_path_factory.mktemp("others") / "lumenia")


@pytest.fixture
def own(bad) -> Iterator[Browser]:
    settle(bad)
    made = Browser("own-1", Client())
    made.sit(bad)
    yield made
    SEATS.clear()


def others(case: Case) -> dict[str, object]:
    """Give ids of what the lead keeps."""
    with open_as(case, "lead") as register:
        kept = list(register.reports())[-1]
        told = next(c for c, _ in register.claims() if c.report == kept.id)
        who = register.box.everybody()[0].reference
    return {"report": kept.id, "claim": told.id, "who": who}


def nobodys() -> dict[str, object]:
    """Give ids of the same look that nothing has."""
    kept, _ = report("Nobody told this to anybody.\n")
    made = claim(kept, "Nobody", 1)
    return {"report": kept.id, "claim": made.id, "who": reference_of(7)}


def of_records() -> list[View]:
    """Give the views that are about one record, by its id."""
    takes = {"report", "claim", "who"}
    return [v for v in views() if v.has_door and {n for n, _ in v.takes} & takes]


def answers(browser: Browser, view: View, ids: dict[str, object]) -> list[object]:
    told: list[object] = []
    address = view.address({**ids, "int": 1, "path": "0", "str": "0", "slug": "x"})
    for method in view.methods:
        answer = getattr(browser.client, method.lower())(address)
        page = b"" if answer.streaming else answer.content
        words = page.decode()
        for id in ids.values():
            words = words.replace(str(id), "")
        told += [method, answer.status_code, NEVER.sub("", words)]
    return told


def test_of_a_colleagues_record_one_learns_not_even_that_it_is_there(bad, own):
    theirs, nothing = others(bad), nobodys()
    found = of_records()
    assert len(found) > 12
    for view in found:
        seen = answers(own, view, theirs)
        assert seen == answers(own, view, nothing), view.name
        assert all(status >= 400 for status in seen[1::3]) or "next" in view.path
        assert TEXT[:20] not in "".join(seen[2::3])
        assert WITNESS not in "".join(seen[2::3])


def test_ids_of_another_case_open_nothing_here(pattern, bad, own, tmp_path) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(pattern, elsewhere)
    other = open_case(elsewhere)
    with open_as(other, "own-1") as register:
        kept, data = report("Two people were killed in Tolen on Monday.\n")
        made = claim(kept, "Two people were killed", 2)
        keep(register, kept, data, made)
    ids = {"report": kept.id, "claim": made.id, "who": reference_of(8)}

    for view in of_records():
        assert answers(own, view, ids) == answers(own, view, nobodys()), view.name


def test_who_was_not_given_the_box_reads_nobody_in_it(bad) -> None:
    settle(bad)
    who = others(bad)["who"]
    for user in ("ver-1", "doc-1", "ana-1", "pub-1", "guest-1"):
        visitor = Browser(user, Client())
        visitor.sit(bad)
        for view in views():
            if not view.has_door or "who" not in {name for name, _ in view.takes}:
                continue
            why = {"because": "to see who it is", "consent": "yes", "scope": "all"}
            for method in view.methods:
                ask = getattr(visitor.client, method.lower())
                answer = ask(view.address({"who": who, "str": who}), why)
                assert WITNESS not in answer.content.decode(), (user, view.name)
    with open_as(bad, "lead") as register:
        assert not any(
            each.kind is EntryKind.IDENTITY_OPENED for each in register.entries()
        )
    SEATS.clear()
