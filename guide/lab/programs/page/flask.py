"""A page that lists 20 books, with Flask-SQLAlchemy and Jinja."""

import os

from flask import Flask, render_template
from flask_sqlalchemy import SQLAlchemy
from jinja2 import DictLoader
from sqlalchemy.orm import joinedload

PAGE = """<!doctype html><title>Books</title><h1>Books</h1><table>
{% for book in books %}<tr><td>{{ book.title }}</td><td>{{ book.author.name }}</td>
<td>{{ book.pages }}</td></tr>
{% endfor %}</table>"""

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{os.environ['LAB_DATABASE']}"
app.jinja_loader = DictLoader({"books.html": PAGE})
db = SQLAlchemy(app)


class Author(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(80))


class Book(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    title = db.Column(db.String(80))
    pages = db.Column(db.Integer)
    author_id = db.Column(db.ForeignKey("author.id"))
    author = db.relationship(Author)


@app.get("/books")
def books():
    newest = db.select(Book).options(joinedload(Book.author, innerjoin=True))
    newest = newest.order_by(Book.id.desc()).limit(20)
    return render_template("books.html", books=db.session.scalars(newest))
