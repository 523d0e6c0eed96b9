"""The addresses of the inbox."""

from django.urls import path

from tasjil.web.desks.inbox import giving, jobs

urlpatterns = [
    path("", giving.inbox, name="inbox"),
    path("drop", giving.drop, name="drop"),
    path("paste", giving.paste, name="paste"),
    path("folder", giving.folder, name="folder"),
    path("job/<int:number>", jobs.job, name="job"),
    path("confirm/<int:number>/<path:report>", jobs.confirm, name="confirm"),
    path("job/<int:number>/cancel", jobs.cancel, name="cancel"),
]
