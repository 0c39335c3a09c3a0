"""Which addresses Telegram takes for links, and how it says no."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

from simulator.errors import Wrong

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_OWN = re.compile(r"(tg|ton|tonsite):(?://)?", re.IGNORECASE)
_HOST = re.compile(r"(?:[A-Za-z0-9.\-_!$,~*'();&+=]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])*")
_OWN_HOST = re.compile(r"[A-Za-z0-9_-]+")
_PARTS = re.compile(r"([^/?#]*)(.*)", re.DOTALL)
_PORT = re.compile(r"(.*):(\d*)$", re.DOTALL)


def mentioned_user(link: str) -> int | None:
    """The person behind tg://user?id=..., if it is such a link."""
    found = re.match(r"tg:(?://)?user\?(.*)", link, re.IGNORECASE | re.DOTALL)
    if not found:
        return None
    number = parse_qs(found[1]).get("id", [""])[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 17 and int(number) else None


def checked_link(link: str) -> str:
    """The link as Telegram stores it; "" when it is invalid."""
    try:
        return _normal(link, https_only=False)
    except Wrong:
        return ""


def required_link(link: str, *, https_only: bool = False) -> str:
    """The link as Telegram stores it. Raises "URL '...' is invalid: why"."""
    try:
        return _normal(link, https_only=https_only)
    except Wrong as why:
        raise Wrong(f"URL '{link}' is invalid: {why.reason}") from None


def _normal(link: str, *, https_only: bool) -> str:
    link = link.strip()
    if own := _OWN.match(link):
        if https_only:
            raise Wrong("Only HTTPS links are allowed")
        return _own_link(own[1].lower(), link[own.end() :])
    scheme, host, rest = _parts(link)
    if https_only and scheme != "https":
        raise Wrong("Only HTTPS links are allowed")
    if "." not in host and not host.startswith("["):
        raise Wrong("Wrong HTTP URL")
    return f"{scheme}://{host}{rest}"


def _own_link(scheme: str, link: str) -> str:
    found = _PARTS.match(link)
    host, rest = (found[1].lower(), found[2]) if found else ("", "")
    if not host:
        raise Wrong("URL host is empty")
    if not _OWN_HOST.fullmatch(host):
        raise Wrong("Unallowed characters in URL host")
    return f"{scheme}://{host}{rest}"


def _parts(link: str) -> tuple[str, str, str]:
    scheme = "http"
    if found := _SCHEME.match(link):
        scheme, link = found[1].lower(), link[found.end() :]
        if scheme not in ("http", "https"):
            raise Wrong("Unsupported URL protocol")
    parts = _PARTS.match(link)
    address, rest = (parts[1], parts[2]) if parts else ("", "")
    host = address.rpartition("@")[2].lower()
    if (port := _PORT.match(host)) and not host.endswith("]"):
        if not 0 < int(port[2] or 0) < 65536:
            raise Wrong("Wrong port number specified in the URL")
        host_name = port[1]
    else:
        host_name = host
    _check_host(host_name)
    return scheme, host, _escaped(rest)


def _check_host(host: str) -> None:
    if not host:
        raise Wrong("URL host is empty")
    if host == ".":
        raise Wrong("Host is invalid")
    if host.startswith("[") and host.endswith("]"):
        return
    if not _HOST.fullmatch(host):
        fault = "Wrong percent-encoded symbol" if "%" in host else "Disallowed character"
        raise Wrong(f"{fault} in URL host")


def _escaped(rest: str) -> str:
    rest = rest.rstrip() or "/"
    rest = rest if rest.startswith("/") else "/" + rest
    return re.sub(r"[\x00-\x20]", lambda found: f"%{ord(found[0]):02X}", rest)
