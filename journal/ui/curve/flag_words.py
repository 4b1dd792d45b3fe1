"""One flag in a few words, as the sketches have it: "Rising: call the clinic today", "Done early: sport"."""

from PySide6.QtCore import QCoreApplication

from journal import words
from journal.domain.findings import Finding
from journal.domain.plan import Kind, Tier
from journal.rule_words import rule_name


def flag_title(finding: Finding) -> str:
    """What happened and what it asks for; the whole rule is told by "Why?"."""
    name = rule_name(finding.rule)
    if finding.rule.kind is Kind.AVOID:
        return QCoreApplication.translate("flags", "Done early: {habit}").format(habit=name)
    if finding.rule.kind is Kind.DO:
        return QCoreApplication.translate("flags", "Missed: {habit}").format(habit=name)
    name = name[:1].upper() + name[1:]
    if finding.tier <= Tier.CAUTION:
        return name
    if finding.tier is Tier.EMERGENCY:
        return QCoreApplication.translate("flags", "{sign}: get emergency help now").format(sign=name)
    return QCoreApplication.translate("flags", "{sign}: {act}").format(sign=name, act=words.tier_word(finding.tier))
