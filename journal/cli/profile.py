"""``profile``: phones, name, questions for the visit, how irritation looks, what is planned."""

from dataclasses import replace
from datetime import date

import click

from journal import changes
from journal.cli import values
from journal.cli.calls import Call, JournalCommand, current
from journal.cli.output import one_line, say
from journal.domain.facts import Profile
from journal.domain.ratings import IrritationLook

LOOKS = {look.replace(" ", "-"): look for look in IrritationLook}


@click.command("profile", cls=JournalCommand)
@click.option("--clinic-phone", type=values.text, help="The clinic's phone.")
@click.option("--out-of-hours", "out_of_hours_phone", type=values.text, help="The phone when the clinic is closed.")
@click.option("--look", type=click.Choice(list(LOOKS)), help="How irritation looks on your skin.")
@click.option("--name", type=values.text, help="The name on the visit summary.")
@click.option("--treatments", "planned", type=values.count, help="How many treatments are planned; 0: not known.")
@click.option("--next", "appointment", type=values.appointment, help='Day of the next treatment, or "none".')
@click.option("--question", "questions", type=values.text, multiple=True, help='For the visit, up to 3; "" for none.')
def profile(
    clinic_phone: str | None,
    out_of_hours_phone: str | None,
    look: str | None,
    name: str | None,
    questions: tuple[str, ...],
    planned: int | None,
    appointment: date | str | None,
) -> None:
    """Show or set phones, name, questions and how irritation looks."""
    texts = (("clinic_phone", clinic_phone), ("out_of_hours_phone", out_of_hours_phone), ("name", name))
    parts: dict[str, object] = {key: text for key, text in texts if text is not None}
    if look is not None:
        parts["irritation_look"] = LOOKS[look]
    if questions:
        parts["questions"] = tuple(question for question in questions if question.strip())
    if planned is not None:
        parts["planned_treatments"] = planned or None
    if appointment is not None:
        parts["next_appointment"] = appointment if isinstance(appointment, date) else None
    if parts:
        _set(current(), parts)
        return
    with current().opened() as (_, record):
        _say(record.profile)


def _set(call: Call, parts: dict[str, object]) -> None:
    with call.opened(create=True) as (store, record):
        wanted: Profile = replace(record.profile, **parts)  # type: ignore[arg-type]  # fields by name
        after, _ = call.perform(store, record, changes.set_profile(record, wanted))
        _say(after.profile)


def _say(profile: Profile) -> None:
    say(f"Clinic: {one_line(profile.clinic_phone) or 'no phone given'}")
    say(f"Out of hours: {one_line(profile.out_of_hours_phone) or 'no phone given'}")
    say(f"Irritation looks: {profile.irritation_look}")
    say(f"Treatments planned: {profile.planned_treatments or 'not given'}")
    say(f"Next treatment: {profile.next_appointment or 'not given'}")
    say(f"Name: {one_line(profile.name) or 'not given'}")
    for number, question in enumerate(profile.questions, start=1):
        say(f"Question {number}: {one_line(question)}")


COMMANDS = (profile,)
