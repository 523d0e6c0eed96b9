"""The pages on estimating tell every reason, method and option; their numbers hold."""

import doctest
import re
from pathlib import Path

import pytest

from tasjil.model.estimate import Method, WhyRefused

DOCS = Path(__file__).resolve().parents[2] / "docs"
SLOW = "## Latent classes\n"


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def run(examples: str) -> doctest.TestResults:
    test = doctest.DocTestParser().get_doctest(examples, {}, "kosovo", "kosovo", 0)
    return doctest.DocTestRunner().run(test)


def test_every_reason_to_refuse_is_explained() -> None:
    told = text("estimating.md")

    assert [why for why in WhyRefused if f"| {why.value} |" not in told] == []


def test_every_method_is_told_with_what_it_assumes() -> None:
    told = text("estimating.md")

    assert [each for each in Method if f"| `{each.value}` |" not in told] == []


@pytest.mark.parametrize("page", ["estimating.md", "kosovo.md"])
def test_every_option_told_is_one_of_the_command(page: str) -> None:
    known = set(re.findall(r"--[a-z][a-z-]+", text("commands.md")))
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text(page)))

    assert told
    assert told - known == set()


def test_the_numbers_of_kosovo_are_those_of_the_page() -> None:
    """Ball et al. 2002; Madigan & York 1997; Chan, Silverman & Vincent 2021."""
    quick, _ = text("kosovo.md").split(SLOW)

    found = run(quick)

    assert found.attempted > 20
    assert found.failed == 0


@pytest.mark.slow
def test_latent_classes_of_kosovo_are_those_of_the_page() -> None:
    """Manrique-Vallier 2016, by chains of 2 million sweeps: 10,652 and 10,407."""
    quick, slow = text("kosovo.md").split(SLOW)
    table = quick[: quick.index("On average 47 %")]

    found = run(table + slow)

    assert found.attempted == 10
    assert found.failed == 0
