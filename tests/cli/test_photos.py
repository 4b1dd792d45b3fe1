"""``photo``: one line a file, and the rest goes on."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import picture

KEYS = ["id", "day", "view", "width", "height", "captured_at", "sha256", "bytes"]


def test_each_file_is_named_as_given_and_the_rest_goes_on(treated):
    picture(Path("one.jpg"))
    picture(Path("two  words.jpg"), "pink")
    Path("no picture.jpg").write_text("words")
    Path("empty.jpg").touch()

    names = ("one.jpg", "no picture.jpg", "./empty.jpg", "gone.jpg", "one.jpg", "two  words.jpg")
    ran = treated("photo", "add", *names, "--date", "2026-11-21", "--view", "left")

    assert ran.status == 1
    assert [line.split(":")[0] for line in ran.lines] == ["one.jpg", "two  words.jpg"]
    assert [line.split(":")[0] for line in ran.complaints] == ["no picture.jpg", "./empty.jpg", "gone.jpg", "one.jpg"]
    assert [one["view"] for one in treated.done("photo", "list", "--json").json] == ["left", "left"]


def test_the_list_has_the_keys_of_the_contract(treated):
    data = Path(picture(Path("one.jpg"))).read_bytes()
    treated.done("photo", "add", "one.jpg", "--date", "2026-11-21")

    one = treated.done("photo", "list", "--json").json[0]
    assert list(one) == KEYS
    assert (one["day"], one["view"], one["width"], one["height"]) == ("2026-11-21", "front", 80, 60)
    assert (one["captured_at"], one["sha256"], one["bytes"]) == (None, sha256(data).hexdigest(), len(data))


def test_the_capture_time_proposes_the_day(treated):
    picture(Path("one.jpg"), taken="2026:11:21 09:30:00")
    treated.done("photo", "add", "one.jpg")

    one = treated.done("photo", "list", "--json").json[0]
    assert (one["day"], one["captured_at"]) == ("2026-11-21", "2026-11-21T09:30:00")


def test_a_given_day_goes_before_the_capture_time(treated):
    picture(Path("one.jpg"), taken="2026:11:21 09:30:00")
    treated.done("photo", "add", "one.jpg", "--date", "2026-11-20")

    assert treated.done("photo", "list", "--json").json[0]["day"] == "2026-11-20"


@pytest.mark.parametrize("taken", ["", "2026:11:23 09:30:00", "2019:01:01 12:00:00"])
def test_a_picture_without_a_likely_day_asks_for_one(treated, taken):
    picture(Path("one.jpg"), taken=taken)

    assert "--date" in treated.assert_refused("photo", "add", "one.jpg", status=1)


@pytest.mark.parametrize("arguments", [("--date", "2026-11-23"), ("--date", "x"), ("--view", "back"), ()])
def test_wrong_arguments_take_nothing_in(treated, arguments):
    picture(Path("one.jpg"), taken="2026:11:21 09:30:00")

    treated.assert_refused("photo", "add", *(("one.jpg", *arguments) if arguments else ()))


def test_refused_pictures_make_no_journal(command):
    assert command("photo", "add", "gone.jpg", "--date", "2026-11-21").status == 1
    assert command.state() == {}


def test_a_photo_is_moved_removed_and_taken_in_again(treated):
    picture(Path("one.jpg"))
    treated.done("photo", "add", "one.jpg", "--date", "2026-11-21")
    treated.done("photo", "change", "1", "--date", "2026-11-20", "--view", "close-up")
    moved = treated.done("photo", "list", "--json").json[0]
    treated.done("photo", "remove", "1")

    assert (moved["day"], moved["view"]) == ("2026-11-20", "close-up")
    assert treated.done("photo", "list", "--json").json == []
    assert treated("photo", "add", "one.jpg", "--date", "2026-11-21").status == 0


def test_without_a_capture_time_the_name_tells_the_day(treated):
    picture(Path("IMG-20261121-WA0003.jpg"))
    picture(Path("20261120_201500.jpg"), "pink", taken="2026:11:21 09:30:00")
    picture(Path("99999999.jpg"), "navy")
    picture(Path("IMG-20261123-WA0003.jpg"), "teal")

    ran = treated(
        "photo", "add", "IMG-20261121-WA0003.jpg", "20261120_201500.jpg", "99999999.jpg", "IMG-20261123-WA0003.jpg"
    )

    assert ran.status == 1
    assert ran.lines == [
        "IMG-20261121-WA0003.jpg: taken as photo 1, 2026-11-21, front, the day from the name",
        "20261120_201500.jpg: taken as photo 2, 2026-11-21, front",
    ]
    assert [line.split(":")[0] for line in ran.complaints] == ["99999999.jpg", "IMG-20261123-WA0003.jpg"]
    assert (
        treated.done("photo", "list").lines[0] == "Photo 1: 2026-11-21, front, 80 x 60, the day from the name, blurred"
    )


def test_a_given_day_goes_before_the_name(treated):
    picture(Path("IMG-20261121-WA0003.jpg"))

    ran = treated.done("photo", "add", "IMG-20261121-WA0003.jpg", "--date", "2026-11-20")
    assert ran.lines == ["IMG-20261121-WA0003.jpg: taken as photo 1, 2026-11-20, front"]


def test_the_same_second_of_one_view_is_pointed_out(treated):
    for name, color in (("one.jpg", "salmon"), ("two.jpg", "pink"), ("three.jpg", "navy")):
        picture(Path(name), color, taken="2026:11:21 09:30:00")
    treated.done("photo", "add", "one.jpg", "--view", "left")

    ran = treated.done("photo", "add", "two.jpg", "three.jpg")

    assert ran.lines == [
        "two.jpg: taken as photo 2, 2026-11-21, front",
        "three.jpg: taken as photo 3, 2026-11-21, front; of the same second as photo 2",
    ]


@pytest.mark.parametrize("number", ["7", "0", "x", "-1", "99999999999999999999"])
def test_a_photo_that_is_not_there_is_refused(treated, number):
    treated.assert_refused("photo", "remove", number)
    treated.assert_refused("photo", "save", number, "one.jpg")
    treated.assert_refused("photo", "change", number, "--view", "left")
