"""The addresses of the match desk."""

from django.urls import path

from tasjil.web.desks.match import by_hand, incident_pairs, persons

urlpatterns = [
    path("", persons.match, name="match"),
    path("said", persons.said, name="said"),
    path("skip", persons.skipped, name="skip"),
    path("undo", persons.undo, name="undo"),
    path("incidents", incident_pairs.incidents, name="incidents"),
    path("incidents/said", incident_pairs.said, name="said-incidents"),
    path("incidents/skip", incident_pairs.skipped, name="skip-incidents"),
    path("incidents/undo", incident_pairs.undo, name="undo-incidents"),
    path("merge", by_hand.merge, name="merge"),
    path("split/<str:id>", by_hand.split, name="split"),
    path("history/<str:id>", by_hand.past, name="history"),
    path("history/<str:id>/back", by_hand.take_back, name="take-back"),
    path("link", persons.link, name="link"),
]
