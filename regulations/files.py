"""Reading a data file into a frozen schema, with errors a methodist can act on."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)


class RegulationError(Exception):
    """A data file cannot be used: one line with the file, the key and the reason."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}" if key else f"{file}: {reason}")
        self.file, self.key, self.reason = file, key, reason


def read_file(path: Path, model: type[Model]) -> Model:
    """One TOML file as `model`; numbers with a point stay exact decimals.

    Raises RegulationError for a file that cannot be read, is no TOML, or does not fit the schema.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except OSError as error:
        raise RegulationError(path.name, "", error.strerror or "cannot be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RegulationError(path.name, "", f"is no TOML: {_one_line(str(error))}") from error
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        raise RegulationError(path.name, _key(first), _reason(first)) from error


def _key(error: ErrorDetails) -> str:
    return ".".join(str(part) for part in error["loc"])


def _reason(error: ErrorDetails) -> str:
    if error["type"] == "extra_forbidden":
        return "unknown key"
    return _one_line(error["msg"].removeprefix("Value error, "))


def _one_line(text: str) -> str:
    return " ".join(text.split())
