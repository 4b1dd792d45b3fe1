"""Every text can be read on its ground, and the sheet names no colour of its own."""

import re

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo

from journal.drawing.palette import DARK, LIGHT, Palette
from journal.resources import resource
from journal.ui.settings import Settings
from journal.ui.theme import TEXT_SCALES, Theme, ThemeChoice

PAIRS = [
    *((text, ground) for text in ("ink", "second_ink") for ground in ("ground", "surface", "sunken", "accent_soft")),
    *(("ink", ground) for ground in ("caution_soft", "call_soft", "band")),
    *(("accent", ground) for ground in ("ground", "surface", "accent_soft")),
    ("on_accent", "accent"),
    *(("call", ground) for ground in ("ground", "surface", "call_soft")),
    *(("caution", ground) for ground in ("surface", "caution_soft")),
]


def luminance(color: str) -> float:
    parts = [part / 255 for part in QColor(color).getRgb()[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_reads_on_its_ground(palette: Palette, text: str, ground: str):
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5


def test_the_style_sheet_names_no_colour_itself():
    sheet = resource("style.qss").read_text(encoding="utf-8")

    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b(?![^{]*\{)|\brgba?\(", sheet)


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_every_token_of_the_sheet_is_filled_in(qapp, choice, scale):
    assert "$" not in Theme(choice, scale).style_sheet()


@pytest.mark.parametrize(("look", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_the_fixed_drawings_have_the_palettes_colours(look, palette):
    allowed = {palette.second_ink, palette.on_accent}

    for drawing in resource("icons", "fixed").glob(f"*-{look}.svg"):
        assert set(re.findall(r"#[0-9A-F]{6}", drawing.read_text(encoding="utf-8"))) <= allowed, drawing.name


def test_icons_have_one_stroke_and_no_colour_of_their_own():
    for drawing in resource("icons").glob("*.svg"):
        if drawing.stem != "app":
            text = drawing.read_text(encoding="utf-8")
            assert set(re.findall(r'stroke-width="([^"]+)"', text)) == {"1.75"}, drawing.name
            assert 'stroke="currentColor"' in text


def test_choosing_a_look_tells_once_and_changes_colours_and_sizes(qapp, qtbot):
    theme = Theme(ThemeChoice.LIGHT)
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK, 1.5)

    assert theme.palette is DARK
    assert theme.px("text") == round(1.5 * Theme(ThemeChoice.LIGHT).px("text"))


def test_a_look_takes_its_size_from_the_desktop_and_not_from_another_look(qapp):
    plain = Theme(ThemeChoice.LIGHT).base_px
    Theme(ThemeChoice.LIGHT, 1.5).apply(qapp)

    assert QFontInfo(qapp.font()).pixelSize() == round(1.5 * plain)
    assert Theme(ThemeChoice.LIGHT).base_px == plain


def test_figures_have_one_width(qapp):
    assert Theme(ThemeChoice.LIGHT).font("text").featureValue(QFont.Tag("tnum")) == 1


def test_settings_are_kept_and_nonsense_in_the_file_is_ignored(qapp, tmp_path):
    file = tmp_path / "window.ini"
    kept = Settings(file)
    kept.theme, kept.text_scale = ThemeChoice.DARK, 1.25
    kept.save()
    assert (Settings(file).theme, Settings(file).text_scale) == (ThemeChoice.DARK, 1.25)

    file.write_text("[look]\ntheme=pink\ntext_size=900\n[window]\ngeometry=7\n", encoding="utf-8")
    read = Settings(file)
    assert (read.theme, read.text_scale, read.geometry.isEmpty()) == (ThemeChoice.AUTO, 1.0, True)
