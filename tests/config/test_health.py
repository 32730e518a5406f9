from django.db import DatabaseError
from django.db.backends.utils import CursorWrapper


def test_healthz_answers_without_the_database(client):
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}


def test_readyz_names_what_it_reached(client, db):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["checks"] == {"database": True, "cache": True}


def test_readyz_is_503_when_the_database_does_not_answer(client, db, monkeypatch):
    def refuse(self, sql, params=None):
        raise DatabaseError("gone")

    with monkeypatch.context() as patch:
        patch.setattr(CursorWrapper, "execute", refuse)
        response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["database"] is False
