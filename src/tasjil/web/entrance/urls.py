"""The addresses of the entrance."""

from django.urls import path

from tasjil.web.entrance import account, code, first, views

urlpatterns = [
    path("sign-in", views.sign_in, name="sign_in"),
    path("sign-out", views.sign_out, name="sign_out"),
    path("code", code.code, name="code"),
    path("locked", views.locked, name="locked"),
    path("lock", views.lock, name="lock"),
    path("first", first.first, name="first"),
    path("account", account.account, name="account"),
    path("account/passphrase", account.passphrase, name="passphrase"),
    path("account/end-visit", account.end_visit, name="end_visit"),
    path("account/device", code.device, name="device"),
    path("account/device/begin", code.begin, name="begin_factor"),
    path("account/device/end", code.end, name="end_factor"),
    path("here", account.here, name="here"),
]
