"""The forms of a page, with what stands in their fields, as a browser reads them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """One form: where it goes, how, and what each field holds."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._address, self._open, self._select = address, None, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            method = told.get("method", "get").upper()
            self._open = Form(told.get("action") or self._address, method)
            self.forms.append(self._open)
        elif self._open is not None:
            self._field(tag, told)

    def _field(self, tag: str, told: dict[str, str]) -> None:
        name = told.get("name", "")
        if tag == "select":
            self._select = name
        if tag == "option" and self._select:
            fresh = self._select not in self._open.fields
            if fresh or "selected" in told:
                self._open.fields[self._select] = told.get("value", "")
        if tag in ("input", "textarea", "button", "select") and name:
            chosen = told.get("type") not in ("radio", "checkbox") or "checked" in told
            if chosen or name not in self._open.fields:
                self._open.fields[name] = told.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        if tag == "select":
            self._select = ""


def forms(page: str, address: str) -> list[Form]:
    """Give the forms of a page that was found at an address."""
    reader = _Reader(address)
    reader.feed(page)
    return reader.forms
