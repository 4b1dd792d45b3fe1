"""What the person may choose: look and text size at once, phones and name when the dialog is closed with "Done"."""

from dataclasses import replace

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journal.domain.ratings import IrritationLook
from journal.session import JournalSession
from journal.ui.backups.panel import BackupPanel
from journal.ui.fields import LookField, PhonesField
from journal.ui.locking.card import PassphraseField
from journal.ui.own_data.panel import OwnDataPanel
from journal.ui.photos.settings_field import PhotosField
from journal.ui.settings import Settings
from journal.ui.theme import TEXT_SCALES, Theme, ThemeChoice
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.card import Card
from journal.ui.widgets.choice import ChoiceRow
from journal.ui.widgets.labels import FaultLine, Heading, Words
from journal.ui.widgets.scrolled import scroll_area

WIDTH = 620
MARGINS = 64
"""What stands beside the cards: the dialog's margins and a scroll bar."""
OUTSIDE = 200
"""What stands above and below the cards, with the window's frame."""


class SettingsDialog(QDialog):
    """Look, text size, phones, how irritation looks, the name on paper."""

    def __init__(
        self, session: JournalSession, theme: Theme, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._settings = settings
        self.look_choice = ChoiceRow(self.tr("Appearance"), self._looks())
        self.text_size = ChoiceRow(self.tr("Text size"), [(f"{scale}", f"{scale:.0%}") for scale in TEXT_SCALES])
        self.irritation = LookField()
        self.phones = PhonesField()
        self.photos = PhotosField(settings)
        self.backups = BackupPanel(session)
        self.passphrase = PassphraseField(session, settings)
        self.own_data = OwnDataPanel(session)
        self.name = QLineEdit()
        self.fault = FaultLine()
        self.done_button = Button(self.tr("Done"), "primary")
        self._build()
        self._show_values()
        self._connect()
        self.ensurePolished()
        self._fit()

    def _looks(self) -> tuple[tuple[str, str], ...]:
        return (
            (ThemeChoice.AUTO.value, self.tr("As the desktop")),
            (ThemeChoice.LIGHT.value, self.tr("Light")),
            (ThemeChoice.DARK.value, self.tr("Dark")),
        )

    def _build(self) -> None:
        self.setWindowTitle("Recovery Journal")
        self.setMinimumWidth(WIDTH)
        self.name.setAccessibleName(self.tr("Name on the printed page"))
        self.name.setPlaceholderText(self.tr("Not printed when empty"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(Heading(self.tr("Settings"), "title"))
        window = Card()
        self._add(window, self.tr("Appearance"), self.look_choice)
        self._add(window, self.tr("Text size"), self.text_size)
        person = Card()
        self._add(person, self.tr("How irritation looks on your skin"), self.irritation)
        self._add(person, self.tr("Whom to call"), self.phones)
        self._add(person, self.tr("Name on the printed page"), self.name)
        pictures = Card()
        self._add(pictures, self.tr("Photos on this screen"), self.photos)
        safe = Card()
        self._add(safe, self.tr("Backups"), self.backups)
        secret = Card()
        self._add(secret, self.tr("Passphrase and lock"), self.passphrase)
        own = Card()
        self._add(own, self.tr("Your data"), self.own_data)
        self._cards = QWidget()
        cards = QVBoxLayout(self._cards)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        cards.addWidget(window)
        cards.addWidget(pictures)
        cards.addWidget(person)
        cards.addWidget(secret)
        cards.addWidget(safe)
        cards.addWidget(own)
        self._area = scroll_area(self._cards)
        column.addWidget(self._area, 1)
        column.addWidget(self.fault)
        column.addLayout(self._build_foot())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the cards want, and never higher than the screen: "Done" is always in sight."""
        room = self.screen().availableGeometry().height() - round(OUTSIDE * self._theme.text_scale)
        self._area.setMinimumHeight(max(120, min(self._cards.sizeHint().height(), room)))
        self.setMinimumWidth(max(WIDTH, self._cards.sizeHint().width() + MARGINS))
        self.adjustSize()

    def _add(self, card: Card, name: str, field: QWidget) -> None:
        card.body.addWidget(Words(name, "subheading"))
        card.body.addWidget(field)

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.done_button)
        self.done_button.setDefault(True)
        return row

    def _show_values(self) -> None:
        profile = self._session.record.profile
        self.look_choice.choose(self._theme.choice.value)
        self.text_size.choose(f"{self._theme.text_scale}")
        self.irritation.choose(profile.irritation_look.value)
        self.phones.show_phones(profile)
        self.name.setText(profile.name)

    def _connect(self) -> None:
        self.look_choice.chosen.connect(self._on_look)
        self.text_size.chosen.connect(self._on_text_size)
        self.done_button.clicked.connect(self._on_done)

    def _on_look(self, choice: str) -> None:
        self._settings.theme = ThemeChoice(choice)
        self._theme.choose(self._settings.theme)

    def _on_text_size(self, scale: str) -> None:
        self._settings.text_scale = float(scale)
        self._theme.choose(text_scale=float(scale))
        self._fit()

    def _on_done(self) -> None:
        profile = replace(
            self._session.record.profile,
            irritation_look=self.irritation.look or IrritationLook.PINK_RED,
            clinic_phone=self.phones.clinic.text().strip(),
            out_of_hours_phone=self.phones.out_of_hours.text().strip(),
            name=self.name.text().strip(),
        )
        if self._session.set_profile(profile):
            self.accept()
        else:
            self.fault.tell(self.tr("This could not be saved. What you typed is still here; try again."))
