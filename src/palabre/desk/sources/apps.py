"""The app's name for Django."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "palabre.desk.sources"
    label = "sources"
    default_auto_field = "django.db.models.BigAutoField"
