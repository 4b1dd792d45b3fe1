"""Out and in again with everything of this version, and folders that an earlier version wrote."""

import json
from pathlib import Path

from journal.store.transfer_form import _ADDED_IN_2
from tests.store.journals import content, filled, reread
from tests.store.newer import filled_with_all
from tests.store.test_transfer import everything, export, take_in


def test_plans_answers_and_alignments_go_out_and_in_again(tmp_path: Path) -> None:
    path, new, folder = tmp_path / "my.journal", tmp_path / "new.journal", tmp_path / "out"
    filled_with_all(path)
    export(path, folder)
    take_in(new, folder)

    assert everything(new) == everything(path)
    facts = reread(new).facts
    assert facts.acknowledgements
    assert facts.plan_uses


def test_a_folder_of_version_1_is_taken_in_as_an_upgraded_journal(tmp_path: Path) -> None:
    path, new, folder = tmp_path / "my.journal", tmp_path / "new.journal", tmp_path / "out"
    expected = filled(path)
    export(path, folder)
    source = folder / "journal.json"
    data = json.loads(source.read_text(encoding="utf-8"))
    data["version"] = 1
    del data["tables"]["acknowledgement"]
    for table, added in _ADDED_IN_2.items():
        data["tables"][table] = [
            {key: value for key, value in row.items() if key not in added} for row in data["tables"][table]
        ]
    source.write_text(json.dumps(data), encoding="utf-8")
    take_in(new, folder)

    assert content(reread(new)) == content(expected)
