"""The statements of a given answer, built once: the questionnaire is what is tapped most."""

from __future__ import annotations

from sqlalchemy import bindparam, insert, select, update

from models.diagnosis import Diagnosis, DiagnosisAnswer, answers_of

_DIAGNOSIS = Diagnosis.metadata.tables[Diagnosis.__tablename__]
_ANSWER = DiagnosisAnswer.metadata.tables[DiagnosisAnswer.__tablename__]

LOOKED_AT = select(Diagnosis).where(Diagnosis.id == bindparam("diagnosis"))
GIVEN = answers_of(bindparam("diagnosis"))  # type: ignore[arg-type]
KEPT = insert(_ANSWER).values(
    diagnosis_id=bindparam("diagnosis"), statement=bindparam("at"), value=bindparam("step")
)
CHANGED = (
    update(_ANSWER)
    .where(_ANSWER.c.diagnosis_id == bindparam("diagnosis"), _ANSWER.c.statement == bindparam("at"))
    .values(value=bindparam("step"))
)
MOVED_ON = (
    update(_DIAGNOSIS)
    .where(_DIAGNOSIS.c.id == bindparam("diagnosis"), _DIAGNOSIS.c.version == bindparam("drawn"))
    .values(answered_at=bindparam("now"), at_statement=None, version=_DIAGNOSIS.c.version + 1)
)
"""The next statement is looked at; no row: another turn was quicker."""
