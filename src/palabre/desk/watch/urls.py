"""Addresses of topics, under ``/w/<slug>/topics/``."""

from django.urls import path

from palabre.desk.watch.views import editing, importing, listing, topic

urlpatterns = [
    path("", listing.topics, name="topics"),
    path("add", editing.add_topic, name="add_topic"),
    path("keep", editing.keep_search, name="keep_search"),
    path("check", editing.check_query, name="check_query"),
    path("translate", editing.translate_query, name="translate_query"),
    path("offers", editing.query_offers, name="query_offers"),
    path("try", editing.try_topic, name="try_topic"),
    path("import", importing.import_topics, name="import_topics"),
    path("import/confirm", importing.confirm_import, name="confirm_import"),
    path("export/choose", importing.choose_export, name="choose_export"),
    path("export", importing.export_topics, name="export_topics"),
    path("folder", listing.rename_folder, name="rename_folder"),
    path("<int:topic>", topic.topic_page, name="topic"),
    path("<int:topic>/edit", editing.change_topic, name="change_topic"),
    path("<int:topic>/latest", topic.topic_latest, name="topic_latest"),
    path("<int:topic>/recount", topic.topic_recount, name="topic_recount"),
    path("<int:topic>/recount/ask", topic.ask_recount, name="ask_recount"),
    path("<int:topic>/recount/stop", topic.stop_recount, name="stop_recount"),
    path("<int:topic>/versions/<int:version>/restore", topic.restore_topic, name="restore_topic"),
    path("<int:topic>/pause", listing.pause_topic, name="pause_topic"),
    path("<int:topic>/resume", listing.resume_topic, name="resume_topic"),
    path("<int:topic>/remove", listing.remove_topic, name="remove_topic"),
]
