"""The day in a file's name: what phones and messengers write is read, numbers and doubtful names are not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.name_date import FIRST_YEAR, LAST_YEAR, name_date

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "name",
    [
        "IMG-20261122-WA0003.jpg",
        "IMG_20261122_201500.jpg",
        "IMG_20261122_201500_1.jpg",
        "PXL_20261122_201500123.jpg",
        "PXL_20261122_201500123.PORTRAIT.jpg",
        "20261122_201500.heic",
        "20261122201500.jpg",
        "20261122.png",
        "WP_20261122_20_15_00_Pro.jpg",
        "MVIMG_20261122_201500.jpg",
        "Screenshot_2026-11-22-20-15-00-123_com.app.png",
        "Screenshot 2026-11-22 at 20.15.00.png",
        "Screenshot_20261122-201500.png",
        "signal-2026-11-22-201500.jpg",
        "signal-2026-11-22-20-15-00-123-1.jpg",
        "WhatsApp Image 2026-11-22 at 20.15.00.jpeg",
        "WhatsApp Image 2026-11-22 at 20.15.00 (1).jpeg",
        "photo_2026-11-22_20-15-00.jpg",
        "2026-11-22.png",
        "2026_11_22 left.jpg",
        "2026.11.22.jpg",
        "day 2 (2026-11-22).jpg",
        "IMG-20261122-WA0003 2026-11-22.jpg",
        "from the phone/IMG-20261122-WA0003.jpg",
    ],
)
def test_the_forms_of_phones_and_messengers_are_read(name):
    assert name_date(name) == DAY


@pytest.mark.parametrize(
    "name",
    [
        "",
        "IMG_5195.HEIC",
        "DSCN0010.jpg",
        "99999999.jpg",
        "12345678.jpg",
        "20269922.jpg",
        "20260230.jpg",
        "19991231.jpg",
        "+4915120261122.jpg",
        "4915120261122.jpg",
        "0049 151 20261122 99.jpg".replace(" ", ""),
        "FB_IMG_1763836500000.jpg",
        "20261122256199.jpg",
        "202611221.jpg",
        "22-11-2026.jpg",
        "11-12-2026.jpg",
        "22112026.jpg",
        "2026-11.jpg",
        "2026-11_22.jpg",
        "12026-11-22.jpg",
        "1.2026.11.22.jpg",
        "2026-13-01.jpg",
        "IMG-20261122-WA0003 2026-11-23.jpg",
        "2026-11-22 to 2026-11-24.jpg",
        "2026-11-22/portrait.jpg",
        "٢٠٢٦١١٢٢.jpg",
    ],
)
def test_numbers_and_doubtful_names_tell_no_day(name):
    assert name_date(name) is None


@given(st.text())
def test_no_name_breaks_it(name):
    told = name_date(name)

    assert told is None or FIRST_YEAR <= told.year <= LAST_YEAR


@given(st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)), st.sampled_from(["%Y%m%d", "%Y-%m-%d", "%Y_%m_%d"]))
def test_every_day_is_read_back(day, form):
    assert name_date(f"IMG_{day.strftime(form)}.jpg") == day
