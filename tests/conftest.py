"""Puts this folder on the path, so that tests can import `support`; a loaded machine is no reason for a test to fail."""

from hypothesis import HealthCheck, settings

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
