"""The addresses of the reading desk; an id of a report or a claim comes last."""

from django.urls import path

from tasjil.web.desks.reading import (
    adding,
    codings,
    correcting,
    images,
    pages,
    settling,
    shelf,
)

urlpatterns = [
    path("", shelf.reading, name="reading"),
    path("pause", shelf.pause, name="pause"),
    path("report/<path:report>", pages.report, name="report"),
    path("claim/<path:claim>", pages.claim, name="claim"),
    path("origin/<path:report>", pages.origin, name="origin"),
    path("settle/<path:claim>", settling.settle, name="settle"),
    path("back/<path:claim>", settling.back, name="back"),
    path("correct/<path:claim>", correcting.correct, name="correct"),
    path("add/<path:report>", adding.add, name="add"),
    path("next/<path:report>", pages.following, name="following"),
    path("codings", codings.codings, name="codings"),
    path("coding/ask/<path:report>", codings.ask, name="ask_coding"),
    path("coding/<int:number>", codings.coding, name="coding"),
    path("coding/<int:number>/compare", codings.compare, name="compare"),
    path("images/<path:report>", images.images, name="images"),
    path("image/<int:number>/<path:report>", images.image, name="image"),
]
