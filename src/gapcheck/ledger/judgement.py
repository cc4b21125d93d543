"""A verdict on each need: met, short, not shown or unclear, with evidence and one line of advice."""

from __future__ import annotations

import re
from functools import cache

from gapcheck.ledger.amounts import spell_months
from gapcheck.ledger.conditions import CLEARANCE_NAMES
from gapcheck.ledger.credential_table import credentials
from gapcheck.ledger.degrees import LEVEL_NAMES
from gapcheck.ledger.experience import judge_years
from gapcheck.ledger.facts import ResumeFacts, Shown
from gapcheck.ledger.fields import field_fits
from gapcheck.ledger.languages import FLUENCY_NAMES
from gapcheck.ledger.model import Clearance, Fluency, Need
from gapcheck.ledger.resume_degrees import Degree
from gapcheck.ledger.verdict import Verdict, evidence_at
from gapcheck.ledger.wording import content_stems, stems
from gapcheck.report import Evidence, RequirementStatus, RequirementType

_MET, _SHORT = RequirementStatus.MET, RequirementStatus.SHORT
_NOT_SHOWN, _UNCLEAR = RequirementStatus.NOT_SHOWN, RequirementStatus.UNCLEAR


def judge_need(need: Need, facts: ResumeFacts, *, akin: bool = True) -> Verdict:
    """The verdict on one need by itself; alternatives are weighed afterwards. `akin`: see `judge_needs`."""
    if need.type is RequirementType.YEARS:
        return judge_years(need, facts, akin=akin)
    if need.type is RequirementType.DEGREE:
        return _degree(need, facts)
    if need.type in (RequirementType.LICENCE, RequirementType.CERTIFICATE):
        return _credential(need, facts)
    if need.type is RequirementType.LANGUAGE:
        return _language(need, facts)
    if need.type is RequirementType.CLEARANCE:
        return _clearance(need, facts)
    return _condition(need, facts)


def _degree(need: Need, facts: ResumeFacts) -> Verdict:
    level = need.level
    assert level is not None  # noqa: S101 - degrees are built with a level
    enough = [degree for degree in facts.degrees if degree.level >= level]
    finished = [degree for degree in enough if degree.finished]
    if finished:
        return _field(need, facts, finished)
    if enough:
        best = enough[0]
        ready = f", ready {best.ready}" if best.ready else ""
        status = _MET if need.obtainable else _UNCLEAR
        note = f"Not finished yet{ready}. Write the expected month beside it."
        return Verdict(status, f"{LEVEL_NAMES[best.level]}, unfinished", (_of(facts, best),), note)
    return _no_degree(need, facts)


def _field(need: Need, facts: ResumeFacts, finished: list[Degree]) -> Verdict:
    best = max(finished, key=lambda degree: (degree.level, -degree.start))
    if not need.fields:
        return Verdict(_MET, LEVEL_NAMES[best.level], (_of(facts, best),), None)
    for degree in finished:
        if field_fits(need.fields, degree.about, related=need.related):
            return Verdict(_MET, LEVEL_NAMES[degree.level], (_of(facts, degree),), None)
    wanted = " or ".join(need.fields[:3])
    note = f"The level is right; they ask for {wanted}. If your subject is near, name it beside the degree."
    return Verdict(_UNCLEAR, LEVEL_NAMES[best.level], (_of(facts, best),), note)


def _no_degree(need: Need, facts: ResumeFacts) -> Verdict:
    lower = max(facts.degrees, key=lambda degree: (degree.level, -degree.start), default=None)
    have = LEVEL_NAMES[lower.level] if lower else None
    evidence = (_of(facts, lower),) if lower else ()
    if need.equivalent and facts.total_months:
        shown = spell_months(facts.total_months)
        note = (
            f"The posting accepts an equivalent; you show {shown} of work. Say in one line why it is "
            f"equivalent."
        )
        return Verdict(_UNCLEAR, have, evidence, note)
    if lower is not None:
        return Verdict(
            _SHORT, have, evidence, f"They ask for {need.label}; the highest your resume shows is {have}."
        )
    return Verdict(
        _NOT_SHOWN, None, (), "If you have it, write degree, subject and school in an Education section."
    )


def _of(facts: ResumeFacts, degree: Degree) -> Evidence:
    return evidence_at(facts.text, degree.start, degree.end)


@cache
def _proofs() -> dict[str, frozenset[str]]:
    return {row.name: frozenset((row.name, *row.proved_by)) for row in credentials()}


def _credential(need: Need, facts: ResumeFacts) -> Verdict:
    wanted = frozenset().union(*(_proofs().get(name, frozenset({name})) for name in need.names))
    held = [shown for shown in facts.credentials if shown.name in wanted]
    if not held:
        return _by_name(need, facts)
    valid = [shown for shown in held if not shown.pending and not _expired(shown, facts)]
    best = (valid or held)[0]
    evidence = (evidence_at(facts.text, best.start, best.end),)
    if valid:
        return Verdict(_MET, best.name, evidence, None)
    if _expired(best, facts):
        return Verdict(
            _SHORT, f"{best.name}, expired", evidence, "It has run out. Renew it, or write the new date."
        )
    return Verdict(
        _UNCLEAR,
        f"{best.name}, not complete",
        evidence,
        "Your resume says it is under way. Write when it will be done.",
    )


def _expired(shown: Shown, facts: ResumeFacts) -> bool:
    until = shown.until
    if until is None or until.end is None:
        return False
    return until.end.index < facts.as_of.year * 12 + facts.as_of.month - 1


def _by_name(need: Need, facts: ResumeFacts) -> Verdict:
    """A name the table does not know: all its words on one line of the resume, with a word for a
    credential.
    """
    parts = set(content_stems(" ".join(need.names)))
    known = need.names[0] in _proofs()
    for match in () if known or not parts else re.finditer(r"[^\n]+", facts.text):
        line = match[0]
        if parts <= stems(line):
            sure = (
                re.search(r"certif|licen[cs]|regist|credential|accredit|qualif", line, re.IGNORECASE)
                is not None
            )
            evidence = (evidence_at(facts.text, match.start(), match.end()),)
            note = None if sure else "Your resume has the words, but does not say that you hold it."
            return Verdict(_MET if sure else _UNCLEAR, line.strip()[:80], evidence, note)
    return Verdict(_NOT_SHOWN, None, (), f"If you hold it, write it as they do, with its date: {need.label}.")


def _language(need: Need, facts: ResumeFacts) -> Verdict:
    spoken = [shown for shown in facts.languages if shown.name in need.names]
    if not spoken:
        return _language_unnamed(need)
    best = max(spoken, key=lambda shown: (shown.fluency or 0, -shown.start))
    evidence = (evidence_at(facts.text, best.start, best.end),)
    have = best.name if best.fluency is None else f"{best.name} ({FLUENCY_NAMES[best.fluency]})"
    if need.fluency is None or need.fluency <= Fluency.A2:
        return Verdict(_MET, have, evidence, None)
    if best.fluency is None:
        return Verdict(
            _UNCLEAR, have, evidence, "Say how well: native, fluent, business level, or a CEFR level."
        )
    # "Native" is asked for as a way to say very good: fluent is near enough to be weighed by a person.
    if best.fluency >= min(need.fluency, Fluency.C2):
        return Verdict(_MET, have, evidence, None)
    if best.fluency >= Fluency.C1:
        return Verdict(
            _UNCLEAR, have, evidence, f"They ask for {FLUENCY_NAMES[need.fluency]}; your resume says less."
        )
    return Verdict(_SHORT, have, evidence, f"They ask for {FLUENCY_NAMES[need.fluency]}.")


def _language_unnamed(need: Need) -> Verdict:
    if "English" in need.names:
        return Verdict(
            _UNCLEAR,
            None,
            (),
            "Your resume is in English but does not name it. A reader takes it for granted.",
        )
    return Verdict(_NOT_SHOWN, None, (), "If you speak it, write it with your level in a Languages line.")


def _clearance(need: Need, facts: ResumeFacts) -> Verdict:
    wanted = need.clearance or Clearance.ANY
    held = [shown for shown in facts.clearances if not shown.pending]
    best = max(held, key=lambda shown: (shown.clearance or 0, -shown.start), default=None)
    if best is not None:
        evidence = (evidence_at(facts.text, best.start, best.end),)
        have = CLEARANCE_NAMES[best.clearance or Clearance.ANY]
        if (best.clearance or Clearance.ANY) >= wanted:
            return Verdict(_MET, have, evidence, None)
        if best.clearance is Clearance.ANY:
            return Verdict(_UNCLEAR, have, evidence, "Name the level of your clearance.")
        return Verdict(_SHORT, have, evidence, f"They ask for {need.label}.")
    if need.obtainable:
        return Verdict(_UNCLEAR, None, (), "You must be able to get it; nothing to write now.")
    return Verdict(_NOT_SHOWN, None, (), "If you hold one, write its level and whether it is active.")


_CONDITIONS = {
    "right to work": (
        (
            r"\b(?:authori[sz]ed to work|right to work|work (?:authori[sz]ation|permit)|eligible to work"
            r"|(?:us|u\.s\.|uk|british|eu|irish|canadian"
            r"|american|australian) citizen\w*|citizen of|green card|permanent resident|indefinite leave"
            r"|settled status|citizenship)"
        ),
        "Application forms ask for this. A few words in the header are enough.",
    ),
    "citizenship": (
        (
            r"\b(?:(?:us|u\.s\.|uk|british|american|united states) (?:citizen\w*|national)|citizen of"
            r"|citizenship)"
        ),
        "Application forms ask for this. If it applies, a few words in the header are enough.",
    ),
    "background check": (r"\b(?:dbs|background check|disclosure|crb|fingerprint\w*)\b", None),
    "drug test": (r"\bdrug (?:test|screen)", None),
    "travel": (
        (
            r"\b(?:willing to travel|travel(?:led|ed)? (?:up to|\d|extensively|internationally)"
            r"|able to travel|\d+% travel)"
        ),
        None,
    ),
    "shifts, nights or weekends": (r"\b(?:shifts?|nights?|weekends?|on[- ]call|rota)\b", None),
    "physical demands": (r"\b(?:lift(?:ing)? (?:up to )?\d+|physically fit|heavy lifting)", None),
    "minimum age": (r"\bdate of birth|\bborn\b", None),
    "vaccination": (r"\b(?:vaccinat\w+|immuni[sz]\w+)", None),
    "portfolio": (
        r"\b(?:portfolio|behance|dribbble|github\.com)",
        "Put the link to your portfolio into the header.",
    ),
}
_CONDITIONS["no visa sponsorship"] = _CONDITIONS["right to work"]
_LOW_KEY = "Not usually on a resume; be ready for the question."


def _condition(need: Need, facts: ResumeFacts) -> Verdict:
    pattern, advice = _CONDITIONS[need.names[0]]
    match = re.search(pattern, facts.text, re.IGNORECASE)
    if match is not None:
        return Verdict(_MET, match[0], (evidence_at(facts.text, match.start(), match.end()),), None)
    return Verdict(_NOT_SHOWN if advice else _UNCLEAR, None, (), advice or _LOW_KEY)
