"""Mutated photos: taken in, or refused with one line; within five seconds and a gigabyte."""

from io import BytesIO
from pathlib import Path

import pillow_heif
from PIL import Image

from journal.domain.errors import PhotoRefused
from journal.error_words import error_text
from journal.photos.intake import prepare
from tests.torture.batches import MEMORY, Trial, tried, words
from tests.torture.grids import absurd
from tests.torture.mutants import bytes_changed
from tests.torture.world import Figure, seeded

SAMPLES = Path("../shared/samples")
"""Pictures of real cameras, beside the project where they are at hand."""
SMALL = 400_000
RARELY = 40


def drawn() -> list[bytes]:
    """Small pictures of every kind that is taken in, of several modes, with EXIF and profiles."""
    pictures = []
    numbers = seeded("drawn")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0x9003] = "2026:11:21 19:05:00"
    for mode, size in (("RGB", (90, 60)), ("L", (33, 70)), ("RGBA", (64, 64)), ("P", (50, 20)), ("1", (40, 40))):
        base = Image.frombytes("RGB", size, numbers.randbytes(size[0] * size[1] * 3)).convert(mode)
        full = base.convert("RGB")
        pictures += [_saved(base, kind, exif) for kind in ("PNG", "TIFF")]
        pictures += [_saved(full, kind, exif) for kind in ("WEBP", "JPEG")]
    deep = Image.frombytes("I;16", (40, 30), numbers.randbytes(2400))
    pictures += [_saved(deep, "PNG", None), _saved(deep, "TIFF", None)]
    colour = Image.frombytes("RGB", (128, 96), numbers.randbytes(128 * 96 * 3))
    pictures.append(_saved(colour, "JPEG", exif, progressive=True))
    pictures.append(_saved(colour, "TIFF", exif, compression="tiff_lzw"))
    pictures.append(_saved(colour, "TIFF", exif, compression="jpeg"))
    pictures.append(_saved(colour.convert("CMYK"), "JPEG", exif))
    stream = BytesIO()
    pillow_heif.from_pillow(colour).save(stream, format="HEIF")
    return [*pictures, stream.getvalue(), stream.getvalue()]


def _saved(image: Image.Image, kind: str, exif: Image.Exif | None, **more: object) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **({} if exif is None else {"exif": exif}), **more)
    return stream.getvalue()


def samples() -> list[bytes]:
    """The pictures of real cameras; none where they are not at hand."""
    root = Path(__file__).parent.parent.parent
    return [path.read_bytes() for path in sorted((root / SAMPLES).glob("*")) if path.suffix != ".md"]


def mutated(times: int) -> Figure:
    """``times`` pictures; one in ``RARELY`` comes from a large one of a real camera, which takes long to decode."""
    real = samples()
    small = [*drawn(), *(data for data in real if len(data) < SMALL // 4)]
    large = [data for data in real if len(data) >= SMALL // 4]

    def trial(number: int) -> str:
        numbers = seeded("photo", number)
        is_large = bool(large) and number % RARELY == 0
        data = numbers.choice(large if is_large else small)
        return _taken(bytes_changed(data, numbers, numbers.choice(small)), number)

    return _figure("mutated photos", trial, times)


def absurd_heifs(times: int) -> Figure:
    """``times`` HEIF files made by hand: each as it is, then with bytes changed."""
    files = list(absurd().values())

    def trial(number: int) -> str:
        data = files[number % len(files)]
        is_first = number < len(files)
        return _taken(data if is_first else bytes_changed(data, seeded("grid", number), files[0]), number)

    return _figure("absurd HEIF files, as made and mutated", trial, times)


def _taken(data: bytes, number: int) -> str:
    try:
        prepare(data, f"{number}.jpg")
    except PhotoRefused as refusal:
        text = error_text(refusal)
        assert text, "no line"
        assert "\n" not in text, text
        return "refused"
    return "taken in"


def _figure(row: str, trial: Trial, times: int) -> Figure:
    came, failures, peak = tried(trial, times)
    if peak > MEMORY:
        failures.append(f"memory: {peak / 1e6:.0f} MB")
    return Figure(row=row, times=times, held=words(came, peak), failures=tuple(failures))
