"""Settings: a wrong one is refused at the start, in one clear line that shows no secret."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.wire.operator import Operator

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:AAEaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
ADDRESS = "https://bot.example.org"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"bot_token": "my-secret-token"}, "BOT_TOKEN: this is no bot token; @BotFather gives one like 12"),
        ({"telegram_api_url": "api.telegram.org"}, "TELEGRAM_API_URL: must be an address like https://"),
        (
            {"database_url": "mysql://u:my-secret@h/d"},
            "DATABASE_URL: 'mysql' is not supported; an example: sqlite",
        ),
        ({"database_url": "my-secret"}, "DATABASE_URL: cannot be read; an example: sqlite+aiosqlite:///"),
        ({"webhook_url": "bot.example.org"}, "WEBHOOK_URL: must be an address like https://"),
        ({"webhook_url": ADDRESS, "bot_token": TOKEN}, "WEBHOOK_SECRET: takes 16 to 256 Latin letters"),
        ({"webhook_secret": "my secret"}, "WEBHOOK_SECRET: takes 16 to 256 Latin letters"),
        ({"webhook_url": ADDRESS, "webhook_secret": "s" * 16}, "WEBHOOK_URL: needs BOT_TOKEN"),
        ({"webhook_port": "70000"}, "WEBHOOK_PORT: must be a number from 0 to 65535"),
        ({"local_port": "http"}, "LOCAL_PORT: must be a number from 0 to 65535"),
        ({"log_format": "xml"}, "LOG_FORMAT: must be text or json"),
        (
            {"default_timezone": "Moscow"},
            "DEFAULT_TIMEZONE: 'Moscow' is no time zone; an example: Europe/Samara",
        ),
        (
            {"default_timezone": "Europe"},
            "DEFAULT_TIMEZONE: 'Europe' is no time zone; an example: Europe/Samara",
        ),
    ],
)
@pytest.mark.parametrize("command", ["run", "doctor"])
def test_a_wrong_setting_is_refused_in_one_line(
    operator: Operator, settings: dict[str, str], said: str, command: str
) -> None:
    operator.sets(**settings)
    assert operator.types(command) == 2
    assert operator.err.startswith(f"marshrut: {said}")
    assert operator.err.count("\n") == 1
    assert "my-secret" not in operator.err + operator.out


def test_a_settings_file_in_another_encoding_is_refused_in_one_line(operator: Operator) -> None:
    operator.file(".env", "# Настройки\nLOG_FORMAT=json\n".encode("cp1251"))
    assert operator.types("doctor") == 2
    assert operator.err == "marshrut: .env: cannot be read as UTF-8 text (UnicodeDecodeError)\n"


def test_the_file_is_read_and_the_environment_is_stronger(operator: Operator) -> None:
    operator.file(".env", "LOG_FORMAT=json\nDATA_DIR=elsewhere\n")
    operator.sets(data_dir="here")
    assert (Settings().log_format, Settings().data_dir) == ("json", Path("here"))


def test_every_setting_is_explained_in_the_example_and_the_example_is_valid(operator: Operator) -> None:
    example = (ROOT / ".env.example").read_text()
    assert re.findall(r"^([A-Z_]+)=", example, re.MULTILINE) == [
        name.upper() for name in Settings.model_fields
    ]
    operator.file(".env", example)
    assert Settings() == Settings(_env_file=None)  # type: ignore[call-arg]  # what it names is the default


def test_settings_do_not_show_secrets_when_printed(operator: Operator) -> None:
    operator.sets(
        bot_token=TOKEN, webhook_secret="s3cret-s3cret-s3cret", database_url="postgresql+asyncpg://u:pw1@h/d"
    )
    shown = repr(Settings())
    assert not [secret for secret in Settings().secrets if secret in shown]
    assert len(Settings().secrets) == 3


def test_large_files_need_an_own_server(operator: Operator) -> None:
    operator.sets(file_limit_mb="400")
    assert operator.types("doctor") == 2
    assert operator.err.startswith("marshrut: FILE_LIMIT_MB: Telegram hands out 20 MB at most;")
    operator.sets(telegram_api_url="http://127.0.0.1:8081")
    assert Settings().file_limit == 400 * 1024 * 1024
