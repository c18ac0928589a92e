"""The public kept out, in the words of each law: for some items, for the rest of the meeting, for a reason of its own."""

from __future__ import annotations

import pytest

from boardtui.minutes.compose import compose
from boardtui.minutes.house import load_house, read_house
from boardtui.rules.confidentiality import public_record
from support.meetings import called
from support.minutes import AGENDA, blocks_of, text_of

BEGUN = ("/present all", "/start 14:00", "# 3")
LGA = (
    "RESOLVED that under section 100A(4) of the Local Government Act 1972 the public be excluded from the meeting during the "
    "consideration of {scope}, on the grounds that {they} the likely disclosure of exempt information as defined in {which}"
    "Schedule 12A to that Act, and that in all the circumstances of the case the public interest in maintaining the exemption "
    "outweighs the public interest in disclosing the information."
)
NI = (
    "RESOLVED that under section 42(4) of the Local Government Act (Northern Ireland) 2014 the public be excluded from the "
    "meeting during the consideration of {scope}, as it is likely that, if members of the public were present, there would be "
    "disclosure to them of exempt information as described in {which}Part 1 of Schedule 6 to that Act."
)
PARISH = (
    "RESOLVED that under section 1(2) of the Public Bodies (Admission to Meetings) Act 1960 the public and press be excluded "
    "from the meeting during the consideration of {scope} by reason of {why}."
)
NHS = (
    "RESOLVED that representatives of the press, and other members of the public, be excluded from {scope}, having regard to "
    "{why}, publicity on which would be prejudicial to the public interest (section 1(2) of the Public Bodies (Admission to "
    "Meetings) Act 1960)."
)
GOVERNORS = (
    "RESOLVED that {scope} be confidential, as {what} by reason of {its} nature should remain so (regulation 15(3) of the "
    "School Governance (Roles, Procedures and Allowances) (England) Regulations 2013)."
)
DEPOT, REST = "agenda item 6, The Depot", "the following business"
WHY = "the confidential nature of the business to be transacted"
PLAINLY = (
    "RESOLVED that the public be excluded from the meeting during the consideration of {scope} by reason of {why}."
)

TABLE = [
    ("england", "/exclude 3 for 6", LGA.format(scope=DEPOT, they="it involves", which="paragraph 3 of Part 1 of ")),
    (
        "england",
        "/exclude 1 3 for 6 7",
        LGA.format(scope="agenda items 6 and 7", they="they involve", which="paragraphs 1 and 3 of Part 1 of "),
    ),
    ("england", "/exclude item 6", LGA.format(scope=DEPOT, they="it involves", which="Part 1 of ")),
    ("england", "/exclude 3", LGA.format(scope=REST, they="it involves", which="paragraph 3 of Part 1 of ")),
    ("england", "/exclude by reason of an order of the court", PLAINLY.format(scope=REST, why="an order of the court")),
    ("wales", "/exclude 14 for 6", LGA.format(scope=DEPOT, they="it involves", which="paragraph 14 of Part 4 of ")),
    ("wales", "/exclude", LGA.format(scope=REST, they="it involves", which="Part 4 of ")),
    ("wales", "/exclude for 6 by reason of an injunction", PLAINLY.format(scope=DEPOT, why="an injunction")),
    ("northern ireland", "/exclude 3 for 6", NI.format(scope=DEPOT, which="paragraph 3 of ")),
    ("northern ireland", "/exclude", NI.format(scope=REST, which="")),
    ("northern ireland", "/exclude by reason of an order", PLAINLY.format(scope=REST, why="an order")),
    ("parish", "/exclude for 6", PARISH.format(scope=DEPOT, why=WHY)),
    ("parish", "/exclude", PARISH.format(scope=REST, why=WHY)),
    ("parish", "/exclude by reason of a tender", PARISH.format(scope=REST, why="a tender")),
    ("nhs", "/exclude for 6", NHS.format(scope=f"the meeting during the consideration of {DEPOT}", why=WHY)),
    ("nhs", "/exclude", NHS.format(scope="the remainder of the meeting", why=WHY)),
    (
        "nhs",
        "/exclude for 6 by reason of a tender",
        NHS.format(scope=f"the meeting during the consideration of {DEPOT}", why="a tender"),
    ),
    ("governors", "/exclude for 6", GOVERNORS.format(scope=DEPOT, what="a matter that", its="its")),
    ("governors", "/exclude for 6 7", GOVERNORS.format(scope="agenda items 6 and 7", what="matters that", its="their")),
    ("governors", "/exclude", GOVERNORS.format(scope=REST, what="a matter that", its="its")),
    (
        "governors",
        "/exclude for 6 by reason of a pupil being named",
        "RESOLVED that agenda item 6, The Depot be confidential by reason of a pupil being named (regulation 15(3) of the "
        "School Governance (Roles, Procedures and Allowances) (England) Regulations 2013).",
    ),
    (
        "none",
        "/exclude for 6",
        f"RESOLVED that the public be excluded from the meeting during the consideration of {DEPOT}.",
    ),
    ("none", "/exclude", f"RESOLVED that the public be excluded from the meeting during the consideration of {REST}."),
    ("none", "/exclude by reason of a tender", PLAINLY.format(scope=REST, why="a tender")),
]


def minuted(law: str, *lines: str, house: str = "partnership_board", public: bool = False) -> list[str]:
    """The blocks that a meeting under this law prints."""
    header = f"house: {house}\nlaw: {law}" if law else f"house: {house}"
    taking = called(AGENDA.replace("house: {house}", header))
    for line in (*BEGUN, *lines):
        taking.line(line)
    record = public_record(taking.record) if public else taking.record
    return blocks_of(text_of(compose(record, taking.house)))


@pytest.mark.parametrize(("law", "line", "printed"), TABLE, ids=[f"{law} {line}" for law, line, _ in TABLE])
def test_the_resolution_is_in_the_words_of_the_law(law: str, line: str, printed: str) -> None:
    assert printed in minuted(law, line)


@pytest.mark.parametrize(
    ("house", "begins"), [("parish_council", "It was RESOLVED that "), ("full_council", "RESOLVED that ")]
)
def test_the_house_begins_the_resolution_as_it_begins_any(house: str, begins: str) -> None:
    for law in ("wales", "northern ireland", "nhs", "governors", "none"):
        assert any(block.startswith(begins) for block in minuted(law, "/exclude", house=house)), law


@pytest.mark.parametrize(
    ("house", "words"), [("partnership_board", "section 100A(4)"), ("parish_council", "section 1(2)")]
)
def test_without_a_law_it_is_that_of_the_house(house: str, words: str) -> None:
    assert any(words in block for block in minuted("", "/exclude", house=house))


@pytest.mark.parametrize("law", ["england", "wales", "northern ireland", "parish", "nhs", "governors", "none"])
def test_what_follows_is_kept_back_and_the_public_read_the_summary(law: str) -> None:
    lines = ("/exclude for 6", "# 6", "A buyer had been found.", "/summary A sale was considered.", "# 1", "/readmit")
    everything, public = minuted(law, *lines), minuted(law, *lines, public=True)
    assert "A buyer had been found." in everything
    assert "A buyer had been found." not in public
    assert "A sale was considered." in public
    assert "The public were readmitted to the meeting." in public


def test_a_style_may_word_one_law_otherwise() -> None:
    house = read_house(
        'like = "full_council"\ntitle = "Own"\n[exclusion.wales]\nrest = "{lead} all go out."', "own.toml"
    )
    assert house.exclusion.wales.rest.fill({"lead": "AGREED that"}) == "AGREED that all go out."
    assert house.exclusion.england == load_house("full_council").exclusion.england
