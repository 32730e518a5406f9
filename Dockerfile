# A small image with the locked packages, run by a user without rights.
FROM python:3.13-slim AS packages
COPY requirements-server.lock /
RUN python -m venv /opt/site \
 && /opt/site/bin/pip install --no-cache-dir --require-hashes -r /requirements-server.lock

FROM python:3.13-slim
# The number that nginx's unprivileged image uses: both write to the folder of its cache.
RUN useradd --system --uid 101 --create-home --home-dir /srv/site site \
 && install -d -o site /srv/site/data /srv/site/media /srv/site/pages
COPY --from=packages /opt/site /opt/site
WORKDIR /srv/site/app
COPY --chown=site . .
ENV PATH=/opt/site/bin:$PATH PYTHONUNBUFFERED=1 DATA_DIR=/srv/site/data \
    MEDIA_ROOT=/srv/site/media STATIC_ROOT=/srv/site/static \
    DJANGO_SETTINGS_MODULE=config.settings.production
RUN install -d -o site /srv/site/static
USER site
# Values that only let the settings load; nothing of them is kept in the image's files.
RUN SECRET_KEY=only-to-collect-static-files-while-the-image-is-being-built \
    ALLOWED_HOSTS=localhost BASE_URL=https://localhost \
    python manage.py collectstatic --noinput
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=3s \
  CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/healthz')"]
CMD ["granian", "--interface", "rsgi", "--no-ws", "--http", "1", "--host", "0.0.0.0", "--port", "8000", \
     "--workers", "2", "--blocking-threads", "1", "--backpressure", "512", \
     "--respawn-failed-workers", "--http1-header-read-timeout", "10000", "--log-level", "warning", \
     "config.rsgi:application"]
