"""A booking form, checked on the server, with Flask-WTF."""

from flask import Flask, redirect, render_template, url_for
from flask_wtf import CSRFProtect, FlaskForm
from jinja2 import DictLoader
from wtforms import IntegerField, StringField
from wtforms.validators import DataRequired, Length, NumberRange

PAGE = """<!doctype html><title>Book</title>
<form method="post">{{ form.csrf_token }}
{% for field in [form.name, form.seats] %}
<p>{{ field.label }} {{ field }}
{% for error in field.errors %}<strong>{{ error }}</strong>{% endfor %}</p>
{% endfor %}<button>Book</button></form>"""

app = Flask(__name__)
app.config["SECRET_KEY"] = "only-for-the-lab"
app.jinja_loader = DictLoader({"book.html": PAGE})
CSRFProtect(app)


class BookingForm(FlaskForm):
    name = StringField(validators=[DataRequired(), Length(max=80)])
    seats = IntegerField(
        validators=[DataRequired(), NumberRange(1, 8, "Choose 1 to 8 seats.")]
    )


@app.route("/", methods=["GET", "POST"])
def book():
    form = BookingForm()
    if form.validate_on_submit():
        return redirect(url_for("booked", seats=form.seats.data))
    return render_template("book.html", form=form)


@app.get("/booked/<int:seats>")
def booked(seats):
    return f"Seats booked: {seats}"
