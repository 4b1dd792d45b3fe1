"""The ten-year journal: 3,650 entries, 60 treatments, 10,000 photos of about 200 KB. Built once and kept."""

import hashlib
import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

from PIL import Image

from journal import changes
from journal.changes import Change, What
from journal.domain.entry import HABITS, Answers, revised
from journal.domain.facts import Profile
from journal.domain.photo import PreparedPhoto, View
from journal.domain.ratings import Baseline
from journal.domain.treatment import Treatment

CACHE = Path(__file__).parent / ".cache"
DAYS = 3650
TREATMENTS = 60
PHOTOS = 10_000
PHOTO_BYTES = 200_000
LAST_DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)
FIRST_DAY = LAST_DAY - timedelta(days=DAYS - 1)
BETWEEN = DAYS // TREATMENTS


def ten_year_journal() -> Path:
    """The path of the kept journal; builds it at the first call."""
    path = CACHE / f"ten-years-{PHOTOS}.journal"
    if path.exists():
        return path
    CACHE.mkdir(exist_ok=True)
    making = path.with_suffix(".making")
    for left in CACHE.glob(f"{making.name}*"):
        left.unlink()
    print(f"building {path.name}, once: some minutes", flush=True)
    store, record = changes.open_journal(making, create=True)
    for change in (_treatments(), _entries(), _person(record)):
        record, _ = changes.perform(store, record, change, NOW)
    _add_photos(store)
    store.close()
    making.rename(path)
    return path


def empty_journal() -> Path:
    """A journal file with nothing in it but the mark that the welcome was answered."""
    path = CACHE / "empty.journal"
    if path.exists():
        return path
    CACHE.mkdir(exist_ok=True)
    store, record = changes.open_journal(path, create=True)
    changes.perform(store, record, changes.set_profile(record, Profile(welcomed=True)), NOW)
    store.close()
    return path


def _person(record) -> Change:
    baseline = Baseline(redness=1, sensitivity=0, given_at=NOW)
    return Change(
        what=What.BASELINE, baseline=(record.baseline, baseline), profile=(record.profile, Profile(welcomed=True))
    )


def _treatments() -> Change:
    chance = random.Random(1)
    made = []
    for index in range(TREATMENTS):
        day = FIRST_DAY + timedelta(days=BETWEEN * index)
        at = datetime.combine(day, time(14), UTC)
        made.append((None, Treatment(at=at, depth_mm=chance.choice([0.8, 1.5, 1.5, 2.2, None]), id=index + 1)))
    return Change(what=What.TREATMENT_ADDED, treatments=tuple(made))


def _entries() -> Change:
    chance = random.Random(2)
    made = []
    for offset in range(DAYS):
        day = FIRST_DAY + timedelta(days=offset)
        number = offset % BETWEEN
        start = max(0, 6 - number) + chance.choice([-1, 0, 0, 1])
        answers = Answers(
            redness=max(0, start) + 1,
            sensitivity=max(0, start - 2),
            habits={habit: chance.random() < 0.2 for habit in HABITS},
            symptoms=frozenset({"peeling"} if number in (3, 4) else ()),
            note="A calm day." if chance.random() < 0.1 else None,
        )
        made.append((None, revised(None, day, answers, datetime.combine(day, time(20), UTC))))
    return Change(what=What.ENTRY, entries=tuple(made))


def photo_like(width: int, height: int, seed: int = 0) -> Image.Image:
    """A picture with the grain and the slow gradients of a photo."""
    chance = random.Random(seed)
    small = Image.frombytes("RGB", (12, 16), bytes(chance.randrange(90, 220) for _ in range(12 * 16 * 3)))
    grain = Image.effect_noise((width, height), 18).convert("RGB")
    return Image.blend(small.resize((width, height), Image.Resampling.BICUBIC), grain, 0.12)


def jpeg(picture: Image.Image, quality: int = 85) -> bytes:
    """The picture as JPEG."""
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def _add_photos(store) -> None:
    display = jpeg(photo_like(1500, 2000), 70)
    thumbnail = jpeg(photo_like(240, 320), 80)
    filler = random.Random(3).randbytes(PHOTO_BYTES)
    views = list(View)
    prepared = PreparedPhoto(
        original=b"",
        display=display,
        thumbnail=thumbnail,
        width=3000,
        height=4000,
        captured_at=None,
        sha256="",
        media_type="image/jpeg",
        name="photo.jpg",
    )
    for index in range(PHOTOS):
        original = index.to_bytes(8, "big") + filler
        day = FIRST_DAY + timedelta(days=index * DAYS // PHOTOS)
        photo = replace(prepared, original=original, sha256=hashlib.sha256(original).hexdigest())
        changes.keep_photo(store, photo, day, views[index % 3], NOW)
