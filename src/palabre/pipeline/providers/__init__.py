"""Other readers than ours: asked about messages that are stored already, each within its bounds, never waited for.

The built-in signals are there first. A reader that is slow, wrong, hostile or away changes nothing: what it says in
time, and well formed, takes their place for the signals that it is asked about.
"""

from palabre.pipeline.providers.standby import read_again

__all__ = ["read_again"]
