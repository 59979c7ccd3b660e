"""Settings of the desk. Everything that differs between installations comes from the environment.

``DATABASE_URL`` is the owner's address; the desk itself signs in under a role that cannot bypass the isolation
of workspaces, whose address is derived from it (``palabre.store.address``). ``PALABRE_OIDC`` may hold a JSON list
of OpenID Connect providers in allauth's form. ``PALABRE_PUBLIC_URL`` is the address that people type.
"""

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONCE, SELF
from django.utils.translation import gettext_lazy as _

from palabre.desk.web.stamp import static_stamp
from palabre.store import address, place, ticket

BASE_DIR = Path(__file__).resolve().parent
DEBUG = False
SECRET_KEY = place.secret("django")
PUBLIC_URL = os.environ.get("PALABRE_PUBLIC_URL", "")
ALLOWED_HOSTS = ["*"]  # the gate in front checks the Host header against PALABRE_PUBLIC_URL
SECURE = PUBLIC_URL.startswith("https://")


def database_settings(url: str) -> dict[str, Any]:
    """Return Django's form of a database address."""
    parts = urlsplit(url)
    options = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "palabre.desk.database",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or unquote(options.pop("host", "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {key: unquote(value) for key, value in options.items()},
    }


#: Rows of the stream, drawn once for all the browsers of a team (see ``palabre.desk.messages.drawn``).
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "rows": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "rows",
        "TIMEOUT": 10,
        "OPTIONS": {"MAX_ENTRIES": 4_000},
    },
}

_OWNER = os.environ.get("DATABASE_URL", "postgresql://palabre@localhost/palabre")
DATABASES = {
    "default": database_settings(address.web_url(_OWNER, address.web_password())),
    "owner": database_settings(_OWNER),  # migrations and set-up only; never used by a view
}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "palabre.desk.web.apps.WebConfig",
    "palabre.desk.people.apps.PeopleConfig",
    "palabre.desk.sources.apps.SourcesConfig",
    "palabre.desk.messages.apps.MessagesConfig",
    "palabre.desk.signals.apps.SignalsConfig",
    "palabre.desk.moderation.apps.ModerationConfig",
    "palabre.desk.watch.apps.WatchConfig",
    "palabre.desk.audit.apps.AuditConfig",
    "palabre.desk.api.apps.ApiConfig",
]

MIDDLEWARE = [
    "palabre.desk.messages.errands.ErrandMiddleware",  # the gate's own, which need nothing of what follows
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # to a sixth; its random filler hides secrets
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "palabre.desk.people.scope.ScopeMiddleware",
]

ROOT_URLCONF = "palabre.desk.urls"
WSGI_APPLICATION = "palabre.desk.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "web" / "templates", BASE_DIR / "people" / "templates"],  # before allauth's own
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "palabre.desk.web.context.shell",
            ],
        },
    }
]

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # one enters by an invitation sent to the address
ACCOUNT_ADAPTER = "palabre.desk.people.adapter.InvitedOnly"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Palabre"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE  # http://localhost; browsers themselves refuse it elsewhere
SOCIALACCOUNT_ADAPTER = "palabre.desk.people.adapter.KnownOnly"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True  # who is known by the address that the provider verified, enters
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": json.loads(os.environ.get("PALABRE_OIDC", "[]"))}}

SESSION_COOKIE_NAME = ticket.SESSION_COOKIE
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_NAME = "palabre_csrf"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL else []
USE_X_FORWARDED_HOST = True  # set by the gate alone: the desk listens on the loopback interface only
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": [SELF],
    }
}

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", _("French")), ("en", _("English"))]
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True

STATIC_URL = f"/static/{static_stamp(BASE_DIR)}/"  # a change gives new addresses: browsers keep the old for ever
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 365 * 24 * 3600
MEDIA_ROOT = place.home() / "uploads"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

EMAIL_HOST = os.environ.get("PALABRE_EMAIL_HOST", "")  # none: mails are written on standard output
EMAIL_PORT = int(os.environ.get("PALABRE_EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("PALABRE_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("PALABRE_EMAIL_PASSWORD", "")
EMAIL_USE_SSL = EMAIL_PORT == 465  # TLS from the first byte
EMAIL_USE_TLS = EMAIL_PORT == 587  # STARTTLS
EMAIL_TIMEOUT = 10
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("PALABRE_EMAIL_FROM", "palabre@localhost")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("PALABRE_LOG", "WARNING")},
}
