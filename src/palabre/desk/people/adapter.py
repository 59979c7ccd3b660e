"""How allauth behaves here: nobody signs up without an invitation."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class InvitedOnly(DefaultAccountAdapter):
    """Closes open registration."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: the invitation page makes the account."""
        return False


class KnownOnly(DefaultSocialAccountAdapter):
    """An organisation's sign-in opens the account of someone who is known here; it makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        """Return False: the invitation page makes the account."""
        return False
