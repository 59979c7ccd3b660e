"""The app's name for Django."""

from django.apps import AppConfig


class WatchConfig(AppConfig):
    name = "palabre.desk.watch"
    label = "watch"
    default_auto_field = "django.db.models.BigAutoField"
