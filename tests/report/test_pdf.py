"""The file that is handed over: real text, own fonts, small, and nothing in it that was not meant."""

import io

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from journal.domain.errors import JournalUnavailable, Refusal, Trouble, ValueRefused
from journal.domain.photo import Copy
from journal.report.pdf_pack import JpegStream, NotAsExpected, packed
from journal.report.sheet import Paper
from journal.report.summary import Summary, chosen_treatment, pdf_bytes, write_summary
from tests import builders
from tests.report.paper import day, nine_photos, noisy_photo, photo_bytes, risen_course
from tests.report.test_pages import _outline

pytestmark = pytest.mark.usefixtures("qapp")
LIMIT = 2_000_000


def _written(tmp_path, record=None, **more) -> PdfReader:
    path = tmp_path / "visit-summary.pdf"
    write_summary(record or risen_course(), photo_bytes, path, today=day(12), **more)
    return PdfReader(io.BytesIO(path.read_bytes()), strict=True)


@pytest.fixture(scope="module")
def summary_file(qapp, tmp_path_factory) -> PdfReader:
    """The summary of one journal with nine photos, written once."""
    return _written(tmp_path_factory.mktemp("summary"))


def test_the_text_can_be_read_out(summary_file):
    text = summary_file.pages[0].extract_text()
    assert "Microneedling, treatment 1, day 12" in text
    assert "Rose again on days 5 and 6, settled since day 9; 1 of 10 now." in text
    assert "reported by the patient, not a diagnosis" in text
    assert "higher = worse" in text
    assert "usual range: a guide" in text


def test_the_title_gives_nothing_away(summary_file):
    metadata = summary_file.metadata
    assert metadata.title == "Visit summary"
    assert metadata.creator == "Recovery Journal"
    assert not metadata.author


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_paper_is_the_chosen_one(tmp_path, paper, size):
    for page in _written(tmp_path, risen_course(photos=()), paper=paper).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == size


def test_every_page_has_its_number(summary_file):
    reader = summary_file
    count = len(reader.pages)
    assert count >= 3
    for number, page in enumerate(reader.pages, start=1):
        assert f"Page {number} of {count}" in page.extract_text()


def test_all_fonts_are_embedded(summary_file):
    for page in summary_file.pages:
        for font in page["/Resources"]["/Font"].get_object().values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = descendant["/FontDescriptor"].get_object()
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)


def test_photos_have_300_dpi_and_are_the_only_pictures(summary_file, tmp_path):
    images = [image.image for page in summary_file.pages for image in page.images]
    assert {image.size for image in images} == {(779, 1039)}
    assert not _written(tmp_path, risen_course(photos=())).pages[0].images


def test_nine_grainy_photos_stay_below_2_mb(tmp_path):
    path = tmp_path / "out.pdf"
    write_summary(risen_course(), lambda photo_id, _copy: noisy_photo(photo_id), path, today=day(12))
    images = {image.indirect_reference for page in PdfReader(path).pages for image in page.images}
    assert len(images) == 9
    assert path.stat().st_size < LIMIT


def test_nothing_of_the_photos_files_is_in_it(tmp_path):
    data = noisy_photo(1)
    marked = data[:2] + b"\xff\xe1\x00\x1aExif\x00\x00GPS-SECRET-PLACE" + data[2:]
    path = tmp_path / "out.pdf"
    write_summary(risen_course(), lambda _id, _copy: marked, path, today=day(12))
    written = path.read_bytes()
    assert b"Exif" not in written
    assert b"SECRET" not in written
    assert len(PdfReader(path).pages[0].images) == 3


def test_only_display_copies_are_asked_for(tmp_path):
    asked = set()

    def photo(photo_id, copy):
        asked.add(copy)
        return photo_bytes(photo_id, copy)

    write_summary(risen_course(), photo, tmp_path / "out.pdf", today=day(12))
    assert asked == {Copy.DISPLAY}


def test_the_theme_changes_nothing(tmp_path):
    before = QGuiApplication.palette()
    light = _content(risen_course(photos=()))
    dark = QPalette(QColor("#12171A"))
    dark.setColor(QPalette.ColorRole.Text, QColor("white"))
    QGuiApplication.setPalette(dark)
    try:
        assert _content(risen_course(photos=())) == light
    finally:
        QGuiApplication.setPalette(before)


def _content(record) -> list[bytes]:
    reader = PdfReader(io.BytesIO(pdf_bytes(Summary(_outline(record), photo_bytes, paper=Paper.A4))))
    return [page.get_contents().get_data() for page in reader.pages]


def test_black_and_white_photos_are_dots(tmp_path):
    reader = _written(tmp_path, mono=True)
    for image in reader.pages[0].images:
        assert {color for _, color in image.image.convert("RGB").getcolors()} == {(0, 0, 0), (255, 255, 255)}


def test_a_treatment_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ValueRefused) as refused:
        _written(tmp_path, treatment_number=4)
    assert refused.value.refusal is Refusal.NO_TREATMENT
    with pytest.raises(ValueRefused):
        chosen_treatment(builders.record(treatments=()), None)
    assert not list(tmp_path.iterdir())


def test_a_period_turned_round_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(ValueRefused) as refused:
        _written(tmp_path, first=day(4), last=day(2))
    assert refused.value.refusal is Refusal.PERIOD
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(JournalUnavailable) as unavailable:
        write_summary(risen_course(photos=()), photo_bytes, tmp_path / "gone" / "out.pdf", today=day(12))
    assert unavailable.value.trouble is Trouble.FOLDER_GONE


def test_an_older_file_stays_whole_when_writing_fails(tmp_path):
    folder = tmp_path / "out.pdf"
    folder.mkdir()
    with pytest.raises(JournalUnavailable):
        write_summary(risen_course(photos=()), photo_bytes, folder, today=day(12))
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]


def test_a_pdf_that_is_not_as_expected_is_never_guessed_at():
    stream = {(3, 3): JpegStream(data=b"x", width=1, height=1)}
    plain = pdf_bytes(Summary(_outline(risen_course(photos=())), photo_bytes, paper=Paper.A4))
    for pdf in (b"", b"%PDF-1.4 nonsense", plain[:-40], plain):
        with pytest.raises(NotAsExpected):
            packed(pdf, stream)


def test_a_photo_that_cannot_be_read_does_not_stop_the_page(tmp_path):
    path = tmp_path / "out.pdf"
    write_summary(risen_course(photos=nine_photos()), lambda _id, _copy: b"", path, today=day(12))
    assert "this photo cannot be read" in PdfReader(path).pages[0].extract_text()
