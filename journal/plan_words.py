"""Which care plan applies, in one sentence. Nothing of its rules is told here. QtCore only."""

from PySide6.QtCore import QCoreApplication

from journal.domain.plan import Plan

OUR_PLAN = "default"
"""The name that the plan that ships with the program has in its file."""

HASH_FIGURES = 8


def plan_line(plan: Plan) -> str:
    """Such as "The plan that comes with Recovery Journal, version 1."."""
    if plan.name == OUR_PLAN:
        text = QCoreApplication.translate("plan", "The plan that comes with {author}, version {version}.")
    else:
        text = QCoreApplication.translate("plan", "The plan “{name}”, version {version}, by {author}.")
    return text.format(name=plan.name, version=plan.version, author=plan.author)


def plan_mark(plan: Plan) -> str:
    """The same with the first figures of the file's hash, by which a clinic can tell which file it is."""
    if plan.name == OUR_PLAN:
        text = QCoreApplication.translate("plan", "The plan that comes with {author}, version {version} ({hash}).")
    else:
        text = QCoreApplication.translate("plan", "The plan “{name}”, version {version}, by {author} ({hash}).")
    return text.format(name=plan.name, version=plan.version, author=plan.author, hash=plan.sha256[:HASH_FIGURES])
