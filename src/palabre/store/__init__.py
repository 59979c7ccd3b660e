"""PostgreSQL without an ORM, for what must be fast. SQL stands in named, commented .sql files."""
