"""Addresses whose views are loaded when one of them is first asked for: what is seldom needed takes no memory."""

from django.urls import URLResolver
from django.urls.resolvers import RoutePattern


class Later(URLResolver):
    """What stands under ``route``, in the module ``urls``, loaded by the first request that comes there.

    Nothing under it can be reversed: the names are not gathered, which would load it with the first page of all.
    """

    def __init__(self, route: str, urls: str, namespace: str) -> None:
        # With a namespace of its own, those above do not ask for its names.
        super().__init__(RoutePattern(route), urls, app_name=namespace, namespace=namespace)

    def _populate(self) -> None:
        """Gather no names."""
