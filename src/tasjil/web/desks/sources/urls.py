"""The addresses of sources and of the sealed box; a reference stands there, no name."""

from django.urls import path

from tasjil.web.desks.sources import (
    box,
    editing,
    erasing,
    listing,
    opening,
    sealing,
    teller,
)

urlpatterns = [
    path("", listing.sources, name="sources"),
    path("one/<str:id>/", teller.one, name="one"),
    path("new", teller.new, name="new"),
    path("keep", editing.keep, name="keep"),
    path("drop", editing.drop, name="drop"),
    path("read", editing.read, name="read"),
    path("sealed/", box.sealed, name="sealed"),
    path("sealed/seal", sealing.seal, name="seal"),
    path("sealed/erase", erasing.erase_papers, name="erase_papers"),
    path("sealed/<str:who>/", box.person, name="person"),
    path("sealed/<str:who>/tie", sealing.tie, name="tie"),
    path("sealed/<str:who>/consent", sealing.consent, name="consent"),
    path("sealed/<str:who>/open", opening.open_one, name="open"),
    path("sealed/<str:who>/erase", erasing.erase_one, name="erase"),
]
