"""Flask-SQLAlchemy, quiet since 2023, stores and pages rows with SQLAlchemy 2.1."""

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import Mapped, mapped_column

PACKAGES = ("Flask-SQLAlchemy", "SQLAlchemy", "Flask")
NEEDS = {"SQLAlchemy": "2.1"}
EXPECTED = {"rows on page 2 of 3": [4, 5, 6], "pages": 3}


def observe():
    app = Flask("probe")
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    db = SQLAlchemy(app)

    class Note(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)

    with app.app_context():
        db.create_all()
        db.session.add_all([Note() for _ in range(9)])
        db.session.commit()
        page = db.paginate(db.select(Note).order_by(Note.id), page=2, per_page=3)
        return {"rows on page 2 of 3": [n.id for n in page.items], "pages": page.pages}
