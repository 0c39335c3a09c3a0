"""All regulations the product knows, by id and edition."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from regulations.files import RegulationError, read_file
from regulations.schema import Regulation

__all__ = ["DATA", "Library", "RegulationError", "load"]

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Library:
    """Regulations in the order of their ids and editions."""

    regulations: tuple[Regulation, ...]

    def get(self, id: str, edition: int | None = None) -> Regulation:
        """The regulation in this edition, or in its newest one.

        Raises KeyError when there is none: routes may only begin with what the library holds.
        """
        found = [one for one in self.regulations if one.id == id and edition in (None, one.edition)]
        if not found:
            raise KeyError(id if edition is None else f"{id}, edition {edition}")
        return found[-1]

    def ids(self) -> tuple[str, ...]:
        """Ids of the regulations, each once."""
        return tuple(dict.fromkeys(one.id for one in self.regulations))


def load(folder: Path = DATA) -> Library:
    """Every `*.toml` of the folder; a file is called `<id>.toml` or `<id>.<edition>.toml`.

    Raises RegulationError for the first file that cannot be used, and for an empty folder.
    """
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise RegulationError(folder.name, "", "holds no regulation (*.toml)")
    regulations = [_read(path) for path in files]
    _refuse_doubles(regulations, files)
    return Library(tuple(sorted(regulations, key=lambda one: (one.id, one.edition))))


def _read(path: Path) -> Regulation:
    regulation = read_file(path, Regulation)
    if path.stem not in (regulation.id, f"{regulation.id}.{regulation.edition}"):
        raise RegulationError(path.name, "id", f"the file of '{regulation.id}' has another name")
    return regulation


def _refuse_doubles(regulations: Iterable[Regulation], files: Iterable[Path]) -> None:
    seen: dict[tuple[str, int], str] = {}
    for regulation, path in zip(regulations, files, strict=True):
        key = (regulation.id, regulation.edition)
        if key in seen:
            raise RegulationError(path.name, "edition", f"the same edition stands in {seen[key]}")
        seen[key] = path.name
