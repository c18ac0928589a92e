"""People in lists: known and new, and what is refused."""

from __future__ import annotations

import pytest

from boardtui.errors import Refusal
from boardtui.model.acts import room
from boardtui.model.acts.base import Act
from boardtui.model.people import Newcomer, Person
from boardtui.notation.parse import parse
from boardtui.notation.show import show
from support.notation import context_of, in_item_three

CONTEXT = context_of(in_item_three())
ALLISON = Newcomer(name="Rob Allison", organisation="Voluntary Action")


def said(line: str) -> Act:
    return parse(line, CONTEXT).act


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("@hughes @patel", ("hughes", "patel")),
        ("@hughes; @patel", ("hughes", "patel")),
        ("@hughes, @patel and @okafor", ("hughes", "patel", "okafor")),
        ("Rob Allison, Voluntary Action", (ALLISON,)),
        ("@hughes; Rob Allison, Voluntary Action", ("hughes", ALLISON)),
        (
            "Mr Murphy | Senior Engineer | Roads",
            (Newcomer(name="Mr Murphy", post="Senior Engineer", organisation="Roads"),),
        ),
        ("Jo Lee | | | Labour", (Newcomer(name="Jo Lee", group="Labour"),)),
        ("Ann Hill (People)", (Newcomer(name="Ann Hill (People)"),)),
        ('"Rob Allison", Voluntary Action', (ALLISON,)),
        ("Councillor Amina Hughes", ("hughes",)),
        ("councillor amina hughes", ("hughes",)),
        ("Amina Hughes", ("hughes",)),
        ("Cllr amina hughes", ("hughes",)),
        ("Ms Amina Hughes; Rob Allison, Voluntary Action", ("hughes", ALLISON)),
        ("Amina Hughes, Cllr Mary Collins and John Collins", ("hughes", "collins", "collins-j")),
        ("Amina Hughes & Ann Mann", ("hughes", "mann")),
        ('"Councillor Amina Hughes"', (Newcomer(name="Councillor Amina Hughes"),)),
    ],
)
def test_lists_of_people(line: str, who: tuple[object, ...]) -> None:
    assert said(f"/guest {line}") == room.Guest(who=who)


def test_a_known_name_with_more_than_is_known_keeps_what_it_tells() -> None:
    new = Newcomer(name="Councillor Amina Hughes", organisation="County Council")
    assert said("/guest Councillor Amina Hughes, County Council") == room.Guest(who=(new,))
    assert said("/guest Ann Mann, Some Other Trust") == room.Guest(who=("mann",))


def test_reasons_are_only_read_where_they_may_stand() -> None:
    act = said("/apologies @okafor (abroad) @patel; Andy Hall, Care Trust (CCT) (unwell)")
    assert act == room.Apologies(
        who=(
            room.Excused(person="okafor", reason="abroad"),
            room.Excused(person="patel"),
            room.Excused(person=Newcomer(name="Andy Hall", organisation="Care Trust (CCT)"), reason="unwell"),
        )
    )
    assert show(act, CONTEXT) == "/apologies @okafor (abroad); @patel; Andy Hall, Care Trust (CCT) (unwell)"


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("/present @stranger", "Nobody here is called @stranger.", '"New Name"'),
        ("/present @hughs", "Nobody here is called @hughs.", "@hughes"),
        ("/present @collins", "(@collins.j)", "as shown"),
        ("/guest @hughes Jo Lee", "@hughes", ";"),
        ("/guest Councillor @hughes", "@hughes stands in the middle", "alone"),
        ("/leave Jo Lee", "@names", "/leave"),
        ("/chair @hughes @patel", "One person", "@name"),
        ("/guest A | b | c | d | e", "Too many bars", "|"),
        ("/guest ...", "letter", "/guest"),
        (
            "/apologies Okafor",
            "“Okafor” is the surname of Councillor J Okafor.",
            "Write @okafor for Councillor J Okafor",
        ),
        (
            "/apologies cllr okafor (unwell)",
            "“cllr okafor” is the surname",
            '"cllr okafor" in quotes for somebody new.',
        ),
        ("/guest @hughes; Manning", "“Manning” is the surname of Mr Bob Manning.", "@manning"),
        (
            "/apologies Collins",
            "“Collins” could be Cllr Mary Collins (@collins.m) or Cllr John Collins",
            '"Collins" in quotes',
        ),
        ("/apologies none", "puts nobody down", "Leave the line out"),
        ("/apologies Nil", "puts nobody down", "sentence"),
        ("/absent No one", "puts nobody down", "Leave the line out"),
        ("/present nobody", "nobody's name", '"nobody" in quotes'),
        ("/apologies accepted", "“accepted” in small letters", "a new person by first name and surname"),
        ("/apologies @patel; accepted", "“accepted” in small letters", "@name"),
        ("/present Andrea Green", "“Andrea Green” could be", '"Andrea Green" in quotes'),
        ("/present Jane Okafor", "“Jane Okafor” could be Councillor J Okafor.", "Write @okafor"),
        ("/present A Hughes", "“A Hughes” could be Councillor Amina Hughes.", "Write @hughes"),
        ("/present all except @patel", "/present all takes everybody.", "Write /present all, then /apologies @patel."),
        ("/present everyone but @patel @okafor", "takes everybody", "then /apologies @patel @okafor."),
    ],
)
def test_what_is_refused_says_what_to_write(line: str, message: str, hint: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(line, CONTEXT)
    assert message in refused.value.message
    assert hint in refused.value.hint


@pytest.mark.parametrize(
    ("act", "line"),
    [
        (room.Guest(who=("hughes", "collins-j")), "/guest @hughes @collins.j"),
        (room.Guest(who=("hughes", ALLISON)), "/guest @hughes; Rob Allison, Voluntary Action"),
        (room.Guest(who=(Newcomer(name="Councillor Amina Hughes"),)), '/guest "Councillor Amina Hughes"'),
        (room.Present(who=(Newcomer(name="All"),)), '/present "All"'),
        (room.Present(who=(Newcomer(name="All But"),)), '/present "All But"'),
        (room.Guest(who=(Newcomer(name="Okafor"),)), '/guest "Okafor"'),
        (room.Guest(who=(Newcomer(name="Amina Hughes"),)), '/guest "Amina Hughes"'),
        (room.Guest(who=(Newcomer(name="Andrea Green"),)), '/guest "Andrea Green"'),
        (room.Guest(who=(Newcomer(name="accepted"),)), '/guest "accepted"'),
        (room.Present(who=(Newcomer(name="Nobody"),)), '/present "Nobody"'),
        (
            room.Guest(who=(Newcomer(name="Ann Mann", organisation="Amina Hughes"),)),
            '/guest "Ann Mann", Amina Hughes',
        ),
        (
            room.Substitute(person=Newcomer(name="Rob Allison", organisation="Friends for Amina Hughes")),
            '/sub "Rob Allison" |  | Friends for Amina Hughes',
        ),
        (room.Substitute(person=Newcomer(name="Rob for Amina Hughes")), '/sub "Rob for Amina Hughes"'),
        (room.Guest(who=(Newcomer(name="Jo Day, MBE"),)), '/guest "Jo Day, MBE"'),
        (room.Guest(who=(Newcomer(name="Jo Day, MBE", post="Clerk"),)), "/guest Jo Day, MBE | Clerk"),
        (
            room.Late(who=(room.Excused(person=Newcomer(name="Jo Day", organisation="Trust (North)")),)),
            r"/late Jo Day, Trust \(North\)",
        ),
    ],
)
def test_lists_are_written_as_a_clerk_would(act: Act, line: str) -> None:
    assert show(act, CONTEXT) == line
    assert said(line) == act


def test_full_names_without_at_keep_their_reasons() -> None:
    assert said("/apologies Amina Hughes (unwell) and Mary Collins (away)") == room.Apologies(
        who=(room.Excused(person="hughes", reason="unwell"), room.Excused(person="collins", reason="away"))
    )
    assert said("/apologies Mary Collins (away, at sea)") == room.Apologies(
        who=(room.Excused(person="collins", reason="away, at sea"),)
    )


@pytest.mark.parametrize(
    "line", ['"Okafor"', "Okafor, County Council", "Okafor | Clerk", "Ann Okafor", "Mrs Manning", "Cllr Nobody"]
)
def test_somebody_new_may_have_the_surname_of_somebody_known(line: str) -> None:
    act = said(f"/guest {line}")
    assert isinstance(act, room.Guest)
    assert isinstance(act.who[0], Newcomer)


def test_of_many_matches_only_the_first_are_named() -> None:
    record = in_item_three()
    for number in range(8):
        key = f"zed-{number}"
        record.people[key] = Person(key=key, name=f"{chr(65 + number)} Zed")
    with pytest.raises(Refusal, match=r"@zed\.a.* or 3 others"):
        parse("/present @zed", context_of(record))


def test_a_near_surname_is_suggested_and_nobody_new_where_nobody_new_can_stand() -> None:
    bee = Person(key="bee", name="Cllr Ann Bee")
    record = in_item_three()
    record.people["bee"] = bee
    with pytest.raises(Refusal) as mover:
        parse("/move @bea: that it be done", context_of(record))
    assert mover.value.hint == "Did you mean @bee?"
    with pytest.raises(Refusal) as stranger:
        parse("/second @zzyzx", context_of(record))
    assert "new" not in stranger.value.hint
    with pytest.raises(Refusal) as guest:
        parse("/guest @bea", context_of(record))
    assert guest.value.hint == 'Did you mean @bee? If not, for somebody new write the whole name, as "New Name".'
