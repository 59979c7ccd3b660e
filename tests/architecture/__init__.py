"""What the house itself must hold: imports, types, style, sizes, words, pins and documentation."""
