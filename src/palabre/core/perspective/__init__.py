"""The wire of the Perspective API (v1alpha1), so that what speaks it may speak to Palabre. Pure.

Written from the public documentation of the protocol (methods, discovery document) and from answers that its users
have quoted. What a request asks (``requests``), what each attribute is made of (``attributes``), what is answered
(``answers``) and how a refusal is said (``errors``).
"""

from palabre.core.perspective.answers import Scored, analyzed, language_asked, suggested
from palabre.core.perspective.attributes import ATTRIBUTES, GROUPS, scores
from palabre.core.perspective.errors import ApiError, quota_exceeded
from palabre.core.perspective.requests import Analyze, Suggest, read_analyze, read_suggest
from palabre.core.perspective.sentences import sentences

__all__ = [
    "ATTRIBUTES",
    "GROUPS",
    "Analyze",
    "ApiError",
    "Scored",
    "Suggest",
    "analyzed",
    "language_asked",
    "quota_exceeded",
    "read_analyze",
    "read_suggest",
    "scores",
    "sentences",
    "suggested",
]
