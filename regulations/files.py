"""Reading a data file into a frozen schema, with errors a methodist can act on."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from regulations import toml_lines
from regulations.rule import Misplaced

Model = TypeVar("Model", bound=BaseModel)


class RegulationError(Exception):
    """A data file cannot be used: one line with the file, the line of it, the key and the reason.

    `line` is 0 where no line is to blame.
    """

    def __init__(self, file: str, key: str, reason: str, line: int = 0) -> None:
        place = f"{file}, line {line}" if line else file
        super().__init__(f"{place}: {key}: {reason}" if key else f"{place}: {reason}")
        self.file, self.key, self.reason, self.line = file, key, reason, line


def read_file(path: Path, model: type[Model]) -> Model:
    """One TOML file as `model`; numbers with a point stay exact decimals.

    Raises RegulationError for a file that cannot be read, is no TOML, or does not fit the schema.
    """
    try:
        text = path.read_text(encoding="utf-8")
        content = tomllib.loads(text, parse_float=Decimal)
    except OSError as error:
        raise RegulationError(path.name, "", error.strerror or "cannot be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RegulationError(path.name, "", f"is no TOML: {_one_line(str(error))}") from error
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        at = _place(first)
        key = ".".join(str(part) for part in at)
        raise RegulationError(path.name, key, _reason(first), toml_lines.line_of(text, at)) from error


def _place(error: ErrorDetails) -> tuple[str | int, ...]:
    """The keys and places that lead to what is wrong."""
    cause = error.get("ctx", {}).get("error")
    return (*error["loc"], *(cause.at if isinstance(cause, Misplaced) else ()))


def _reason(error: ErrorDetails) -> str:
    if error["type"] == "extra_forbidden":
        return "unknown key"
    return _one_line(error["msg"].removeprefix("Value error, "))


def _one_line(text: str) -> str:
    return " ".join(text.split())
