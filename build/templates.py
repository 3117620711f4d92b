"""Renders one template of the extension by Jinja2, and says in one line what is wrong with it."""

import json
from collections.abc import Mapping
from pathlib import Path
from traceback import extract_tb
from typing import Any, NoReturn

from errors import BuildError
from jinja2 import Environment, StrictUndefined, TemplateError, TemplateRuntimeError, TemplateSyntaxError

SUFFIX = ".j2"


def json_text(value: Any) -> str:
    """Give `value` as JSON to be read: Jinja's own filter escapes quotes and ampersands for HTML."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_no_json)


def render(path: Path, context: Mapping[str, Any], shown: str) -> str:
    """Render the template at `path`; `shown` is its name in messages. Raises BuildError when it is wrong."""
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)  # noqa: S701 - JSON and TypeScript, no HTML
    environment.filters["json"] = json_text
    try:
        return environment.from_string(path.read_text(encoding="utf-8")).render(context)
    except TemplateSyntaxError as error:
        raise BuildError(f"{shown}: line {error.lineno}: {error.message}") from None
    except TemplateError as error:
        frames = extract_tb(error.__traceback__)
        line = next(frame.lineno for frame in reversed(frames) if frame.filename == "<template>")
        known = ", ".join(sorted(context))
        raise BuildError(f"{shown}: line {line}: {error.message}; the names here are {known}") from None


def _no_json(value: Any) -> NoReturn:
    str(value)  # an undefined name raises its own error here
    raise TemplateRuntimeError(f"{value!r} is nothing that JSON can hold")
