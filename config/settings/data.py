"""Where things are kept: the database, the cache, files, and who works behind."""

from typing import Any

from config.settings.environment import DATA_DIR, env

DATABASES = {
    "default": env.db_url(
        "DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'site.sqlite3'}"
    )
}
_database = DATABASES["default"]
if _database["ENGINE"].endswith("sqlite3"):
    # Kept open: opening it again for each request, and closing the last connection,
    # which empties the log of writes into the database, was half of a save.
    _database["CONN_MAX_AGE"] = None
    # Readers never wait for the writer, writers queue instead of failing.
    _database["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
else:
    # Waits out a short outage; in a long one answers quickly, and is back at once.
    from config.postgresql.connection import AnsweringConnection

    if _database["ENGINE"].endswith(".postgresql"):
        _database["ENGINE"] = "config.postgresql"
    _database["CONN_MAX_AGE"] = 0
    _database["CONN_HEALTH_CHECKS"] = True
    _database["OPTIONS"] = {
        "connect_timeout": 3,
        "tcp_user_timeout": 5_000,  # milliseconds
        "keepalives_idle": 5,
        "pool": {
            "min_size": 1,
            "max_size": env.int("DATABASE_CONNECTIONS", default=4),
            # Of one try; config/postgresql says how often it is tried.
            "timeout": 0.5,
            "reconnect_timeout": 0.25,
            "connection_class": AnsweringConnection,
        },
        **_database.get("OPTIONS", {}),
    }

CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}
# Limits are counted here: with Django's 300 entries, a few hundred addresses would make
# a process forget whom it counted.
MOST_CACHE_ENTRIES = 50_000
if CACHES["default"]["BACKEND"].endswith("LocMemCache"):
    CACHES["default"]["OPTIONS"] = {"MAX_ENTRIES": MOST_CACHE_ENTRIES}
if CACHES["default"]["BACKEND"].endswith("RedisCache"):
    CACHES["default"] |= {
        "BACKEND": "config.shared_cache.SharedCache",
        "OPTIONS": {"socket_connect_timeout": 0.25, "socket_timeout": 0.25},
    }
# In the database: a cache that is down would log everybody out, or answer 500.
SESSION_ENGINE = "django.contrib.sessions.backends.db"

# Background work is done at once, or kept for `manage.py db_worker` where one runs.
TASK_WORKER = env.bool("TASK_WORKER", default=False)
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if TASK_WORKER
        else "django_tasks.backends.immediate.ImmediateBackend"
    }
}

STATIC_ROOT = env.str("STATIC_ROOT", default=str(DATA_DIR / "static"))
MEDIA_ROOT = env.str("MEDIA_ROOT", default=str(DATA_DIR / "media"))
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
if env.str("MEDIA_BUCKET", default=""):
    # Any S3-compatible storage; credentials come from AWS_ACCESS_KEY_ID and so on.
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": env.str("MEDIA_BUCKET"),
            "endpoint_url": env.str("MEDIA_ENDPOINT", default="") or None,
            "file_overwrite": False,
            "querystring_auth": env.bool("MEDIA_SIGNED_URLS", default=True),
        },
    }

# Public pages -----------------------------------------------------------------
# How long a shared cache may keep one that nobody tells to forget, in seconds.
SHARED_CACHE_SECONDS = env.int("SHARED_CACHE_SECONDS", default=3600)
STALE_SECONDS = 60  # and show it while asking for a new one
# In each process, with its compressed form; 0 keeps none.
PAGE_CACHE_MEGABYTES = env.int("PAGE_CACHE_MEGABYTES", default=64)
# Where an nginx on this machine keeps its copies, to be deleted with ours.
PROXY_CACHE_FOLDER = env.str("PROXY_CACHE_FOLDER", default="")
