"""Where a journal's file lies: on a disk of this computer, in a synced folder, on the network, on a removable drive.

The engine's log (WAL) needs memory that all its readers share, and is a second file that must travel with the first:
neither can be counted on there, so the rollback journal is used. Source: https://sqlite.org/wal.html, section 1.

Told by names, by the marks that services leave in their folders, and by the system's table of mounts; nothing is asked
of the network. What cannot be told counts as this computer's own.
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath

from journal.domain.place import Place, PlaceKind
from journal.whole_file import real_path

MOUNTS = Path("/proc/self/mounts")
NETWORK_SYSTEMS = frozenset(
    {
        *(
            "nfs",
            "nfs4",
            "cifs",
            "smb2",
            "smb3",
            "smbfs",
            "ncpfs",
            "afs",
            "afpfs",
            "ceph",
            "coda",
            "davfs",
            "glusterfs",
        ),
        *(
            "lustre",
            "beegfs",
            "pvfs2",
            "vboxsf",
            "prl_fs",
            "fuse.sshfs",
            "fuse.gvfsd-fuse",
            "fuse.rclone",
            "fuse.davfs",
        ),
        *(
            "fuse.davfs2",
            "fuse.glusterfs",
            "fuse.ceph",
            "fuse.smbnetfs",
            "fuse.curlftpfs",
            "fuse.s3fs",
            "fuse.kio-fuse",
        ),
        "fuse.vmhgfs-fuse",
    }
)
REMOVABLE_ROOTS = ("/media/", "/run/media/", "/Volumes/")
DRIVE_REMOVABLE, DRIVE_REMOTE = 2, 4
"""What Windows says of a drive."""

SERVICE_FOLDERS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "pclouddrive": "pCloud",
    "pcloud drive": "pCloud",
    "pcloud sync": "pCloud",
    "megasync": "MEGA",
    "mega": "MEGA",
    "box sync": "Box",
    "proton drive": "Proton Drive",
    "seafile": "Seafile",
    "synologydrive": "Synology Drive",
    "tresorit": "Tresorit",
    "yandex.disk": "Yandex Disk",
}
_WITH_MORE = re.compile(r"(onedrive|dropbox|googledrive|google drive|nextcloud|pcloud)[ -]+[(\w].*", re.IGNORECASE)
"""``OneDrive - Clinic``, ``Dropbox (Personal)``, ``GoogleDrive-me@example.org`` of macOS's CloudStorage."""
SERVICE_MARKS = {
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".megaignore": "MEGA",
    ".synologyworkingdirectory": "Synology Drive",
    ".seafile-data": "Seafile",
    ".sync": "Resilio Sync",
}
"""What lies at the top of a synced folder."""
SERVICE_VARIABLES = {
    "OneDrive": "OneDrive",
    "OneDriveConsumer": "OneDrive",
    "OneDriveCommercial": "OneDrive",
}
_CONFLICT = re.compile(r"conflict|konflikt|conflit|conflicto|conflitto|conflito", re.IGNORECASE)
_NUMBERED = re.compile(r" ?\(\d+\)| \d+")
_MACHINE = re.compile(r"-[\w-]+")


def place_of(path: Path) -> Place:
    """Where the journal lies, and what lies beside it under a name that tells of two computers at once."""
    kind, service = _kind_and_service(real_path(path))
    return Place(kind=kind, service=service, other_versions=_other_versions(path, is_synced=kind is PlaceKind.SYNCED))


def is_far(path: Path) -> bool:
    """Whether the engine's log cannot be counted on there."""
    return _kind_and_service(real_path(path))[0] is not PlaceKind.HOME


def _kind_and_service(path: Path) -> tuple[PlaceKind, str]:
    folder = path.parent
    service = _by_variables(folder) or service_by_name(folder, Path.home()) or _by_marks(folder)
    if service:
        return PlaceKind.SYNCED, service
    if sys.platform == "win32":
        return _of_drive(folder), ""
    if file_system(folder, _mounts()) in NETWORK_SYSTEMS:
        return PlaceKind.NETWORK, ""
    return (PlaceKind.REMOVABLE if f"{folder}/".startswith(REMOVABLE_ROOTS) else PlaceKind.HOME), ""


def _by_variables(folder: Path) -> str:
    for variable, service in SERVICE_VARIABLES.items():
        root = os.environ.get(variable)
        if root and folder.is_relative_to(root):
            return service
    return ""


def service_by_name(folder: PurePath, home: PurePath) -> str:
    """The service whose folder this is, by the names on the way to it; what lies above the home tells nothing."""
    parts = folder.relative_to(home).parts if folder.is_relative_to(home) else folder.parts
    for part in parts:
        name = part.lower()
        with_more = _WITH_MORE.fullmatch(name)
        service = SERVICE_FOLDERS.get(with_more[1] if with_more else name)
        if service:
            return service
    return ""


def _by_marks(folder: Path) -> str:
    home = Path.home()
    for above in (folder, *folder.parents):
        for mark, service in SERVICE_MARKS.items():
            # In the home itself that is where Resilio's own settings lie.
            if not (mark == ".sync" and above == home) and os.path.lexists(above / mark):
                return service
    return ""


def _mounts() -> str:
    try:
        return MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def file_system(folder: PurePath, mounts: str) -> str:
    """The kind of the file system a folder lies on, by the system's table of mounts; empty when it does not say."""
    found, depth = "", 0
    for line in mounts.splitlines():
        fields = line.split(" ")
        root = PurePath(_unescaped(fields[1])) if len(fields) > 2 else None
        if root is not None and len(root.parts) >= depth and folder.is_relative_to(root):
            found, depth = fields[2], len(root.parts)
    return found


def _unescaped(place: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), place)


def _of_drive(folder: Path) -> PlaceKind:
    if folder.drive.startswith("\\\\"):
        return PlaceKind.NETWORK
    import ctypes  # late: only there

    system = getattr(ctypes, "windll", None)
    kind = 0 if system is None else system.kernel32.GetDriveTypeW(f"{folder.drive}\\")
    return {DRIVE_REMOVABLE: PlaceKind.REMOVABLE, DRIVE_REMOTE: PlaceKind.NETWORK}.get(kind, PlaceKind.HOME)


def _other_versions(path: Path, *, is_synced: bool) -> tuple[str, ...]:
    try:
        names = sorted(each.name for each in os.scandir(path.parent) if each.is_file())
    except OSError:
        return ()
    return tuple(names_of_conflict(path.name, names, is_synced=is_synced))


def names_of_conflict(name: str, names: list[str], *, is_synced: bool) -> Iterator[str]:
    """Those of ``names`` that a service gives to what it could not join with ``name``.

    The word "conflict" is enough anywhere; OneDrive's machine names and the numbers of others only in a synced folder.
    """
    stem, ending = PurePath(name).stem, PurePath(name).suffix
    for other in names:
        if other == name or not (other.startswith(stem) and other.endswith(ending)):
            continue
        between = other[len(stem) : len(other) - len(ending)]
        is_one = is_synced and (_NUMBERED.fullmatch(between) or _MACHINE.fullmatch(between))
        if between[:1] in {" ", ".", "-", "_"} and (_CONFLICT.search(between) or is_one):
            yield other
