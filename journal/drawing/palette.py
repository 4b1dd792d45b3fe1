"""The colours: one set each for the light window, the dark window and paper. Nothing else names a colour."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colour tokens as ``#RRGGBB``. Text on its ground has a contrast of 4.5:1 or better (a test holds it)."""

    is_dark: bool
    ground: str
    surface: str
    sunken: str
    hairline: str
    ink: str
    second_ink: str
    accent: str
    on_accent: str
    accent_soft: str
    band: str
    typical: str
    call: str
    call_soft: str
    caution: str
    caution_soft: str


LIGHT = Palette(
    is_dark=False,
    ground="#F6F5F2",
    surface="#FFFFFF",
    sunken="#F1EFEA",
    hairline="#E2DED6",
    ink="#1D272B",
    second_ink="#566268",
    accent="#0E6A69",
    on_accent="#FFFFFF",
    accent_soft="#E0EEED",
    band="#DDE8EA",
    typical="#5E767E",
    call="#AE3519",
    call_soft="#FBEAE5",
    caution="#7F5200",
    caution_soft="#FBF1DA",
)

DARK = Palette(
    is_dark=True,
    ground="#12171A",
    surface="#1A2124",
    sunken="#151B1E",
    hairline="#2D373B",
    ink="#E7ECEB",
    second_ink="#A7B3B6",
    accent="#5FC4BD",
    on_accent="#0B2423",
    accent_soft="#1C3837",
    band="#24353A",
    typical="#8AA3AB",
    call="#FF9C84",
    call_soft="#38211B",
    caution="#EFC46E",
    caution_soft="#332913",
)

PAPER = Palette(
    is_dark=False,
    ground="#FFFFFF",
    surface="#FFFFFF",
    sunken="#FFFFFF",
    hairline="#BFBFBF",
    ink="#000000",
    second_ink="#333333",
    accent="#000000",
    on_accent="#FFFFFF",
    accent_soft="#FFFFFF",
    band="#D9D9D9",
    typical="#000000",
    call="#000000",
    call_soft="#FFFFFF",
    caution="#000000",
    caution_soft="#FFFFFF",
)
