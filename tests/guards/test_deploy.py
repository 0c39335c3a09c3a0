"""compose.yaml, compose.country.yaml, the Caddyfile and the Dockerfile: they fit each other and the program."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.front_door import BODY_SECONDS, HEAD_SECONDS
from bot.settings import Settings
from bot.webhook import LARGEST_BODY, PATH
from bot.workers import STOP_SECONDS
from tests.guards.compose_files import read_caddy, read_yaml
from tests.guards.tree import ROOT

FILES = ("compose.yaml", "compose.country.yaml")
COUNTRY = "compose.country.yaml"
NOT_OF_THE_PROGRAM = {"DOMAIN", "POSTGRES_PASSWORD"}


def composed(file: str) -> dict[str, Any]:
    """A compose file."""
    found: dict[str, Any] = read_yaml((ROOT / file).read_text("utf-8"))
    return found


@pytest.mark.parametrize("file", FILES)
def test_the_bot_runs_without_rights_on_a_root_that_nobody_can_write(file: str) -> None:
    bot = composed(file)["services"]["bot"]
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert bot["security_opt"] == ["no-new-privileges:true"]
    assert bot["tmpfs"] == ["/tmp"]
    assert "data:/data" in bot["volumes"]
    assert bot["environment"]["DATA_DIR"] == "/data"
    assert "user" not in bot and "privileged" not in bot


@pytest.mark.parametrize("file", FILES)
def test_a_stop_may_take_longer_than_the_turns_in_hand(file: str) -> None:
    grace = composed(file)["services"]["bot"]["stop_grace_period"]
    assert int(grace.removesuffix("s")) > STOP_SECONDS


@pytest.mark.parametrize("file", FILES)
def test_every_setting_is_one_of_the_program(file: str) -> None:
    written = set(composed(file)["services"]["bot"]["environment"])
    assert written <= {name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize("file", FILES)
def test_volumes_services_and_files_that_are_named_are_there(file: str) -> None:
    found = composed(file)
    for name, service in found["services"].items():
        assert set(service.get("depends_on", {})) <= found["services"].keys(), name
        for volume in service.get("volumes", []):
            source = volume.partition(":")[0]
            if source.startswith("./"):
                assert source == "./backups" or (ROOT / source).exists(), volume
            else:
                assert source in found["volumes"], volume
        assert ":" in service.get("image", "a:tag"), f"{name}: which version?"


def test_what_must_be_set_is_asked_for_and_told() -> None:
    text = (ROOT / COUNTRY).read_text("utf-8")
    asked = set(re.findall(r"\$\{(\w+):\?", text))
    assert asked == {"BOT_TOKEN", "WEBHOOK_SECRET"} | NOT_OF_THE_PROGRAM
    assert set(re.findall(r"\$\{(\w+)", text)) == asked
    head = text.partition("services:")[0]
    assert all(name in head for name in asked)


def test_the_region_has_a_server_workers_and_only_one_open_door() -> None:
    services = composed(COUNTRY)["services"]
    assert services["bot"]["command"][:2] == ["run", "--workers"]
    assert int(services["bot"]["command"][2]) > 1
    assert services["bot"]["environment"]["DATABASE_URL"].startswith("postgresql+asyncpg://")
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    assert services["backups"]["image"] == services["db"]["image"]


def test_the_proxy_hands_on_deliveries_and_nothing_else() -> None:
    services = composed(COUNTRY)["services"]
    whole, site = read_caddy((ROOT / "deploy" / "Caddyfile").read_text("utf-8")).values()
    patience = whole["servers"]["timeouts"]
    assert int(patience["read_header"].removesuffix("s")) <= HEAD_SECONDS
    assert int(patience["read_body"].removesuffix("s")) <= BODY_SECONDS
    assert site["@telegram"]["path"] == PATH
    assert site["@telegram"]["method"] == "POST"
    handed = site["handle @telegram"]
    [upstream] = [name for name in handed if name.startswith("reverse_proxy ")]
    host, _, port = upstream.removeprefix("reverse_proxy ").partition(":")
    assert host in services
    assert services[host]["environment"]["WEBHOOK_PORT"] == port
    assert services[host]["environment"]["WEBHOOK_HOST"] == "0.0.0.0"
    assert int(handed["request_body"]["max_size"].removesuffix("MB")) * 1_000_000 <= LARGEST_BODY
    kept = handed[upstream]["transport http"]["keepalive"]
    assert int(kept.removesuffix("s")) < HEAD_SECONDS, "the proxy lets go of a connection before the bot does"
    assert site["handle"] == {"respond": "404"}


def test_the_image_runs_as_nobody_in_particular_and_needs_no_root() -> None:
    last = (ROOT / "Dockerfile").read_text("utf-8").rpartition("\nFROM ")[2]
    assert re.findall(r"^USER (.*)$", last, re.MULTILINE) == ["marshrut"]
    assert re.search(r"useradd .*--uid (?!0\b)\d+ .*marshrut", last)
    assert last.index("USER marshrut") < last.index("ENTRYPOINT")
    assert "DATA_DIR=/data" in last and "VOLUME /data" in last


def test_what_is_left_out_of_the_image_is_nothing_the_program_reads() -> None:
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    needed = {"bot", "handlers", "services", "documents", "regulations", "models", "simulator"}
    assert needed | {"locales", "migrations", "alembic.ini", "pyproject.toml"} <= let_in


def test_yaml_that_is_not_understood_is_refused() -> None:
    assert read_yaml('a:\n  b: [x, "1"]\n  c:\n    - 1\nd: {e: true}\n') == {
        "a": {"b": ["x", "1"], "c": ["1"]},
        "d": {"e": True},
    }
    for text in ("a: |\n  b\n", "a: 1\na: 2\n", "a: 1\n   b: 2\n"):
        with pytest.raises(AssertionError):
            read_yaml(text)
    with pytest.raises(AssertionError):
        read_caddy("a {\n")
