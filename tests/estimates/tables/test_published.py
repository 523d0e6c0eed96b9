"""The published tables say what their studies say."""

import pytest

from estimates.published import NAMES, published

SAID = {
    "gaza3": (29271, 3),
    "kosovo": (4400, 4),
    "my5": (537, 5),
    "netherlands5": (8234, 5),
    "netherlands6": (8234, 6),
    "new_orleans5": (185, 5),
    "new_orleans8": (185, 8),
    "ph_caloocan_police": (286, 11),
    "ph_caloocan_unidentified": (599, 11),
    "ph_manila_police": (488, 8),
    "ph_manila_unidentified": (245, 7),
    "ph_quezon_police": (337, 9),
    "uk_slavery5": (2744, 5),
    "verdata_reclut_hombre_1999_R1": (982, 20),
}


def test_every_published_table_is_told_of():
    assert sorted(SAID) == NAMES


@pytest.mark.parametrize("name", sorted(SAID))
def test_a_published_table_has_its_people_and_lists(name):
    table = published(name)
    assert (table.n, len(table.lists)) == SAID[name]
