"""What a person is called: in the chat, among colleagues, on a paper."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Mapped


class Called:
    """The names of somebody with a full name, and with an alias where their organisation is discreet."""

    full_name: Mapped[str]
    alias: Mapped[str]

    @property
    def short_name(self) -> str:
        """Surname and initials, as little of a name as a chat needs: «Иванова Г. П.»; less where it is discreet."""
        return self.alias or self.surname_initials

    @property
    def chat_name(self) -> str:
        """The whole name where a chat needs it; less where it is discreet."""
        return self.alias or self.full_name

    @property
    def first_names(self) -> str:
        """How Russian colleagues address each other: given name and patronymic; the whole name if there is only one."""
        return self.alias or " ".join(self.full_name.split()[1:]) or self.full_name

    @property
    def surname_initials(self) -> str:
        """«Иванова Г. П.», for papers."""
        surname, *rest = self.full_name.split()
        return " ".join([surname, *_initials(rest)])

    @property
    def initials(self) -> str:
        """«Г. П. И.»: no part of the name in full."""
        surname, *rest = self.full_name.split()
        return " ".join(_initials([*rest, surname]))


def _initials(parts: Sequence[str]) -> list[str]:
    return [f"{part[0]}." for part in parts]
