"""Nouns, their states, rules and tables. Importing the package maps every table."""

from models import (  # noqa: F401
    diagnosis,
    entry,
    evidence,
    final_event,
    final_event_check,
    final_event_guest,
    history,
    notice,
    people,
    plan,
    reminder,
    reminder_settings,
    report,
    report_text,
    review,
    review_desk,
    review_question,
    review_queue,
    route,
    sheet,
)
