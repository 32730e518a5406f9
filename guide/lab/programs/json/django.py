"""A JSON answer, and nothing else switched on."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], MIDDLEWARE=[])


@require_safe
def greeting(request):
    return JsonResponse({"greeting": "Hello, world"})


urlpatterns = [path("greeting", greeting)]
app = get_wsgi_application()
