"""The addresses of people; a name that is searched for stands in none."""

from django.urls import path

from tasjil.web.desks.people import listing, unnamed, views

urlpatterns = [
    path("", listing.people, name="people"),
    path("search", listing.search, name="search"),
    path("unnamed", unnamed.unnamed, name="unnamed"),
    path("<path:id>/", views.person, name="person"),
]
