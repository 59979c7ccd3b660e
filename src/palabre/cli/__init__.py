"""The ``palabre`` command, one file a subcommand."""
