"""Addresses of sources, under ``/w/<slug>/sources/``."""

from django.urls import path

from palabre.desk.sources.views import adding, changing, files, listing

urlpatterns = [
    path("", listing.sources, name="sources"),
    path("add", adding.choose_connector, name="choose_connector"),
    path("add/file/upload", files.add_file, name="add_file"),
    path("add/file/confirm", files.confirm_file, name="confirm_file"),
    path("add/<slug:connector>", adding.add_source, name="add_source"),
    path("add/<slug:connector>/test", adding.test_connection, name="test_connection"),
    path("<int:source>/", listing.source, name="source"),
    path("<int:source>/change", changing.change_source, name="change_source"),
    path("<int:source>/pause", changing.pause_source, name="pause_source"),
    path("<int:source>/resume", changing.resume_source, name="resume_source"),
    path("<int:source>/remove", changing.remove_source, name="remove_source"),
    path("<int:source>/secret", changing.rotate_secret, name="rotate_secret"),
    path("<int:source>/aside/retry", changing.retry_items, name="retry_items"),
    path("<int:source>/aside/dismiss", changing.dismiss_items, name="dismiss_items"),
    path("<int:source>/aside/<int:item>/retry", changing.retry_items, name="retry_item"),
    path("<int:source>/aside/<int:item>/dismiss", changing.dismiss_items, name="dismiss_item"),
]
