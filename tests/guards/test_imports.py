"""Imports point down, without cycles, and the messenger stops at handlers and bot (DESIGN 2)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.guards.tree import PRODUCT, ROOT, made_up

LINTER = Path(sys.executable).parent / "lint-imports"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """The contracts of pyproject.toml over a tree."""
    command = [str(LINTER), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


def test_the_contracts_are_kept() -> None:
    said = lint(ROOT)
    assert said.returncode == 0, said.stdout


def test_a_made_up_import_that_points_up_is_refused(tmp_path: Path) -> None:
    root = made_up(tmp_path, models__plan="import services.plan\n", services__plan="import aiogram\n")
    for name in PRODUCT:
        (root / name).mkdir(exist_ok=True)
        (root / name / "__init__.py").touch()
    (root / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")
    said = lint(root)
    assert said.returncode == 1
    assert "models is not allowed to import services" in said.stdout
    assert "services is not allowed to import aiogram" in said.stdout
