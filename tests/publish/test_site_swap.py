"""The folder of the site: replaced as a whole, only if it is ours, always the same."""

from pathlib import Path

import pytest

from tasjil.errors import PublishError
from tasjil.model.output import OUTPUT_MARK
from tasjil.publish.site import write_site
from tasjil.publish.swap import swapped_in, take_away


def contents(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file()
    }


def test_the_same_view_gives_the_same_bytes(lumenia, site, tmp_path):
    write_site(lumenia, tmp_path / "again")
    assert contents(tmp_path / "again") == contents(site)


def test_a_second_build_replaces_the_first_and_leaves_nothing_of_it(
    lumenia, nothing, tmp_path
):
    out = tmp_path / "site"
    write_site(lumenia, out)
    write_site(nothing, out)
    assert not list((out / "en" / "report").iterdir())
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_folder_with_other_files_is_refused_and_left_alone(nothing, tmp_path):
    out = tmp_path / "documents"
    out.mkdir()
    (out / "thesis.txt").write_text("years of work")
    with pytest.raises(PublishError, match="--out"):
        write_site(nothing, out)
    assert contents(out) == {"thesis.txt": b"years of work"}


def test_a_file_or_a_link_in_the_way_is_refused(nothing, tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    for name in ("file", "link"):
        with pytest.raises(PublishError, match="move it away"):
            write_site(nothing, tmp_path / name)


def test_an_empty_folder_is_used_and_missing_parents_are_made(nothing, tmp_path):
    (tmp_path / "empty").mkdir()
    write_site(nothing, tmp_path / "empty")
    write_site(nothing, tmp_path / "a" / "b" / "site")
    assert (tmp_path / "empty" / "index.html").is_file()
    assert (tmp_path / "a" / "b" / "site" / "ar" / "index.html").is_file()


def test_a_build_that_fails_leaves_the_old_site_standing(nothing, tmp_path):
    out = tmp_path / "site"
    write_site(nothing, out)
    before = contents(out)
    with pytest.raises(PublishError), swapped_in(out) as folder:
        folder.write_text("a page that cannot be written")
    assert contents(out) == before
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_build_left_is_cleared_away(nothing, tmp_path):
    out = tmp_path / "site"
    left = tmp_path / ".site.tasjil-new"
    left.mkdir()
    (left / OUTPUT_MARK).write_text("ours")
    (left / "half.html").write_text("half")
    write_site(nothing, out)
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_build_killed_between_the_two_renames_loses_no_site(nothing, tmp_path):
    out = tmp_path / "site"
    write_site(nothing, out)
    out.rename(tmp_path / ".site.tasjil-old")
    with pytest.raises(ZeroDivisionError), swapped_in(out):
        raise ZeroDivisionError
    assert (out / "index.html").is_file()


def test_a_strangers_folder_under_our_name_is_not_removed(nothing, tmp_path):
    left = tmp_path / ".site.tasjil-new"
    left.mkdir()
    (left / "thesis.txt").write_text("years of work")
    with pytest.raises(PublishError, match="move it away"):
        write_site(nothing, tmp_path / "site")
    assert (left / "thesis.txt").is_file()


def test_progress_reaches_the_end_and_never_goes_back(lumenia, tmp_path):
    seen = []
    write_site(
        lumenia, tmp_path / "site", lambda done, total: seen.append((done, total))
    )
    total = len(lumenia.reports) + len(lumenia.incidents)
    assert seen == [(n, total) for n in range(1, total + 1)]


def test_the_pages_are_for_their_owner_alone_while_made_and_after(tmp_path):
    out = tmp_path / "site"
    with swapped_in(out) as folder:
        assert folder.parent == tmp_path
        assert folder.stat().st_mode & 0o777 == 0o700
        (folder / "page.html").write_text("a page")
    assert out.stat().st_mode & 0o777 == 0o700


def test_two_builds_at_once_do_not_share_a_folder_and_the_last_one_stands(tmp_path):
    out = tmp_path / "site"
    with swapped_in(out) as first:
        (first / "page.html").write_text("first")
        with swapped_in(out) as second:
            assert second != first
            (second / "page.html").write_text("second")
        assert (out / "page.html").read_text() == "second"
        assert (first / "page.html").read_text() == "first"
    assert (out / "page.html").read_text() == "first"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_taking_pages_away_takes_what_a_killed_build_left_too(nothing, tmp_path):
    out = tmp_path / "site"
    write_site(nothing, out)
    left = tmp_path / ".site.tasjil-new-k2j4"
    left.mkdir()
    (left / OUTPUT_MARK).write_text("ours")
    (left / "half.html").write_text("words that are withheld now")
    assert take_away(out)
    assert not list(tmp_path.iterdir())
