"""The steps of taking the register: which keys come to which lines, what is asked, and what is kept when the desk is left."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from boardtui.clerk.register.asking import half_typed
from boardtui.clerk.register.marking import Marking
from boardtui.clerk.register.steps import Outcome, Step
from boardtui.clerk.widgets.line import insertable
from boardtui.errors import Refusal
from boardtui.notation.show import show
from boardtui.rules.registering import key_of
from support.hostile import TEXTS, forbidden
from support.meetings import Taking, called

BOARD = """---
committee: Saltway Board
house: partnership_board
date: 4 September 2027
time: 2.00 pm
member: Cllr Dorothy Hale | Chair
member: Cllr Edwin Pell | Deputy Chair
member: Dr Sunil Nair | | Vale Trust
member: Susan Tull | | Vale Trust
member: Paul Pellow
substitute: Gail Adams | | Vale Trust | for Susan Tull
substitute: Ned Orme
officer: Mr Tom Bright | Clerk
---
1. One
2. Two
   Report of: Dr Ann Quill | Director of Roads
"""
_NAMES = {"⏎": "enter", "␛": "escape", "↓": "down", "↑": "up", "⌫": "backspace", "←": "left", " ": "space"}


@dataclass
class Register:
    """A register that is taken by keys, as the screen takes it. said: the lines; told: what was said to the clerk."""

    taking: Taking = field(default_factory=lambda: called(BOARD))
    steps: list[Step] = field(default_factory=lambda: [Marking()])
    said: list[str] = field(default_factory=list)
    told: str = ""
    left: bool = False

    def keys(self, keys: str) -> Register:
        for key in keys:
            event = events.Key(_NAMES.get(key, key), key if key == " " or key not in _NAMES else None)
            try:
                self._came(self.steps[-1].press(event, self.taking.context))
            except Refusal as refusal:
                self.told = refusal.message
        return self

    def clicks(self, key: str | int) -> Register:
        self._came(self.steps[-1].pick(key, self.taking.context))
        return self

    def _came(self, outcome: Outcome) -> None:
        self.told = outcome.told
        for act in outcome.acts:
            self.said.append(show(act, self.taking.context))
            self.taking.line(self.said[-1])
        if outcome.acts:
            self.steps = [Marking(person=key_of(self.taking.record, outcome.about))]
        self.steps += [outcome.then] if outcome.then is not None else []
        if outcome.back:
            self.steps.pop()
        self.left = not self.steps

    @property
    def screen(self) -> str:
        context = self.taking.context
        rows, _ = self.steps[-1].rows(context, 100)
        typed = "".join(run.text for run in self.steps[-1].typed(context, 100))
        return "\n".join(["".join(run.text for run in row.runs) for row in rows] + [typed])

    @property
    def at(self) -> str:
        step = self.steps[-1]
        assert isinstance(step, Marking)
        return step.chosen(self.taking.context)


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        ("*", ["/present all"]),
        ("*pell2", ["/present all", "/apologies @pell"]),
        ("n3", ["/late @nair"]),
        ("4", ["/absent @hale"]),
        ("↓↓↑1", ["/present @pell"]),
        ("n6", ["/remote @nair"]),
        (" ", ["/present @hale"]),
        ("  ", ["/present @hale", "/absent @hale"]),
        ("n2(unwell⏎", ["/apologies @nair", "/apologies @nair (unwell)"]),
        ("n2(unwell⏎(⌫⌫⏎", ["/apologies @nair", "/apologies @nair (unwell)", "/apologies @nair (unwe)"]),
        ("n2(␛h2", ["/apologies @nair", "/apologies @hale"]),
        ("n2(7 miles off⏎", ["/apologies @nair", "/apologies @nair (7 miles off)"]),
        ("n2(⏎", ["/apologies @nair"]),
        ("t5⏎", ["/sub @adams for @tull", "/apologies @tull"]),
        ("n5or⏎", ["/sub @orme for @nair", "/apologies @nair"]),
        ("n5J Frost, Vale⏎", ["/sub J Frost, Vale for @nair", "/apologies @nair"]),
        ("n5+Ned Orme⏎", ["/sub @orme for @nair", "/apologies @nair"]),
        ('n5+"Ned Orme"⏎', ['/sub "Ned Orme" for @nair', "/apologies @nair"]),
        ("orme1n⏎", ["/sub @orme for @nair", "/apologies @nair"]),
        ("orme1+", ["/sub @orme"]),
        ("adams1", ["/sub @adams for @tull", "/apologies @tull"]),
        ("b1", ["/officer @bright"]),
        ("q12", ["/guest @quill"]),
        ("q13", ["/other @quill"]),
        ("q1⏎", ["/officer @quill"]),
        ("q1↓↓⏎", ["/other @quill"]),
        ("q14p⏎", ["/sub @quill for @pell", "/apologies @pell"]),
        ("q5p⏎", ["/sub @quill for @pell", "/apologies @pell"]),
        ("I Kerr⏎1", ["/officer I Kerr"]),
        ("+I Kerr⏎⏎", ["/officer I Kerr"]),
        ("+I Kerr, Ward 3 Forum⏎3", ["/other I Kerr, Ward 3 Forum"]),
        ("I Kerr⏎5", ["/present I Kerr"]),
        ("I Kerr⏎4h⏎", ["/sub I Kerr for @hale", "/apologies @hale"]),
        ("+I Kerr | Head | Roads; J Bell⏎1", ["/officer I Kerr | Head | Roads; J Bell"]),
        ("+All⏎1", ['/officer "All"']),
        ("+I Kerz←⌫m⏎1", ["/officer I Kemz"]),
        ("+@tull⏎3", ["/other @tull"]),
        ("I Kerr⏎␛⌫⌫⌫⌫⌫⌫h2", ["/apologies @hale"]),
    ],
)
def test_keys_come_to_lines(keys: str, lines: list[str]) -> None:
    register = Register()
    register.taking.line("# 2")
    assert register.keys(keys).said == lines


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("h1h1", "Cllr Dorothy Hale is here already."),
        ("(", "Nothing says that Cllr Dorothy Hale sent apologies, is late or absent."),
        ("7", "The meeting has not started: nobody comes in or goes out now."),
        ("**", "Something is said of every member already."),
        ("⏎", "Letters and ↑ ↓ choose somebody, a figure says what is so of them. Esc closes the register."),
        ("+⏎", "A name is wanted here."),
        ("+;|⏎", "“;|” is no name."),
        ("n5+!!⏎", "“!!” is no name."),
        ("+Pell⏎", "“Pell” is the surname of Cllr Edwin Pell."),
        ("+@nobody⏎", "Nobody here is called @nobody."),
        ("n5+A Fell; B Fell⏎", "One person is wanted here."),
        ("+A Fell; B Fell⏎4", "One person sits for one member."),
        ("+A Fell⏎4xyz⏎", "No member is called “xyz”."),
        ("I Kerr⏎2", "A guest is here for an item, and none is open."),
    ],
)
def test_what_says_nothing_says_why(keys: str, told: str) -> None:
    register = Register()
    register.taking.line("/start 14:00")
    if keys == "7":
        register = Register()
    register.keys(keys)
    assert register.told == told


def test_a_mark_stays_with_whom_it_was_made_on_and_the_next_letters_find_anew() -> None:
    register = Register().keys("n2")
    assert register.at == "nair"
    assert "MEMBERS" in register.screen
    assert register.keys("t").at == "tull"
    assert register.keys("⌫").at == "tull"
    assert register.keys("h2").keys("h2").told == "Cllr Dorothy Hale is down so already: apologies."
    assert register.keys("t3").said[-1] == "/late @tull"


def test_enter_says_nothing_of_anybody() -> None:
    register = Register().keys("*n2⏎⏎⏎")
    assert register.said == ["/present all", "/apologies @nair"]
    assert register.keys("t⏎⏎").at == "tull"
    assert len(register.said) == 2


def test_an_exact_surname_comes_before_a_longer_one() -> None:
    assert Register().keys("pel").at == "pell"
    assert Register().keys("pell").at == "pell"
    assert (
        Register(called(BOARD.replace("Pellow", "Pell").replace("Edwin Pell", "Edwin Pellow"))).keys("pell").at
        == "pell"
    )
    assert Register().keys("pello").at == "pellow"


def test_esc_goes_back_step_by_step_and_then_leaves() -> None:
    register = Register().keys("Xyz")
    assert "Nobody whom the meeting knows is called “Xyz”." in register.screen
    register.keys("⏎")
    assert "Xyz" in register.screen
    assert "an officer" in register.screen
    register.keys("␛␛")
    assert "MEMBERS" in register.screen
    assert not register.left
    assert register.keys("␛").left
    assert register.said == []


def test_what_a_key_would_say_is_told_before_it_is_pressed() -> None:
    register = Register()
    assert "1 Cllr Dorothy Hale is here" in register.screen
    assert "Space Cllr Dorothy Hale is absent" in register.keys("*").screen
    assert "1 Dr Ann Quill is here, as what is asked" in register.keys("q").screen
    register.keys("⌫n2").taking.line("/start 14:00")
    assert "1 Dr Sunil Nair comes in" in register.screen
    assert "7 Cllr Dorothy Hale goes out" in register.keys("h").screen


def test_in_the_meeting_members_come_and_go() -> None:
    register = Register().keys("*n2")
    register.taking.line("/start 14:00")
    assert register.keys("n1h7h1").said[2:] == ["/arrive @nair", "/leave @hale", "/return @hale"]
    assert register.keys(" ").said[-1] == "/leave @hale"


def test_a_second_click_turns_somebody() -> None:
    register = Register().clicks("nair")
    assert (register.at, register.said) == ("nair", [])
    assert register.clicks("nair").said == ["/present @nair"]
    assert Register().keys("I Kerr⏎").clicks(2).said == ["/other I Kerr"]


@pytest.mark.parametrize(
    ("keys", "draft"),
    [
        ("", ("register", "")),
        ("pel", ("register", "")),
        ("I Ker", ("register", "I Ker")),
        ("+Pell", ("register", "Pell")),
        ("+Ida Moss, Roads⏎", ("register", "Ida Moss, Roads")),
        ("+Ida Moss⏎4", ("register", "Ida Moss")),
        ("n5J Fro", ("register for nair", "J Fro")),
        ("n5+Adams", ("register for nair", "Adams")),
        ("n2(unw", ("register why nair", "unw")),
    ],
)
def test_what_is_half_typed_is_kept_and_goes_on_where_it_was(keys: str, draft: tuple[str, str]) -> None:
    register = Register().keys(keys)
    place, text = register.steps[-1].draft(register.taking.context)
    assert (place, text) == draft
    step = half_typed(place, text)
    if not text:
        assert step is None
        return
    assert step is not None
    assert (step.line.text, step.line.caret) == (text, len(text))
    register.steps = [Marking(), step]
    assert register.steps[-1].draft(register.taking.context) == draft


def test_drafts_of_the_composer_are_none_of_the_register() -> None:
    assert half_typed("composer", "The roof") is None
    assert half_typed("composer 57", "The roof") is None


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_may_be_a_name_a_reason_or_letters(text: str) -> None:
    register = Register()
    register.taking.line("# 2")
    for before, after in (("+", "⏎1"), ("n2(", "⏎"), ("t5+", "⏎"), ("", "⏎"), ("", "⏎3")):
        register.steps = [Marking()]
        register.keys(before)
        register.steps[-1].line.insert(insertable(text))
        register.keys(after)
        rows, _ = register.steps[-1].rows(register.taking.context, 78)
        assert not forbidden(register.screen)
        assert rows


STAGES = {"before": (), "in it": ("/start 14:00",), "after": ("/start 14:00", "/close 15:00")}


@settings(max_examples=60, deadline=None)
@given(st.text("htnpqor12345671234567*+(,; ⏎⏎␛⌫↓↑", max_size=25), st.sampled_from(sorted(STAGES)))
def test_any_keys_come_to_lines_that_can_be_said(keys: str, stage: str) -> None:
    register = Register()
    register.taking.line("# 2")
    for line in STAGES[stage]:
        register.taking.line(line)
    for key in keys:
        register.keys(key)
        if register.left:
            break
        assert register.screen
