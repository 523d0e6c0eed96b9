"""The addresses of the desk for users."""

from django.urls import path

from tasjil.web.desks.users import changing, views

urlpatterns = [
    path("", views.users, name="users"),
    path("add", changing.add, name="add"),
    path("<slug:id>", views.user, name="user"),
    path("<slug:id>/change", changing.change, name="change"),
    path("<slug:id>/remove", changing.remove, name="remove"),
    path("<slug:id>/box", changing.box, name="box"),
    path("<slug:id>/factor", changing.factor, name="factor"),
]
