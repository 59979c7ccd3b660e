"""The app's name for Django, and what it listens to."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "palabre.desk.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to changes of passwords and to sign-outs."""
        from allauth.account import signals
        from django.contrib.auth.signals import user_logged_out

        from palabre.desk.people.sessions import on_password_changed, on_signed_out

        for signal in (signals.password_changed, signals.password_set, signals.password_reset):
            signal.connect(on_password_changed, dispatch_uid="palabre.end_sessions")
        user_logged_out.connect(on_signed_out, dispatch_uid="palabre.signed_out")
