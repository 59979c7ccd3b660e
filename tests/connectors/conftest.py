"""What holds for every connector's tests."""

from hypothesis import settings

# A test says what is true, not how fast: on a busy machine an example may take a second to begin.
settings.register_profile("connectors", deadline=None)
settings.load_profile("connectors")
