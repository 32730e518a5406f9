# A small image with the locked packages, run by a user without rights.
FROM python:3.13-slim AS packages
COPY requirements.lock /
RUN python -m venv /opt/site \
 && /opt/site/bin/pip install --no-cache-dir --require-hashes -r /requirements.lock

FROM python:3.13-slim
RUN useradd --system --create-home --home-dir /srv/site site
COPY --from=packages /opt/site /opt/site
WORKDIR /srv/site/app
COPY --chown=site . .
ENV PATH=/opt/site/bin:$PATH PYTHONUNBUFFERED=1 DATA_DIR=/srv/site/data \
    DJANGO_SETTINGS_MODULE=config.settings.production
USER site
RUN SECRET_KEY=build ALLOWED_HOSTS=localhost BASE_URL=https://localhost \
    python manage.py collectstatic --noinput
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=3s \
  CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/healthz')"]
CMD ["granian", "--interface", "wsgi", "--no-ws", "--host", "0.0.0.0", "--port", "8000", \
     "--workers", "2", "--blocking-threads", "1", "config.wsgi:application"]
