"""What all dialogs have in common: the largest step for their title, and no more room than the screen has."""

from datetime import datetime
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication

from journal import passphrase
from journal.domain.errors import JournalUnavailable, Trouble
from journal.keeping import keeping_of
from journal.ui.backups.damage_dialog import DamageDialog
from journal.ui.backups.kept_dialog import KeptDialog
from journal.ui.backups.mending import of_session
from journal.ui.backups.restore_dialog import RestoreDialog
from journal.ui.dialogs import CrashWindow, UnopenableDialog
from journal.ui.locking.copies import CopiesDialog
from journal.ui.locking.dialog import Aim, PassphraseDialog
from journal.ui.locking.unlock import UnlockDialog
from journal.ui.own_data.bin_dialog import BinDialog
from journal.ui.own_data.erasure_dialog import ErasureDialog
from journal.ui.own_data.taking_in import TakingInDialog
from journal.ui.own_data.taking_out import TakingOutDialog
from journal.ui.settings_dialog import SettingsDialog
from journal.ui.today.move_dialog import MoveDialog
from journal.ui.widgets.labels import Heading
from tests.store.journals import filled
from tests.ui.shell import NOW, Shell

KEY = passphrase.new_key("quiet sea lamp")
LARGE = 1.5

MAKERS = {
    "restore": lambda shell: RestoreDialog(of_session(shell.session), shell.session.today()),
    "damage": lambda shell: DamageDialog(of_session(shell.session), (), shell.session.today()),
    "kept": lambda shell: KeptDialog(keeping_of(shell.journal, KEY), shell.session.today()),
    "in": lambda shell: TakingInDialog(of_session(shell.session)),
    "out": lambda shell: TakingOutDialog(shell.session),
    "bin": lambda shell: BinDialog(shell.session),
    "erasure": lambda shell: ErasureDialog(shell.session, ()),
    "settings": lambda shell: SettingsDialog(shell.session, shell.theme, shell.window._settings),
    "move": lambda shell: MoveDialog(shell.session, shell.session.today()),
    "unopenable": lambda shell: UnopenableDialog(JournalUnavailable(Trouble.DAMAGED), shell.journal),
    "crash": lambda _: CrashWindow("a line\n" * 40),
    "copies": lambda shell: CopiesDialog(shell.journal, KEY),
    "unlock": lambda shell: UnlockDialog(shell.journal),
} | {aim.name: partial(lambda aim, shell: PassphraseDialog(shell.session, aim), aim) for aim in Aim}


@pytest.fixture
def shell(qtbot, tmp_path):
    filled(tmp_path / "test.journal", datetime.fromisoformat(NOW), key=KEY)
    shell = Shell(qtbot, tmp_path, key=KEY)
    shell.theme.choose(text_scale=LARGE)
    return shell


@pytest.fixture(params=MAKERS)
def dialog(qtbot, shell, request):
    dialog = MAKERS[request.param](shell)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.waitUntil(lambda: not getattr(dialog, "_job", None) or not dialog._job.is_busy)
    return dialog


def test_the_title_has_the_size_of_a_title(dialog):
    title = dialog.findChild(Heading)
    assert title.property("role") == "title"


def test_at_large_text_it_is_no_higher_than_the_screen_and_no_heading_is_cut(dialog, qtbot):
    assert dialog.height() <= QApplication.primaryScreen().availableGeometry().height()
    title = dialog.findChild(Heading)
    qtbot.waitUntil(lambda: title.height() >= title.heightForWidth(title.width()))
    button = next(
        each
        for name in ("close_button", "go_button", "open_button", "done_button", "quit_button", "cancel_button")
        if (each := getattr(getattr(dialog, "card", dialog), name, None))
    )
    qtbot.waitUntil(lambda: dialog.rect().contains(button.mapTo(dialog, button.rect().bottomRight())))
