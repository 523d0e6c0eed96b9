"""The addresses of estimates."""

from django.urls import path

from tasjil.web.desks.estimates import asking, jobs, taking_back, views

urlpatterns = [
    path("", views.estimates, name="estimates"),
    path("new", asking.new, name="new"),
    path("ask", asking.ask, name="ask"),
    path("jobs/<int:job>", jobs.job, name="job"),
    path("jobs/<int:job>/cancel", jobs.cancel, name="cancel"),
    path("<str:id>/", views.estimate, name="estimate"),
    path("<str:id>/again", jobs.again, name="again"),
    path("<str:id>/withdraw", taking_back.withdraw, name="withdraw"),
]
