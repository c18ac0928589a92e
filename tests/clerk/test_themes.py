"""Everything that is read can be read: WCAG contrast of every pair of text and ground in use."""

from __future__ import annotations

import itertools

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import Theme

from boardtui.clerk.themes import THEMES
from support.contrast import ratio

GROUNDS = ["background", "surface", "panel"]
STATES = ["primary", "secondary", "accent", "warning", "error", "success"]
TEXTS = ["foreground", "text-muted", "foreground-muted", *STATES, *[f"text-{name}" for name in STATES]]
PAIRS = [
    *itertools.product(TEXTS, GROUNDS),
    ("footer-foreground", "footer-background"),
    ("footer-key-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("foreground", "block-hover-background"),
    ("foreground", "surface-active"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("screen-selection-foreground", "screen-selection-background"),
    *[("button-color-foreground", name) for name in STATES],
    *itertools.product(["button-foreground", "link-color"], GROUNDS),
    ("link-color-hover", "link-background-hover"),
    *[("text", name) for name in [*GROUNDS, *STATES]],
    *itertools.product([f"markdown-h{level}-color" for level in range(1, 7)], GROUNDS),
]
FAINT_PAIRS = list(itertools.product(["text-disabled", "foreground-disabled"], GROUNDS))
LINES = [*itertools.product(["border", "border-blurred"], GROUNDS), ("scrollbar", "scrollbar-background")]


def contrast(text: str, ground: str, variables: dict[str, str]) -> float:
    """Contrast ratio of two variables of a theme. `auto` is the black or white that Textual takes for the ground."""
    below = Color.parse(variables[ground])
    wanted = variables[text]
    above = below.get_contrast_text(1.0) if wanted == "auto 100%" else below + Color.parse(wanted)
    return ratio(above, below)


def variables_of(theme: Theme) -> dict[str, str]:
    app: App[None] = App()
    app.register_theme(theme)
    app.theme = theme.name
    return app.get_css_variables()


def too_faint(theme: Theme, pairs: list[tuple[str, str]], least: float) -> dict[str, float]:
    variables = variables_of(theme)
    found = {f"{text} on {ground}": contrast(text, ground, variables) for text, ground in pairs}
    return {pair: round(seen, 2) for pair, seen in found.items() if seen < least}


def test_the_measure_itself_finds_a_faint_pair() -> None:
    variables = {"white": "#ffffff", "grey": "#777777", "black": "#000000"}
    assert contrast("white", "black", variables) == pytest.approx(21)
    assert contrast("grey", "white", variables) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
class TestEachTheme:
    def test_text_has_at_least_seven_to_one(self, theme: Theme) -> None:
        assert too_faint(theme, PAIRS, 7.0) == {}

    def test_ghost_text_has_at_least_four_and_a_half_to_one(self, theme: Theme) -> None:
        assert too_faint(theme, FAINT_PAIRS, 4.5) == {}

    def test_lines_can_be_seen(self, theme: Theme) -> None:
        assert too_faint(theme, LINES, 3.0) == {}

    async def test_it_starts(self, theme: Theme) -> None:
        app: App[None] = App()
        async with app.run_test(notifications=True, tooltips=True):
            app.register_theme(theme)
            app.theme = theme.name
            assert app.current_theme is theme


def test_they_are_named_after_the_product() -> None:
    assert [theme.name for theme in THEMES] == ["boardtui-dark", "boardtui-light", "boardtui-contrast"]
