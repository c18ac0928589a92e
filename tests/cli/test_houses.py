"""`boardtui house`: the styles there are, one's own begun, checked and shown; and a meeting called in one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boardtui.cli import main
from support.agenda_texts import BOARD

Said = pytest.CaptureFixture[str]
OWN = 'like = "parish_council"\ntitle = "Our town"\n[words]\nchair = "Town Mayor"\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a folder for styles that isn't there yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOARDTUI_BOOK", "minutes.book")
    monkeypatch.setenv("BOARDTUI_HOUSES", str(tmp_path / "houses"))
    return tmp_path


def own(text: str, name: str = "our_town") -> Path:
    file = Path("houses") / f"{name}.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def run(capsys: Said, *words: str) -> tuple[int, str, str]:
    code = main(words)
    said = capsys.readouterr()
    return code, said.out, said.err


def call(capsys: Said, house: str) -> tuple[int, str, str]:
    Path("a.agenda.md").write_text(BOARD.replace("partnership_board", house), "utf-8")
    return run(capsys, "new", "a.agenda.md")


# --- the commands


def test_those_that_ship_and_ones_own_are_listed(capsys: Said) -> None:
    own(OWN)
    own("[words\n", "broken")
    code, out, _ = run(capsys, "house", "list")
    assert code == 0
    assert "parish_council" in out and "our_town" in out and "Our town\n" in out
    assert "broken.toml is not understood" in out
    rows = {row["name"]: row for row in json.loads(run(capsys, "house", "list", "--json")[1])}
    assert rows["parish_council"]["file"] == rows["our_town"]["problem"] == ""
    assert rows["our_town"]["file"].endswith("our_town.toml")


def test_all_that_a_style_says_is_shown_and_is_a_style_again(capsys: Said, here: Path) -> None:
    own(OWN)
    code, out, _ = run(capsys, "house", "show", "our_town")
    assert code == 0
    assert 'chair = "Town Mayor"' in out and 'body = "Council"' in out
    assert run(capsys, "house", "check", str(own(out, "again")))[0] == 0
    assert json.loads(run(capsys, "house", "show", "our_town", "--json")[1])["words"]["chair"] == "Town Mayor"
    assert run(capsys, "house", "show", "our_towm") == (
        1,
        "",
        "There is no house style 'our_towm'.\nDid you mean our_town?\n",
    )


def test_everything_that_is_wrong_is_told_with_its_key_and_line(capsys: Said) -> None:
    file = own(f'{OWN}chiar = "x"\n[room]\narrived = "{{whom}}"\n[items]\norder = "any"\n')
    code, out, _ = run(capsys, "house", "check", str(file))
    assert code == 1
    assert [line for line in out.splitlines() if not line.startswith(" ")] == [
        "houses/our_town.toml line 5: words.chiar is not a key of a house style.",
        "houses/our_town.toml line 7: room.arrived has no {whom}: its slots are {who} {time} {reason}.",
        "houses/our_town.toml line 9: items.order should be 'agenda' or 'taken'.",
        "3 things to put right.",
    ]
    data = json.loads(run(capsys, "house", "check", str(file), "--json")[1])
    assert data["title"] is None and len(data["problems"]) == 3
    assert data["problems"][0]["hint"] == "Did you mean chair?"


def test_a_sound_file_is_told_as_such_by_its_path_and_by_its_name(capsys: Said) -> None:
    file = own(OWN)
    assert run(capsys, "house", "check", str(file))[1] == f"{file}: a whole house style, Our town.\n"
    assert run(capsys, "house", "check", "our_town")[0] == 0
    code, _, errors = run(capsys, "house", "check", "nothing.toml")
    assert (code, errors) == (1, "There is no file nothing.toml.\nLook at the name and the folder.\n")


def test_one_that_is_far_too_long_is_refused(capsys: Said) -> None:
    code, _, errors = run(capsys, "house", "check", str(own("#" * 200_001)))
    assert code == 1 and "too long for a house style" in errors


def test_one_is_begun_and_never_written_over_by_itself(capsys: Said) -> None:
    new = ("house", "new", "ours", "--from", "full_council")
    code, out, _ = run(capsys, *new)
    file = Path("houses/ours.toml")
    assert code == 0 and str(file) in out
    assert run(capsys, "house", "check", str(file))[0] == 0
    file.write_text(OWN, "utf-8")
    code, _, errors = run(capsys, *new)
    assert code == 1 and "exists already" in errors and file.read_text("utf-8") == OWN
    assert json.loads(run(capsys, *new, "--force", "--json")[1])["name"] == "ours"
    assert 'like = "full_council"' in file.read_text("utf-8")


@pytest.mark.parametrize("name", ["../ours", "/tmp/ours", "Ours", "", ".ours", "a" * 65, "parish_council", "common"])
def test_a_name_that_cannot_be_is_refused(capsys: Said, here: Path, name: str) -> None:
    assert run(capsys, "house", "new", name, "--from", "full_council")[0] == 1
    assert not list(here.rglob("*.toml"))


def test_it_is_like_one_that_ships(capsys: Said) -> None:
    code, _, errors = run(capsys, "house", "new", "ours", "--from", "full_counsel")
    assert code == 1 and "Did you mean full_council?" in errors


# --- a meeting in one's own


def test_the_agenda_names_ones_own_and_the_meeting_keeps_it(capsys: Said) -> None:
    file = own(OWN)
    assert call(capsys, "our_town")[0] == 0
    assert "\nTown Mayor\n" in run(capsys, "show")[1]
    file.write_text(OWN.replace("Town Mayor", "Portreeve"), "utf-8")
    code, out, errors = run(capsys, "show")
    assert code == 0 and "\nTown Mayor\n" in out
    assert "our_town has changed since the meeting was called" in errors
    assert "\nPortreeve\n" in run(capsys, "show", "--house", "our_town")[1]
    file.unlink()
    code, out, errors = run(capsys, "show")
    assert (code, errors) == (0, "") and "\nTown Mayor\n" in out


def test_export_prints_in_another_style(capsys: Said) -> None:
    assert call(capsys, "parish_council")[0] == 0
    own(OWN)
    assert run(capsys, "export", "--to", "txt", "-o", "out.txt", "--house", "our_town")[0] == 0
    assert "\nTown Mayor\n" in Path("out.txt").read_text("utf-8")
    code, _, errors = run(capsys, "export", "--to", "txt", "-o", "b.txt", "--house", "nothing_like_it")
    assert code == 1 and "There is no house style" in errors and not Path("b.txt").exists()


def test_a_broken_one_is_refused_before_anything_is_recorded(capsys: Said) -> None:
    own(f'{OWN}chiar = "x"\n')
    code, _, errors = call(capsys, "our_town")
    assert code == 1 and "our_town.toml line 5: words.chiar" in errors
    assert json.loads(run(capsys, "check", "--json")[1])["acts"] == 0


def test_one_that_comes_later_is_used_as_it_stands(capsys: Said) -> None:
    assert "There is no house style 'our_town'" in call(capsys, "our_town")[1]
    assert "\nChair\n" in run(capsys, "show")[1]
    own(OWN)
    assert "\nTown Mayor\n" in run(capsys, "show")[1]
    own("[words\n")
    assert "\nChair\n" in run(capsys, "show")[1]


@pytest.mark.parametrize(
    "house", ["../outside", "./our_town", "our_town.toml", "houses/our_town", "/etc/passwd", "OUR_TOWN"]
)
def test_the_word_of_an_agenda_is_never_a_path(capsys: Said, here: Path, house: str) -> None:
    own(OWN)
    Path("outside.toml").write_text(OWN, "utf-8")
    code, out, _ = call(capsys, house)
    assert code == 0 and "There is no house style" in out
    assert "Town Mayor" not in run(capsys, "show")[1]


def test_one_that_is_called_like_one_that_ships_is_not_taken(capsys: Said) -> None:
    own(OWN, "full_council")
    assert call(capsys, "full_council")[0] == 0
    assert "\nMayor\n" in run(capsys, "show")[1]
