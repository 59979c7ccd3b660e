"""Mails that the desk sends about people. Without a mail server, the link on the page is the way."""

import logging
import smtplib

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from palabre.desk.people.models import Invitation
from palabre.desk.people.scope import Scope

_CONSOLE = "django.core.mail.backends.console.EmailBackend"
log = logging.getLogger(__name__)


def mail_is_set_up() -> bool:
    """Tell whether mails go anywhere but to this process's own output."""
    return bool(settings.EMAIL_BACKEND != _CONSOLE)


def mail_invitation(scope: Scope, invitation: Invitation, link: str) -> bool:
    """Send the link to its address, in the language of the workspace; return whether the mail has left."""
    if not mail_is_set_up():
        return False
    context = {"workspace": scope.workspace, "person": scope.person, "invitation": invitation, "link": link}
    with translation.override(scope.workspace.language):
        subject = _("%(person)s invites you to %(workspace)s") % {
            "person": scope.person,
            "workspace": scope.workspace.name,
        }
        body = render_to_string("people/mail/invitation.txt", context)
    try:
        return bool(send_mail(" ".join(subject.split()), body, None, [invitation.email]))
    except (OSError, smtplib.SMTPException):
        log.exception("The mail of invitation %s could not be sent.", invitation.pk)
        return False
