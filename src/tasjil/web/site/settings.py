"""How Django is set up for the desks; what the register set up stays as it is."""

import secrets
from typing import Any

import django
from django.conf import settings

from tasjil.register import settings as of_the_register

LARGEST = 64 * 1024 * 1024
"""Bytes of one request: a file that is dropped must fit, and it stays in memory."""

NONE = "'none'"
SELF = "'self'"

SETTINGS: dict[str, Any] = {
    # Nothing signed outlives the server: visits are kept in memory.
    "SECRET_KEY": secrets.token_hex(32),
    "DEBUG": False,
    "ALLOWED_HOSTS": ["localhost", "127.0.0.1", "[::1]"],
    "ROOT_URLCONF": "tasjil.web.site.urls",
    "MIDDLEWARE": [
        "tasjil.web.site.headers.SafeHeaders",
        "csp.middleware.CSPMiddleware",
        "django.middleware.security.SecurityMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
        "tasjil.web.site.errors.Errors",
        "tasjil.web.site.language.LanguageOfPath",
        "django.middleware.csrf.CsrfViewMiddleware",
        "tasjil.web.entrance.guard.Guard",
    ],
    "TEMPLATES": [],
    "APPEND_SLASH": False,
    "USE_TZ": True,
    "USE_I18N": False,
    # Never a temporary file: what is dropped here may name a witness.
    "FILE_UPLOAD_HANDLERS": ["django.core.files.uploadhandler.MemoryFileUploadHandler"],
    "FILE_UPLOAD_MAX_MEMORY_SIZE": LARGEST,
    "DATA_UPLOAD_MAX_MEMORY_SIZE": LARGEST,
    "DATA_UPLOAD_MAX_NUMBER_FIELDS": 5_000,
    "DATA_UPLOAD_MAX_NUMBER_FILES": 500,
    "CSRF_COOKIE_NAME": "tasjil-form",
    "CSRF_COOKIE_HTTPONLY": True,
    # Gone with the browser, as the seat is.
    "CSRF_COOKIE_AGE": None,
    "CSRF_COOKIE_SAMESITE": "Strict",
    "CSRF_FAILURE_VIEW": "tasjil.web.site.errors.forged",
    "SECURE_CONTENT_TYPE_NOSNIFF": True,
    "SECURE_REFERRER_POLICY": "same-origin",
    "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
    "X_FRAME_OPTIONS": "DENY",
    "CONTENT_SECURITY_POLICY": {
        "DIRECTIVES": {
            "default-src": [NONE],
            "script-src": [SELF],
            "style-src": [SELF],
            "img-src": [SELF, "data:"],
            "connect-src": [SELF],
            "font-src": [SELF],
            "form-action": [SELF],
            "base-uri": [NONE],
            "frame-ancestors": [NONE],
        }
    },
    # A request line says which incident somebody looked at.
    "LOGGING_CONFIG": None,
}


def configure(**more: Any) -> None:
    """Set Django up for the desks; what is asked for besides wins.

    The register may have set Django up already, for itself alone.
    """
    if not settings.configured:
        own = {
            n: getattr(of_the_register, n) for n in dir(of_the_register) if n.isupper()
        }
        settings.configure(**{**own, **SETTINGS, **more})
        django.setup()
        return
    for name, value in {**SETTINGS, **more}.items():
        setattr(settings, name, value)
