"""A tally in a terminal of any width: no figure ever loses a digit."""

import pytest
from rich.console import Console

from tasjil.cli import show_tally as shown
from tasjil.cli.terminal import out
from tasjil.model.acts import Act
from tasjil.model.ids import ClaimId, FigureId
from tasjil.model.quantity import CountRange
from tasjil.model.tally import AggregateStatement, Basis, Figure, Tally


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
def test_a_figure_is_whole_however_narrow_the_terminal(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    console = Console(soft_wrap=True, highlight=False, width=width)
    monkeypatch.setattr(shown, "out", console)
    span = CountRange(1_234_567, 32_345_678)
    nobody = CountRange(0, 0)
    figure = Figure(
        FigureId("killed"),
        Act.KILLED,
        verified=nobody,
        floor=1_234_567,
        ceiling=22_345_678,
        reported=span,
        accepted=nobody,
        proposed_only=True,
    )

    shown.show_tally(Tally((figure,), (_total("Herald"),)))

    told = capsys.readouterr().out
    for number in ("22,345,678", "1,234,567-32,345,678", "1,400,000-1,500,000"):
        assert number in told
    assert "…" not in told


def test_a_teller_gives_no_orders_to_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    console = Console(width=200, highlight=False, markup=out._markup, emoji=out._emoji)
    monkeypatch.setattr(shown, "out", console)

    shown.show_tally(Tally((), (_total("[/red] [bold]Herald :skull: \x1b[31m"),)))

    assert "[/red] [bold]Herald :skull: \\x1b[31m" in capsys.readouterr().out


def _total(teller: str) -> AggregateStatement:
    return AggregateStatement(
        id=FigureId("aggregate/a"),
        act=Act.KILLED,
        low=1_400_000,
        high=1_500_000,
        first_teller=teller,
        teller_key="herald",
        basis=Basis.REPORTED,
        published="2031-05-20",
        edtf=None,
        where=(),
        status="civilian",
        relayed_by=(),
        claims=(ClaimId("c-1"),),
    )
