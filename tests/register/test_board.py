"""The board answers alike in every store, and goes when something is erased."""

import pytest

from tasjil.model.acts import Act
from tasjil.model.missing import GapKind, Part
from tasjil.register.board import filters
from tasjil.register.board.finding import Borne
from tasjil.register.board.keeping import LaidOut, mark
from tasjil.register.board.lines import (
    IncidentFilter,
    IncidentSort,
    PersonFilter,
    PersonSort,
)
from tasjil.register.board.packed import packed
from tasjil.register.board.pages import Page
from tasjil.register.rows import columns
from tasjil.register.store import (
    BOARD,
    BoardClaim,
    BoardFigure,
    BoardIncident,
    BoardName,
    BoardPart,
    BoardPerson,
    BoardPlace,
    BoardSheet,
    BoardWord,
)

IN_OSTREL = filters.placed(["ostrel", "northmark"])
IN_VARESH = filters.placed(["varesh", "northmark"])
UNTOLD = filters.gap_bit(Part.STATUS, GapKind.UNTOLD)


def row(table, /, **told):
    values = [told.get(name, 0) for name in columns(table) if name != "mark"]
    return (*values, mark(values)) if "mark" in columns(table) else tuple(values)


def incident(id, day, places, **more):
    plain = {"act": Act.KILLED, "edtf": None, "place": None, "place_text": None}
    plain |= {"counted": True, "settled": False, "ceiling": None, "standing": ""}
    told = {"id": id, "first": day, "last": day, "places": places}
    return row(BoardIncident, **{**plain, **told, **more})


def person(id, name, places, **more):
    plain = {"order": name.lower(), "name": name, "arabic": "", "latin": name}
    plain |= {"act": "", "edtf": None, "first": None, "last": None, "place": None}
    plain |= {"place_text": None, "sex": "man", "age_group": "adult", "age_low": None}
    plain |= {"age_high": None, "incident": None, "standing": "", "certainty": 1000}
    plain |= {"doubtful": False, "settled": False, "unnamed": False}
    return row(BoardPerson, **{**plain, "id": id, "places": places, **more})


def laid(register, *incidents):
    ids = [f"c-{n:04}" for n in range(2_300)]
    return LaidOut(
        register.head().size,
        "2031-05-04T12:00:00+00:00",
        {
            BoardIncident: list(incidents),
            BoardClaim: [("c-1", "i-1"), ("c-2", "i-2"), ("c-3", "i-3")],
            BoardPlace: [(IN_OSTREL, 2, 1), (IN_VARESH, 1, 2)],
            BoardPerson: [
                person("v-1", "Salim Darwish", IN_OSTREL),
                person("v-2", "Salim Kelvak", IN_VARESH, doubtful=True, certainty=600),
                person("v-3", "أمينة", IN_VARESH, sex="woman"),
            ],
            BoardName: [
                *(("salim", "v-1"), ("darwish", "v-1"), ("salim", "v-2")),
                *(("kelvak", "v-2"), ("أمينة", "v-3")),
            ],
            BoardWord: [("sslm", "salim", 2), ("sdrS", "darwish", 1)],
            BoardSheet: [row(BoardSheet, id="i-1", data=packed({"claims": []}))],
            BoardFigure: [
                row(
                    BoardFigure,
                    **{"id": "killed", "kind": "cell", "act": "killed", "by": ""},
                    **{"value": "killed", "label": "killed", "ceiling": None},
                    **{"verified_high": 0, "claims": len(ids)},
                )
            ],
            BoardPart: [
                row(
                    BoardPart,
                    **{"figure": "killed", "kind": "claims", "nth": nth},
                    data=packed(ids[nth * 1000 : nth * 1000 + 1000]),
                )
                for nth in range(3)
            ],
        },
        {"tally": packed({"figures": []})},
    )


@pytest.fixture
def shown(register):
    assert register.board.keep(
        laid(
            register,
            incident("i-1", 20, IN_OSTREL, moves=3, gaps=UNTOLD, unjudged=1),
            incident("i-2", 10, IN_VARESH, moves=9, act=Act.INJURED),
            incident("i-3", None, IN_OSTREL, moves=1, counted=False),
        )
    )
    return register


def found(shown, sort=IncidentSort.MOVES, page=1, **wanted):
    listed = shown.board.incidents(IncidentFilter(**wanted), sort, Page(page, 2))
    return [each.id for each in listed.items], listed.total


def test_incidents_are_listed_narrowed_and_paged(shown):
    assert found(shown) == (["i-2", "i-1"], 3)
    assert found(shown, page=2) == (["i-3"], 3)
    assert found(shown, page=9) == ([], 3)
    assert found(shown, IncidentSort.OLDEST) == (["i-2", "i-1"], 3)
    assert found(shown, IncidentSort.OLDEST, 2) == (["i-3"], 3)
    assert found(shown, IncidentSort.NEWEST) == (["i-1", "i-2"], 3)
    assert found(shown, act=Act.INJURED) == (["i-2"], 1)
    assert found(shown, place="ostrel") == (["i-1", "i-3"], 2)
    assert found(shown, place="northmark")[1] == 3
    assert found(shown, place="north") == ([], 0)
    assert found(shown, needs=Part.STATUS) == (["i-1"], 1)
    assert found(shown, kind=GapKind.UNTOLD, needs=Part.TIME) == ([], 0)
    assert found(shown, unjudged=True) == (["i-1"], 1)
    assert found(shown, counted=False) == (["i-3"], 1)
    assert found(shown, since="0001-01-15", until="0001-01-25") == (["i-1"], 1)


def test_a_place_of_many_rows_is_walked_and_gives_the_same(shown, monkeypatch):
    monkeypatch.setattr(filters, "FEW", 0)
    assert found(shown, place="ostrel") == (["i-1", "i-3"], 2)
    assert found(shown, place="north") == ([], 0)


def test_people_are_listed_and_found_by_the_words_of_their_names(shown):
    board = shown.board
    by_name = [each.id for each in board.people().items]
    assert by_name == ["v-1", "v-2", "v-3"]
    doubtful = board.people(sort=PersonSort.DOUBTFUL).items
    assert [each.certainty for each in doubtful] == [600, 1000, 1000]
    assert board.words(["sslm", "sdrS"]) == {"salim": 2, "darwish": 1}
    salim = Borne((("salim",),), 2)
    both = Borne((("darwish",), ("salim",)), 1)
    everybody, varesh = PersonFilter(), PersonFilter(place="varesh")
    assert sorted(board.bearers(salim, everybody, 9)) == ["v-1", "v-2"]
    assert board.bearers(both, everybody, 9) == ["v-1"]
    for many in (0, 99):
        in_place = Borne(salim.groups, many)
        assert board.bearers(in_place, varesh, 9) == ["v-2"]
    assert board.words_of(["v-3"]) == {"v-3": ["أمينة"]}


def test_the_claims_behind_a_figure_come_in_pages_across_their_parts(shown):
    figure = shown.board.figure("killed")
    pages = [
        shown.board.behind(figure, "claims", Page(n, 300)).items for n in range(1, 10)
    ]
    assert [id for page in pages for id in page] == [f"c-{n:04}" for n in range(2_300)]
    assert pages[-1] == ()


def test_an_incident_that_is_no_more_leads_to_where_its_claim_stands(shown):
    joined = laid(shown, incident("i-1", 20, IN_OSTREL))
    claims = [(claim, "i-1") for claim in ("c-1", "c-2", "c-3")]
    rows = {**joined.rows, BoardClaim: claims}
    assert shown.board.keep(LaidOut(joined.seq, joined.at, rows, joined.documents))
    assert found(shown) == (["i-1"], 1)
    assert shown.board.incident("i-2").id == "i-1"
    assert shown.board.incident("i-9") is None


def test_nothing_is_on_the_board_once_something_is_erased_or_made_anew(shown, lumenia):
    def left():
        alias = shown._store.alias
        return [kind for kind in BOARD if kind._default_manager.using(alias).exists()]

    assert left()
    shown.rebuild()
    assert left() == []
    lumenia.fill(shown)
    again = laid(shown, incident("i-1", 20, IN_OSTREL))
    assert shown.board.keep(again)
    id = min(shown.known_digests())
    shown.box.erase(None, [id], by="lead", at=lumenia.noon, because="asked for")
    assert left() == []
    assert not shown.board.keep(again)
    assert left() == []


def test_no_name_on_the_board_outlives_an_erasing_in_any_page(shown, lumenia, in_clear):
    """Used pages, free pages and what waits beside them."""
    assert b"darwish" in in_clear(shown.folder)
    report, original = lumenia.report(1)
    shown.capture(report, original, by=lumenia.who, at=lumenia.noon)
    shown.box.erase(None, [report.id], by="lead", at=lumenia.noon, because="asked for")
    assert shown.box.sweep()
    assert b"darwish" not in in_clear(shown.folder)
