"""On lists of another hand, draws hold the truth and pairs are as likely as said."""

from pathlib import Path

import numpy as np
import pytest
from draws import bins, calibration_error, cells
from making.lists import Size, make, write
from making.sources import PROFILES
from reviewing import read

from tasjil.link.linking import link_records

SEEDS = (91, 92)


@pytest.fixture(scope="module")
def linked(tmp_path_factory):
    made = []
    for profile in ("arabic", "latin", "cross"):
        for seed in SEEDS:
            folder: Path = tmp_path_factory.mktemp(f"{profile}_{seed}")
            write(make(PROFILES[profile], Size(3000), seed), folder)
            records, truth = read(folder)
            made.append((records, truth, link_records(records)))
    return made


@pytest.mark.slow
def test_most_cells_lie_within_what_is_drawn(linked):
    held = [
        cell.held
        for records, truth, each in linked
        for cell in cells(records, each, truth, 40)
    ]
    assert np.mean(held) > 0.8


@pytest.mark.slow
def test_as_many_pairs_are_one_person_as_their_probability_says(linked):
    for _, truth, each in linked:
        assert calibration_error(bins(each, truth)) < 0.06
