"""Addresses of topics, under ``/w/<slug>/topics/``."""

from django.urls import path

from palabre.desk.watch.views import editing as views

urlpatterns = [
    path("", views.topics, name="topics"),
    path("add", views.add_topic, name="add_topic"),
    path("check", views.check_query, name="check_query"),
    path("<int:topic>", views.change_topic, name="change_topic"),
    path("<int:topic>/pause", views.pause_topic, name="pause_topic"),
    path("<int:topic>/resume", views.resume_topic, name="resume_topic"),
    path("<int:topic>/remove", views.remove_topic, name="remove_topic"),
]
