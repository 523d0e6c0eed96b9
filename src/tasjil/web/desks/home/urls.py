"""The addresses of home."""

from django.urls import path

from tasjil.web.desks.home import strip, views

urlpatterns = [
    path("", views.home, name="home"),
    path("home/seen", views.seen, name="seen"),
    path("home/strip", strip.strip, name="strip"),
    path("home/jobs", strip.jobs, name="jobs"),
    path("home/jobs/<int:job>/cancel", strip.cancel, name="cancel"),
    path("home/ask/<slug:kind>", strip.ask, name="ask"),
]
