"""The addresses of all pages: a language, a desk, and ids."""

from importlib import import_module

from django.urls import include, path, register_converter

from tasjil.web.entrance import views as entrance
from tasjil.web.page.addresses import LanguageInPath
from tasjil.web.page.desks import ROOMS

register_converter(LanguageInPath, "language")

handler404 = "tasjil.web.site.errors.no_page"
handler400 = "tasjil.web.site.errors.odd"

urlpatterns = [
    path("", entrance.begin, name="begin"),
    *(
        path(
            f"<language:language>/{'' if room.name == 'home' else room.name + '/'}",
            include((import_module(f"{room.package}.urls").urlpatterns, room.name)),
        )
        for room in ROOMS
    ),
]
