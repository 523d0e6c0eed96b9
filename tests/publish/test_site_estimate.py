"""The estimate stands beside the tally, and nothing of it is added."""

from dataclasses import replace

import pytest

from tasjil.publish.site import write_site
from tasjil.publish.view import EstimateShown

SHOWN = EstimateShown(
    {"en": "<section><h2>Estimated</h2></section>", "ar": "<p>تقدير</p>"},
    {"en": "<p>Between 30 and 60.</p>", "ar": "<p>بين 30 و60.</p>"},
    "2031-06-01T10:00:00Z",
    fresh=False,
    run="e-17",
)


@pytest.fixture(scope="module")
def site(lumenia, tmp_path_factory):
    out = tmp_path_factory.mktemp("estimate") / "site"
    write_site(replace(lumenia, estimate=SHOWN), out)
    return out


def page(site, name, language="en"):
    return (site / language / f"{name}.html").read_text(encoding="utf-8")


def test_the_estimate_stands_beside_floor_and_ceiling_and_is_not_added(site):
    told = page(site, "estimate")
    assert "<h2>Estimated</h2>" in told
    for kind in ("verified", "floor", "ceiling"):
        assert f'class="measure {kind}"' in told
    assert "never added" in told


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_overview_leads_to_the_estimate(site, language):
    told = page(site, "index", language)
    assert SHOWN.leads[language] in told
    assert 'href="estimate.html"' in told


def test_an_estimate_older_than_its_lists_says_so(site, lumenia, tmp_path):
    assert "have changed since" in page(site, "estimate")
    write_site(replace(lumenia, estimate=replace(SHOWN, fresh=True)), tmp_path / "site")
    assert "have changed since" not in page(tmp_path / "site", "estimate")


def test_a_case_that_nobody_estimated_has_no_such_page_and_no_way_to_it(
    lumenia, tmp_path
):
    write_site(lumenia, tmp_path / "site")
    assert not (tmp_path / "site" / "en" / "estimate.html").exists()
    assert "estimate.html" not in page(tmp_path / "site", "index")
