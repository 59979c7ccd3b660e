"""Check, explain or translate a query, written here or for another tool. Needs no database."""

import argparse
import sys
from collections.abc import Iterable
from typing import Any

import msgspec

from palabre.cli.match_lines import MessageLine, read_message, said_in
from palabre.cli.message_lines import WrongLine
from palabre.cli.tongue import Tongue, spoken
from palabre.core.query import Diagnostic
from palabre.core.query.dialects import READERS, TITLES, WRITERS, guess, known_as, read, translate
from palabre.core.query.explain import Step, explain
from palabre.core.query.parser import MAX_LENGTH, Parsed
from palabre.core.query.why import why

#: Bytes read of standard input: more than the longest query that is read.
MOST_BYTES = 4 * MAX_LENGTH + 4
#: Characters shown around what is wrong.
AROUND = 30
AUTO = "auto"

_WORDS = {
    "fr": {
        "error": "erreur", "warning": "attention", "fine": "La requête est bonne.",
        "guessed": "Lue comme une requête", "nothing": "rien ne peut se dire ainsi.",
    },
    "en": {
        "error": "error", "warning": "warning", "fine": "The query is fine.",
        "guessed": "Read as a query of", "nothing": "nothing can be said so.",
    },
}  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what to do, each with the query and the dialects."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="check|explain|translate")
    for verb, help_ in _HELP.items():
        _add_to(verbs.add_parser(verb, help=help_, description=help_))
    verbs.choices["explain"].add_argument(
        "--message", metavar="TEXT", help='say whether this message answers, and why; a text, or {"id", "text", …}'
    )


_HELP = {
    "check": "tell what is wrong with a query, where, and how to mend it",
    "explain": "tell how a query is read: as a query of ours, as a sentence, as a tree",
    "translate": "write a query for another tool, and tell what is lost",
}


def _add_to(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="?", help="the query; standard input where it is left out")
    parser.add_argument(
        "--from", dest="source", metavar="D", type=_reader, default="palabre",
        help=f"the dialect it is written in (default: palabre): {', '.join(READERS)}, or auto",
    )  # fmt: skip
    parser.add_argument(
        "--to", dest="target", metavar="D", type=_writer, help=f"the dialect to write: {', '.join(WRITERS)}"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")


def _reader(name: str) -> str:
    found = AUTO if name == AUTO else known_as(name)
    if found not in (*READERS, AUTO):
        raise argparse.ArgumentTypeError(f"no dialect {name!r}; these are read: {', '.join(READERS)}, {AUTO}")
    return found


def _writer(name: str) -> str:
    found = known_as(name)
    if found not in WRITERS:
        raise argparse.ArgumentTypeError(f"no dialect {name!r}; these are written: {', '.join(WRITERS)}")
    return found


def run(options: argparse.Namespace) -> int:
    """Answer; the exit status is 1 where the query cannot be read or said, 2 for a bad use."""
    if options.verb == "translate" and options.target is None:
        print(f"palabre query: --to: say which dialect to write: {', '.join(WRITERS)}.", file=sys.stderr)
        return 2
    query = _sayable(options.query) if options.query is not None else _standard_input()
    tongue = spoken()
    dialect = guess(query)[0].dialect if options.source == AUTO else options.source
    if options.source == AUTO and not options.json:
        print(f"{_WORDS[tongue]['guessed']} {TITLES[dialect]}.", file=sys.stderr)
    parsed = read(query, dialect)
    try:
        answer = _VERBS[options.verb](query, dialect, parsed, options, tongue)
    except WrongLine as wrong:
        print(f"palabre query: --message: {wrong}", file=sys.stderr)
        return 2
    return _print(answer, query, options.json, tongue)


def _sayable(argument: str) -> str:
    """Return an argument without the bytes that were no UTF-8."""
    return argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _standard_input() -> str:
    data = sys.stdin.buffer.read(MOST_BYTES)
    return data.decode("utf-8", "replace").removeprefix("\ufeff").rstrip("\r\n")


class Answer(msgspec.Struct, omit_defaults=True, kw_only=True):
    """What a command answers: ``text`` is for standard output, the diagnostics of ``found`` for people."""

    valid: bool
    dialect: str
    found: tuple[Diagnostic, ...] = ()
    text: str = ""
    #: The result of the verb is the diagnostics themselves.
    checked: bool = False
    more: dict[str, Any] = {}


def _check(query: str, dialect: str, parsed: Parsed, options: argparse.Namespace, tongue: Tongue) -> Answer:
    del query, options
    fine = _WORDS[tongue]["fine"] if not parsed.diagnostics else ""
    valid = parsed.tree is not None
    return Answer(valid=valid, dialect=dialect, found=parsed.diagnostics, text=fine, checked=True)


def _explain(query: str, dialect: str, parsed: Parsed, options: argparse.Namespace, tongue: Tongue) -> Answer:
    del query
    if parsed.tree is None:
        return Answer(valid=False, dialect=dialect, found=parsed.diagnostics)
    reading, told = translate(parsed.tree, "palabre").text, explain(parsed.tree)
    lines = [reading, told.fr if tongue == "fr" else told.en, *_indented(told.step, tongue)]
    more: dict[str, Any] = {"query": reading, "fr": told.fr, "en": told.en, "steps": _step(told.step)}
    if options.message is not None:
        reason = why(parsed.tree, said_in(_message(options.message)))
        lines.append(reason.fr if tongue == "fr" else reason.en)
        more |= {"answers": reason.holds, "nearly": reason.nearly, "why": {"fr": reason.fr, "en": reason.en}}
    return Answer(valid=True, dialect=dialect, found=parsed.diagnostics, text="\n".join(lines), more=more)


def _message(given: str) -> MessageLine:
    """Return a message given as a text, or as a line of ``palabre match``. Raises ``WrongLine``."""
    if given.lstrip().startswith("{"):
        return read_message(_sayable(given).encode())
    return MessageLine(msgspec.Raw(b"0"), _sayable(given))


def _indented(step: Step, tongue: Tongue, depth: int = 1) -> Iterable[str]:
    """Yield the lines of a tree of steps, whose depth is bounded."""
    yield "  " * depth + "· " + (step.fr if tongue == "fr" else step.en)
    for part in step.parts:
        yield from _indented(part, tongue, depth + 1)


def _step(step: Step) -> dict[str, Any]:
    told = {"fr": step.fr, "en": step.en, "start": step.span[0], "end": step.span[1]}
    return {**told, "parts": list(map(_step, step.parts))} if step.parts else told


def _translate(query: str, dialect: str, parsed: Parsed, options: argparse.Namespace, tongue: Tongue) -> Answer:
    del tongue
    if parsed.tree is None:
        return Answer(valid=False, dialect=dialect, found=parsed.diagnostics)
    written = translate(parsed.tree, options.target, query)
    return Answer(
        valid=bool(written.text),
        dialect=dialect,
        found=(*parsed.diagnostics, *written.losses),
        text=written.text,
        more={"to": options.target, "query": written.text, "losses": list(map(_told, written.losses))},
    )


_VERBS = {"check": _check, "explain": _explain, "translate": _translate}


def _print(answer: Answer, query: str, as_json: bool, tongue: Tongue) -> int:
    if as_json:
        object_ = {"valid": answer.valid, "dialect": answer.dialect, "diagnostics": list(map(_told, answer.found))}
        sys.stdout.buffer.write(msgspec.json.encode({**object_, **answer.more}) + b"\n")
        return 0 if answer.valid else 1
    for line in _shown(answer.found, query, tongue):
        print(line, file=sys.stdout if answer.checked else sys.stderr)
    if answer.text:
        print(answer.text)
    elif not answer.checked and answer.valid is False and not answer.found:
        print(f"palabre query: {_WORDS[tongue]['nothing']}", file=sys.stderr)
    return 0 if answer.valid else 1


def _told(found: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as JSON says it."""
    return {
        "code": found.code,
        "severity": found.severity,
        "start": found.span[0],
        "end": found.span[1],
        "fr": found.fr,
        "en": found.en,
        "mend_fr": found.mend_fr,
        "mend_en": found.mend_en,
    }


def _shown(diagnostics: Iterable[Diagnostic], query: str, tongue: Tongue) -> Iterable[str]:
    """Yield the lines that show diagnostics to a person: what, where in the query, how to mend it."""
    for found in diagnostics:
        what, mend = (found.fr, found.mend_fr) if tongue == "fr" else (found.en, found.mend_en)
        colon = "\u202f:" if tongue == "fr" else ":"
        yield f"{_WORDS[tongue][found.severity]} {found.span[0]}–{found.span[1]}{colon} {what}"
        if found.span[1] > found.span[0]:
            yield from _excerpt(query, *found.span)
        yield f"    {mend}"


def _excerpt(query: str, start: int, end: int) -> Iterable[str]:
    """Yield a piece of the query, and a line of carets under what is meant."""
    first, last = max(0, start - AROUND), min(len(query), end + AROUND)
    before, after = "…" * (first > 0), "…" * (last < len(query))
    yield "    " + before + "".join([_visible(sign) for sign in query[first:last]]) + after
    yield "    " + " " * (len(before) + start - first) + "^" * max(1, min(end, last) - start)


def _visible(sign: str) -> str:
    return sign if sign.isprintable() else "·"
