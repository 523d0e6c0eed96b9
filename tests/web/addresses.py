"""Every address of the desks, as the resolver knows them, with values put in."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import get_resolver, resolve
from django.urls.exceptions import Resolver404

LINK = re.compile(r'(href|action|hx-get|hx-post)="([^"]*)"')


@dataclass(frozen=True)
class View:
    """One view behind an address.

    Attributes:
        name: As "reading:report".
        path: As the resolver writes it, from the site's root.
        takes: What stands in the address besides the language: name and kind.
        answer: The view itself.
    """

    name: str
    path: str
    takes: tuple[tuple[str, str], ...]
    answer: Callable[..., Any]

    @property
    def desk(self) -> str:
        return self.name.partition(":")[0]

    @property
    def is_open(self) -> bool:
        return getattr(self.answer, "is_open", False)

    @property
    def has_door(self) -> bool:
        return hasattr(self.answer, "deeds")

    @property
    def methods(self) -> tuple[str, ...]:
        """How it may be asked; HEAD is GET without the page."""
        told = getattr(self.answer, "methods", ("GET", "POST"))
        return tuple(each for each in told if each != "HEAD")

    def address(self, values: dict[str, object], language: str = "en") -> str:
        """Put values in the place of what the address takes."""
        made = "/" + self.path.replace("<language:language>", language)
        for name, kind in self.takes:
            made = made.replace(f"<{kind}:{name}>", str(values.get(name, values[kind])))
        return made


def views() -> tuple[View, ...]:
    """Give every view that the site has."""
    return tuple(_walk(get_resolver().url_patterns, "", ""))


def _walk(patterns, path: str, room: str) -> Iterator[View]:
    for each in patterns:
        whole = path + str(each.pattern)
        if hasattr(each, "url_patterns"):
            yield from _walk(each.url_patterns, whole, each.namespace or room)
            continue
        takes = tuple(
            (name, kind)
            for kind, name in re.findall(r"<(\w+):(\w+)>", whole)
            if name != "language"
        )
        yield View(f"{room}:{each.name}", whole, takes, each.callback)


def links(page: str) -> Iterator[tuple[str, str, str]]:
    """Give what a page leads to within the site: the view, how, and the address."""
    for how, address in LINK.findall(page):
        address = address.replace("&amp;", "&").partition("#")[0]
        if not address.startswith("/") or address.startswith("/assets/"):
            continue
        method = "GET" if how in ("href", "hx-get") else "POST"
        try:
            name = resolve(address.partition("?")[0]).view_name
        except Resolver404:
            name = "nowhere"
        if how == "action" and "get" in _method_of(page, address):
            method = "GET"
        yield name, method, address


def _method_of(page: str, address: str) -> str:
    """Tell how a form is sent."""
    shown = re.escape(address.replace("&", "&amp;"))
    found = re.search(rf'<form[^>]*action="{shown}"[^>]*>', page)
    return "get" if found and 'method="post"' not in found[0] else "post"
