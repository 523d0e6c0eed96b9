"""The addresses of the desk of lists."""

from django.urls import path

from tasjil.web.desks.lists import giving, one, shelf

urlpatterns = [
    path("", shelf.lists, name="lists"),
    path("give", giving.give, name="give"),
    path("waiting/<int:job>/<int:number>", giving.waiting, name="waiting"),
    path("waiting/<int:job>/<int:number>/drop", giving.drop, name="drop"),
    path("link", shelf.link, name="link"),
    path("<str:id>/", one.list_page, name="list"),
]
