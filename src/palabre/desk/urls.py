"""Addresses of the desk. Rooms of a workspace stand under ``/w/<slug>/``; the middleware opens that scope."""

from django.urls import include, path

from palabre.desk.web.health import healthz
from palabre.desk.web.later import Later
from palabre.desk.web.masks import masks

urlpatterns = [
    path("healthz", healthz),
    path("icons-<slug:stamp>.css", masks, name="masks"),
    path("accounts/", include("allauth.urls")),
    Later("api/", "palabre.desk.api.urls", "api"),
    path("", include("palabre.desk.people.urls")),
    path("w/<slug:workspace>/", include("palabre.desk.moderation.urls")),
    path("w/<slug:workspace>/", include("palabre.desk.messages.urls")),
    path("w/<slug:workspace>/signals/", include("palabre.desk.signals.urls")),
    path("w/<slug:workspace>/sources/", include("palabre.desk.sources.urls")),
    path("w/<slug:workspace>/topics/", include("palabre.desk.watch.urls")),
    path("w/<slug:workspace>/rules/", include("palabre.desk.watch.rule_urls")),
    path("w/<slug:workspace>/settings/", include("palabre.desk.people.workspace_urls")),
]
