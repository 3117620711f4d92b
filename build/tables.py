"""Reads a TOML file into a checked model, and says in one line what is wrong with it."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar, get_args

from errors import BuildError
from pydantic import AfterValidator, AliasGenerator, BaseModel, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel


class Table(BaseModel):
    """A TOML table that takes no unknown key and converts no value. By alias, keys are as in scripts."""

    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, alias_generator=AliasGenerator(serialization_alias=to_camel)
    )


TableT = TypeVar("TableT", bound=Table)


def shaped(pattern: str, what: str) -> AfterValidator:
    """Give a check that a text is all of a shape; `what` tells that shape to people."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(f"expected {what}, not {text!r}")
        return text

    return AfterValidator(check)


def twice(values: Iterable[str]) -> str | None:
    """Give the first of the values that is there more than once, or None."""
    return next((value for value, count in Counter(values).items() if count > 1), None)


def once(values: list[str]) -> list[str]:
    """Give the values back. Raises ValueError where one is there twice."""
    if found := twice(values):
        raise ValueError(f"{found!r} given twice; expected it once")
    return values


def read(path: Path, model: type[TableT], shown: str) -> TableT:
    """Read the TOML file at `path` as `model`.

    `shown` is the file's name in messages. Raises BuildError naming file, key and what was expected.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BuildError(f"{shown}: missing; expected a TOML file here") from None
    except tomllib.TOMLDecodeError as error:
        raise BuildError(f"{shown}: no TOML: {error}") from None
    except UnicodeDecodeError as error:
        raise BuildError(f"{shown}: not UTF-8 (at byte {error.start})") from None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise BuildError(f"{shown}: {_line(error, model)}") from None


def _line(error: ValidationError, model: type[Table]) -> str:
    first = error.errors(include_url=False)[0]
    # pydantic marks an error in a mapping's key by a last step "[key]", which no reader of TOML knows.
    steps = [step for step in first["loc"] if step != "[key]"]
    where = f"{'.'.join(str(step) for step in steps)}: " if steps else ""
    if first["type"] == "extra_forbidden":
        return f"{where}unknown key; expected one of {', '.join(_keys(model, steps[:-1]))}"
    if first["type"] == "missing":
        return f"{where}missing"
    if first["type"] == "value_error":
        return f"{where}{first['ctx']['error']}"
    expected = first["msg"].replace("Input should be", "expected")
    return f"{where}{expected}, not {first['input']!r}"


def _keys(model: type[Table], steps: list[int | str]) -> list[str]:
    """Give the keys that the table at `steps` below `model` takes."""
    for step in steps:
        if step in model.model_fields:
            model = _table_in(model.model_fields[str(step)].annotation) or model
    return list(model.model_fields)


def _table_in(annotation: Any) -> type[Table] | None:
    if isinstance(annotation, type) and issubclass(annotation, Table):
        return annotation
    found = (_table_in(argument) for argument in get_args(annotation))
    return next((table for table in found if table), None)
