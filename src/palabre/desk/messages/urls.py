"""Addresses of messages, under ``/w/<slug>/``."""

from django.urls import path

from palabre.desk.messages.views import message, search, stream

urlpatterns = [
    path("messages/<int:message>", message.message_page, name="message"),
    path("messages/<int:message>/replies", message.replies, name="replies"),
    path("messages/<int:message>/raw", message.raw, name="raw"),
    path("authors/<int:author>", message.author_page, name="author"),
    path("search", search.search_page, name="search"),
    path("search/count", search.search_count, name="search_count"),
    path("stream", stream.stream_page, name="stream"),
    path("stream/more", stream.stream_more, name="stream_more"),
    path("stream/curve", stream.curve, name="stream_curve"),
]
