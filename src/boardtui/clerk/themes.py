"""The three themes of boardtui. Whatever is read has a contrast of at least 7:1 with its ground (WCAG 2.2, 1.4.6);
ghost text and what is disabled have at least 4.5:1.

Colour is never the only sign: what it marks is also said by a word, a mark or a style, so that NO_COLOR and a
monochrome terminal lose nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.theme import Theme


@dataclass(frozen=True)
class _Palette:
    """The colours of a theme, as `#rrggbb`.

    background, surface, panel: the three grounds; ink: the text on them; muted: text of less weight; ghost: text that
    isn't there yet, or disabled; line: borders and scrollbars; selection: the ground of selected text.
    """

    background: str
    surface: str
    panel: str
    ink: str
    muted: str
    ghost: str
    line: str
    selection: str
    primary: str
    secondary: str
    accent: str
    warning: str
    error: str
    success: str


def _theme(name: str, palette: _Palette, *, dark: bool) -> Theme:
    """A Textual theme in which no colour is left to be worked out from another."""
    return Theme(
        name=name,
        dark=dark,
        primary=palette.primary,
        secondary=palette.secondary,
        accent=palette.accent,
        warning=palette.warning,
        error=palette.error,
        success=palette.success,
        foreground=palette.ink,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        variables=_text(palette) | _parts(palette),
    )


def _text(palette: _Palette) -> dict[str, str]:
    """Variables for running text. `$text` alone stays automatic: it is what stands on a coloured ground."""
    return {
        "text": "auto 100%",
        "text-muted": palette.muted,
        "text-disabled": palette.ghost,
        "text-primary": palette.primary,
        "text-secondary": palette.secondary,
        "text-accent": palette.accent,
        "text-warning": palette.warning,
        "text-error": palette.error,
        "text-success": palette.success,
        "foreground-muted": palette.muted,
        "foreground-disabled": palette.ghost,
        "link-color": palette.primary,
        "link-color-hover": palette.background,
        "link-background-hover": palette.primary,
        "markdown-h6-color": palette.muted,
    }


def _parts(palette: _Palette) -> dict[str, str]:
    """Variables for the parts of widgets."""
    return {
        "border": palette.primary,
        "border-blurred": palette.line,
        "scrollbar": palette.line,
        "scrollbar-hover": palette.muted,
        "scrollbar-active": palette.primary,
        "scrollbar-background": palette.surface,
        "block-cursor-foreground": palette.background,
        "block-cursor-background": palette.primary,
        "block-cursor-blurred-foreground": palette.ink,
        "block-cursor-blurred-background": palette.selection,
        "block-hover-background": palette.panel,
        "surface-active": palette.panel,
        "input-cursor-foreground": palette.background,
        "input-cursor-background": palette.ink,
        "input-cursor-text-style": "none",
        "input-selection-foreground": palette.ink,
        "input-selection-background": palette.selection,
        "screen-selection-foreground": palette.ink,
        "screen-selection-background": palette.selection,
        "button-foreground": palette.ink,
        "button-color-foreground": palette.background,
        "footer-foreground": palette.ink,
        "footer-background": palette.panel,
        "footer-key-foreground": palette.accent,
        "footer-description-foreground": palette.ink,
    }


DARK = _theme(
    "boardtui-dark",
    _Palette(
        background="#10151b",
        surface="#161c24",
        panel="#1f2731",
        ink="#e8ebef",
        muted="#b3bdc9",
        ghost="#8a95a3",
        line="#6f7c8b",
        selection="#23406b",
        primary="#8fbcff",
        secondary="#a9c7de",
        accent="#f4c760",
        warning="#f7ba74",
        error="#ffa79e",
        success="#8fd99a",
    ),
    dark=True,
)
"""The one to begin with: quiet, for a dim committee room."""

LIGHT = _theme(
    "boardtui-light",
    _Palette(
        background="#f6f7f9",
        surface="#ffffff",
        panel="#e8ecf1",
        ink="#14191f",
        muted="#3f4955",
        ghost="#596573",
        line="#7c8794",
        selection="#bcd7f7",
        primary="#0a4389",
        secondary="#2b4a63",
        accent="#6b3d00",
        warning="#6a4200",
        error="#8c1017",
        success="#0b5127",
    ),
    dark=False,
)
"""Dark on light, like the paper."""

CONTRAST = _theme(
    "boardtui-contrast",
    _Palette(
        background="#000000",
        surface="#000000",
        panel="#141414",
        ink="#ffffff",
        muted="#d9d9d9",
        ghost="#a6a6a6",
        line="#b0b0b0",
        selection="#003d73",
        primary="#8fd6ff",
        secondary="#b8e0ff",
        accent="#ffdd33",
        warning="#ffc266",
        error="#ffb0a8",
        success="#8dffa8",
    ),
    dark=True,
)
"""White on black; nothing that is read below 10:1, ghost text aside."""

THEMES = (DARK, LIGHT, CONTRAST)
