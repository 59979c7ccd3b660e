"""Adding a source, changing its name, its settings and its secrets."""

import secrets as chance
from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from palabre.connectors.contract import Connector
from palabre.connectors.registry import connector as find_connector
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import Actor
from palabre.desk.sources.actions.telling import tell
from palabre.desk.sources.checks import opened, sealed
from palabre.desk.sources.fitting import Fitted, fit
from palabre.desk.sources.models import Source, SourceHealth


def do_add_source(
    *,
    actor: Actor,
    connector: str,
    name: str,
    given: Mapping[str, Any],
    moderated: bool = True,
    strict: bool = False,
) -> Source:
    """Create a source from ``given`` (setting or secret → value) and have it collected at once.

    Raises ``Refused`` with the first setting that is wrong.
    """
    found = connector_called(connector)
    fitted = checked(fit(found, given, strict=strict))
    source = Source.objects.create(
        workspace_id=actor.workspace_id,
        name=_name(name),
        connector=connector,
        network=found.manifest.network,
        settings=dict(fitted.settings),
        secrets=sealed(fitted.secrets),
        moderated=moderated,
        created_by_id=actor.person_id,
    )
    SourceHealth.objects.create(source=source, workspace_id=actor.workspace_id)
    source.refresh_from_db()  # its public id is drawn by the database
    tell(actor, source, "source.add", connector=connector, name=source.name)
    return source


def do_change_source(
    *,
    actor: Actor,
    source: Source,
    name: str | None = None,
    moderated: bool | None = None,
    given: Mapping[str, Any] | None = None,
    strict: bool = False,
) -> Source:
    """Change what is given of a source; secrets that are not given stay. It is collected again at once.

    The log names the settings that changed, never what a secret was or is. Raises ``Refused``.
    """
    changed = _rename(source, name, moderated)
    if given is not None:
        changed += _resettle(source, given, strict)
    if not changed:
        return source
    source.save(update_fields=["name", "moderated", "settings", "secrets"])
    run_now(source)
    tell(actor, source, "source.change", changed=sorted(changed))
    return source


def do_rotate_secret(*, actor: Actor, source: Source) -> str:
    """Give a webhook another signing secret and return it, to be shown once; the one before stays good."""
    kept = opened(source.secrets)
    new = new_signing_secret()
    secrets = {"secret": new, **({"previous_secret": kept["secret"]} if kept.get("secret") else {})}
    source.secrets = sealed(secrets)
    source.save(update_fields=["secrets"])
    tell(actor, source, "source.secrets", rotated=True)
    return new


def new_signing_secret() -> str:
    """Return a new secret for signing calls: 256 random bits in hexadecimal."""
    return chance.token_hex(32)


def connector_called(key: str) -> Connector:
    """Return the connector of that name. Raises ``Refused`` where there is none."""
    try:
        return find_connector(key)
    except LookupError as error:
        raise Refused(_("There is no such connector."), "connector") from error


def checked(fitted: Fitted) -> Fitted:
    """Return what was fitted. Raises ``Refused`` with the first problem, in the present language."""
    if fitted.problems:
        name, french, english = fitted.problems[0]
        raise Refused(french if (get_language() or "fr").startswith("fr") else english, name)
    return fitted


def run_now(source: Source) -> None:
    """Have the source collected at the next turn, whatever rest an error had earned it."""
    SourceHealth.objects.filter(source=source).update(next_run_at=timezone.now())


def _rename(source: Source, name: str | None, moderated: bool | None) -> list[str]:
    changed = []
    if name is not None and _name(name) != source.name:
        source.name = _name(name)
        changed.append("name")
    if moderated is not None and moderated != source.moderated:
        source.moderated = moderated
        changed.append("moderated")
    return changed


def _resettle(source: Source, given: Mapping[str, Any], strict: bool) -> list[str]:
    kept = opened(source.secrets)
    fitted = checked(fit(connector_called(source.connector), given, kept, strict=strict))
    names = {*fitted.settings, *source.settings}
    changed = [name for name in names if fitted.settings.get(name) != source.settings.get(name)]
    changed += [name for name in fitted.secrets if fitted.secrets[name] != kept.get(name)]
    source.settings, source.secrets = dict(fitted.settings), sealed(fitted.secrets)
    return changed


def _name(given: str) -> str:
    name = " ".join(given.split())
    if not 1 <= len(name) <= 120:
        raise Refused(_("A name has between 1 and 120 characters."), "name")
    return name
