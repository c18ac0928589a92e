"""LibreOffice, where this machine has it: what it reads in a file."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

IS_HERE = shutil.which("soffice") is not None


def text_of(data: bytes, ending: str, folder: Path) -> str:
    """The text of a document, its numbers and bullets as LibreOffice works them out. folder: for its files."""
    (folder / f"minutes.{ending}").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "txt:Text"]
    command += ["--outdir", str(folder), str(folder / f"minutes.{ending}")]
    subprocess.run(command, check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": str(folder)})
    return (folder / "minutes.txt").read_text(encoding="utf-8-sig")
