"""Text: marks, the time before a line, names in prose, stock phrases, and the backslash."""

from __future__ import annotations

import pytest

from boardtui.errors import Refusal
from boardtui.model.acts import text
from boardtui.model.acts.base import Act
from boardtui.model.prose import AtSign, Mention, Part, Prose
from boardtui.notation.parse import Said, parse
from boardtui.notation.show import show, show_said
from support.notation import context_of, in_item_three

CONTEXT = context_of(in_item_three())
HUGHES = Mention(person="hughes")


def said(line: str) -> Act:
    return parse(line, CONTEXT).act


def paragraph(*parts: Part) -> text.Paragraph:
    return text.Paragraph(text=Prose(parts))


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("The report set out …", paragraph("The report set out …")),
        ("+ Further to that", text.Continuation(text=Prose.of("Further to that"))),
        ("- free parking", text.Bullet(text=Prose.of("free parking"))),
        ("-- on Sundays", text.Bullet(text=Prose.of("on Sundays"), level=2)),
        ("? The links", text.Point(text=Prose.of("The links"))),
        ("? @hughes The links", text.Point(text=Prose.of("The links"), by="hughes")),
        ("? @hughes's point", text.Point(text=Prose.of(HUGHES, "'s point"))),
        ("? @nobody asked", text.Point(text=Prose.of("@nobody asked"))),
        ("> This would be looked at", text.Answer(text=Prose.of("This would be looked at"))),
        ("> @patel it would", text.Answer(text=Prose.of("it would"), by="patel")),
        ('" word for word', text.Quotation(text=Prose.of("word for word"))),
        ("| a | b |", text.TableRow(cells=(Prose.of("a"), Prose.of("b")))),
        ("| a | | c", text.TableRow(cells=(Prose.of("a"), Prose(()), Prose.of("c")))),
        (r"| a \| b | c |", text.TableRow(cells=(Prose.of("a | b"), Prose.of("c")))),
        ("## Parking", text.Subheading(text=Prose.of("Parking"))),
        ("~ slides", text.Jot(text=Prose.of("slides"))),
    ],
)
def test_marks(line: str, act: Act) -> None:
    assert said(line) == act


@pytest.mark.parametrize(
    "line",
    ["-5 degrees", "=x", "#5", "|a|b|", "---- ", "/2 of them", "/ and", "s/he said", "either/or", "~approx",
     "[sic] as he said", "[2017] EWHC 12", "[see 14:32 above] x", "a@b.c", "x @ 5 pm", "http://a/b", "/é"],
)  # fmt: skip
def test_without_its_space_or_in_other_company_a_mark_is_text(line: str) -> None:
    assert said(line) == paragraph(line.strip())


@pytest.mark.parametrize(
    ("line", "message"),
    [("/out/vote 3 0 0", "After /out comes a space"), ("/vote/3", "After /vote comes a space"),
     ("/walks on", "no command /walks"), ("/walks/on", "no command /walks"),
     ("/w8ting", "no command /w")],
)  # fmt: skip
def test_a_slash_and_a_word_are_never_minuted_as_text(line: str, message: str) -> None:
    with pytest.raises(Refusal, match=message):
        parse(line, CONTEXT)


@pytest.mark.parametrize(("line", "as_if"), [("/vote3 1", "/vote 3 1"), ("/leave@patel", "/leave @patel")])
def test_the_space_after_a_command_may_be_missed(line: str, as_if: str) -> None:
    assert said(line) == said(as_if)


@pytest.mark.parametrize(
    ("line", "words"),
    [(r"\- not a bullet", "- not a bullet"), (r"\/vote", "/vote"), (r"\[14:32] x", "[14:32] x"), (r"\\x", r"\x"),
     (r"\s/a/b/", "s/a/b/"), (r"\s/a/b", "s/a/b"), (r"\s/a/b/gg", "s/a/b/gg"),
     (r"\@hughes", "@hughes"), (r"\\\@hughes", r"\@hughes"), (r"\;cr", ";cr")],
)  # fmt: skip
def test_a_backslash_makes_it_plain(line: str, words: str) -> None:
    assert said(line) == paragraph(words)
    assert show(paragraph(words), CONTEXT) == line


def test_an_even_run_of_backslashes_before_a_name_leaves_half_of_them_and_the_name() -> None:
    assert said(r"\\@hughes") == paragraph("\\", HUGHES)


@pytest.mark.parametrize("line", ["-", "?", "##", "|", "!", "+", "\\", "", "   ", "[14:32]"])
def test_a_mark_without_text_is_refused(line: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(line, CONTEXT)
    assert refused.value.hint


@pytest.mark.parametrize("time", ["14:32", "2.32 pm", "?", "noon"])
def test_a_line_may_say_when_it_happened(time: str) -> None:
    line = f"[{time}] The fire alarm sounded."
    found = parse(line, CONTEXT)
    assert found.at is not None and found.at.typed == time
    assert found.act == paragraph("The fire alarm sounded.")
    assert show_said(found, CONTEXT) == line


def test_a_time_that_could_be_a_year_is_shown_as_it_was_understood() -> None:
    at = parse("[14:20] x", CONTEXT).at
    assert at is not None
    bare = type(at)(typed="1420", at=at.at)
    assert show_said(Said(paragraph("x"), bare), CONTEXT) == "[14:20] x"


# Names in prose


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("The Chair, @hughes, thanked", ("The Chair, ", HUGHES, ", thanked")),
        ("@HUGHES said", (HUGHES, " said")),
        ("@hughes's report", (HUGHES, "'s report")),
        ("@hughes’s report", (HUGHES, "’s report")),
        ("by @@hughes.", ("by ", Mention(person="hughes", introduced=True), ".")),
        ("@mann and @manning", (Mention(person="mann"), " and ", Mention(person="manning"))),
        ("@collins.m. Next", (Mention(person="collins"), ". Next")),
        ("@o'brien @obrien @O’Brien", (*[Mention(person="obrien"), " "] * 2, Mention(person="obrien"))),
        ("@lindqvist-ore spoke", (Mention(person="lindqvist"), " spoke")),
        ('@"Dr Ruth Lindqvist-Øre" spoke', (Mention(person="lindqvist"), " spoke")),
        ("(@patel)", ("(", Mention(person="patel"), ")")),
        ("@rl and @uhsw", (Mention(person="lindqvist"), " and ", Mention(person="lindqvist"))),
        ("@delamare, @okaf", (Mention(person="mare"), ", ", Mention(person="okafor"))),
        ('@"@green-2" said', (Mention(person="green-2"), " said")),
        ("@stranger said", ("@stranger said",)),
        ("write to a@hughes", ("write to a@hughes",)),
    ],
)
def test_names_in_prose(line: str, parts: tuple[str | Mention, ...]) -> None:
    assert said(line) == paragraph(*parts)


def test_two_people_are_two_matches_and_both_are_shown_with_how_to_write_them() -> None:
    with pytest.raises(Refusal) as refused:
        parse("As @collins said", CONTEXT)
    assert "Cllr Mary Collins (@collins.m)" in refused.value.message
    assert "Cllr John Collins (@collins.j)" in refused.value.message


def test_a_backslash_that_was_not_needed_says_that_it_is_meant() -> None:
    at = AtSign(sign="@")
    assert said(r"Follow \@HarbourneHubs") == paragraph("Follow ", at, "HarbourneHubs")
    assert said(r"\@poole_parish") == paragraph(at, "poole_parish")
    assert said(r"\@HarbourneHubs") == paragraph(at, "HarbourneHubs")
    assert said(r"As \@hughes said") == paragraph("As @hughes said")
    assert said(r"\=the report") == text.Paragraph(text=Prose.of("=the report"), plain=True)
    assert said(r"\= the report") == paragraph("= the report")


@pytest.mark.parametrize(
    ("act", "line"),
    [
        (paragraph("a\\", AtSign(sign="@"), "zebra"), r"a\\\@zebra"),
        (text.Paragraph(text=Prose.of("=the report"), plain=True), r"\=the report"),
        (paragraph(HUGHES, "field"), '@"Amina Hughes"field'),
        (paragraph("x", HUGHES), 'x@"Amina Hughes"'),
        (paragraph(HUGHES, "-led"), '@"Amina Hughes"-led'),
        (paragraph(HUGHES, HUGHES), '@hughes@"Amina Hughes"'),
        (paragraph(Mention(person="collins"), " spoke"), "@collins.m spoke"),
        (paragraph(Mention(person="green-2"), " spoke"), '@"@green-2" spoke'),
        (paragraph("@hughes spoke"), r"\@hughes spoke"),
        (paragraph("@ 5 pm @stranger"), "@ 5 pm @stranger"),
        (text.Point(text=Prose.of("why"), by="hughes"), "? @hughes why"),
    ],
)
def test_names_are_written_so_that_they_can_mean_nobody_else(act: Act, line: str) -> None:
    assert show(act, CONTEXT) == line
    assert said(line) == act


# Stock phrases


def test_a_phrase_is_filled_with_live_values_that_name_nobody() -> None:
    assert said(";cr") == paragraph("The Board; @hughes considered a report of ", HUGHES, ".")


def test_a_phrase_that_lacks_a_value_is_refused_with_what_it_needs() -> None:
    phrases = {"thanks": "The {body} thanked {author} for the report.", "odd": "A {thing}."}
    context = context_of(in_item_three(), phrases=phrases, live={"body": "Board", "author": ""})
    with pytest.raises(Refusal) as refused:
        parse(";thanks", context)
    assert refused.value.message == "“;thanks” needs the author of a report, and this item has none."
    assert refused.value.hint == "Write it out: The Board thanked … for the report."
    with pytest.raises(Refusal, match=r"“;odd” needs \{thing\}, which nothing gives"):
        parse("- ;odd", context)
    assert parse(r"\;thanks", context).act == paragraph(";thanks")


def test_a_phrase_may_be_a_whole_line_of_notation() -> None:
    assert show(said(";noted"), CONTEXT) == "= the report be noted"


def test_a_phrase_may_stand_in_the_middle_of_a_line_but_not_of_a_list() -> None:
    assert show(said("- ;cr"), CONTEXT).startswith("- The Board")
    assert said("see ;other and a;cr") == paragraph("see ;other and a;cr")
