"""The lock files: every dependency in one version, by the hash of what was read when it was chosen."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.guards.tree import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
PINNED = re.compile(r"([a-z0-9._-]+)(?:\[[a-z0-9,_-]+\])?==([A-Za-z0-9.!+_-]+)(?: ; [^\\]+)?")
HASHED = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def locked(file: str) -> dict[str, tuple[str, list[str]]]:
    """Of each dependency its version and what stands behind it."""
    made: dict[str, tuple[str, list[str]]] = {}
    text = (ROOT / file).read_text("utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        said = line.partition(" #")[0].strip()
        if not said or said.startswith("#"):
            continue
        head, *hashes = re.split(r"\s+(?=--)", said)
        pinned = PINNED.fullmatch(head.strip())
        assert pinned, f"{file}: {head} is no version of a package"
        made[pinned[1]] = (pinned[2], hashes)
    return made


@pytest.mark.parametrize("file", LOCKS)
def test_every_dependency_is_of_one_version_and_has_its_hashes(file: str) -> None:
    found = locked(file)
    assert len(found) > 20
    for name, (_, hashes) in found.items():
        assert hashes and all(HASHED.fullmatch(one) for one in hashes), f"{file}: {name}"


def test_what_is_tested_is_what_runs() -> None:
    runs, tested = (locked(file) for file in LOCKS)
    assert {name: tested.get(name) for name in runs} == runs


def test_every_dependency_of_the_program_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[\[<>=~! ;]", one)[0].lower() for one in project["dependencies"]}
    known = {re.sub(r"[._]", "-", name) for name in locked("requirements.lock")}
    assert {re.sub(r"[._]", "-", name) for name in wanted} <= known


def test_nothing_is_installed_without_its_hash() -> None:
    for file in ("Dockerfile", "Makefile"):
        installs = [
            line
            for line in (ROOT / file).read_text("utf-8").splitlines()
            if " install -" in line and "-r " in line
        ]
        assert installs and all("--require-hashes" in line for line in installs), file
