"""The disk fails, in every way and at every call, and the power is cut: a sample of it here, all of it in `make soak`.

Beside each stands its control: the same trial of a product with a fault in it, which has to be found.
"""

from __future__ import annotations

import pytest

from faults import failures, powercut


def test_whatever_call_fails_nothing_is_lost() -> None:
    found = failures.run(300, seed=1)
    assert found.held, "\n".join(found.told)
    assert found["faults"] > 250


@pytest.mark.parametrize(
    ("planted", "name", "seen"), [("early word", "take", "lost"), ("in place", "export", "torn")], ids=str
)
def test_a_product_with_a_fault_in_it_is_found_out(planted: str, name: str, seen: str) -> None:
    assert failures.run(60, seed=1, names=[name], planted=planted)[seen] > 0


def test_whenever_the_power_is_cut_nothing_is_lost() -> None:
    found = powercut.run(1000, seed=1)
    assert found.held, "\n".join(found.told)
    assert found["images"] > 900


def test_a_disk_that_takes_no_sync_for_one_is_found_out() -> None:
    assert not powercut.run(60, seed=1, planted=powercut.NO_SYNCS).held


@pytest.mark.soak
def test_five_thousand_faults() -> None:
    found = failures.run(5000, seed=2)
    assert found.held, "\n".join(found.told)


@pytest.mark.soak
def test_twenty_thousand_power_cuts() -> None:
    found = powercut.run(20_000, seed=2)
    assert found.held, "\n".join(found.told)
