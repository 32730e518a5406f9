"""What granian serves: the WSGI application, with bodies awaited in front of it."""

from config.serving.shortcut import install
from config.serving.target import Target
from config.wsgi import application as behind

application = Target(behind, getattr(behind, "kept", lambda _environ: None))
install(application)
