"""`tasjil estimate`, as a person and as a program use it."""

import json
from pathlib import Path

import pytest

TABLES = Path(__file__).parents[1] / "estimates" / "tables" / "published"
FIELDS = {"method", "n", "N", "refused", "diagnostics", "settings", "data"}


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def two(tmp_path):
    return written(tmp_path / "two.csv", "a,b,count\n1,0,40\n0,1,30\n1,1,20\n")


@pytest.fixture
def few(tmp_path):
    rows = "1,0,0,60\n0,1,0,49\n1,1,0,4\n0,0,1,247\n1,0,1,112\n0,1,1,142\n1,1,1,12\n"
    return written(tmp_path / "three.csv", "a,b,c,count\n" + rows)


def test_one_method_is_one_object_in_the_stable_form(tasjil) -> None:
    """Ball et al. 2002: 10,356 [9,002-12,122]."""
    run = tasjil("estimate", TABLES / "kosovo.csv", "--method", "loglinear", "--json")

    told = json.loads(run.stdout)

    assert run.returncode == 0
    assert set(told) >= FIELDS
    assert told["method"] == "loglinear"
    assert told["n"] == 4400
    assert told["refused"] is None
    assert set(told["N"]) == {"mean", "median", "low", "high", "level"}
    assert abs(told["N"]["median"] - 10356.5) < 0.5
    assert told["data"].startswith("sha256:")


def test_all_methods_are_a_list_of_objects(tasjil, few) -> None:
    run = tasjil("estimate", few, "--method", "loglinear,chao", "--json")

    told = json.loads(run.stdout)

    assert [each["method"] for each in told] == ["loglinear", "chao"]
    assert all(set(each) >= FIELDS for each in told)


def test_a_refusal_is_a_result_with_its_reason(tasjil, two) -> None:
    run = tasjil("estimate", two, "--method", "loglinear", "--json")

    told = json.loads(run.stdout)

    assert run.returncode == 0
    assert told["N"] is None
    assert told["why"] == "too few lists"
    assert "another list" in told["refused"]


def test_the_report_opens_with_the_verdict_and_holds_the_warning(tasjil, few) -> None:
    run = tasjil("estimate", few, "--method", "loglinear,chao")

    assert run.returncode == 0
    assert run.stdout.index("What may be said") < run.stdout.index("Methods")
    assert "no data, of any size, can test this" in run.stdout
    assert "never added" in run.stdout


def test_the_report_speaks_arabic(tasjil, few) -> None:
    run = tasjil("estimate", few, "--method", "chao", "--arabic")

    assert "ما يمكن قوله" in run.stdout
    assert "What may be said" not in run.stdout


def test_the_whole_report_is_one_object(tasjil, few) -> None:
    run = tasjil("estimate", few, "--method", "loglinear,chao", "--json", "--report")

    told = json.loads(run.stdout)

    assert told["verdict"]["kind"] == "one method"
    assert told["lists"][0]["name"] == "a"
    assert told["limits"]["rhat"] == 1.05
    assert [set(each) >= FIELDS for each in told["outcomes"]] == [True, True]


def test_the_same_table_in_another_order_of_rows_gives_the_same_answer(
    tasjil, few, tmp_path
) -> None:
    head, *rows = few.read_text(encoding="utf-8").split()
    other = written(tmp_path / "other.csv", "\n".join([head, *reversed(rows)]))

    runs = [
        tasjil("estimate", path, "--method", "loglinear", "--json").stdout
        for path in (few, other)
    ]

    assert runs[0] == runs[1]


def test_a_table_of_draws_is_pooled_and_each_draw_is_told(
    tasjil, few, tmp_path
) -> None:
    head, *rows = few.read_text(encoding="utf-8").split()
    more = [row.replace("112", "118") for row in rows]
    lines = [f"draw,{head}", *(f"1,{row}" for row in rows), *(f"2,{r}" for r in more)]
    path = written(tmp_path / "draws.csv", "\n".join(lines))

    run = tasjil("estimate", path, "--method", "loglinear", "--json", "--report")
    told = json.loads(run.stdout)

    assert [each["name"] for each in told["draws"]] == ["1", "2"]
    medians = [each["outcomes"][0]["N"]["median"] for each in told["draws"]]
    assert min(medians) < told["outcomes"][0]["N"]["median"] < max(medians)


def test_strata_are_estimated_each_and_added(tasjil, few, tmp_path) -> None:
    head, *rows = few.read_text(encoding="utf-8").split()
    lines = [f"sex,{head}", *(f"{s},{row}" for s in ("man", "woman") for row in rows)]
    path = written(tmp_path / "strata.csv", "\n".join(lines))

    run = tasjil(
        "estimate", path, "--method", "loglinear", "--by", "sex", "--json", "--report"
    )
    told = json.loads(run.stdout)

    assert [each["name"] for each in told["strata"]] == ["man", "woman"]
    one = told["strata"][0]["outcomes"][0]["N"]["median"]
    assert abs(told["outcomes"][0]["N"]["median"] - 2 * one) < 1e-6
    assert told["whole"][0]["n"] == told["n"]


def test_a_changed_limit_is_told_and_an_unknown_one_names_those_there_are(
    tasjil, few
) -> None:
    good = tasjil("estimate", few, "--method", "chao", "--limit", "rhat=1.2")
    bad = tasjil("estimate", few, "--limit", "luck=1")

    assert "rhat = 1.2 in place of 1.05" in good.stdout
    assert bad.returncode == 2
    assert "list_moves" in bad.stderr


def test_every_limit_is_listed_with_its_source(tasjil) -> None:
    run = tasjil("estimate", "--limits")

    assert run.returncode == 0
    assert "rhat = 1.05" in run.stdout
    assert "Vehtari" in run.stdout


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ([], "expected a table"),
        (["no-such-file.csv"], "no-such-file.csv"),
    ],
)
def test_what_is_missing_is_named_with_what_to_do(tasjil, args, says) -> None:
    run = tasjil("estimate", *args)

    assert run.returncode == 2
    assert says in run.stderr


def test_a_method_that_is_not_there_is_named_with_those_that_are(tasjil, few) -> None:
    run = tasjil("estimate", few, "--method", "magic")

    assert run.returncode == 2
    assert "loglinear" in run.stderr


def test_populations_are_drawn_as_described_and_the_design_is_told(tasjil) -> None:
    chances = [each for p in (".5", ".4", ".3") for each in ("--list", p)]

    run = tasjil(
        "estimate", "--simulate", "--population", 300, *chances, "--runs", 8,
        "--method", "chao", "--json",
    )  # fmt: skip
    told = json.loads(run.stdout)

    assert told["design"]["population"] == 300
    assert told["methods"][0]["runs"] == 8
    assert 0 <= told["methods"][0]["coverage"]["value"] <= 1


def test_populations_like_a_table_are_told_in_words(tasjil, few) -> None:
    run = tasjil("estimate", few, "--simulate", "--runs", 4, "--method", "chao")

    assert run.returncode == 0
    assert "no simulation can show" in run.stdout


def test_a_world_without_lists_says_what_to_give(tasjil) -> None:
    run = tasjil("estimate", "--simulate", "--population", 300)

    assert run.returncode == 2
    assert "--list .3" in run.stderr


def test_latent_classes_are_told_with_their_chains(tasjil, few) -> None:
    run = tasjil("estimate", few, "--method", "lcmcr", "--classes", 3, "--json")

    told = json.loads(run.stdout)

    assert told["settings"]["classes"] == 3
    assert told["settings"]["seed"] == 19481210
    assert {"rhat", "ess", "mass_at_cap"} <= set(told["diagnostics"])


def test_people_with_what_is_told_of_them_get_the_doubly_robust_estimate(
    tasjil, tmp_path
) -> None:
    rows = [
        f"{int(k % 3 == 0)},{int(k % 2 == 0)},{'man' if k % 5 else 'woman'}"
        for k in range(600)
        if k % 3 == 0 or k % 2 == 0
    ]
    path = written(tmp_path / "people.csv", "\n".join(["a,b,sex", *rows]))

    run = tasjil("estimate", path, "--json")
    told = {each["method"]: each for each in json.loads(run.stdout)}

    assert told["doubly-robust"]["n"] == len(rows)
    assert told["two-lists"]["N"] is not None
    assert told["loglinear"]["why"] == "too few lists"


def test_the_report_is_written_as_a_page_that_asks_nobody_for_anything(
    tasjil, few, tmp_path
) -> None:
    out = tmp_path / "out.html"

    run = tasjil("estimate", few, "--method", "loglinear,chao", "--page", out)
    html = out.read_text(encoding="utf-8")

    assert run.returncode == 0
    assert str(out) in run.stderr
    assert "<svg" in html
    assert "<script" not in html
    assert "Aleshin-Guendel" in html


def test_a_page_that_cannot_be_written_says_where_and_what_to_do(
    tasjil, few, tmp_path
) -> None:
    out = tmp_path / "nowhere" / "out.html"

    run = tasjil("estimate", few, "--method", "chao", "--page", out)

    assert run.returncode == 2
    assert "name another" in run.stderr
