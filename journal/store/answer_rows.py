"""Rows of the plans taken up and of what a person acknowledged, and the facts they stand for. No connection."""

from datetime import date

from journal.domain.acknowledgement import Acknowledgement, AcknowledgementKind
from journal.domain.plan import TIERS
from journal.domain.plan_book import PlanUse
from journal.domain.ratings import checked_rating
from journal.store.rows import Row, Stamp, json_text, moment_of, moment_or_none, moment_text, whole, words_of


def plan_row(use: PlanUse, row_id: int, stamp: Stamp) -> Row:
    """A plan as it was taken up, not in the bin."""
    return (
        row_id,
        use.plan.toml,
        use.treatment_id,
        moment_text(use.from_at),
        use.used_at.isoformat(),
        stamp.clock,
        None,
    )


def plan_use_of(row: Row, language: str = "en") -> PlanUse:
    """The taking up a row stands for, its sentences in ``language`` where it has them.

    Raises ``PlanFaulty``, ``ValueError``, ``TypeError``.
    """
    from journal.domain.plan_file import read_plan  # late: most journals go by the plan that ships

    row_id, toml, treatment_id, from_at, used_at, *_ = row
    if not isinstance(toml, str):
        raise TypeError(row_id)
    return PlanUse(
        id=whole(row_id),
        plan=read_plan(toml, "plan", language),
        treatment_id=None if treatment_id is None else whole(treatment_id),
        from_at=moment_or_none(from_at),
        used_at=moment_of(used_at),
    )


def acknowledgement_row(one: Acknowledgement, row_id: int, stamp: Stamp) -> Row:
    """What was acknowledged as saved at the stamp, not in the bin."""
    return (
        row_id,
        str(one.kind),
        one.day.isoformat(),
        one.at.isoformat(),
        one.rule,
        one.treatment_id,
        None if one.tier is None else one.tier.word,
        json_text(sorted(one.signs)),
        one.redness,
        one.sensitivity,
        one.said,
        stamp.at.isoformat(),
        stamp.clock,
        None,
    )


def acknowledgement_of(row: Row) -> Acknowledgement:
    """What a row stands for. Raises ``ValueError``, ``KeyError``, ``TypeError``."""
    row_id, kind, day, at, rule, treatment_id, tier, signs, redness, sensitivity, said, *_ = row
    return Acknowledgement(
        id=whole(row_id),
        kind=AcknowledgementKind(str(kind)),
        day=date.fromisoformat(str(day)),
        at=moment_of(at),
        rule=str(rule),
        treatment_id=None if treatment_id is None else whole(treatment_id),
        tier=None if tier is None else TIERS[str(tier)],
        signs=frozenset(words_of(signs)),
        redness=None if redness is None else checked_rating(redness),
        sensitivity=None if sensitivity is None else checked_rating(sensitivity),
        said=str(said),
    )
