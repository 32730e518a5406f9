"""The test suite: fast hashing, mails kept in memory, SQLite unless told otherwise."""

from config.settings.base import *  # noqa: F403
from config.settings.base import DATABASES, LOGGING, STORAGES

SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
BASE_URL = "http://testserver"
WAGTAILADMIN_BASE_URL = BASE_URL
STAFF_SECOND_FACTOR = False  # switched on where it is tested
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES["default"] = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
WHITENOISE_AUTOREFRESH = True
LOGGING["root"]["level"] = "ERROR"
LOGGING["loggers"]["guide.requests"]["level"] = "CRITICAL"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["NAME"] = ":memory:"
# Hundreds of calls come from one address; the limits have tests of their own.
NINJA_DEFAULT_THROTTLE_RATES = dict.fromkeys(
    ("anon", "auth", "analyses", "secrets", "feedback", "feedback-mails"), "1000000/m"
)
