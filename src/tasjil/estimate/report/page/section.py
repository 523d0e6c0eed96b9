"""A section of the page, and a drawing with its words and its table."""

from markupsafe import Markup

from tasjil.estimate.report.page.elements import element


def section(title: object, name: str, *inside: object) -> Markup:
    """Write a section under its heading; its id begins with `est-`."""
    heading = element("h2", title, id=f"est-{name}")
    return element("section", heading, *inside, aria_labelledby=f"est-{name}")


def figure(drawing: Markup, caption: object = "", table: object = "") -> Markup:
    """Write a drawing with its words; a table says the same to those who hear it."""
    words = element("figcaption", caption) if caption else Markup("")
    shown = element("figure", drawing, words) if drawing else Markup("")
    return Markup("{}{}").format(shown, table)
