"""The app's name for Django."""

from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "palabre.desk.messages"
    label = "palabre_messages"
    default_auto_field = "django.db.models.BigAutoField"
