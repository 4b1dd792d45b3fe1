"""Large pictures stay within bounds: refused by their heads before any room is made, and no point takes too much."""

import resource
import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image

from journal.domain.errors import PhotoRefusal, PhotoRefused
from journal.photos.containers import webp_size
from journal.photos.decoding import WebPImageFile
from journal.photos.intake import prepare

GIGABYTE = 1_000_000
"""In the unit of ``ru_maxrss``."""
TAKEN_IN = """
import resource, sys
from pathlib import Path
from journal.photos.intake import prepare
prepare(Path(sys.argv[1]), "deep")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def webp(size: tuple[int, int], mode: str = "RGB", **more: object) -> bytes:
    stream = BytesIO()
    Image.new(mode, size, "salmon").save(stream, "WEBP", **more)
    return stream.getvalue()


@pytest.mark.parametrize("more", [{}, {"lossless": True}, {"exif": b"Exif\0\0II*\0\x08\0\0\0\0\0"}], ids=str)
def test_the_head_of_a_webp_tells_its_size(more):
    assert webp_size(webp((301, 203), **more)) == (301, 203)


def test_a_webp_beyond_the_limit_is_refused_before_its_decoder_is_called(monkeypatch):
    data = webp((9000, 6000), lossless=True, quality=0, method=0)
    monkeypatch.setattr(WebPImageFile, "__init__", lambda *_: pytest.fail("it was called"))
    with pytest.raises(PhotoRefused) as caught:
        prepare(data, "large.webp")

    assert caught.value.refusal is PhotoRefusal.TOO_MANY_PIXELS


@pytest.mark.skipif(not hasattr(resource, "RUSAGE_SELF"), reason="POSIX")
@pytest.mark.parametrize(("mode", "kind"), [("I;16", "PNG"), ("F", "TIFF")])
def test_deep_grey_takes_less_than_a_gigabyte(tmp_path, mode, kind):
    more = {"compression": "tiff_lzw"} if kind == "TIFF" else {}
    Image.new(mode, (9000, 9000), 200).save(tmp_path / "deep", kind, **more)
    command = [sys.executable, "-c", TAKEN_IN, str(tmp_path / "deep")]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)

    assert int(ran.stdout) < GIGABYTE


def test_deep_grey_is_the_same_in_strips():
    grey = Image.new("I;16", (40, 700))
    for line in range(700):
        grey.putpixel((5, line), line * 90)
    stream = BytesIO()
    grey.save(stream, "PNG")
    shown = Image.open(BytesIO(prepare(stream.getvalue(), "deep.png").display))

    assert shown.size == (40, 700)
    assert abs(shown.getpixel((5, 690))[0] - 690 * 90 * 255 / 65535) < 40
