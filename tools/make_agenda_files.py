"""Makes the Word files of tests/agendas/files, the PDF of each with LibreOffice, the web page and the XML.

Run it after a change to tests/support/marrick.py or marrick_web.py: `python tools/make_agenda_files.py`. The same script makes
the same Word files, always; a PDF has the hour it was made in it, so only that of a Word file that changed is made again.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parent.parent / "tests"
FILES = TESTS / "agendas" / "files"


def main() -> None:
    """Write what isn't there, or isn't as it should be."""
    sys.path.insert(0, str(TESTS))
    from support.marrick import WORD_FILES
    from support.marrick_web import WEB_FILES

    for name, written in WEB_FILES.items():
        (FILES / name).write_text(written(), "utf-8")
    for name, make in WORD_FILES.items():
        word, pdf, made = FILES / f"{name}.docx", FILES / f"{name}.pdf", make()
        if word.is_file() and pdf.is_file() and word.read_bytes() == made:
            continue
        word.write_bytes(made)
        convert(word)
        print(f"{word.name}: {len(made):,} bytes; {pdf.name}: {pdf.stat().st_size:,} bytes")


def convert(word: Path) -> None:
    """Have LibreOffice write the PDF of a Word file beside it."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", str(FILES), str(word)], check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()
