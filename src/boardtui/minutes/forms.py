"""What a house style says: the shape of its file, table by table. No words stand here; they are all in the files.

A `Sentence` is a pattern of the little language in `sentences.py`; the `Slots` beside it are those it may use. One that is
written as "" prints nothing.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from boardtui.minutes.attendance_forms import Listing
from boardtui.minutes.sentences import Pattern, read_pattern
from boardtui.minutes.slots import Amended, AmendedFurther, Counted, Dated, Day, Ended, Fixed, Moved, Slots, What, Who
from boardtui.model.base import Frozen
from boardtui.model.law import AccessLaw, Code


class LawForms(Frozen):
    """What governs a body whose agenda doesn't say: its code of conduct, and the law on keeping the public out."""

    interests: Code
    meetings: AccessLaw


class Words(Frozen):
    """Words used everywhere."""

    body: str
    chair: str
    nil: str
    leading: tuple[str, ...]
    stop: str
    stops: str
    before_clauses: str
    between: str
    last: str
    titles: str
    proposals: str


class DateForms(Frozen):
    """How a day is written: in the title, in a sentence, with its weekday; and parts of it, where several stand together."""

    title: Day
    sentence: Day
    weekday: Day
    day: Day
    day_month: Day
    months: Annotated[tuple[str, ...], Field(min_length=12, max_length=12)]
    weekdays: Annotated[tuple[str, ...], Field(min_length=7, max_length=7)]
    suffixes: Annotated[tuple[str, ...], Field(min_length=4, max_length=4)]


class TimeForms(Frozen):
    """How a time of day is written."""

    time: Annotated[Pattern, Slots("hour", "hour24", "minute", "half")]
    morning: str
    afternoon: str
    noon: str
    midnight: str


class FrameForms(Frozen):
    """What stands round the minutes."""

    title: Annotated[Pattern, Slots("kind", "committee", "place", "time", "date")]
    unprinted_kinds: tuple[str, ...]
    draft: str
    restricted: str
    closing: Annotated[Pattern, Slots("time")]
    signature: tuple[Annotated[Pattern, Slots("chair")], ...]
    page: str
    initials: Annotated[Pattern, Slots("chair")] = read_pattern("")
    approved_mark: str = ""
    approved: Annotated[Pattern, Slots("date")] = read_pattern("")
    signed: Annotated[Pattern, Slots("who", "date")] = read_pattern("")


class NameForms(Frozen):
    """How people are named. What is said of councillors stands after the word for them."""

    councillor: str
    councillors: str
    councillor_titles: tuple[str, ...]
    whole_titles: tuple[str, ...]
    offices: Annotated[tuple[str, ...], Field(min_length=1)]
    councillor_in_text: Annotated[Pattern, Slots("title", "forenames", "surname", "honours", "mark")]
    councillor_in_list: Annotated[Pattern, Slots("title", "forenames", "surname", "honours", "mark")]
    councillor_apart: Annotated[Pattern, Slots("title", "forenames", "surname", "honours", "mark")]
    titled: Annotated[Pattern, Slots("title", "forenames", "surname", "honours", "mark")]
    titled_apart: Annotated[Pattern, Slots("title", "forenames", "surname", "honours", "mark")]
    untitled: Annotated[Pattern, Slots("title", "forenames", "surname", "honours", "mark")]
    initials: Annotated[Pattern, Slots("initials", "surname")]
    with_post: Annotated[Pattern, Slots("name", "post")]


class ItemForms(Frozen):
    """Headings, and what is said of an item itself."""

    order: Literal["agenda", "taken"]
    heading: Annotated[Pattern, Slots("number", "title")]
    sub_item: Annotated[Pattern, Slots("number", "title")]
    urgent: Annotated[Pattern, Slots("chair", "reason")]
    deferred: Annotated[Pattern, Slots("when", "reason")]
    withdrawn: Annotated[Pattern, Slots("reason")]
    reference: Annotated[Pattern, Slots("reference")]
    exempt: Fixed


class TextForms(Frozen):
    """Points, answers and quotations."""

    points: Fixed
    point: Annotated[Pattern, Slots("who", "text")]
    answer: Annotated[Pattern, Slots("who", "text")]
    answer_by: Annotated[Pattern, Slots("who", "text")]
    quotation: Annotated[Pattern, Slots("text")]


class RoomForms(Frozen):
    """Who came, left and presided."""

    guest: Who
    arrived: Annotated[Pattern, Slots("who", "time", "reason")]
    left: Annotated[Pattern, Slots("who", "time", "span", "reason")]
    for_item: Fixed
    for_that_item: Annotated[Pattern, Slots("number")]
    until_item: Annotated[Pattern, Slots("number")]
    for_good: Fixed
    returned: Annotated[Pattern, Slots("who", "time")]
    took_chair: Who
    resumed_chair: Who


class ScopeForms(Frozen):
    """What an interest, a dispensation, an exclusion bears on."""

    one: Annotated[Pattern, Slots("number", "title")]
    unnumbered: Annotated[Pattern, Slots("title")]
    several: Annotated[Pattern, Slots("numbers")]
    everything: str
    unsaid: str
    following: str


class InterestForms(Frozen):
    """Interests. layout: of those that were declared, with `lead` before a list or a table of these columns; kinds: the

    body's labels, each with the words that print; conduct: what was done, with the words.
    """

    layout: Literal["sentence", "list", "table"]
    lead: Fixed
    columns: Annotated[tuple[str, ...], Field(min_length=5, max_length=5)]
    none: Fixed
    declared: Annotated[Pattern, Slots("who", "kind", "scope", "nature", "actions")]
    declared_for: Annotated[Pattern, Slots("who", "by", "kind", "scope", "nature", "actions")]
    declared_by_all: Annotated[Pattern, Slots("kind", "scope", "nature", "actions")]
    sensitive: str
    unlabelled: str
    labelled: Annotated[Pattern, Slots("label")]
    vowels: str
    headings: tuple[str, ...]
    dispensation: Annotated[Pattern, Slots("who", "scope", "until", "text")]
    all_members: str
    arrears: Who
    kinds: dict[str, str]
    conduct: dict[str, str]


class EarlierForms(Frozen):
    """Minutes of earlier meetings: of which, by what became of them, and the same when it was moved."""

    meetings: Annotated[Pattern, Slots("dates")]
    previous: str
    signed: Dated
    approved: Dated
    agreed: Dated
    confirmed: Dated
    refused: Dated
    deferred: Dated
    moved_signed: Dated
    moved_approved: Dated
    moved_agreed: Dated
    moved_confirmed: Dated
    signed_by: Annotated[Pattern, Slots("who", "date")]
    no_matters: Fixed
    no_other_matters: Fixed


class DecisionForms(Frozen):
    """Decisions. run_on: a single clause goes on from the lead; labels: of clauses, level by level."""

    resolved: str
    recommended: str
    noted: str
    lead: Annotated[Pattern, Slots("verb", "manner", "to")]
    moved_lead: Annotated[Pattern, Slots("verb", "manner", "to", "movers", "group", "seconders")]
    lead_many: Annotated[Pattern, Slots("lead")]
    run_on: bool
    manner: Annotated[Pattern, Slots("unanimously", "figures")]
    noting: Annotated[Pattern, Slots("verb", "manner", "words")]
    moved_noting: Annotated[Pattern, Slots("verb", "manner", "words", "movers", "group", "seconders")]
    as_amended: Annotated[Pattern, Slots("words")]
    labels: Annotated[
        tuple[Annotated[Pattern, Slots("number", "letter", "roman")], ...], Field(min_length=3, max_length=3)
    ]
    reason: Annotated[Pattern, Slots("text")]
    lost: Ended
    tied: Ended
    lapsed: Ended
    not_put: Ended
    deferred: Ended
    withdrawn: Ended
    action: Annotated[Pattern, Slots("owners", "text", "due")]
    action_leading: tuple[str, ...]
    due_words: tuple[str, ...]


class MotionForms(Frozen):
    """Motions and amendments: what they are called, how they were moved and how they ended without a vote."""

    joined: bool
    motion: str
    substantive: str
    amendment: str
    nth_amendment: Annotated[Pattern, Slots("ordinal")]
    further_amendment: Annotated[Pattern, Slots("ordinal", "what")]
    proposal: str
    ordinals: tuple[str, ...]
    later_ordinal: Annotated[Pattern, Slots("number", "suffix")]
    moved: Moved
    moved_wordless: Moved
    amended: Amended
    amended_nth: Amended
    amended_further: AmendedFurther
    altered: Annotated[Pattern, Slots("what", "What", "words")]
    altered_by_amendment: Annotated[Pattern, Slots("what", "What", "words")]
    amendment_altered_by_amendment: Annotated[Pattern, Slots("what", "What", "words")]
    agreed: What
    agreed_amendment: What
    lapsed: What
    lapsed_unseconded: What
    not_put: What
    deferred: What
    withdrawn: What


class VoteForms(Frozen):
    """Votes: the sentence, the figures, the names."""

    result: Counted
    equal: Counted
    options: Counted
    roll_result: Counted
    roll_equal: Counted
    roll_options: Counted
    carried: str
    lost: str
    unanimously: str
    opening: str
    openings: dict[str, str]
    counted_for: Annotated[Pattern, Slots("number")]
    counted_against: Annotated[Pattern, Slots("number")]
    counted_abstained: Annotated[Pattern, Slots("number")]
    counted_not_voting: Annotated[Pattern, Slots("number")]
    counted_option: Annotated[Pattern, Slots("option", "number")]
    needing_share: Annotated[Pattern, Slots("share")]
    needing_number: Annotated[Pattern, Slots("number")]
    shares: tuple[str, ...]
    roll_for: Annotated[Pattern, Slots("number", "names")]
    roll_against: Annotated[Pattern, Slots("number", "names")]
    roll_abstained: Annotated[Pattern, Slots("number", "names")]
    roll_not_voting: Annotated[Pattern, Slots("number", "names")]
    roll_option: Annotated[Pattern, Slots("option", "number", "names")]
    way_for: str
    way_against: str
    casting: Annotated[Pattern, Slots("who", "way", "what", "result")]
    casting_unnamed: Annotated[Pattern, Slots("way", "what", "result")]
    casting_option: Annotated[Pattern, Slots("who", "option")]
    lots: Who
    own: Annotated[Pattern, Slots("who", "way", "what")]
    own_option: Annotated[Pattern, Slots("who", "option")]
    own_abstention: Annotated[Pattern, Slots("who", "what")]
    own_not_voting: Annotated[Pattern, Slots("who", "what")]


class MeetingForms(Frozen):
    """The meeting itself: adjourned, resumed, its end put off, the public not out, or in again."""

    adjourned: Annotated[Pattern, Slots("time", "until", "reason")]
    adjourned_to: Annotated[Pattern, Slots("time", "date", "to_time", "reason")]
    resumed: Annotated[Pattern, Slots("time")]
    resumed_on: Annotated[Pattern, Slots("time", "date")]
    extended: Annotated[Pattern, Slots("time")]
    next_meeting: Annotated[Pattern, Slots("time", "date", "place")]
    next_meeting_in_words: Annotated[Pattern, Slots("words")]
    exclusion_not_needed: Fixed
    exclusion_not_resolved: Annotated[Pattern, Slots("body")]
    readmitted: Fixed
    released: Annotated[Pattern, Slots("scope")]


class ExclusionForms(Frozen):
    """The public out, in the words of one law: for some items, for the rest of the meeting, for a reason of its own."""

    resolved: Annotated[Pattern, Slots("lead", "scope", "paragraphs")]
    rest: Annotated[Pattern, Slots("lead", "paragraphs")]
    by_reason: Annotated[Pattern, Slots("lead", "scope", "reason")]
    paragraphs: Annotated[Pattern, Slots("numbers")]


class Exclusions(Frozen):
    """The public out, law by law."""

    england: ExclusionForms
    wales: ExclusionForms
    northern_ireland: ExclusionForms
    parish: ExclusionForms
    nhs: ExclusionForms
    governors: ExclusionForms
    none: ExclusionForms

    def of(self, law: AccessLaw) -> ExclusionForms:
        """The words of a law."""
        forms: ExclusionForms = getattr(self, law.value.replace(" ", "_"))
        return forms


class CalendarForms(Frozen):
    """What a calendar says of an action, where it comes from, and of the next meeting."""

    action: Annotated[Pattern, Slots("owners", "text")]
    origin: Annotated[Pattern, Slots("number", "title", "committee", "date")]
    due: Annotated[Pattern, Slots("due")]
    meeting: Annotated[Pattern, Slots("committee")]


class NoteForms(Frozen):
    """The note of decisions. lists: which of the attendance's lists stand in it, in the order they have there."""

    title: Annotated[Pattern, Slots("kind", "committee", "place", "time", "date")]
    lists: tuple[Listing, ...]
    declarations: str
    decisions: str
    none: Fixed
