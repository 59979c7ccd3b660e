"""The app's name for Django."""

from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "palabre.desk.moderation"
    label = "moderation"
    default_auto_field = "django.db.models.BigAutoField"
