"""How Django is set up; `store.open_register` points it at one case."""

SECRET_KEY = "not used: no cookie is signed here"
INSTALLED_APPS = ["tasjil.register"]
DATABASES: dict[str, dict[str, str]] = {}
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
