"""One frozen Settings, read from the environment and `.env`; refuses to start, in words."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

SHORTEST_SECRET = 16
TELEGRAM = "https://api.telegram.org"
TELEGRAM_DOWNLOAD_MB = 20
"""More than that Telegram's own server does not hand out; an own server has up to 2000."""
DATABASE_EXAMPLE = "sqlite+aiosqlite:///data/marshrut.sqlite or postgresql+asyncpg://user:password@host/name"
# What is wrong, for the operator. It never repeats the value: some values are secrets.
HINTS = {
    "bot_token": "this is no bot token; @BotFather gives one like 123456789:AAE..., or leave it empty",
    "telegram_api_url": "must be an address like https://api.telegram.org",
    "webhook_url": "must be an address like https://bot.example.org",
    "webhook_secret": f"takes {SHORTEST_SECRET} to 256 Latin letters, digits, _ and -",
    "webhook_port": "must be a number from 0 to 65535",
    "watch_port": "must be a number from 0 to 65535",
    "local_port": "must be a number from 0 to 65535",
    "second_factor": "must be on, all or off",
    "second_factor_key": f"takes {SHORTEST_SECRET} to 256 signs without spaces, or leave it empty",
    "log_format": "must be text or json",
    "files_url": "must be like s3://bucket or s3://bucket/folder, or empty",
    "files_endpoint": "must be an address like https://storage.example.org",
    "backup_keep": "must be a number from 1 to 1000",
    "file_limit_mb": "must be a number from 1 to 2000",
}


class SettingsRefused(Exception):
    """One line: which setting, what is wrong, an example."""


class Settings(BaseSettings):
    """Everything that an organisation may set; see `.env.example`."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    bot_token: str = Field("", pattern=r"^(\d{5,}:[A-Za-z0-9_-]{20,})?$", repr=False)
    telegram_api_url: str = Field(TELEGRAM, pattern=r"^https?://[^\s/]+(/\S*)?$")
    database_url: str = Field("", repr=False)
    data_dir: Path = Path("data")
    backup_dir: Path | None = None
    backup_keep: int = Field(14, ge=1, le=1000)
    files_url: str = Field("", pattern=r"^(s3://[a-z0-9.-]+(/\S*)?)?$")
    files_endpoint: str = Field("", pattern=r"^(https?://[^\s/]+/?)?$")
    files_region: str = "us-east-1"
    files_key: str = ""
    files_secret: str = Field("", repr=False)
    file_limit_mb: int = Field(TELEGRAM_DOWNLOAD_MB, ge=1, le=2000)
    webhook_url: str = Field("", pattern=r"^(https?://\S+)?$")
    webhook_secret: str = Field("", pattern=r"^[A-Za-z0-9_-]{0,256}$", repr=False)
    webhook_host: str = "127.0.0.1"
    webhook_port: int = Field(8080, ge=0, le=65535)
    watch_host: str = "127.0.0.1"
    watch_port: int | None = Field(None, ge=0, le=65535)
    log_format: Literal["text", "json"] = "text"
    second_factor: Literal["on", "all", "off"] = "on"
    second_factor_key: str = Field("", pattern=r"^(\S{16,256})?$", repr=False)
    default_timezone: str = "Europe/Moscow"
    clock_offset_file: Path | None = None
    local_port: int = Field(8081, ge=0, le=65535)

    @field_validator("default_timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError(f"'{name}' is no time zone; an example: Europe/Samara") from error
        return name

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        try:
            driver = make_url(url).drivername if url else "sqlite+aiosqlite"
        except ArgumentError as error:
            raise ValueError(f"cannot be read; an example: {DATABASE_EXAMPLE}") from error
        if driver not in ("sqlite+aiosqlite", "postgresql+asyncpg"):
            raise ValueError(f"'{driver}' is not supported; an example: {DATABASE_EXAMPLE}")
        return url

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Settings:
        if self.webhook_url and len(self.webhook_secret) < SHORTEST_SECRET:
            raise ValueError(f"WEBHOOK_SECRET: {HINTS['webhook_secret']}; WEBHOOK_URL needs it")
        if self.webhook_url and not self.bot_token:
            raise ValueError("WEBHOOK_URL: needs BOT_TOKEN; the local Telegram is asked by polling")
        return self

    @model_validator(mode="after")
    def _large_files_need_an_own_server(self) -> Settings:
        if self.file_limit_mb > TELEGRAM_DOWNLOAD_MB and self.telegram_api_url.rstrip("/") == TELEGRAM:
            raise ValueError(
                f"FILE_LIMIT_MB: Telegram hands out {TELEGRAM_DOWNLOAD_MB} MB at most; "
                "more needs TELEGRAM_API_URL with your own Bot API server"
            )
        return self

    @model_validator(mode="after")
    def _a_server_has_backups_of_its_own(self) -> Settings:
        if self.backup_dir is not None and make_url(self.database).get_backend_name() != "sqlite":
            raise ValueError("BACKUP_DIR: is for SQLite; PostgreSQL has pg_dump (docs/backup.md)")
        return self

    @model_validator(mode="after")
    def _a_bucket_needs_its_keys(self) -> Settings:
        missing = [
            name for name in ("files_key", "files_secret") if self.files_url and not getattr(self, name)
        ]
        if missing:
            raise ValueError(f"{missing[0].upper()}: FILES_URL needs it")
        return self

    @property
    def files(self) -> Path | None:
        """The folder of the file store; None for a bucket."""
        return None if self.files_url else self.data_dir / "files"

    @property
    def file_limit(self) -> int:
        """Bytes of the largest file that is copied."""
        return self.file_limit_mb * 1024 * 1024

    @cached_property
    def database(self) -> str:
        """The database's URL: the one given, or a file in DATA_DIR."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'marshrut.sqlite'}"

    @property
    def templates(self) -> Path:
        """Where organisations keep Word templates of their own: <regulation>/<kind>.docx."""
        return self.data_dir / "templates"

    @property
    def clock_file(self) -> Path | None:
        """The file that moves the clock; a demonstration always has one, real people only if it is named."""
        if self.clock_offset_file is not None or self.bot_token:
            return self.clock_offset_file
        return self.data_dir / "clock-offset"

    @property
    def factor_key(self) -> bytes:
        """From which the second codes come: a key of its own, else the token; empty where none is asked for."""
        return (self.second_factor_key or self.bot_token).encode() if self.second_factor != "off" else b""

    @property
    def secrets(self) -> tuple[str, ...]:
        """Values that no log and no error may show."""
        password = make_url(self.database).password
        own = (self.bot_token, self.webhook_secret, self.files_secret, self.second_factor_key)
        return tuple(filter(None, (*own, password)))

    @property
    def zone(self) -> ZoneInfo:
        """The zone of people without an organisation."""
        return ZoneInfo(self.default_timezone)


def read() -> Settings:
    """The settings of this process. Raises SettingsRefused with one clear line."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsRefused(_sentence(error.errors(include_url=False, include_input=False)[0])) from None
    except (SettingsError, UnicodeDecodeError, OSError) as error:
        raise SettingsRefused(f".env: cannot be read as UTF-8 text ({type(error).__name__})") from error


def _sentence(error: ErrorDetails) -> str:
    message = " ".join(error["msg"].removeprefix("Value error, ").split())
    if not error["loc"]:
        return message
    name = str(error["loc"][0])
    return f"{name.upper()}: {HINTS.get(name, message)}"
