"""Addresses of the API, under ``/api/``."""

from django.urls import URLPattern, URLResolver, path

from palabre.desk.api.service import api
from palabre.desk.api.views import absent, reference

urlpatterns: list[URLPattern | URLResolver] = [
    path("v1/docs", reference, name="api_reference"),
    path("v1/", api.urls),
    path("<path:rest>", absent),
]
