"""Addresses of the audit log, under ``/w/<slug>/settings/audit/``."""

from django.urls import path

from palabre.desk.audit.views import audit_log

urlpatterns = [path("", audit_log, name="audit_log")]
