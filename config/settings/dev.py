"""Your own machine: `manage.py start` and `runserver`. Needs no variable at all."""

from config.local_secret import local_secret_key
from config.settings.base import *  # noqa: F403
from config.settings.base import DATA_DIR, LOGGING, STORAGES, env

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or local_secret_key(DATA_DIR)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
BASE_URL = env.str("BASE_URL", default="http://127.0.0.1:8000")
WAGTAILADMIN_BASE_URL = BASE_URL

# No mail server is needed: mails are printed, verification is optional.
ACCOUNT_EMAIL_VERIFICATION = "optional"
STAFF_SECOND_FACTOR = env.bool("STAFF_SECOND_FACTOR", default=False)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

# No build step: files are served from where they lie.
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
LOGGING["handlers"]["console"]["formatter"] = "plain"
LOGGING["root"]["level"] = env.str("LOG_LEVEL", default="WARNING")
LOGGING["loggers"]["guide.requests"]["level"] = "WARNING"
