"""The addresses of counts."""

from django.urls import path

from tasjil.web.desks.counts import figure, missing, otherwise, pivots, tally, totals

urlpatterns = [
    path("", tally.counts, name="counts"),
    path("by/<str:act>/<str:by>", pivots.pivot, name="pivot"),
    path("figure/<path:id>", figure.figure, name="figure"),
    path("reconcile", totals.reconcile, name="reconcile"),
    path("missing", missing.missing, name="missing"),
    path("what-if", otherwise.otherwise, name="otherwise"),
    path("what-if/ask", otherwise.ask, name="ask"),
    path("what-if/<int:job>", otherwise.answer, name="answer"),
    path("what-if/<int:job>/cancel", otherwise.cancel, name="cancel"),
]
