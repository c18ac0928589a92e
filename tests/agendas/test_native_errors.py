"""An agenda that can't be read: which line, what is wrong, what to do."""

from __future__ import annotations

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.agendas.problems import AgendaError
from boardtui.errors import InputError

HEADER = "---\ncommittee: X\ndate: 4 May 2017\n"


def refused(text: str) -> AgendaError:
    with pytest.raises(AgendaError) as caught:
        read_agenda(text, "board.agenda.md")
    return caught.value


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "line 1: there is nothing in the file", "committee:"),
        (" \n\n", "line 1: there is nothing in the file", "date:"),
        ("committee: X\n", "line 1: the header doesn't begin with ---", "line of ---"),
        (HEADER, "line 1: the header has no end", "second line of ---"),
        ("---\ndate: ?\n---\n1. A", "line 3: the header has no `committee:`", "Add `committee:`"),
        ("---\ncommittee: X\n---\n1. A", "line 3: the header has no `date:`", "Add `date:`"),
        (
            "---\ncomittee: X\ndate: ?\n---\n1. A",
            "line 2: the header has no field `comittee:`",
            "Did you mean `committee:`?",
        ),
        (f"{HEADER}colour: red\n---\n1. A", "line 4: the header has no field `colour:`", "The header knows council,"),
        ("---\ncommittee: X\ndate: 31 February 2027\n---\n1. A", "line 3: there is no 31 February 2027", "4 September"),
        (f"{HEADER}date: 5 May 2017\n---\n1. A", "line 4: `date:` stands in line 3 already", "Leave one"),
        (f"{HEADER}just words\n---\n1. A", "line 4: this is no `name: value`: just words", "Write `name: value`"),
        (f"{HEADER}numbering: continuous\n---\n1. A", "line 4: there is no numbering `continuous`", "`continuing`?"),
        (f"{HEADER}code: modl code\n---\n1. A", "line 4: there is no code `modl code`", "Did you mean `model code`?"),
        (
            f"{HEADER}code: x\n---\n1. A",
            "line 4: there is no code `x`",
            "It is model code, older, wales, nhs, governors or",
        ),
        (f"{HEADER}law: Englnd\n---\n1. A", "line 4: there is no law `Englnd`", "Did you mean `england`?"),
        (f"{HEADER}interest: dpi\n---\n1. A", "line 4: what an interest of the kind dpi asks for", "LABEL | leave, no"),
        (f"{HEADER}interest: dpi | leaves\n---\n1. A", "line 4: there is no consequence `leaves`", "mean `leave`?"),
        (f"{HEADER}interest: … | stay\n---\n1. A", "line 4: a kind of interest needs a letter", "plain words"),
        (f"{HEADER}interest: a [b] | stay\n---\n1. A", "line 4: a kind of interest can't hold @ ;", "plain words"),
        (
            f"{HEADER}interest: Kin | stay\ninterest: kin | leave\n---\n1. A",
            "line 5: `interest: kin` stands above already",
            "Leave one",
        ),
        (f"{HEADER}member: Jo | a | b | c | d\n---\n1. A", "line 4: this line has too many bars", "name | role"),
        (f"{HEADER}member: | Chair\n---\n1. A", "line 4: a name needs a letter", "member: Name"),
        (f'{HEADER}member: Bob "Bo" Li\n---\n1. A', "line 4: a name can't hold ; | \"", "member: Name"),
        (f"{HEADER}---\n", "line 4: the agenda has no items", "1. Declarations of Interest"),
        (f"{HEADER}---\n# Public\nNil\n", "line 6: the agenda has no items", "one a line"),
        (f"{HEADER}---\nReport of: Jo Ward\n", "line 5: `Report of:` stands under no item", "Write the item above it"),
        (f"{HEADER}---\n1. A\nReport of: Jo Ward\n", "line 6: `Report of:` stands under no item", "Indent it"),
        (f"{HEADER}---\n   Note: x\n1. A", "line 5: this is indented, but under no item", "left edge"),
        (f"{HEADER}---\n1. A\n# B\n   Note: x", "line 7: this is indented, but under no item", "left edge"),
        (f"{HEADER}---\nplace: Hall\n1. A", "line 5: `place:` stands below the header", "Move it up"),
        (f"{HEADER}---\nBudget\n", "line 5: this is no item: Budget", "with `*.` if it has none"),
        (f"{HEADER}---\n7 Budget\n", "line 5: this is no item: 7 Budget", "full stop after the number: `7. Budget`"),
        (f"{HEADER}---\n1. A\n---\n", "line 6: this is no item: ---", "Begin an item"),
        (f"{HEADER}---\n1. A\nNil\n", "line 6: `Nil` stands under no section", "# Private Business"),
        (f"{HEADER}---\n#\n1. A\n", "line 5: this section has no words", "# Public Business"),
        (
            f"{HEADER}---\n1. A\n   Recomendation: x",
            "line 6: an item has no field `recomendation:`",
            "mean `Recommendation:`?",
        ),
        (f"{HEADER}---\n1. A\n      some junk", "line 6: this is neither a field nor a sub-item: some junk", "`Note:`"),
        (f"{HEADER}---\n1. A\n   == x", "line 6: this is no sub-clause: == x", "below a `Recommendation:`"),
        (f"{HEADER}---\n1. A\n   Recommendation: x\n   === y", "line 7: this is no sub-clause: === y", "== text"),
        (
            f"{HEADER}---\n1. A\n   Motion: x\n   Motion: y",
            "line 7: `Motion:` stands twice under one item",
            "Leave one",
        ),
        (f"{HEADER}---\n1. A (exempt 3)\n   Exempt: 4", "line 6: `Exempt:` stands twice under one item", "Leave one"),
        (f"{HEADER}---\n1. A\n   Minutes: soon", "line 6: `Minutes: soon` is no length in minutes", "`Minutes: 20`"),
        (
            f"{HEADER}---\n1. A\n   Recorded vote: maybe",
            "line 6: `Recorded vote: maybe` says neither",
            "Recorded vote: yes",
        ),
        (f"{HEADER}---\n1. A\n   Exempt: no", "line 6: `Exempt: no` would make the item exempt", "Leave the line out"),
    ],
)
def test_one_line_says_where_and_what_and_one_what_to_do(text: str, message: str, hint: str) -> None:
    error = refused(text)
    assert error.message.startswith(f"board.agenda.md {message}")
    assert hint in error.hint
    assert isinstance(error, InputError)


def test_all_lines_are_found_the_first_is_told_and_the_others_are_counted() -> None:
    error = refused("---\ncomittee: X\ndate: ?\n---\n1. A\n   junk\n   more junk\nBudget\n")
    assert error.message == "board.agenda.md line 2: the header has no field `comittee:` (and 3 more lines)"
    assert [problem.line for problem in error.problems] == [2, 6, 7, 8]
    assert refused(f"{HEADER}---\nA\nB").message.endswith("(and 1 more line)")


def test_items_do_not_go_deeper_than_anybody_could_read() -> None:
    steps = "\n".join(f"{'  ' * depth}{depth + 1}. A" for depth in range(2000))
    assert "deeper than" in refused(f"{HEADER}---\n{steps}").message


def test_a_long_line_is_shortened_in_the_message() -> None:
    assert len(refused(f"{HEADER}---\n{'x' * 5000}").message) < 120
