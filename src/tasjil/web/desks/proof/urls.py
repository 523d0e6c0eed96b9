"""The addresses of proof."""

from django.urls import path

from tasjil.web.desks.proof import assessing, queue, signing, views

urlpatterns = [
    path("", queue.proof, name="proof"),
    path("state", views.state, name="state"),
    path("incident/<str:id>/", views.incident, name="incident"),
    path("person/<str:id>/", views.person, name="person"),
    path("<str:kind>/<str:id>/assess", assessing.assess, name="assess"),
    path("<str:kind>/<str:id>/sign/<int:number>", signing.sign, name="sign"),
    path("<str:kind>/<str:id>/dissent/<int:number>", signing.dissent, name="dissent"),
]
