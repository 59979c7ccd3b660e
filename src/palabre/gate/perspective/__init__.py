"""The Perspective-compatible door: ``/v1alpha1/comments:analyze`` and ``comments:suggestscore``."""

from palabre.gate.perspective.door import Perspective

__all__ = ["Perspective"]
