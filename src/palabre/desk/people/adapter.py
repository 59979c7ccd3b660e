"""How allauth behaves here: nobody signs up without an invitation."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class InvitedOnly(DefaultAccountAdapter):
    """Closes open registration."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: the invitation page makes the account."""
        return False
