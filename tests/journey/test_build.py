"""From a folder of reports to a register, a tally and pages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tasjil.errors import CaseError, LogBroken, NoRegister, PublishError
from tasjil.journey.build import Built
from tasjil.journey.case import open_case
from tasjil.journey.count import count_case
from tasjil.journey.judge import judge_claim
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence
from tasjil.journey.trace import trace_figure
from tasjil.journey.verify import verify_case
from tasjil.model.acts import Act, Level
from tasjil.model.ids import FigureId
from tasjil.model.judgement import ClaimState
from tasjil.model.tally import Figure
from tasjil.register.register import Register

Build = Callable[[Path], Built]


def killed(built: Built) -> Figure:
    """The figure for deaths."""
    return next(each for each in built.counted.tally.figures if each.act is Act.KILLED)


def test_four_farmers_are_counted_and_the_total_of_300_stands_beside(
    folder: Path, build: Build
) -> None:
    built = build(folder)

    assert (killed(built).floor, killed(built).ceiling) == (4, 4)
    [total] = built.counted.tally.aggregates
    assert (total.low, total.high) == (301, None)
    assert total.first_teller == "Lumenia Monitoring Group"


def test_the_figure_opens_to_the_words_it_rests_on(folder: Path, build: Build) -> None:
    build(folder)

    traced = trace_figure(open_case(folder), Key(), FigureId("killed"))

    [incident] = traced.incidents
    [claim] = incident.claims
    text = (folder / "reports" / "herald.txt").read_text(encoding="utf-8")
    passage = claim.passage
    assert text[passage.start : passage.end] == passage.quote
    assert "Four farmers were shot dead" in passage.quote


def test_a_second_build_captures_and_reads_nothing_again(
    folder: Path, build: Build
) -> None:
    build(folder)
    with Register.open(open_case(folder).register_folder, Key()) as register:
        before = register.counts()

    again = build(folder)

    with Register.open(open_case(folder).register_folder, Key()) as register:
        assert register.counts() == before
    assert (again.captured, again.again) == (0, 2)


def test_a_village_added_to_the_places_is_found_by_the_next_build(
    folder: Path, build: Build
) -> None:
    report = "Date: 2031-05-04\n\nThree people were killed in Hollin on Saturday.\n"
    (folder / "reports" / "hollin.txt").write_text(report, encoding="utf-8")
    build(folder)
    with (folder / "places.csv").open("a", encoding="utf-8") as places:
        places.write("hollin,Hollin,,village,northmark,,,,,\n")

    built = build(folder)

    assert "hollin" in {incident.place for incident in built.counted.incidents}
    assert killed(built).floor == 7


def test_the_same_bytes_under_two_names_are_one_report(
    folder: Path, build: Build
) -> None:
    text = (folder / "reports" / "herald.txt").read_bytes()
    (folder / "reports" / "copy.txt").write_bytes(text)

    built = build(folder)

    assert built.reports == 2
    assert (killed(built).floor, killed(built).ceiling) == (4, 4)


def test_a_file_that_cannot_be_captured_is_named_and_the_rest_goes_on(
    folder: Path, build: Build
) -> None:
    (folder / "reports" / "empty.txt").write_bytes(b"")
    (folder / "reports" / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))

    built = build(folder)

    assert {each.name for each in built.failures} == {
        "reports/empty.txt",
        "reports/picture.txt",
    }
    assert killed(built).floor == 4


def test_a_report_in_a_language_without_a_reader_waits_and_is_named(
    folder: Path, build: Build
) -> None:
    text = "Quatre paysans ont été tués samedi dans le village d'Austrel, selon lui.\n"
    (folder / "reports" / "french.txt").write_text(text * 3, encoding="utf-8")

    built = build(folder)

    [(name, reason)] = built.unread
    assert name == "reports/french.txt"
    assert "French" in reason


def test_what_a_person_accepted_is_counted_apart_from_what_was_proposed(
    folder: Path, build: Build
) -> None:
    built = build(folder)
    assert killed(built).proposed_only
    claim = next(
        each
        for each in built.counted.evidence.claims.values()
        if each.act is Act.KILLED and each.level is Level.INCIDENT
    )

    judge_claim(open_case(folder), Key(), claim.id, ClaimState.ACCEPTED, "it says so")

    figure = killed(build(folder))
    assert not figure.proposed_only
    assert (figure.accepted.low, figure.accepted.high) == (4, 4)
    assert (figure.verified.low, figure.verified.high) == (0, 0)


def test_a_rejected_claim_is_kept_and_never_counted(folder: Path, build: Build) -> None:
    built = build(folder)
    for claim in built.counted.evidence.claims.values():
        judge_claim(open_case(folder), Key(), claim.id, ClaimState.REJECTED, "misread")

    counted = count_case(open_case(folder), Key())

    assert all(figure.floor == 0 for figure in counted.tally.figures)
    assert len(counted.evidence.claims) == len(built.counted.evidence.claims)


def test_the_log_of_a_build_is_whole(folder: Path, build: Build) -> None:
    build(folder)

    assert verify_case(open_case(folder), Key(), Silence()).entries > 4


@pytest.mark.file
def test_a_changed_byte_in_the_register_is_found(folder: Path, build: Build) -> None:
    build(folder)
    path = open_case(folder).register_folder / "register.sqlite"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))

    with pytest.raises(LogBroken):
        verify_case(open_case(folder), Key(), Silence())


def test_counting_before_the_first_build_says_what_to_do(folder: Path) -> None:
    with pytest.raises(NoRegister, match="tasjil build"):
        count_case(open_case(folder), Key())


def test_a_folder_without_case_toml_counts_everything(
    tmp_path: Path, build: Build
) -> None:
    (tmp_path / "a.txt").write_text("Two men were shot dead in Paris on 3 May 2031.")

    assert killed(build(tmp_path)).floor == 2


def test_a_case_without_reports_still_has_pages(tmp_path: Path, build: Build) -> None:
    built = build(tmp_path)

    assert (built.site / "index.html").is_file()
    assert killed(built).floor == 0


def test_pages_never_replace_a_folder_that_holds_something_else(
    folder: Path, build: Build
) -> None:
    (folder / "site").mkdir()
    (folder / "site" / "diary.txt").write_text("not ours")

    with pytest.raises(PublishError):
        build(folder)

    assert (folder / "site" / "diary.txt").read_text() == "not ours"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("case.toml", "[scope]\nact = ['killed']\n", "'act'"),
        ("case.toml", "[scope]\nacts = ['murdered']\n", "murdered"),
        ("case.toml", "[scope\n", "TOML"),
        ("case.toml", "case = 3\n", "'case'"),
        ("case.toml", "scope = []\n", "'scope'"),
        ("case.toml", "[case]\nid = ['x']\n", "'id'"),
        ("case.toml", "[case]\nname_ar = 5\n", "'name_ar'"),
        ("case.toml", "[scope]\nwhere = ['atlantis']\n", "atlantis"),
        ("places.csv", "id,name,level,parent\na,A,village,b\n", "'b'"),
        ("places.csv", "id,name,level\na,A,village\na,B,village\n", "twice"),
        ("places.csv", "id,name,level\na,A,hamlet\n", "line 2"),
        (
            "places.csv",
            "id,name,level,parent\nlumenia,L,country,b\nb,B,region,lumenia\n",
            "lumenia lies in b lies in lumenia",
        ),
        ("sources.csv", "id,name,kind\na,,media\n", "line 2"),
    ],
)
def test_a_case_file_that_cannot_be_is_refused_with_its_place(
    folder: Path, name: str, text: str, said: str
) -> None:
    (folder / name).write_text(text, encoding="utf-8")

    with pytest.raises(CaseError) as refused:
        open_case(folder)

    assert said in str(refused.value)


def test_pages_built_among_the_reports_are_not_read_as_reports(
    folder: Path, build: Build
) -> None:
    build(folder)
    (folder / "site").rename(folder / "reports" / "site")

    assert build(folder).reports == 2


def test_a_newer_reader_does_not_propose_again_what_a_person_judged(
    folder: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = build(folder).counted.evidence.claims
    for claim in claims.values():
        judge_claim(open_case(folder), Key(), claim.id, ClaimState.ACCEPTED, "read")
    monkeypatch.setattr("tasjil.read.english.reader.EnglishReader.version", "99")

    again = build(folder).counted.evidence

    assert set(again.claims) == set(claims)
    assert set(again.states.values()) == {ClaimState.ACCEPTED}


@pytest.mark.parametrize("name", ["case.toml", "places.csv", "sources.csv"])
def test_a_case_file_that_is_a_folder_is_refused_by_its_name(
    folder: Path, name: str
) -> None:
    (folder / name).unlink()
    (folder / name).mkdir()

    with pytest.raises(CaseError, match=name):
        open_case(folder)
