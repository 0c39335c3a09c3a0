"""A draft of the conclusions, composed from the facts of the route (S000 3.1.4, 4.11); people mend it as they like."""

from __future__ import annotations

from collections import Counter

from models.conclusions import PROLONGED, SUCCESS, Conclusions
from models.practice import Applied
from models.product import Product
from models.review import count_reviews_of
from regulations.prose import quoted, sentence
from regulations.scales import percent
from services import diagnosis_progress, product
from services.conclusions_check import Checks
from services.diagnosis_final import Stage
from services.diagnosis_progress import Pair
from services.plan import titles_of
from services.work import Work

LONGEST_EXAMPLE = 300


async def compose(work: Work, found: Checks, one: Conclusions) -> list[str]:
    """Paragraph by paragraph: what was done, what has changed, what it came to; what is not known is left out."""
    said = [
        _activities(found, one),
        await _competencies(work, found),
        _trained(found),
        await _reviews(work, found),
        _practice(found),
        _event(found),
        sentence("monitoring", text=found.sheet.text) if found.sheet and found.sheet.text else "",
        _products(found, one),
        _self_analysis(found),
        _content(found),
        _outcome(one),
    ]
    return [part for part in said if part]


def _activities(found: Checks, one: Conclusions) -> str:
    least = found.least
    needs = {"least": least.accepted if least else None, "clause": least.clause if least else ""}
    titles = "; ".join(quoted(row.title) for row in found.done)
    code = "activities" if found.accepted else "no_activities"
    said = sentence(code, accepted=len(found.accepted), titles=titles, **needs)
    if not found.is_few or not one.few or least is None:
        return said
    return f"{said} {sentence('few', clause=least.clause, reason=one.few)}"


async def _competencies(work: Work, found: Checks) -> str:
    """The change from the entry to the end; or what stands in place of a final diagnosis (X10)."""
    final = found.final
    if final.stage is Stage.DECLINED:
        return sentence("declined", clause=final.rule.clause)
    if final.stage is Stage.REFLECTED and final.said is not None:
        said = {code: _ended(getattr(final.said, code)) for code in ("achieved", "hard", "ahead")}
        return sentence("reflection", **said)
    progress = await diagnosis_progress.of_route(work, found.route.id)
    return _compared(found, progress.whole[0]) if progress.whole else ""


def _compared(found: Checks, pair: Pair) -> str:
    lines = [
        sentence(
            "competency_line",
            competency=found.regulation.competency(one.competency).title.get("ru"),
            earlier=_percent(one.earlier),
            later=_percent(one.later),
        )
        for one in pair.changes
        if one.difference is not None
    ]
    form = pair.final.form.title.get("ru") if pair.final else ""
    return sentence("competencies", form=form.casefold(), lines="; ".join(lines)) if lines else ""


def _percent(score: int | None) -> str:
    return f"{float(percent(score or 0)):g}".replace(".", ",")


def _trained(found: Checks) -> str:
    """The competencies that most of the accepted reports are about."""
    counted = Counter(code for row in found.done for code in row.competencies)
    if not counted:
        return ""
    most = max(counted.values())
    codes = [code for code, count in counted.items() if count == most]
    titles = titles_of(found.regulation.competencies, codes)
    named = [title if isinstance(title, str) else title.get("ru") for title in titles]
    return sentence("trained", competencies=", ".join(named).casefold())


async def _reviews(work: Work, found: Checks) -> str:
    reviews = await work.find(count_reviews_of(found.route.id)) or 0
    return sentence("reviews", reviews=reviews, accepted=len(found.accepted)) if reviews else ""


def _practice(found: Checks) -> str:
    """«Применили в классе»: how many reports say so, with one example, and how many passed it on."""
    applied = [one for one in found.accepted if one.applied is Applied.YES]
    if not applied:
        return ""
    example = next((one.applied_how for one in applied if one.applied_how), None)
    shared = sum(bool(one.shared) for one in found.accepted)
    return sentence(
        "practice",
        applied=len(applied),
        accepted=len(found.accepted),
        example=example[:LONGEST_EXAMPLE] if example else None,
        shared=shared or None,
    )


def _event(found: Checks) -> str:
    event = found.event
    if event is None:
        return sentence("no_final_event") if found.events else ""
    on = f"{event.on_date:%d.%m.%Y}" if event.on_date else ""
    return sentence("final_event", on=on, title=quoted(event.title), came=event.came or None, said=event.said)


def _products(found: Checks, one: Conclusions) -> str:
    """What was handed in; where nothing was, what whoever sums up calls the product."""
    made = found.products.handed
    if not made:
        return sentence("product", product=one.product) if one.product else ""
    named = [_product(found, each) for each in made]
    return sentence("product" if len(named) == 1 else "products", product="; ".join(named))


def _product(found: Checks, each: Product) -> str:
    about = (product.kind_title(found.regulation, each), product.direction_title(found.regulation, each))
    said = [one if isinstance(one, str) else one.get("ru") for one in about]
    more = ", ".join(one.casefold() for one in said if one)
    return f"{quoted(each.title)} ({more})" if more else quoted(each.title)


def _self_analysis(found: Checks) -> str:
    if found.said is None or not found.said.answers:
        return ""
    said = {code: _ended(str(text)) for code, text in found.said.answers.items()}
    return sentence("self_analysis", **said)


def _ended(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text[-1:] in (".", "!", "?", "") else f"{text}."


def _content(found: Checks) -> str:
    """The survey of satisfaction, where the regulation asks for it (S003 1.2)."""
    survey = found.regulation.satisfaction
    if found.said is None or survey is None:
        return ""
    words = {code: sentence(f"content_{code}") for code in ("yes", "partly", "no")}
    lines = [
        sentence("content_line", question=one.title.get("ru"), answer=words[str(how)])
        for one in survey.questions
        if (how := found.said.content.get(one.code))
    ]
    return sentence("content", lines="; ".join(lines)) if lines else ""


def _outcome(one: Conclusions) -> str:
    """What it comes to, once it is decided."""
    if not one.outcome:
        return ""
    if one.outcome == SUCCESS:
        return sentence("success")
    reason = _ended(one.reason)
    if one.outcome != PROLONGED:
        return sentence("stopped", reason=reason)
    if one.new_end is None:
        return ""
    said = sentence("prolonged", until=f"{one.new_end:%d.%m.%Y}", number=one.prolongation, reason=reason)
    return f"{said} {sentence('past')}" if one.past else said
