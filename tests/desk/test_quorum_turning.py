"""The sentence for a quorum that is lost or regained is offered with the act by which it is, and with no other."""

from __future__ import annotations

from pathlib import Path

from boardtui.notation.complete import ghost
from support.awkward import BODIES
from support.desks import at_work

BEGUN = ("/present @brook @dale @hill @pell", "/apologies @lunn @marsh", "/start 19:30", "# 3")


def test_the_sentence_is_offered_once(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN, agenda=BODIES["parish"]) as desk:
        offered = []
        for line in ("/leave @hill", "/leave @pell", "The Chairman waited.", "/return @pell", "/next", "/undo"):
            desk.say(line)
            offered.append(ghost("", desk.context()))
        desk.wait()
        assert offered == [
            "", "It was noted that a quorum was not present.", "", "It was noted that a quorum was present again.", "", "",
        ]  # fmt: skip


def test_a_style_may_word_it_or_leave_it_out(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN, agenda=BODIES["parish"]) as desk:
        desk.phrases = {"inquorate": "The {chair} saw that there was no quorum."}
        desk.say("/leave @hill @pell")
        assert ghost("", desk.context()) == "The Cllr Brook saw that there was no quorum."
        desk.say("/return @hill")
        assert ghost("", desk.context()) == ""
        desk.wait()
