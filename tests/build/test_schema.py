"""The published schema of receipts, made from the scripts' own: the same as ever, and true of receipts."""

import copy
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]  # it has no types
from render import Browser, Tree

GOLDEN = Path(__file__).parent / "golden" / "receipt.schema.json"
SCHEMA = "receipts/receipt.schema.json"
RECEIPT: dict[str, Any] = {
    "id": "0c9f",
    "setting": "ai-training",
    "want": "off",
    "by": "untick",
    "address": "https://www.example.com/settings",
    "label": "Use my data",
    "at": "2026-11-27T14:05:00+01:00",
    "zone": "Europe/Berlin",
    "before": "on",
    "after": "off",
    "saved": {"kind": "saved", "status": 200},
    "reloaded": {"state": "off", "at": "2026-11-27T14:05:04+01:00"},
    "outcome": "verified",
    "extension": "0.1.0",
    "rule": "linkedin 2026-08-21",
}
FILE: dict[str, Any] = {
    "schema": "untick-receipts-1",
    "exported": "2026-11-27T13:06:00.000Z",
    "receipts": [RECEIPT],
}


@pytest.fixture
def schema(made: dict[Browser, Tree]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(made["firefox"][SCHEMA])
    Draft202012Validator.check_schema(found)
    return found


def test_it_says_the_same_as_ever(schema: dict[str, Any]) -> None:
    """Files that people have keep their meaning: a change here is a new schema, untick-receipts-2."""
    assert plain(schema) == plain(json.loads(GOLDEN.read_text("utf-8")))


def test_a_receipt_is_valid(schema: dict[str, Any]) -> None:
    assert faults(schema, FILE) == []
    assert faults(schema, changed("after", None)) == []
    assert faults(schema, changed("saved", None)) == []
    assert faults(schema, changed("reloaded", None)) == []
    assert faults(schema, FILE | {"described": "receipts/receipt.schema.json in Untick 0.1.0"}) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("want", "maybe"),
        ("before", None),
        ("outcome", "done"),
        ("at", "yesterday"),
        ("more", "x"),
        ("saved", {"kind": "saved", "status": 200, "more": 1}),
        ("saved", {"kind": "saved", "status": 0.5}),
        ("reloaded", {"state": "off"}),
    ],
)
def test_what_is_no_receipt(schema: dict[str, Any], key: str, value: Any) -> None:
    assert len(faults(schema, changed(key, value))) == 1


@pytest.mark.parametrize("key", RECEIPT)
def test_every_part_is_needed(schema: dict[str, Any], key: str) -> None:
    file = copy.deepcopy(FILE)
    del file["receipts"][0][key]
    assert len(faults(schema, file)) == 1


def changed(key: str, value: Any) -> dict[str, Any]:
    return FILE | {"receipts": [RECEIPT | {key: value}]}


def faults(schema: dict[str, Any], file: dict[str, Any]) -> list[str]:
    checker = FormatChecker(())
    checker.checks("date-time", ValueError)(_is_instant)
    validator = Draft202012Validator(schema, format_checker=checker)
    return [error.message for error in validator.iter_errors(file)]


def _is_instant(value: object) -> bool:
    return not isinstance(value, str) or bool(datetime.fromisoformat(value))


def plain(schema: Any) -> Any:
    """Give a schema without what says nothing: the order, and oneOf where only one can be."""
    if isinstance(schema, list):
        return sorted((plain(part) for part in schema), key=json.dumps)
    if not isinstance(schema, dict):
        return schema
    return {("oneOf" if key == "anyOf" else key): plain(part) for key, part in sorted(schema.items())}
