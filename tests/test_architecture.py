"""The house keeps its rooms: imports go one way, files stay small, Textual and SQLite stay where they belong."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import boardtui

SOURCE = Path(boardtui.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted(Path(__file__).parent.rglob("*.py"))
MOST_LINES = 400

_FOUNDATIONS = {"errors", "model", "rules"}
MAY_IMPORT: dict[str, set[str]] = {
    "": set(),
    "errors": set(),
    "model": {"errors"},
    "rules": {"errors", "model"},
    "notation": _FOUNDATIONS,
    "book": _FOUNDATIONS,
    "agendas": _FOUNDATIONS,
    "minutes": _FOUNDATIONS,
    "phrases": _FOUNDATIONS,
    "samples": {"errors"},
    "desk": {*_FOUNDATIONS, "notation", "book", "agendas", "minutes", "phrases"},
}
"""Room -> the rooms it may know besides itself. model <- rules <- the five that don't know one another <- desk <- the rest."""
_BELOW_THE_SCREENS = {*MAY_IMPORT["desk"], "desk", "samples", ""}
MAY_IMPORT["clerk"] = MAY_IMPORT["chair"] = _BELOW_THE_SCREENS
MAY_IMPORT["cli"] = {*_BELOW_THE_SCREENS, "clerk", "chair"}
MAY_IMPORT["__main__"] = {"cli"}

PRIVATE = {
    "textual": {"clerk", "chair"},
    "rich": {"clerk", "chair"},
    "sqlite3": {"book"},
    "sqlite_utils": {"book"},
    "docx": {"agendas", "minutes"},
    "icalendar": {"minutes"},
    "pdfplumber": {"agendas"},
    "pdfminer": {"agendas"},
}
"""Library -> the rooms that may know it."""


def shared_by_screens(room: str, module: str) -> bool:
    """The chair's view has the clerk's panes, colours and terminal, and ends as it does; of its app and screens it knows

    nothing.
    """
    rooms = ("widgets", "themes", "driver", "calm", "ending")
    shared = tuple(f"boardtui.clerk.{name}" for name in rooms)
    return room == "chair" and module.startswith(shared)


def room_of(module: str) -> str:
    """`boardtui.model.text` -> `model`; '' for the package itself."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def module_of(file: Path) -> str:
    parts = file.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


@cache
def nodes(file: Path) -> tuple[ast.AST, ...]:
    """All that a file is made of."""
    return tuple(ast.walk(ast.parse(file.read_text("utf-8"), str(file))))


def imported(file: Path) -> Iterator[str]:
    """Every module a file imports, also inside functions and for type checking."""
    for node in nodes(file):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports relatively"
            base = node.module or ""
            yield base
            yield from (name for alias in node.names if is_module(name := f"{base}.{alias.name}"))


def is_module(name: str) -> bool:
    """Is this a module or a package of the house?"""
    place = SOURCE.parent / name.replace(".", "/")
    return place.is_dir() or place.with_suffix(".py").is_file()


def named(file: Path) -> str:
    return str(file.relative_to(SOURCE))


def test_an_import_is_seen_wherever_it_hides(tmp_path: Path) -> None:
    file = tmp_path / "hiding.py"
    file.write_text("def late():\n    if True:\n        from boardtui import desk\n        import sqlite3\n")
    assert set(imported(file)) == {"boardtui", "boardtui.desk", "sqlite3"}


@pytest.mark.parametrize("file", FILES, ids=named)
def test_imports_go_one_way(file: Path) -> None:
    room = room_of(module_of(file))
    assert room in MAY_IMPORT, f"{room} is a new room: say in MAY_IMPORT what it may know"
    own = (module for module in imported(file) if module.split(".")[0] == "boardtui")
    known = {room_of(module) for module in own if not shared_by_screens(room, module)}
    # `from boardtui import x` names the package and then the room; only the room counts.
    assert known - {room, ""} <= MAY_IMPORT[room], f"{named(file)} knows {sorted(known - MAY_IMPORT[room] - {room})}"


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_library_is_known_only_where_it_belongs(file: Path) -> None:
    room = room_of(module_of(file))
    libraries = {module.split(".")[0] for module in imported(file)}
    assert not [name for name in libraries & PRIVATE.keys() if room not in PRIVATE[name]]


@pytest.mark.parametrize("file", [*FILES, *TESTS], ids=lambda file: file.stem)
def test_a_file_is_one_room_and_not_two(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("room", ["model", "rules", "notation", "minutes"])
def test_the_core_does_not_look_at_the_clock_the_disk_or_chance(room: str) -> None:
    looking = {"random", "secrets", "socket", "subprocess", "tempfile", "time", "uuid", "os", "shutil"}
    for file in (SOURCE / room).rglob("*.py"):
        assert not looking & {module.split(".")[0] for module in imported(file)}, named(file)
        calls = {node.attr for node in nodes(file) if isinstance(node, ast.Attribute)}
        assert not calls & {"now", "today", "utcnow"}, named(file)


TEXTUAL_WITH_MARKUP = {
    "Static", "Label", "Markdown", "RichLog", "Log", "DataTable", "OptionList", "SelectionList", "ListView", "Tree",
    "TextArea", "Button", "Checkbox", "RadioButton", "Select", "Tabs", "Header", "Footer", "MarkupText", "Pretty",
}  # fmt: skip
"""Widgets that take text for markup, or hand it to the terminal as it is."""
MARKUP_CALLS = {"from_markup", "notify", "from_ansi", "write_ansi", "escape_markup", "border_title", "sub_title"}
DRAWING = {"pane.py", "line_view.py", "offers.py"}
"""The widgets that draw by segment, each of which draws literally."""


def names_in(file: Path) -> set[str]:
    """Every name and attribute that a file speaks of, also those it imports."""
    found: set[str] = set()
    for node in nodes(file):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.ImportFrom | ast.Import):
            found.update(alias.name.rsplit(".")[-1] for alias in node.names)
        elif isinstance(node, ast.keyword) and node.arg:
            found.add(node.arg)
    return found


SCREENS = [file for file in FILES if room_of(module_of(file)) in ("clerk", "chair")]


@pytest.mark.parametrize("file", SCREENS, ids=named)
def test_no_text_reaches_a_widget_but_literally(file: Path) -> None:
    spoken_of = names_in(file)
    assert not spoken_of & (TEXTUAL_WITH_MARKUP | MARKUP_CALLS | {"markup"})
    assert ("Input" in spoken_of) <= (file.name in ("finder.py", "book.py", "palette.py"))
    assert ("Segment" in spoken_of) <= (file.name in DRAWING), "draw with a Pane, whose rows are literal"
    assert file.name not in DRAWING or "literal" in spoken_of


@pytest.mark.parametrize("file", FILES, ids=named)
def test_only_the_command_line_prints_and_it_prints_literally(file: Path) -> None:
    printing = {"print", "stdout", "stderr", "__stdout__", "__stderr__"} & names_in(file)
    room = room_of(module_of(file))
    allowed = {
        "clerk/app.py": {"stderr"},  # within the command line's own streams
        "chair/sifted.py": {"stdout", "stderr"},  # of the process it listens to
        "agendas/pdf_apart.py": {"stdout", "stderr"},  # likewise
    }.get(named(file), set())
    assert room == "cli" or printing <= allowed


def loaded_after(statement: str) -> set[str]:
    """The top-level packages a fresh Python has loaded after a statement."""
    code = f"{statement}\nimport sys\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_the_desk_leaves_textual_unloaded() -> None:
    assert "textual" not in loaded_after("import boardtui.desk.desk")


def test_a_meeting_is_read_without_a_book_or_a_screen() -> None:
    assert not loaded_after("import boardtui.rules.gaps, boardtui.model.replay") & {
        "textual",
        "sqlite3",
        "docx",
        "rich",
    }


def test_the_version_is_told_without_loading_anything_heavy() -> None:
    statement = "import sys\nfrom boardtui.cli import main\ntry:\n    main(['--version'])\nexcept SystemExit:\n    pass"
    assert not loaded_after(statement) & {"textual", "pydantic", "sqlite_utils", "docx", "icalendar"}
