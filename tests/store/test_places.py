"""Where a journal lies is told by names, marks and mounts; away from home it keeps no log beside it."""

from contextlib import closing
from pathlib import Path, PurePosixPath

import pytest
from sqlcipher3 import dbapi2

from journal.domain.place import PlaceKind
from journal.store import places
from journal.store.checking import faults_of_file
from journal.store.journal_store import JournalStore
from journal.store.places import file_system, names_of_conflict, place_of, service_by_name
from tests.store.journals import content, filled, reread

HOME = PurePosixPath("/people/me")
MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
/dev/sda2 /people ext4 rw 0 0
nas:/me /people/me/far nfs4 rw 0 0
//nas/photos /mnt/two\040words cifs rw 0 0
me@host: /people/me/there fuse.sshfs rw 0 0
""".strip()


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/people/me/OneDrive/Documents", "OneDrive"),
        ("/people/me/OneDrive - Clinic", "OneDrive"),
        ("/people/me/Dropbox", "Dropbox"),
        ("/people/me/Dropbox (Personal)/skin", "Dropbox"),
        ("/people/me/Library/CloudStorage/GoogleDrive-me@example.org/My Drive", "Google Drive"),
        ("/people/me/Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("/people/me/iCloudDrive", "iCloud Drive"),
        ("/people/me/Nextcloud", "Nextcloud"),
        ("/people/me/pCloudDrive", "pCloud"),
        ("/people/me/MEGAsync", "MEGA"),
        ("/data/Google Drive/x", "Google Drive"),
        ("/people/me/.local/share/recovery-journal", ""),
        ("/people/me/dropboxes", ""),
    ],
)
def test_a_synced_folder_is_known_by_its_name(folder: str, service: str) -> None:
    assert service_by_name(PurePosixPath(folder), HOME) == service


def test_a_name_above_the_home_tells_nothing() -> None:
    assert service_by_name(PurePosixPath("/people/Dropbox/skin"), PurePosixPath("/people/Dropbox")) == ""


@pytest.mark.parametrize("mark", places.SERVICE_MARKS)
def test_a_synced_folder_is_known_by_what_its_service_leaves_there(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).mkdir()
    folder = tmp_path / "documents" / "skin"
    folder.mkdir(parents=True)

    place = place_of(folder / "my.journal")

    assert (place.kind, place.service) == (PlaceKind.SYNCED, places.SERVICE_MARKS[mark])


def test_a_synced_folder_is_known_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))

    assert place_of(tmp_path / "docs" / "my.journal").service == "OneDrive"


def test_a_link_into_a_synced_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    filled(tmp_path / "Dropbox" / "my.journal")
    (tmp_path / "mine.journal").symlink_to(tmp_path / "Dropbox" / "my.journal")

    assert place_of(tmp_path / "mine.journal").kind is PlaceKind.SYNCED


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/people/me/far/deep", "nfs4"),
        ("/mnt/two words", "cifs"),
        ("/people/me/there", "fuse.sshfs"),
        ("/people/me", "ext4"),
        ("/people/me/farther", "ext4"),
        ("/var", "ext4"),
    ],
)
def test_the_table_of_mounts_tells_the_file_system(folder: str, kind: str) -> None:
    assert file_system(PurePosixPath(folder), MOUNTS) == kind


def test_a_network_folder_and_a_removable_drive_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"nas:/me {tmp_path} nfs rw 0 0\n")
    monkeypatch.setattr(places, "MOUNTS", mounts)
    assert place_of(tmp_path / "my.journal").kind is PlaceKind.NETWORK

    mounts.write_text("")
    assert place_of(tmp_path / "my.journal").kind is PlaceKind.HOME
    monkeypatch.setattr(places, "REMOVABLE_ROOTS", (f"{tmp_path.parent}/",))
    assert place_of(tmp_path / "my.journal").kind is PlaceKind.REMOVABLE


NAMES = [
    "recovery (Anna's conflicted copy 2026-11-22).journal",
    "recovery (In Konflikt stehende Kopie 2026-11-22).journal",
    "recovery (conflicted copy 2026-11-22 201530).journal",
    "recovery.sync-conflict-20261122-201530-ABCDEFG.journal",
    "recovery_conflict-20261122-201530.journal",
]
NAMES_IN_SYNCED_FOLDERS = ["recovery-DESKTOP-4F3K2.journal", "recovery (1).journal", "recovery 2.journal"]
OTHERS = ["recovery.journal", "recovery.journal-wal", "recovery-old.txt", "recoveryconflict.journal", "other.journal"]


def test_what_two_computers_leave_is_known_by_its_name() -> None:
    there = [*NAMES, *NAMES_IN_SYNCED_FOLDERS, *OTHERS]

    assert list(names_of_conflict("recovery.journal", there, is_synced=False)) == NAMES
    assert list(names_of_conflict("recovery.journal", there, is_synced=True)) == [*NAMES, *NAMES_IN_SYNCED_FOLDERS]


def test_other_versions_beside_the_journal_are_named(tmp_path: Path) -> None:
    path = tmp_path / "recovery.journal"
    filled(path)
    (tmp_path / NAMES[0]).write_bytes(path.read_bytes())
    (tmp_path / NAMES[1]).mkdir()

    assert place_of(path).other_versions == (NAMES[0],)
    assert place_of(tmp_path / "gone" / "recovery.journal").other_versions == ()


def mode_of(path: Path) -> str:
    with closing(dbapi2.connect(str(path))) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def test_away_from_home_no_log_is_kept_and_home_again_there_is_one(tmp_path: Path) -> None:
    home, away = tmp_path / "my.journal", tmp_path / "Dropbox" / "my.journal"
    away.parent.mkdir()
    wanted = content(filled(home))
    assert mode_of(home) == "wal"

    home.rename(away)
    assert content(reread(away)) == wanted
    assert mode_of(away) == "delete"
    with closing(JournalStore.open(away, create=False)):
        assert [each.name for each in away.parent.iterdir()] == ["my.journal"]

    away.rename(home)
    assert content(reread(home)) == wanted
    assert mode_of(home) == "wal"


def test_a_log_that_another_program_is_using_stays(tmp_path: Path) -> None:
    home, away = tmp_path / "my.journal", tmp_path / "Dropbox" / "my.journal"
    away.parent.mkdir()
    filled(home)
    home.rename(away)
    with closing(dbapi2.connect(str(away), isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM entry").fetchone()
        assert reread(away).treatments
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_half_a_change_of_a_killed_writer_is_taken_back_by_a_check(tmp_path: Path) -> None:
    """The rollback journal and the half changed file as a killed process leaves them."""
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    path, killed = folder / "my.journal", folder / "killed.journal"
    wanted = content(filled(path))
    with closing(JournalStore.open(path, create=False)) as store:
        store.connection.execute("PRAGMA cache_size=1")  # spills before the end
        store.connection.execute("BEGIN IMMEDIATE")
        store.connection.execute("UPDATE picture SET data = zeroblob(400000)")
        store.connection.execute("UPDATE entry SET note = 'half', checksum = 0")
        killed.write_bytes(path.read_bytes())
        hot = path.with_name("my.journal-journal").read_bytes()
        store.connection.execute("ROLLBACK")
    killed.with_name("killed.journal-journal").write_bytes(hot)
    assert killed.read_bytes() != path.read_bytes()

    assert faults_of_file(killed) == ()
    assert content(reread(killed)) == wanted
