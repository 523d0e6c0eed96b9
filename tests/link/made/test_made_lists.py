"""The made lists are what they say they are, and the scorer counts as it says."""

import csv
import json
from collections import Counter
from random import Random

import pytest
from making.families import families, given
from making.lists import Size, make, write
from making.scoring import (
    b_cubed,
    by_lists,
    losses,
    overlap_error,
    pair_rates,
    read_clusters,
    read_truth,
    upper_bound,
)
from making.slips import digits, habits, scanned
from making.sounds import SCHEMES, Speller, arabic
from making.sources import ALL, PROFILES


def made(folder, profile="mixed", seed=1, records=400):
    write(make(PROFILES[profile], Size(records), seed), folder)
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def rows(text):
    return list(csv.reader(text.splitlines()))


def test_the_same_seed_makes_the_same_lists(tmp_path):
    assert made(tmp_path / "a") == made(tmp_path / "b")


def test_another_seed_makes_other_lists(tmp_path):
    assert made(tmp_path / "a") != made(tmp_path / "b", seed=2)


@pytest.mark.parametrize("profile", PROFILES)
def test_every_row_of_every_list_has_its_truth(tmp_path, profile):
    files = made(tmp_path, profile)
    truth = [(row[0], int(row[1])) for row in rows(files["truth.csv"])[1:]]
    numbered = [
        (source.name, number)
        for source in PROFILES[profile]
        for number in range(1, len(rows(files[f"{source.name}.csv"])))
    ]
    assert sorted(truth) == sorted(numbered)
    assert len(rows(files["noise.csv"])) == len(truth) + 1


@pytest.mark.parametrize("profile", PROFILES)
def test_a_row_has_as_many_cells_as_the_list_has_columns(tmp_path, profile):
    files = made(tmp_path, profile)
    for source in PROFILES[profile]:
        widths = {len(row) for row in rows(files[f"{source.name}.csv"])}
        assert widths == {len(source.columns)}


def test_only_lists_that_are_not_clean_hold_somebody_twice(tmp_path):
    files = made(tmp_path, records=6000)
    seen = Counter((row[0], row[2]) for row in rows(files["truth.csv"])[1:])
    unclean = {on for (on, _), times in seen.items() if times > 1}
    assert unclean == {"hospital"}


def test_a_third_of_the_newspaper_is_copied_from_the_monitor():
    makers = {maker.source.name: maker for maker in make(ALL, Size(6000), 1)}
    kinds = [row[2] for row in makers["newspaper"].rows]
    assert 0.25 < sum("relayed" in kind for kind in kinds) / len(kinds) < 0.45


def test_the_tables_are_large_and_name_everybody_once():
    assert len(given("men")) >= 250
    assert len(given("women")) >= 250
    assert len(families()) >= 500
    for table in (given("men"), given("women"), families()):
        assert len(table) == len(set(table))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_name_can_be_written_in_every_scheme(scheme):
    speller = Speller(scheme, 0.3, Random(1))
    for name in given("men") + given("women") + families():
        assert speller.spell(name)[0].isalnum() or speller.spell(name)[0] in "ʿʾ"
        assert arabic(name)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("aHmad", "أحمد"),
        ("EA'iC@", "عائشة"),
        ("fu'Ad", "فؤاد"),
        ("hanA'", "هناء"),
        ("yaHyY", "يحيى"),
        ("Eabd_allAh", "عبد الله"),
    ],
)
def test_arabic_is_spelled_as_a_clerk_would(name, written):
    assert arabic(name) == written


def test_a_slip_in_a_number_keeps_its_length_and_changes_it():
    chance = Random(1)
    for _ in range(200):
        slipped = digits("0123456789", chance)
        assert len(slipped) == 10
        assert slipped != "0123456789"


def test_scanning_and_habits_keep_a_name_in_its_script():
    chance = Random(1)
    for _ in range(200):
        assert scanned(habits("فاطمة عبد الله", chance, 0.5), chance).isascii() is False


TRUTH = {"a:1": "p", "b:1": "p", "c:1": "p", "a:2": "q", "b:2": "q", "c:2": "r"}
SAID = {"a:1": "x", "b:1": "x", "c:1": "y", "a:2": "z", "b:2": "z", "c:2": "z"}


def test_pairs_found_and_pairs_missed_are_counted_as_by_hand():
    rates = pair_rates(TRUTH, SAID)
    assert (rates.precision, rates.recall, rates.f1) == (0.5, 0.5, 0.5)


def test_b_cubed_is_the_mean_over_records():
    rates = b_cubed(TRUTH, SAID)
    assert rates.precision == pytest.approx((1 + 1 + 1 + 2 / 3 + 2 / 3 + 1 / 3) / 6)
    assert rates.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1 + 1) / 6)


def test_the_overlap_table_is_off_by_its_cells():
    assert overlap_error(TRUTH, TRUTH) == 0
    # True: one on all three, one on a and b, one on c. Said: a+b, c, a+b+c.
    assert overlap_error(TRUTH, SAID) == 0
    alone = {record: record for record in TRUTH}
    assert overlap_error(TRUTH, alone) == pytest.approx((1 + 1 + 2 + 2 + 1) / 3)


def test_rates_between_two_lists_count_only_pairs_across_them():
    kind = {record: record[0] for record in TRUTH}
    rates = by_lists(TRUTH, SAID, kind)
    assert (rates["a - b"].precision, rates["a - b"].recall) == (1.0, 1.0)
    assert (rates["a - c"].precision, rates["a - c"].recall) == (0.0, 0.0)


def test_what_was_missed_is_told_by_its_noise():
    kinds = dict.fromkeys(TRUTH, set()) | {"c:1": {"unnamed"}}
    told = {kind: (pairs, missed) for kind, pairs, missed in losses(TRUTH, SAID, kinds)}
    assert told == {"unnamed": (2, 2), "nothing wrong": (2, 0)}
    assert upper_bound(TRUTH, kinds) == 0.5


def test_a_record_that_no_line_names_stands_alone(tmp_path):
    write(make(ALL, Size(50), 1), tmp_path)
    truth = read_truth(tmp_path / "truth.csv")
    first, second, *_ = truth
    lines = [
        json.dumps({"record": record, "person": "p"}) for record in (first, second)
    ]
    (tmp_path / "said.jsonl").write_text("\n".join(lines), encoding="utf-8")
    said = read_clusters(tmp_path / "said.jsonl", truth)
    assert said[first] == said[second] == "p"
    assert len(set(said.values())) == len(truth) - 1
