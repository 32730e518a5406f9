"""The account of a member or an editor."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as DjangoUserManager
from django.db import models
from django.db.models.functions import Lower


class UserManager(DjangoUserManager["User"]):
    """Django's manager, and people by their email address."""

    use_in_migrations = False

    def with_email(self, email: str) -> models.QuerySet["User"]:
        """Accounts with this address, upper and lower case being the same."""
        return self.filter(email__iexact=email).exclude(email="")


# Wagtail's lock names its way back after the class; the type checker cannot see that.
class User(AbstractUser):  # type: ignore[django-manager-missing]
    """A person with an account. No two share an email address; none is allowed."""

    objects: ClassVar[UserManager] = UserManager()

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=~models.Q(email=""),
                name="advisor_user_one_account_per_email",
                violation_error_message="There is an account with this email address.",
            )
        ]
