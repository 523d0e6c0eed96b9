"""How Django is set up when nothing else has: no web, and no default database.

There is no default on purpose: every query names the register it is about, so that
two open cases are never mixed up. `store.Store` adds one database a register.
"""

SECRET_KEY = "not used: no cookie is signed here"
INSTALLED_APPS = ["tasjil.register"]
DATABASES: dict[str, dict[str, object]] = {}
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
