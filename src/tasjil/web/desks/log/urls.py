"""The addresses of the log desk."""

from django.urls import path

from tasjil.web.desks.log import keeping, views

urlpatterns = [
    path("", views.log, name="log"),
    path("entry/<int:number>", views.entry, name="entry"),
    path("checkpoint", keeping.checkpoint, name="checkpoint"),
    path("export", keeping.export, name="export"),
    path("backup/<str:name>", keeping.backup, name="backup"),
]
