"""The app's name for Django."""

from django.apps import AppConfig


class SignalsConfig(AppConfig):
    name = "palabre.desk.signals"
    label = "signals"
    default_auto_field = "django.db.models.BigAutoField"
