"""The OpenAPI description as a page needs it. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_METHODS = ("get", "post", "patch", "put", "delete")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation, or a field of its body."""

    name: str
    place: str
    kind: str
    required: bool
    text: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: what it is called, what it takes, what it gives."""

    id: str
    method: str
    path: str
    text: str
    parameters: tuple[Parameter, ...]
    gives: str


def sections(schema: Mapping[str, Any]) -> dict[str, list[Operation]]:
    """Return the operations by tag, in the order of the description."""
    found: dict[str, list[Operation]] = {}
    for path, operations in schema["paths"].items():
        for method in _METHODS:
            if method in operations:
                one = operations[method]
                found.setdefault(one.get("tags", ["house"])[0], []).append(_operation(schema, path, method, one))
    return found


def _operation(schema: Mapping[str, Any], path: str, method: str, one: Mapping[str, Any]) -> Operation:
    given = [_parameter(schema, parameter) for parameter in one.get("parameters", ())]
    text = one.get("description") or one.get("summary", "")
    return Operation(
        one["operationId"], method.upper(), path, text, (*given, *_body(schema, one)), _gives(schema, one)
    )


def _parameter(schema: Mapping[str, Any], given: Mapping[str, Any]) -> Parameter:
    inner = given.get("schema", {})
    text = given.get("description") or inner.get("description", "")
    return Parameter(given["name"], given["in"], _kind(schema, inner), given.get("required", False), text)


def _body(schema: Mapping[str, Any], one: Mapping[str, Any]) -> Iterator[Parameter]:
    content = one.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    if not content:
        return
    resolved = _resolved(schema, content)
    for name, inner in resolved.get("properties", {}).items():
        required = name in resolved.get("required", ())
        yield Parameter(name, "body", _kind(schema, inner), required, inner.get("description", ""))


def _gives(schema: Mapping[str, Any], one: Mapping[str, Any]) -> str:
    for status in ("200", "201"):
        content = one["responses"].get(status, {}).get("content", {}).get("application/json", {}).get("schema")
        if content:
            return f"{status} {_kind(schema, content)}"
    return ""


def _kind(schema: Mapping[str, Any], inner: Mapping[str, Any]) -> str:
    if "$ref" in inner:
        return str(inner["$ref"]).rpartition("/")[2]
    if "enum" in inner:
        return " | ".join(map(str, inner["enum"]))
    if "anyOf" in inner:
        kinds = [_kind(schema, one) for one in inner["anyOf"] if one.get("type") != "null"]
        return " | ".join(dict.fromkeys(kinds))
    if inner.get("type") == "array":
        return f"[{_kind(schema, inner.get('items', {}))}]"
    return str(inner.get("format") or inner.get("type") or "any")


def _resolved(schema: Mapping[str, Any], inner: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in inner:
        return inner
    found: Mapping[str, Any] = schema["components"]["schemas"][str(inner["$ref"]).rpartition("/")[2]]
    return found
