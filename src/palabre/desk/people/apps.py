"""The app's name for Django, and what it listens to."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "palabre.desk.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to changes of passwords."""
        from allauth.account import signals

        from palabre.desk.people.sessions import on_password_changed

        for signal in (signals.password_changed, signals.password_set, signals.password_reset):
            signal.connect(on_password_changed, dispatch_uid="palabre.end_sessions")
