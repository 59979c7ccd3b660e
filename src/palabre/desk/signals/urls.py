"""Addresses of the signals' rooms, under ``/w/<slug>/signals/``."""

from django.urls import path

from palabre.desk.signals.views import contacts, keys, labels, products, providers, rooms, versions

urlpatterns = [
    path("", rooms.signals, name="signals"),
    path("messages/<int:message>/label", labels.label_signal, name="label_signal"),
    path("labels/<int:label>/undo", labels.undo_label, name="undo_label"),
    path("versions", versions.versions, name="versions"),
    path("versions/builtin/use", versions.use_builtin, name="use_builtin"),
    path("versions/<int:model>", versions.version, name="model_version"),
    path("versions/<int:model>/use", versions.use_version, name="use_version"),
    path("contacts", contacts.contacts, name="scam_contacts"),
    path("products", products.products, name="products"),
    path("products/<int:register>/use", products.use_register, name="use_register"),
    path("products/<int:register>/remove", products.remove_register, name="remove_register"),
    path("providers", providers.providers, name="providers"),
    path("providers/add", providers.add_provider, name="add_provider"),
    path("providers/<int:provider>", providers.change_provider, name="change_provider"),
    path("providers/<int:provider>/resume", providers.resume_provider, name="resume_provider"),
    path("providers/<int:provider>/pause", providers.pause_provider, name="pause_provider"),
    path("providers/<int:provider>/remove", providers.remove_provider, name="remove_provider"),
    path("keys", keys.keys, name="perspective_keys"),
    path("keys/<int:key>/revoke", keys.revoke_key, name="revoke_key"),
    path("of/<slug:signal>", rooms.signal, name="signal"),
    path("of/<slug:signal>/threshold", rooms.set_threshold, name="set_threshold"),
]
