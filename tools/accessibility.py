"""Looks for barriers in the web pages of the minutes, with axe-core in a Chromium: every sample meeting, in every style.

    python tools/accessibility.py [--chromium PROGRAM] [--axe FILE] [--only WORDS] [--keep FOLDER]

Needs a Chromium (or Chrome), and axe-core: `npm install axe-core` in this folder or one above it, or its axe.min.js from
anywhere. The pages are the minutes, the note of decisions, the interests, and what is pasted minute by minute. Rules: WCAG 2.0,
2.1 and 2.2, levels A and AA, and axe's best practice. Says for each rule that is broken where; exit code 0 nothing, 1 something
was found, 2 it couldn't be looked for. A page with planted faults goes first: what finds none of them is no use.

--only: those pages with the words in their names; --keep: leaves there each page, its picture, and how it is printed.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from boardtui.minutes.formats import Source, outputs
from boardtui.rules.confidentiality import public_record
from support.meetings import SAMPLE_NAMES, SAMPLES, record_of
from support.styles import STYLES, called_in, style

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
AXE = Path("node_modules/axe-core/axe.min.js")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip
PLANTED = {"html-has-lang", "image-alt", "color-contrast", "heading-order", "label"}
CONTROL = (
    "<!doctype html><html><head><title>x</title></head><body><main><h1>x</h1><h4>y</h4><img src='x.png'>"
    "<p style='color:#999;background:#fff'>grey</p><input></main></body></html>"
)
RUN = """
<script>{axe}</script>
<script>
axe.run(document, {{runOnly: {rules}}}).then(
  found => found, wrong => ({{wrong: String(wrong)}})
).then(found => {{
  const place = document.createElement("pre");
  place.id = "found";
  place.textContent = JSON.stringify({{
    wrong: found.wrong || "", passes: (found.passes || []).length,
    violations: (found.violations || []).map(one => [one.id, one.help, one.nodes.map(node => node.html)]),
    incomplete: (found.incomplete || []).map(one => [one.id, one.help, one.nodes.map(node => node.html)]),
  }});
  document.body.appendChild(place);
}});
</script>
"""
_FOUND = re.compile(r'<pre id="found">(.*?)</pre>', re.DOTALL)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


class Lacking(Exception):
    """Something is needed that isn't here. Says what, and how to come by it."""


@dataclass(frozen=True)
class Browser:
    """A Chromium with axe-core. program, axe: where they are; folder: for its files."""

    program: str
    axe: Path
    folder: Path

    def run(self, *words: str) -> bytes:
        """Start it once, with a profile of its own. Raises Lacking where it doesn't start."""
        with tempfile.TemporaryDirectory(dir=self.folder) as profile:
            argv = [self.program, *QUIET, f"--user-data-dir={profile}", *words]
            done = subprocess.run(argv, capture_output=True, timeout=120, check=False)
        if done.returncode:
            raise Lacking(f"{self.program} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-300:]}")
        return done.stdout

    def look(self, page: str) -> dict[str, Any]:
        """What axe finds on a page. Its policy, by which no script runs, is left out for that. Raises Lacking."""
        script = RUN.format(axe=self.axe.read_text("utf-8").replace("</script", "<\\/script"), rules=json.dumps(RULES))
        path = self.folder / "looked-at.html"
        path.write_text(_POLICY.sub("", page).replace("</body>", f"{script}</body>"), "utf-8")
        seen = self.run("--virtual-time-budget=20000", "--dump-dom", path.as_uri()).decode()
        found = _FOUND.search(seen)
        if found is None:
            raise Lacking(f"axe-core said nothing of a page. Is {self.axe} its axe.min.js?")
        told: dict[str, Any] = json.loads(html.unescape(found[1]))
        if told["wrong"]:
            raise Lacking(f"axe-core failed: {told['wrong']}")
        return told


def find_program(given: str) -> str:
    """The Chromium that is given, else the first there is. Raises Lacking."""
    for name in (given,) if given else (os.environ.get("CHROMIUM", ""), *PROGRAMS):
        if name and (path := shutil.which(name)):
            return path
    raise Lacking(f"No Chromium was found{f' at {given}' if given else ''}: install one, or name it with --chromium.")


def find_axe(given: str) -> Path:
    """The axe-core that is given, else the nearest that npm installed. Raises Lacking."""
    here = Path.cwd()
    for path in (Path(given),) if given else (folder / AXE for folder in (here, *here.parents)):
        if path.is_file():
            return path.resolve()
    raise Lacking(
        f"No axe-core was found{f' at {given}' if given else ''}: npm install axe-core, or name its axe.min.js with --axe."
    )


def pages() -> Iterator[tuple[str, str]]:
    """Every page there is, with a name."""
    for sample in SAMPLE_NAMES:
        for house in STYLES:
            source = source_of(sample, house)
            for name in ("html", "decisions", "interests"):
                for one in outputs(name, source):
                    if one.ending.endswith(".html"):
                        yield f"{sample}-{house}{one.ending}", one.data.decode()
            pasted = "".join(one.data.decode() for one in outputs("paste", source) if one.ending.endswith(".html"))
            yield f"{sample}-{house}-pasted.html", in_an_editor(pasted)


def source_of(sample: str, house: str) -> Source:
    """The public record of a sample meeting, called in a style."""
    agenda, notes = (SAMPLES.joinpath(f"{sample}{end}").read_text("utf-8") for end in (".agenda.md", ".notes"))
    agenda = re.sub(r"^house: .*$", f"house: {called_in(house)}", agenda, count=1, flags=re.MULTILINE)
    return Source(public_record(record_of(agenda, notes)), style(house))


def in_an_editor(pasted: str) -> str:
    """What was pasted, where it comes to stand: below a heading of the other system's own."""
    return (
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>Pasted</title></head>'
        f"<body><main><h1>Pasted</h1>{pasted}</main></body></html>"
    )


def looked_through(browser: Browser, only: str, keep: Path | None) -> int:
    """Look at all pages and print what is found. How many rules are broken, page by page."""
    missed = PLANTED - {rule for rule, _, _ in browser.look(CONTROL)["violations"]}
    if missed:
        raise Lacking(f"Planted faults weren't found: {', '.join(sorted(missed))}.")
    print(f"{'page':64}{'passes':>8}{'to see':>8}{'broken':>8}")
    count = broken = 0
    for name, page in (one for one in pages() if only in one[0]):
        found = browser.look(page)
        count, broken = count + 1, broken + len(found["violations"])
        print(f"{name:64}{found['passes']:8}{len(found['incomplete']):8}{len(found['violations']):8}", flush=True)
        for kind in ("violations", "incomplete"):
            for rule, does, nodes in found[kind]:
                print(f"    {kind}: {rule}, {does}: {len(nodes)} times, first {nodes[0][:160]}")
        if keep is not None:
            kept(browser, keep / name, page)
    if not count:
        raise Lacking(f"No page has {only} in its name.")
    print(f"{count} pages, {broken} rules broken; planted faults: {len(PLANTED)} of {len(PLANTED)} found")
    return broken


def kept(browser: Browser, path: Path, page: str) -> None:
    """Leave a page, its picture and how it is printed."""
    path.write_text(page, "utf-8")
    browser.run("--window-size=1000,3000", f"--screenshot={path.with_suffix('.png')}", path.as_uri())
    browser.run("--no-pdf-header-footer", f"--print-to-pdf={path.with_suffix('.pdf')}", path.as_uri())


def main(words: list[str] | None = None) -> int:
    """Look through all pages. The exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--chromium", default="", help="the program, where it isn't on the path")
    parser.add_argument("--axe", default="", help="the file axe.min.js, where it isn't in node_modules/axe-core")
    parser.add_argument("--only", default="", help="only pages with these words in their names")
    parser.add_argument("--keep", type=Path, help="a folder for the pages, their pictures and how they are printed")
    given = parser.parse_args(words)
    try:
        with tempfile.TemporaryDirectory() as folder:
            browser = Browser(find_program(given.chromium), find_axe(given.axe), Path(folder))
            if given.keep is not None:
                given.keep = given.keep.resolve()
                given.keep.mkdir(parents=True, exist_ok=True)
            return 1 if looked_through(browser, given.only, given.keep) else 0
    except Lacking as lacking:
        print(lacking, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
