"""Settings that are safe in production; dev and test relax them by name."""

from importlib.util import find_spec

from django.core.exceptions import ImproperlyConfigured

from config.settings.data import *  # noqa: F403 - one namespace, by subject
from config.settings.environment import BASE_DIR, env
from config.settings.logs import *  # noqa: F403 - one namespace, by subject
from config.settings.logs import configure_structlog
from config.settings.security import *  # noqa: F403 - one namespace, by subject
from config.settings.wagtail import *  # noqa: F403 - one namespace, by subject

DEBUG = False
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ASGI_APPLICATION = "config.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "advisor.User"

INSTALLED_APPS = [
    "config",
    "advisor",
    "guide",
    "wagtail.contrib.redirects",
    "wagtail.api.v3",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "ninja",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_tasks_db",
    "template_partials",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "config.request_log.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.security_headers.SecurityHeadersMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.head_requests.HeadMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "config.shared_caches.SharedCachesMiddleware",
    "config.api_guard.ApiGuardMiddleware",
    "config.stateless_calls.StatelessCallsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "config.staff_second_factor.StaffSecondFactorMiddleware",
    "config.unreadable_forms.UnreadableFormsMiddleware",
    "advisor.accounts.signed_in_hint.SignedInHintMiddleware",
    "guide.kept_site.KeptSiteMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Words and time -------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

# Files ----------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "config.bundles.BundleFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_URL = "/media/"

# Mail -----------------------------------------------------------------------
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="guide@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 10  # seconds: a mail server that hangs must not hang a page

# Links ----------------------------------------------------------------------
# `manage.py check_links` visits other sites only where this is on.
LINK_CHECKS = env.bool("LINK_CHECKS", default=False)
LINK_CHECKS_PAUSE = env.float("LINK_CHECKS_PAUSE", default=1.0)  # seconds, per site
LINK_CHECKS_PRIVATE = False  # whether machines that are not public may be asked

# API ------------------------------------------------------------------------
# Behind this many proxies the client's address is the n-th from the right.
NINJA_NUM_PROXIES = env.int("NUM_PROXIES", default=0)
NINJA_PAGINATION_PER_PAGE = 20
NINJA_PAGINATION_MAX_LIMIT = 100
NINJA_DEFAULT_THROTTLE_RATES = {
    "anon": env.str("API_RATE_ANONYMOUS", default="300/m"),
    "auth": env.str("API_RATE_MEMBER", default="600/m"),
    "analyses": env.str("API_RATE_ANALYSES", default="120/m"),
    # Shared results and private feeds, whose addresses are keys: no guessing.
    "secrets": env.str("SECRET_LINK_RATE", default="120/m"),
    # Corrections, comments and reports from one address; mails to one address.
    "feedback": env.str("FEEDBACK_RATE", default="10/h"),
    "feedback-mails": env.str("FEEDBACK_MAIL_RATE", default="3/d"),
}

# Numbers for Prometheus at /metrics, which nginx keeps from the world. ---------
METRICS = env.bool("METRICS", default=False)
if METRICS:
    if find_spec("django_prometheus") is None:
        raise ImproperlyConfigured(
            "METRICS needs django-prometheus: install requirements-server.lock."
        )
    INSTALLED_APPS.append("django_prometheus")
    MIDDLEWARE = [
        "django_prometheus.middleware.PrometheusBeforeMiddleware",
        *MIDDLEWARE,
        "django_prometheus.middleware.PrometheusAfterMiddleware",
    ]

configure_structlog()
