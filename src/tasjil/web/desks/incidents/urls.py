"""The addresses of incidents."""

from django.urls import path

from tasjil.web.desks.incidents import joining, listing, splitting, views

urlpatterns = [
    path("", listing.incidents, name="incidents"),
    path("undo-join", joining.undo, name="undo-join"),
    path("undo-split", splitting.undo, name="undo-split"),
    path("<str:id>/", views.incident, name="incident"),
    path("<str:id>/news", views.news, name="news"),
    path("<str:id>/join", joining.join, name="join"),
    path("<str:id>/split", splitting.split, name="split"),
]
