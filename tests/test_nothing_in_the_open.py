"""After a whole session with an encrypted journal no file anywhere holds a word or a picture of it in the open.

The program runs in a process of its own, with a home and a folder for temporary files of its own, and is killed at the
end.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from journal import passphrase
from journal.passphrase import is_encrypted

PASSPHRASE = "quiet sea lamp"
MARKERS = ("Zebrafinch-note", "Zebrafinch-clinic", "Zebrafinch-camera", "Zebrafinch-question", "Zebrafinch-file")

SESSION = """
import sys, logging
from pathlib import Path
from journal import app as program, passphrase
from journal.clock import SystemClock
from journal.domain.entry import Answers
from journal.domain.photo import View
from journal.logs import start_log, log_folder
from journal.photos.intake import prepare
from journal.ui.settings import Settings
from journal.ui.theme import Theme, ThemeChoice

journal, picture = Path(sys.argv[1]), Path(sys.argv[2])
application = program.make_application()
start_log(log_folder())
key = passphrase.key_by_passphrase(journal, sys.argv[3])
settings, theme = Settings(program.settings_file()), Theme(ThemeChoice.LIGHT)
theme.apply(application)
window = program.build(journal, clock=SystemClock(), settings=settings, theme=theme, key=key)
window.show()
session = window.session
session.adopt_photo(session.keep_photo(prepare(picture, "Zebrafinch-file.jpg"), session.today(), View.FRONT))
session.log(session.today(), Answers(redness=3, note="Zebrafinch-note"))
session.keeping().back_up(session.now())
for page in ("calendar", "curve", "photos", "visit", "today"):
    window.show_page(page)
    window.grab()
    application.processEvents()
settings.save()
logging.getLogger("journal").warning("not saved: %s", "JournalUnavailable")
if sys.argv[4] == "locked":
    window.lock.now()
if sys.argv[4] == "closed":
    window.close()
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def places(tmp_path):
    """A home and a temporary folder that nobody else writes to."""
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    for folder in (home, temporary):
        folder.mkdir()
    return home, temporary


@pytest.fixture
def environment(places):
    home, temporary = places
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return kept | {
        "HOME": str(home),
        "TMPDIR": str(temporary),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }


def run(environment: dict[str, str], *arguments: str) -> None:
    command = [sys.executable, "-m", "journal", *arguments]
    subprocess.run(command, env=environment, check=True, capture_output=True, stdin=subprocess.DEVNULL)


@pytest.fixture
def picture(tmp_path):
    """A photo with a marker in its camera's name, outside of what the program writes."""
    path = tmp_path / "taken.jpg"
    exif = Image.Exif()
    exif[0x0110] = "Zebrafinch-camera"
    Image.effect_noise((400, 300), 60).convert("RGB").save(path, exif=exif)
    return path


def found(folder: Path, needles: list[bytes]) -> list[tuple[str, bytes]]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [(path.name, needle) for path in files for needle in needles if needle in path.read_bytes()]


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
@pytest.mark.parametrize("end", ["closed", "locked", "open"])
def test_no_file_holds_anything_of_an_encrypted_journal(places, environment, picture, tmp_path, end):
    home, _ = places
    journal, secret = home / "data" / "my.journal", tmp_path / "secret"
    journal.parent.mkdir()
    secret.write_text(PASSPHRASE, encoding="utf-8")
    shared = ("--journal", str(journal), "--passphrase-file", str(secret))
    run(environment, *shared, "treatment", "add", "--at", "2026-01-05T14:00", "--note", "Zebrafinch-note")
    run(
        environment,
        *shared,
        "profile",
        "--clinic-phone",
        "Zebrafinch-clinic",
        "--question",
        "Zebrafinch-question",
    )
    assert is_encrypted(journal)

    command = [sys.executable, "-c", SESSION, str(journal), str(picture), PASSPHRASE, end]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=None, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGKILL)
    run(environment, *shared, "check")

    raw = picture.read_bytes()
    key = passphrase.key_by_passphrase(journal, PASSPHRASE)
    needles = [marker.encode() for marker in MARKERS] + [raw[3000:3064], raw[-200:-136], b"CREATE TABLE"]
    needles += [key.raw, key.raw.hex().encode(), PASSPHRASE.encode(), b"SQLite format 3"]
    assert {name for name, _ in found(tmp_path, needles)} == {
        "taken.jpg",
        "secret",
    }  # what was handed in, and only that
    assert found(home, needles) == []
    assert list(home.rglob("*.backups/*.day"))
