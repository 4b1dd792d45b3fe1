"""Short names for the rules of the shipped plan, for a column of 60 mm. A clinic's own rule is named by its text."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from journal import words
from journal.domain.plan import Kind, Rule, Tier

_NAMES = {
    "strong": QT_TRANSLATE_NOOP("report", "very strong reaction"),
    "look-again": QT_TRANSLATE_NOOP("report", "look again"),
    "rising": QT_TRANSLATE_NOOP("report", "rising"),
    "still-red": QT_TRANSLATE_NOOP("report", "still red"),
    "infection": QT_TRANSLATE_NOOP("report", "signs of infection"),
    "fever": QT_TRANSLATE_NOOP("report", "fever or ill"),
    "herpes": QT_TRANSLATE_NOOP("report", "cold sore"),
    "blisters": QT_TRANSLATE_NOOP("report", "blisters"),
    "burn": QT_TRANSLATE_NOOP("report", "burn signs"),
    "numbness": QT_TRANSLATE_NOOP("report", "numbness"),
    "severe-pain": QT_TRANSLATE_NOOP("report", "severe pain"),
    "allergy": QT_TRANSLATE_NOOP("report", "signs of allergy"),
    "vision": QT_TRANSLATE_NOOP("report", "eye or vision"),
    "warmer": QT_TRANSLATE_NOOP("report", "hotter or more swollen"),
    "bleeding": QT_TRANSLATE_NOOP("report", "bleeding or oozing"),
    "bumps": QT_TRANSLATE_NOOP("report", "bumps or plaques"),
    "dark-patches": QT_TRANSLATE_NOOP("report", "darker patches"),
}

_ACTS = {
    Tier.INFO: "",
    Tier.CAUTION: "",
    Tier.CALL: QT_TRANSLATE_NOOP("report", "call"),
    Tier.TODAY: QT_TRANSLATE_NOOP("report", "call today"),
    Tier.EMERGENCY: QT_TRANSLATE_NOOP("report", "emergency"),
}


def rule_name(rule: Rule) -> str:
    """For example "still red"; avoid and do rules by their habit; a clinic's own by its text without full stop."""
    if rule.kind in (Kind.AVOID, Kind.DO) and rule.habit:
        return rule.habit_name or words.lower_first(words.habit_name(rule.habit))
    if rule.id in _NAMES:
        return QCoreApplication.translate("report", str(_NAMES[rule.id]))
    return rule.text.rstrip(".")


def act_word(tier: Tier) -> str:
    """What the flag asked for: "call", "call today", "emergency"; empty below that."""
    return QCoreApplication.translate("report", str(_ACTS[tier])) if _ACTS[tier] else ""
