"""A plan that is taken up holds for the latest treatment's course and later ones; earlier ones keep theirs."""

from dataclasses import replace
from datetime import date, datetime

from journal.domain import rules
from journal.domain.findings import State
from journal.domain.plan import Plan
from journal.domain.plan_book import PlanUse
from journal.domain.record import Record, build_record
from tests.builders import default_plan, entry, facts, moment, treatment

FIRST = "2026-10-01T14:00"
SECOND = "2026-11-01T14:00"
THIRD = "2026-11-25T14:00"


def plan(name: str, **hours: int) -> Plan:
    """The shipped plan under another name, with other windows."""
    changed = tuple(replace(rule, hours=hours.get(rule.habit or "", rule.hours)) for rule in default_plan().rules)
    return replace(default_plan(), name=name, toml=f"# {name}", rules=changed)


def record(*uses: PlanUse, treatments: tuple[str, ...] = (FIRST, SECOND, THIRD), entries: tuple = ()) -> Record:
    made = tuple(replace(treatment(at), id=number) for number, at in enumerate(treatments, start=1))
    return build_record(replace(facts(*entries, treatments=made), plan_uses=uses))


def use(made: Plan, treatment_id: int | None = None, from_at: str | None = None, number: int = 1) -> PlanUse:
    return PlanUse(
        id=number,
        plan=made,
        used_at=moment(SECOND),
        treatment_id=treatment_id,
        from_at=None if from_at is None else moment(from_at),
    )


def names(made: Record) -> list[str]:
    return [made.plan_of(one).name for one in made.treatments]


def test_without_any_the_shipped_plan_holds() -> None:
    assert names(record()) == ["default"] * 3


def test_a_plan_holds_from_its_treatment_on() -> None:
    made = record(use(plan("a")), use(plan("b"), 2, SECOND, 2))

    assert names(made) == ["a", "b", "b"]
    assert made.plan.name == "b"
    assert made.plan_of(None).name == "a"
    assert made.plan_on(date(2026, 10, 31)).name == "a"
    assert made.plan_on(date(2026, 11, 1)).name == "b"


def test_the_last_one_taken_up_wins_for_the_same_treatment() -> None:
    assert names(record(use(plan("a"), 3, THIRD), use(plan("b"), 3, THIRD, 2))) == ["default", "default", "b"]


def test_a_removed_treatment_leaves_the_plan_its_place_in_time() -> None:
    made = record(use(plan("a")), use(plan("b"), 2, SECOND, 2), treatments=(FIRST,))
    later = record(use(plan("a")), use(plan("b"), 9, SECOND, 2))

    assert names(made) == ["a"]
    assert names(later) == ["a", "b", "b"]


def test_a_corrected_time_takes_its_plan_along() -> None:
    assert names(record(use(plan("b"), 2, "2026-11-01T18:00"))) == ["default", "b", "b"]


def test_each_course_is_judged_by_its_own_plan() -> None:
    both = (
        entry("2026-11-04", habits={"sauna": True}),
        entry("2026-10-04", habits={"sauna": True}),
    )
    made = record(use(default_plan()), use(plan("b", sauna=96), 2, SECOND, 2), entries=both)

    def met(day: date) -> list[str]:
        return [finding.rule.id for finding in made.flags(day) if finding.is_met]

    assert met(date(2026, 10, 4)) == []
    assert met(date(2026, 11, 4)) == ["no-sauna"]
    assert {finding.rule.hours for finding in made.explain(date(2026, 11, 4)) if finding.rule.id == "no-sauna"} == {96}


def test_an_earlier_treatments_longer_window_stays_in_force_under_a_new_plan() -> None:
    near = record(
        use(default_plan()), use(plan("b", sauna=24), 2, "2026-10-02T14:00", 2), treatments=(FIRST, "2026-10-02T10:00")
    )
    found = {finding.rule.id: finding for finding in near.explain(date(2026, 10, 3))}

    assert found["no-sauna"].in_force
    ends = {one.rule.id: one.ends for one in rules.countdowns(near.facts, moment("2026-10-02T11:00"))}
    assert ends["no-sauna"] == datetime.fromisoformat("2026-10-03T14:00+00:00")


def test_flags_by_course_and_all_at_once_are_the_same() -> None:
    days = [entry(f"2026-11-{day:02}", redness=5, habits={"sauna": True}, symptoms={"pus"}) for day in range(1, 30)]
    made = record(use(default_plan()), use(plan("b", sauna=96), 2, SECOND, 2), entries=tuple(days))
    at_once = rules.all_flags(made.facts)

    assert dict(made.flags_by_day) == dict(at_once)
    for day, flags in at_once.items():
        explained = {finding.rule.id: finding.state for finding in made.explain(day)}
        assert all(explained[finding.rule.id] is finding.state for finding in flags)
        assert {finding.rule.id for finding in flags if finding.is_met} == {
            rule for rule, state in explained.items() if state is State.MET
        }
