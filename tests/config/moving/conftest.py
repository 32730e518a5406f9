"""A move needs a PostgreSQL server: its tests run where the suite runs on one."""

from django.conf import settings

ON_SERVER = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
# Each of the suite's two runs covers its own part; together they cover all.
collect_ignore = ["test_refused.py"] if ON_SERVER else ["test_move.py"]
