"""Addresses of moderation, under ``/w/<slug>/``."""

from django.urls import path

from palabre.desk.moderation.views import acts, kept, queue, rows
from palabre.desk.web.palette import palette

urlpatterns = [
    path("", queue.workspace_home, name="workspace"),
    path("queue", queue.queue_page, name="queue"),
    path("queue/decided", queue.decided_page, name="decided"),
    path("queue/more", queue.queue_more, name="queue_more"),
    path("queue/views/keep", kept.keep_view, name="keep_view"),
    path("queue/views/drop", kept.drop_view, name="drop_view"),
    path("queue/release", acts.release, name="release"),
    path("queue/<int:message>", queue.queue_pane, name="queue_pane"),
    path("queue/<int:message>/claim", acts.claim, name="claim"),
    path("queue/<int:message>/decide", acts.decide, name="decide"),
    path("queue/<int:message>/decide-alike", acts.decide_alike, name="decide_alike"),
    path("decisions/undo", acts.undo, name="undo"),
    path("counts", queue.counts, name="counts"),
    path("palette", palette, name="palette"),
    path("rows", rows.rows_by_id, name="rows"),
]
