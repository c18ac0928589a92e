"""The one table of commands: it feeds the slash menu, the palette, the keys and the help, so that each shows the others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command or mark.

    name: with its slash, or the mark; usage: how it is written; help: what it does, in a few words; example: a line that
    says it; said_as: what clerks call it; family: the heading it stands under; frequent: one of the nine that do most of
    the work; aliases: other names; typed: what choosing it types, where that isn't the name; more: further lines that
    say something else with it.
    """

    name: str
    usage: str
    help: str
    example: str
    said_as: tuple[str, ...]
    family: str
    frequent: bool = False
    aliases: tuple[str, ...] = ()
    typed: str = ""
    more: tuple[str, ...] = ()

    @property
    def insert(self) -> str:
        """What choosing it types: its name, and a space where something follows."""
        return self.typed or (self.name if self.usage == self.name else f"{self.name} ")


TEXT, ITEMS, ROOM, INTERESTS = "Text", "Items", "Room", "Interests"
DECISIONS, MEETING, CORRECTION = "Decisions", "Meeting", "Correction"
FAMILIES = (TEXT, ITEMS, ROOM, INTERESTS, DECISIONS, MEETING, CORRECTION)

COMMANDS: tuple[Command, ...] = (
    # Text
    Command("-", "- text", "a bullet", "- free parking on Sundays", ("bullet", "list"), TEXT),
    Command("--", "-- text", "a bullet on the second level", "-- in both car parks", ("sub-bullet",), TEXT),
    Command("?", "? text, or ? @who text", "a member's point or question", "? @patel The links with family hubs",
            ("point", "question", "issue raised", "comment"), TEXT),
    Command(">", "> text, or > @who text", "the answer", "> This would be looked at",
            ("answer", "response", "reply"), TEXT),
    Command("+", "+ text", "goes on in the paragraph above", "+ Further to that, a survey was planned.",
            ("continue", "add to paragraph"), TEXT),
    Command('"', '" text', "words minuted as said", '" I want that minuted word for word.',
            ("quotation", "verbatim", "quote"), TEXT),
    Command("|", "| cell | cell |", "a row of a table", "| Parish | Precept |", ("table", "row"), TEXT),
    Command("##", "## text", "a heading inside the minute", "## Parking", ("heading in minute", "subheading"), TEXT),
    Command("~", "~ text", "a private jot, never printed", "~ ask about the slides",
            ("jot", "private note", "reminder"), TEXT),
    Command("\\", "\\text", "plain text, whatever it begins with", "\\- 5 degrees was forecast",
            ("plain text", "escape", "as typed"), TEXT, typed="\\"),
    Command("/promote", "/promote", "the jot becomes a point", "/promote", ("jot to point", "use jot"), TEXT),
    # Items
    Command("#", "# number, or # beginning of the title", "open an item, or several together", "# 5",
            ("item", "agenda item", "open", "jump to", "go to"), ITEMS),
    Command("/next", "/next", "open the next item", "/next", ("next item",), ITEMS),
    Command("/prev", "/prev", "open the item before", "/prev", ("previous item", "back"), ITEMS),
    Command("/item", "/item title", "an item not on the agenda", "/item Flooding in Mill Lane",
            ("new item", "extra item", "any other business", "aob"), ITEMS),
    Command("/urgent", "/urgent title; reason", "a late item, and why it can't wait",
            "/urgent Burst main; the road is closed today", ("urgent business", "late item"), ITEMS),
    Command("/number", "/number 31, or /number none", "another number for this minute", "/number 43/19",
            ("minute number", "renumber"), ITEMS),
    Command("/heading", "/heading text, or /heading none", "another heading for this minute",
            "/heading Parking in the High Street", ("minute heading", "title"), ITEMS),
    Command("/ref", "/ref text", "a reference", "/ref 2018-077", ("reference", "decision number"), ITEMS),
    Command("/defer", "/defer to when; reason", "the item is put off", "/defer to April; the officer was unwell",
            ("adjourn item", "put off", "postpone"), ITEMS),
    Command("/withdraw", "/withdraw motion, or /withdraw item; reason", "the motion or the item is withdrawn",
            "/withdraw item; no longer needed", ("withdrawn", "take back"), ITEMS),
    Command("/prepared", "/prepared", "the prepared text happened as written", "/prepared",
            ("as prepared", "confirm draft", "this happened"), ITEMS),
    Command("/done", "/done", "the item is finished", "/done", ("finished", "item closed"), ITEMS),
    # Room
    Command("/present", "/present @a @b, or /present all", "members who are here", "/present all",
            ("attendance", "register", "mark present", "here"), ROOM, frequent=True),
    Command("/sub", "/sub person for @member", "a substitute", "/sub Lena Marsh, County Council for @okafor",
            ("substitute", "deputy for", "alternate"), ROOM),
    Command("/other", "/other person; person", "other members and representatives", "/other Councillor Gray",
            ("other members", "representatives", "also present"), ROOM),
    Command("/officer", "/officer person, directorate; person", "officers",
            "/officer Mr Sharp | Senior Engineer | Roads", ("employees", "staff", "in attendance"), ROOM, frequent=True),
    Command("/guest", "/guest @a; person, organisation", "here for this item",
            "/guest Joan Bell, Village Hall Trust", ("attended for this item", "visitor", "presenter"), ROOM,
            frequent=True),
    Command("/public", "/public 11", "how many of the public are here", "/public 11",
            ("members of the public", "gallery"), ROOM),
    Command("/remote", "/remote @a", "takes part from elsewhere", "/remote @lindqvist",
            ("online", "video link", "teams", "zoom"), ROOM),
    Command("/apologies", "/apologies @a; person (reason)", "apologies for absence", "/apologies @okafor (unwell)",
            ("apology", "sent apologies", "not coming"), ROOM),
    Command("/late", "/late @a (reason)", "apologies for lateness", "/late @patel", ("lateness", "running late"), ROOM),
    Command("/absent", "/absent @a", "not here, without apologies", "/absent @patel", ("missing", "did not attend"), ROOM),
    Command("/arrive", "/arrive @a 14:20", "somebody comes in", "/arrive @patel 14:20",
            ("arrived", "joined", "came in", "entered"), ROOM),
    Command("/leave", "/leave @a 14:50 (reason), and for item, until 9 or for good", "somebody goes out",
            "/leave @patel 14:50 for item (work)", ("left", "departed", "went out", "withdrew", "lost connection"), ROOM),
    Command("/return", "/return @a 14:55", "somebody comes back", "/return @patel", ("came back", "rejoined"), ROOM),
    Command("/chair", "/chair @a", "in the chair from here", "/chair @patel",
            ("takes the chair", "presiding", "in the chair"), ROOM),
    Command("/elect", "/elect @a office for term", "elected to an office", "/elect @patel Deputy Chair for 2017/18",
            ("appoint", "election of chair", "elected"), ROOM),
    Command("/coopt", "/coopt person", "joins the body", "/coopt Donna Field", ("co-opt", "co-opted", "new member"), ROOM),
    Command("/resign", "/resign @a", "leaves the body", "/resign @okafor", ("resignation", "stood down"), ROOM),
    Command("/speak", "/speak @a @b, /speak or /speak done", "waits to speak; the next is called; nobody waits",
            "/speak @patel @okafor", ("speakers", "wants to speak", "call next speaker", "queue"), ROOM,
            more=("/speak", "/speak done")),
    # Interests
    Command("/declare", "/declare @a 5 dpi nature; left, or /declare none", "an interest is declared",
            "/declare @patel 5 dpi owns a flat in the road; left",
            ("interest", "declaration", "disclosable pecuniary interest", "conflict of interest"), INTERESTS,
            more=("/declare none", "/declare all 3 personal members of the trust; stayed")),
    Command("/out", "/out", "who must leave for an interest goes out, or comes back", "/out",
            ("out and back", "leaves for an interest", "withdraws for an interest", "comes back after an interest"),
            INTERESTS),
    Command("/dispensation", "/dispensation @a 5 until 2027; text", "may take part in spite of an interest",
            "/dispensation @patel 5 until 2027; to speak and vote", ("dispensed", "allowed to vote"), INTERESTS),
    Command("/arrears", "/arrears @a", "council tax unpaid: may speak, not vote", "/arrears @patel",
            ("council tax", "section 106"), INTERESTS),
    # Decisions
    Command("=", "= text, or = alone for what was recommended", "a clause of the decision",
            "= the report be noted", ("resolved", "resolution", "decision", "decided", "as recommended"), DECISIONS),
    Command("==", "== text", "a sub-clause", "== in the north of the parish", ("sub-clause",), DECISIONS),
    Command("===", "=== text", "a clause below a sub-clause", "=== on weekdays", ("sub-sub-clause",), DECISIONS),
    Command("/resolve", "/resolve clause; clause; == sub-clause", "what was recommended, written out",
            "/resolve the report be noted; the budget be approved",
            ("accept the recommendations", "as recommended"), DECISIONS),
    Command("/recommend", "/recommend body: text", "recommended to another body",
            "/recommend Cabinet: the fees be frozen", ("recommended to", "refer to"), DECISIONS),
    Command("/note", "/note text", "noted", "/note the oral report", ("noted", "receive"), DECISIONS, frequent=True),
    Command("/verb", "/verb word", "another verb for this decision", "/verb ORDERED", ("ordered", "determined"), DECISIONS),
    Command("/reason", "/reason text", "the reasons for the decision", "/reason The access is unsafe.",
            ("reasons", "because"), DECISIONS),
    Command("!", "! @a text by when, or ! @a @b: text", "an action", "! @lindqvist report back on funding by 4 Dec",
            ("action", "to do", "task"), DECISIONS),
    Command("/move", "/move @mover @seconder: words", "a motion; alone, the motion on notice",
            "/move @patel @okafor: that the meeting be recorded",
            ("motion", "proposed", "moved", "propose"), DECISIONS, frequent=True),
    Command("/second", "/second @b", "the seconder", "/second @okafor", ("seconded",), DECISIONS),
    Command("/amend", "/amend @mover @seconder: words", "an amendment, also to an amendment",
            "/amend @okafor for Green Group: add “in June”", ("amendment", "amend the amendment", "further amendment"),
            DECISIONS, more=("/amend 1 @patel: add “or July”",)),
    Command("/put", "/put 2, or /put motion", "what is before the meeting now", "/put motion",
            ("put to the vote", "substantive motion"), DECISIONS),
    Command("/vote", "/vote 7 2 1, or /vote Proceed 8; Defer 8", "a vote by figures: for, against, abstained",
            "/vote 7 2 1 by show of hands", ("voted", "show of hands", "ballot", "count"), DECISIONS, frequent=True),
    Command("/roll", "/roll, or /roll all for; against @a @b; none @c", "a vote by name; alone, the sheet to mark it on",
            "/roll all for; against @patel", ("named vote", "recorded vote", "roll call"), DECISIONS,
            aliases=("/recorded",)),
    Command("/casting", "/casting for", "the casting vote of the person in the chair", "/casting for",
            ("casting vote", "tie"), DECISIONS),
    Command("/lots", "/lots @a, or /lots words", "decided by lot", "/lots @patel", ("drawing lots", "toss of a coin"),
            DECISIONS),
    Command("/myvote", "/myvote @a against", "one member's own vote, at their wish", "/myvote @patel against",
            ("record my vote", "recorded against"), DECISIONS),
    Command("/recount", "/recount 6 7 1, or by name: /recount all for; against @a", "takes the place of the last count",
            "/recount 6 7 1", ("counted again", "second count"), DECISIONS, more=("/recount all for; against @patel",)),
    Command("/agreed", "/agreed", "agreed", "/agreed", ("assent", "without a vote"), DECISIONS),
    Command("/unanimous", "/unanimous", "agreed by all", "/unanimous", ("unanimously", "all in favour", "nem con"),
            DECISIONS, frequent=True),
    Command("/carried", "/carried", "carried", "/carried", ("passed", "approved"), DECISIONS, frequent=True),
    Command("/lost", "/lost", "lost", "/lost", ("fell", "defeated", "not carried"), DECISIONS),
    Command("/lapsed", "/lapsed", "lapsed, for want of a seconder", "/lapsed", ("no seconder",), DECISIONS),
    Command("/notput", "/notput", "not put to the vote", "/notput", ("not voted on",), DECISIONS),
    Command("/deferred", "/deferred", "the motion is deferred", "/deferred", ("motion deferred",), DECISIONS),
    Command("/alter", "/alter words", "the motion altered by its mover", "/alter that the meeting be filmed",
            ("altered with consent", "reworded"), DECISIONS),
    Command("/no", "/no decision", "none was taken, on purpose", "/no decision", ("no decision", "nothing decided"),
            DECISIONS, typed="/no decision"),
    # Meeting
    Command("/start", "/start 14:00", "the meeting begins", "/start 14:00", ("open the meeting", "begin"), MEETING),
    Command("/minutes", "/minutes 10 April 2017 signed", "earlier minutes: signed, approved …",
            "/minutes 10 April 2017 signed", ("previous minutes", "sign the minutes", "minutes of the last meeting"),
            MEETING, frequent=True),
    Command("/matters", "/matters none", "no matters arose from the minutes", "/matters none", ("matters arising",),
            MEETING, typed="/matters none"),
    Command("/signed", "/signed 4 September 2017 @a", "the minutes were signed", "/signed 4 September 2017 @hughes",
            ("signature",), MEETING),
    Command("/adjourn", "/adjourn 14:30 for reason, or /adjourn to day time", "the meeting breaks off",
            "/adjourn 14:30 for public comment", ("break", "suspended", "recess"), MEETING),
    Command("/resume", "/resume 14:42", "the meeting goes on", "/resume 14:42", ("reconvened", "restart"), MEETING),
    Command("/exclude", "/exclude 3 for 9 10, /exclude by reason of …, or /exclude not needed",
            "the public are excluded", "/exclude 3 for 9 10",
            ("private session", "exempt", "exclusion of the public", "confidential", "part ii"), MEETING,
            more=("/exclude", "/exclude by reason of the confidential nature of the business", "/exclude not needed")),
    Command("/readmit", "/readmit", "the public may come back", "/readmit", ("public session", "end of private session"),
            MEETING),
    Command("/restricted", "/restricted", "this minute must not go out", "/restricted",
            ("exempt minute", "keep private"), MEETING),
    Command("/summary", "/summary text", "what the public minutes say instead", "/summary The tender was considered.",
            ("public summary",), MEETING),
    Command("/release", "/release 9", "a restricted minute may go out", "/release 9", ("publish", "unrestrict"), MEETING),
    Command("/extend", "/extend 22:00", "the meeting may go on until then", "/extend 22:00",
            ("extension of time", "guillotine"), MEETING),
    Command("/nextmeeting", "/nextmeeting 4 September 2017 2.00 pm, place", "when and where the next one is",
            "/nextmeeting 4 September 2017 2.00 pm, Committee Room 3", ("date of next meeting",), MEETING),
    Command("/close", "/close 15:55", "the meeting is closed", "/close 15:55", ("end", "finish the meeting"), MEETING),
    # Correction
    Command("/undo", "/undo, or /undo 57", "as if it had not been said", "/undo", ("take back", "cancel"), CORRECTION),
    Command("/redo", "/redo, or /redo 57", "what was undone stands again", "/redo", ("restore",), CORRECTION),
    Command("/replace", "s/old/new/, or s/old/new/g for the whole item", "words put right", "s/noted/approved/",
            ("correct", "substitute words", "spelling", "typo"), CORRECTION, typed="s/"),
    Command("/strike", "/strike", "the block doesn't stand", "/strike", ("delete", "remove", "strike out"), CORRECTION),
    Command("/edit", "/edit the new line", "the block reads so instead", "/edit The report was welcomed.",
            ("change", "rewrite"), CORRECTION),
    Command("/insert", "/insert #57 the line", "what was left out, right behind an act",
            "/insert #6 The costs were queried.", ("left out", "forgotten", "missed", "add to an earlier minute", "put in"),
            CORRECTION, more=("/insert The costs were queried.", "/insert #6 [14:10] /arrive @okafor")),
    Command("/up", "/up", "the block moves up", "/up", ("move up", "reorder"), CORRECTION),
    Command("/down", "/down", "the block moves down", "/down", ("move down", "reorder"), CORRECTION),
    Command("/override", "/override reason, or /override #57 reason", "why it stands although a rule is against it",
            "/override the quorum returned at once", ("overrule", "in spite of the rule"), CORRECTION,
            more=("/override #6 the seconder had left",)),
    Command("/rename", "/rename @a the right name", "a name put right, everywhere",
            "/rename @patel Councillor Tomas Patel", ("wrong name", "spelling of a name"), CORRECTION),
)  # fmt: skip

BY_NAME: dict[str, Command] = {command.name: command for command in COMMANDS}


def command_typed(line: str) -> Command | None:
    """The command that a line begins with, once its name is typed whole and something may follow; None for any other line."""
    name, space, _ = line.partition(" ")
    if not space or not name.startswith("/"):
        return None
    wanted = name.lower()
    return BY_NAME.get(wanted) or next((one for one in COMMANDS if wanted in one.aliases), None)
