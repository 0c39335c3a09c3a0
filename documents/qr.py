"""A link as a square that a phone's camera reads: for a PDF as SVG, for Word as PNG."""

from __future__ import annotations

import io
from typing import Any

import segno

QUIET = 2
"""Modules of white around it: on white paper half of the standard's four is enough."""
PIXELS = 8


def svg(link: str) -> str:
    """The picture of a link; "" of none. The same link gives the same picture."""
    return _picture(link, kind="svg", xmldecl=False, svgns=True).decode() if link else ""


def png(link: str) -> bytes:
    """The same as pixels."""
    return _picture(link, kind="png", scale=PIXELS)


def _picture(link: str, **more: Any) -> bytes:
    made = io.BytesIO()
    segno.make(link, error="m", micro=False).save(made, border=QUIET, **more)
    return made.getvalue()
