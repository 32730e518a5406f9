"""A new Django project hashes passwords with PBKDF2 and checks how good they are."""

from fresh_project import fresh_project

PACKAGES = ("Django",)
EXPECTED = {
    "algorithm": "pbkdf2_sha256",
    "at least a million rounds": True,
    "validators in a new project": 4,
    "the password 12345678 is accepted": False,
}


def observe():
    fresh_project()
    from django.conf import settings
    from django.contrib.auth.hashers import make_password
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    algorithm, rounds, *_ = make_password("correct horse battery").split("$")
    try:
        validate_password("12345678")
        accepted = True
    except ValidationError:
        accepted = False
    return {
        "algorithm": algorithm,
        "at least a million rounds": int(rounds) >= 1_000_000,
        "validators in a new project": len(settings.AUTH_PASSWORD_VALIDATORS),
        "the password 12345678 is accepted": accepted,
    }
