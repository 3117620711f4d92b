"""Receipts, as they are kept and as their page shows one."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no types
from page import Page
from selenium.webdriver.common.by import By
from tricks import shown

HERE = "receipts/receipts.html"


def facts(page: Page) -> dict[str, str]:
    """What the first receipt says, by its words for each fact."""
    one = shown(page, "[data-receipt]")
    names, values = one.find_elements(By.TAG_NAME, "dt"), one.find_elements(By.TAG_NAME, "dd")
    return {name.text: value.text for name, value in zip(names, values, strict=True)}


def check(kept: dict[str, Any], dist: Path, browser_name: str) -> None:
    """Hold an exported file against the schema that ships."""
    schema = json.loads((dist / browser_name / "receipts" / "receipt.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(kept)
    instants = [kept["exported"]]
    for receipt in kept["receipts"]:
        instants += [receipt["at"], *([receipt["reloaded"]["at"]] if receipt["reloaded"] else [])]
    for instant in instants:
        assert datetime.fromisoformat(instant).tzinfo is not None, instant
