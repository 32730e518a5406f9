"""A form that is checked on the server, with Flask-WTF."""

from flask import Flask, redirect, render_template_string, url_for
from flask_wtf import CSRFProtect, FlaskForm
from wtforms import IntegerField, StringField
from wtforms.validators import DataRequired, Length, NumberRange

app = Flask(__name__)
app.config["SECRET_KEY"] = "example-only"
CSRFProtect(app)

PAGE = """<!doctype html><title>Book</title>
<form method="post">{{ form.csrf_token }}
{% for field in [form.name, form.seats] %}
<p>{{ field.label }} {{ field }}
{% for error in field.errors %}<strong>{{ error }}</strong>{% endfor %}</p>
{% endfor %}<button>Book</button></form>"""


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
    return render_template_string(PAGE, form=form)


@app.get("/booked/<int:seats>")
def booked(seats):
    return f"Seats booked: {seats}"
