"""API tokens: keys for programs, each of one workspace, answered for by one person."""

from collections.abc import Collection
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from palabre.desk.audit.actions import record
from palabre.desk.people.errors import Refused
from palabre.desk.people.models import ApiToken
from palabre.desk.people.permissions import SCOPES
from palabre.desk.people.scope import Actor
from palabre.desk.people.secrets import hashed, new_api_token

#: How often the use of a token is written down.
USE_NOTED = timedelta(minutes=1)


def do_create_token(*, actor: Actor, name: str, scopes: Collection[str]) -> tuple[ApiToken, str]:
    """Return a new token's row and the token itself, which is shown once.

    Raises ``Refused`` where no scope is asked for, or one that does not exist.
    """
    if not scopes or set(scopes) - SCOPES.keys():
        raise Refused(_("Choose at least one thing that this token may do."), "scopes")
    if actor.person_id is None:
        raise ValueError("A token needs a person who answers for it.")
    plain = new_api_token()
    token = ApiToken.objects.create(
        workspace_id=actor.workspace_id,
        person_id=actor.person_id,
        name=name,
        token_hash=hashed(plain),
        scopes=sorted(scopes),
    )
    record(actor=actor, verb="token.create", object=f"token {token.pk}", name=name, scopes=token.scopes)
    return token, plain


def do_revoke_token(*, actor: Actor, token: ApiToken) -> None:
    """Make a token worthless at once."""
    if ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now()):
        record(actor=actor, verb="token.revoke", object=f"token {token.pk}", name=token.name)


def do_note_use(*, token: ApiToken) -> None:
    """Note that a token was used, at most once a minute: a program that calls all day should not write all day."""
    now = timezone.now()
    if token.last_used_at is None or token.last_used_at < now - USE_NOTED:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)
