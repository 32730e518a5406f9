"""A table, its migration and a list, with Flask-SQLAlchemy and Flask-Migrate."""

from datetime import UTC, datetime

from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///notes.sqlite3"
db = SQLAlchemy(app)
migrate = Migrate(app, db)


def now():
    return datetime.now(UTC)


class Note(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(80), unique=True)
    created_at: Mapped[datetime] = mapped_column(default=now)


@app.get("/")
def notes():
    titles = db.session.scalars(db.select(Note.title).order_by(Note.title))
    return {"notes": titles.all()}
