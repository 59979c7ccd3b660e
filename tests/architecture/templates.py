"""What a page may not hold under our content security policy, nor by the habits of the house."""

import re
from collections.abc import Iterator

_FAULTS = {
    "a script in the page": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*type=[\"']application/json)[^>]*>"),
    "a style in the page": re.compile(r"<style\b|\sstyle=[\"']"),
    "a handler in the page": re.compile(r"\son[a-z]+=[\"']|\bhx-on"),
    "an attribute of htmx 2": re.compile(r"\b(?:hx-ext|sse-connect|sse-swap|hx-vars)="),
    "a text left unescaped": re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off"),
    "an address of elsewhere": re.compile(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=[\"'](?:https?:)?//"),
}


def faults(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, fault) of a template."""
    for name, pattern in _FAULTS.items():
        for found in pattern.finditer(text):
            yield text.count("\n", 0, found.start()) + 1, name
