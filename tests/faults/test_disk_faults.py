"""The disk fails, in every way and at every call, the power is cut, books are damaged: a sample here, more in `make soak`.

Beside each stands its control: the same trial of a product with a fault in it, which has to be found.
"""

from __future__ import annotations

import pytest

from faults import damage, failures, full_disk, powercut


def test_whatever_call_fails_nothing_is_lost() -> None:
    found = failures.run(50, seed=1)
    assert found.held, "\n".join(found.told)
    assert found["faults"] > 40


@pytest.mark.parametrize(
    ("planted", "name", "seen"), [("early word", "take", "lost"), ("in place", "export", "torn")], ids=str
)
def test_a_product_with_a_fault_in_it_is_found_out(planted: str, name: str, seen: str) -> None:
    assert failures.run(16, seed=1, names=[name], planted=planted)[seen] > 0


def test_whenever_the_power_is_cut_nothing_is_lost() -> None:
    found = powercut.run(200, seed=1)
    assert found.held, "\n".join(found.told)
    assert found["images"] >= 200


def test_a_disk_that_takes_no_sync_for_one_is_found_out() -> None:
    assert not powercut.run(30, seed=1, planted=powercut.NO_SYNCS).held


def test_no_act_becomes_another_one_in_silence() -> None:
    found = damage.run(57, seed=1)
    assert found.held, "\n".join(found.told)
    assert found["changed"] > 30


def test_a_check_that_follows_no_chain_is_found_out() -> None:
    assert damage.run(8, seed=1, names=["time changed"], planted="no chain")["silent"] > 0


@pytest.mark.alone
def test_a_full_disk_is_said_on_the_screen_and_everything_is_saved_once_it_has_room() -> None:
    found = full_disk.run(2, seed=1)
    assert found.held, "\n".join(found.told)


def test_a_desk_that_keeps_silent_about_a_full_disk_is_found_out() -> None:
    assert full_disk.run(1, seed=1, planted=full_disk.MUTE)["silent"] > 0


@pytest.mark.soak
def test_five_thousand_faults() -> None:
    found = failures.run(5000, seed=2)
    assert found.held, "\n".join(found.told)


@pytest.mark.soak
def test_twenty_thousand_power_cuts() -> None:
    found = powercut.run(20_000, seed=2)
    assert found.held, "\n".join(found.told)


@pytest.mark.soak
def test_ten_thousand_damaged_books() -> None:
    found = damage.run(10_000, seed=2)
    assert found.held, "\n".join(found.told)


@pytest.mark.soak
@pytest.mark.alone
def test_a_hundred_full_disks() -> None:
    found = full_disk.run(100, seed=2)
    assert found.held, "\n".join(found.told)
