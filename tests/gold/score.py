"""Score the reader on the gold: `python tests/gold/score.py english tune --fields`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))

from gold.coded import CodedClaim, coded  # noqa: E402
from gold.scoring import Paired, Score, errors_of, pair, said_of, score  # noqa: E402
from tasjil.model.claim import Claim  # noqa: E402


def main(words: Sequence[str] | None = None) -> None:
    """Read a half of the gold and print how near the reader comes."""
    asked = _asked(words)
    reports = list(coded(asked.language, asked.half))
    paired = [pair(each, said_of(each)) for each in reports]
    _print_score(score(paired), asked.fields)
    worst = sorted(paired, key=lambda each: -len(errors_of(each)))
    for each in worst[: asked.errors]:
        _print_errors(each)


def _asked(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", choices=("english", "arabic"))
    parser.add_argument("half", choices=("tune", "unseen"))
    parser.add_argument("--errors", type=int, default=0, help="worst reports to list")
    parser.add_argument("--fields", action="store_true", help="the share right a field")
    asked = parser.parse_args(words)
    if asked.errors and asked.half == "unseen":
        parser.error("nobody reads the unseen half: leave --errors out")
    return asked


def _print_score(reached: Score, fields: bool) -> None:
    for name, rate in reached.rates.items():
        print(
            f"{name:24} P {rate.precision:5.1f}  R {rate.recall:5.1f}  "
            f"F1 {rate.f1:5.1f}   ({rate.right} of {rate.coded} coded, "
            f"{rate.said} said)"
        )
    print(f"{'grouping':24} B-cubed F1 {reached.grouping:5.1f}")
    print("  ".join(f"{kind} {count}" for kind, count in reached.errors.most_common()))
    if fields:
        for name, share in reached.fields.items():
            print(f"  {name:20} {share.percent:5.1f}   ({share.right} of {share.of})")


def _print_errors(paired: Paired) -> None:
    print(f"\n##### {paired.report.report.name}")
    for kind, ours, said in errors_of(paired):
        print(f"  {kind}")
        if ours is not None:
            print(f"      coded {_told(ours)}")
        if said is not None:
            print(f"      said  {_read(said)}")


def _told(claim: CodedClaim) -> str:
    first = claim.tellers[0][0] if claim.tellers else "-"
    return (
        f"{claim.quote!r}: {claim.act} {claim.level} [{claim.low},{claim.high}] "
        f"{claim.victims!r} {claim.group}<{claim.part_of} {claim.stance} "
        f"{claim.when} said by {first!r}"
    )


def _read(claim: Claim) -> str:
    first = claim.first_teller.text if claim.first_teller else "-"
    told = claim.quantity
    return (
        f"{' '.join(claim.passage.quote.split())[:90]!r}: {claim.act} {claim.level} "
        f"[{told.low},{told.high}] {claim.victims.text!r} {claim.group}<"
        f"{claim.part_of or ''} {claim.stance} {claim.when.edtf} said by {first!r}"
    )


if __name__ == "__main__":
    main()
