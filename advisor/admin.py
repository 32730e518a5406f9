"""What operators find under /django-admin/. Private recommendations are not there."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from advisor.models import User

admin.site.register(User, UserAdmin)
