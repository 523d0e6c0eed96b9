"""Writes HTML and SVG elements with every value escaped."""

from collections.abc import Iterable

from markupsafe import Markup, escape


def element(name: str, *children: object, **attributes: object) -> Markup:
    """Write one element; an attribute that is None is left out.

    Underscores at the end are dropped (`class_`), inner ones become dashes.

    Example:
        >>> element("text", "a < b", x=1.50, text_anchor="end")
        Markup('<text x="1.5" text-anchor="end">a &lt; b</text>')
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_short(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{joined(children)}</{name}>")  # noqa: S704


def joined(pieces: Iterable[object]) -> Markup:
    """Join pieces; what is not written by us is escaped."""
    return Markup("").join(pieces)  # type: ignore[arg-type]


def table(
    caption: object, heads: Iterable[object], rows: Iterable[Iterable[object]]
) -> Markup:
    """Write a table that scrolls by itself where it is wider than the screen.

    The first cell of a row is its heading.
    """
    top = element("tr", *(element("th", head, scope="col") for head in heads))
    body = (_row(tuple(row)) for row in rows)
    made = element(
        "table",
        element("caption", caption),
        element("thead", top),
        element("tbody", *body),
        class_="small",
    )
    label = Markup(caption).striptags()  # noqa: S704
    return element(
        "div", made, class_="table-box", role="region", tabindex=0, aria_label=label
    )


def _row(cells: tuple[object, ...]) -> Markup:
    first = element("th", cells[0], scope="row")
    return element("tr", first, *(element("td", cell) for cell in cells[1:]))


def _short(value: object) -> str:
    """Write numbers without the digits that nobody sees."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(value)
