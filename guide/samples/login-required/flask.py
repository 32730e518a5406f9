"""A page for signed-in people, with Flask-Login, Flask-SQLAlchemy and Flask-WTF."""

import click
from flask import Flask, redirect, render_template_string, request, url_for
from flask_login import (
    LoginManager,
    UserMixin,
    current_user,
    login_required,
    login_user,
)
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy.orm import Mapped, mapped_column
from werkzeug.security import check_password_hash, generate_password_hash

app = Flask(__name__)
app.config["SECRET_KEY"] = "example-only"
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///site.sqlite3"
CSRFProtect(app)
db = SQLAlchemy(app)
login_manager = LoginManager(app)
login_manager.login_view = "login"

PAGE = """<!doctype html><title>Log in</title><form method="post">
<input type="hidden" name="csrf_token" value="{{ csrf_token() }}">
<p>{{ error }}</p><input name="username" aria-label="Name">
<input name="password" type="password" aria-label="Password">
<button>Log in</button></form>"""


class User(UserMixin, db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(unique=True)
    password: Mapped[str]


@login_manager.user_loader
def load_user(user_id):
    return db.session.get(User, int(user_id))


@app.cli.command("add-user")
@click.argument("username")
@click.password_option()
def add_user(username, password):
    db.create_all()
    db.session.add(User(username=username, password=generate_password_hash(password)))
    db.session.commit()


@app.route("/login/", methods=["GET", "POST"])
def login():
    error = ""
    if request.method == "POST":
        name, password = request.form["username"], request.form["password"]
        user = db.session.scalar(db.select(User).filter_by(username=name))
        if user and check_password_hash(user.password, password):
            login_user(user)
            return redirect(url_for("private"))
        error = "Wrong name or password."
    return render_template_string(PAGE, error=error)


@app.get("/private/")
@login_required
def private():
    return {"user": current_user.username}
