"""Addresses of people, outside any workspace."""

from django.urls import path
from django.views.generic import RedirectView

from palabre.desk.people.views.entry import join, start
from palabre.desk.people.views.home import found_workspace, home
from palabre.desk.people.views.me import me

urlpatterns = [
    path("", home, name="home"),
    path("new", found_workspace, name="found_workspace"),
    path("me/", me, name="me"),
    path("preferences", RedirectView.as_view(pattern_name="me")),
    path("start/<str:secret>", start, name="start"),
    path("join/<str:secret>", join, name="join"),
]
