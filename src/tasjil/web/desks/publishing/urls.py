"""The addresses of publishing."""

from django.urls import path

from tasjil.web.desks.publishing import corrections, held, releasing, views

urlpatterns = [
    path("", views.publishing, name="publishing"),
    path("draft", releasing.draft, name="draft"),
    path("ask", releasing.ask, name="ask"),
    path("approve/<int:number>", releasing.approve, name="approve"),
    path("publish", releasing.publish, name="publish"),
    path("changes", views.changes, name="changes"),
    path("draft/<path:name>", views.file, name="file"),
    path("held", held.held, name="held"),
    path("release/<str:id>/", views.release, name="release"),
    path("release/<str:id>/archive", views.archive, name="archive"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("corrections/new", corrections.receive, name="receive"),
    path("corrections/<int:number>/answer", corrections.answer, name="answer"),
]
