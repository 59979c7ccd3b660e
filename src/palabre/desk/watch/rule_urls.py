"""Addresses of rules, under ``/w/<slug>/rules/``."""

from django.urls import path

from palabre.desk.watch.views import rules, ruling

urlpatterns = [
    path("", rules.rules, name="rules"),
    path("add", ruling.add_rule, name="add_rule"),
    path("keep", ruling.keep_search_as_rule, name="keep_search_as_rule"),
    path("try", ruling.try_rule, name="try_rule"),
    path("<int:rule>", rules.rule_page, name="rule"),
    path("<int:rule>/edit", ruling.change_rule, name="change_rule"),
    path("<int:rule>/latest", rules.rule_latest, name="rule_latest"),
    path("<int:rule>/versions/<int:rule_version>/restore", rules.restore_rule, name="restore_rule"),
    path("<int:rule>/pause", rules.pause_rule, name="pause_rule"),
    path("<int:rule>/resume", rules.resume_rule, name="resume_rule"),
    path("<int:rule>/remove", rules.remove_rule, name="remove_rule"),
]
