"""Puts this folder on the path, so that tests can import `support`; says how hard properties are searched.

HYPOTHESIS_PROFILE=soak searches longer. No example has to be done in a certain time: the machine may be doing other things.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("usual", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("soak", settings.get_profile("usual"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))
