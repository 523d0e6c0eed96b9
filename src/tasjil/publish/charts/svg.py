"""Writes SVG elements with every value escaped."""

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
    inside = "".join(str(escape(child)) for child in children)
    return Markup(f"<{name}{written}>{inside}</{name}>")


def isolated(text: str) -> str:
    r"""Let a name or a date run in its own direction inside a drawing.

    A drawing has no `<bdi>`, so the isolating characters themselves stand in it.

    Example:
        >>> isolated("12 May") == "\u206812 May\u2069"
        True
    """
    return f"\u2068{text}\u2069"


def joined(pieces: Iterable[Markup]) -> Markup:
    """Join written elements."""
    return Markup("").join(pieces)


def _short(value: object) -> str:
    """Write numbers without the digits that nobody sees."""
    return (
        f"{value:.2f}".rstrip("0").rstrip(".")
        if isinstance(value, float)
        else str(value)
    )
