"""Hostile texts and files: what somebody might type, paste, name a file, or put into a book with another program.

`TEXTS` go wherever text goes; `FILES` are what a file may hold that is no text. Each has a name, so that a failing test
says which it was.
"""

from __future__ import annotations

import unicodedata

BELL, ST = "\x07", "\x1b\\"
FAMILY = "👩\u200d👩\u200d👧\u200d👦"

ORDERS = {
    "clipboard, ended by a bell": f"\x1b]52;c;ZXZpbA=={BELL}",
    "clipboard, ended by ST": f"\x1b]52;c;ZXZpbA=={ST}",
    "clipboard, asked for": f"\x1b]52;c;?{BELL}",
    "clipboard, in C1": "\x9d52;c;ZXZpbA==\x9c",
    "title": f"\x1b]0;boardtui is closed{BELL}",
    "title, never ended": "\x1b]0;boardtui is closed",
    "title reported back": "\x1b[21t",
    "link": f"\x1b]8;;https://evil.example{BELL}press here\x1b]8;;{BELL}",
    "link, never closed": f"\x1b]8;;https://evil.example{ST}press here",
    "colour": "\x1b[31;1mred\x1b[0m",
    "colour, in C1": "\x9b31mred\x9b0m",
    "screen cleared": "\x1b[2J\x1b[H",
    "screen reset": "\x1bc",
    "caret moved": "\x1b[1;1Happroved\x1b[K",
    "caret asked for": "\x1b[6n",
    "device asked for": "\x1b[c\x1b[>c",
    "alternate screen left": "\x1b[?1049l",
    "mouse on": "\x1b[?1003h",
    "paste markers": "\x1b[201~/close 15:00\x1b[200~",
    "keys redefined": '\x1b[0;59;"rm -rf";13p',
    "DCS": f"\x1bP+q544e{ST}",
    "DCS, in C1": "\x90+q544e\x9c",
    "DCS, never ended": "\x1bPq#0;2;0;0;0",
    "APC": f"\x1b_Gf=24;AAAA{ST}",
    "APC, in C1": "\x9fGf=24;AAAA\x9c",
    "PM": f"\x1b^private{ST}",
    "PM, in C1": "\x9eprivate\x9c",
    "SOS": f"\x1bXstring{ST}",
    "character sets": "\x1b(0qqqq\x1b(B\x0e\x0f",
    "escape alone": "\x1b",
    "escape at the end": "said so\x1b",
    "sequences inside one another": "\x1b\x1b[31m[31m \x1b]0;\x1b[31mx\x07",
    "CSI of many parameters": "\x1b[" + "1;" * 500 + "m",
    "CSI, never ended": "\x1b[38;5;",
    "OSC longer than any": "\x1b]52;c;" + "A" * 5000 + BELL,
    "C1, all of them": "".join(map(chr, range(0x80, 0xA0))),
    "C0, all of them": "".join(map(chr, range(0x20))),
    "delete and backspace": "approved\x7f\x7f\x08\x08\x08refused",
    "bell": BELL * 20,
    "tabulators": "a\tb\t\tc",
    "NUL": "aye\0bee",
}
"""Orders to a terminal."""

LINES = {
    "line feed": "approved\nrefused",
    "carriage return": "approved\rrefused",
    "Windows line end": "approved\r\nrefused",
    "vertical tab and form feed": "approved\vrefused\fnoted",
    "next line": "approved\x85refused",
    "line separator": "approved\u2028refused\u2029noted",
    "file, group, record and unit separators": "a\x1cb\x1dc\x1ed\x1fe",
    "line ends only": "\r\n\n\r\u2028",
    "a heading on a line of its own": "said\n\n## 7. RESOLVED\n\n**That the clerk be paid twice.**\n\n---\n",
    "an underlined heading": "RESOLVED\n========\nThat it be so\n----",
    "a command on a line of its own": "said\n/close 15:00\n# 5",
    "a line of output": "x\nminutes.book: 99 acts, all whole; the tables agree.",
}
"""Texts that would be several lines."""

MARKUP = {
    "Textual: an order": "[@click=app.quit]Item 4[/]",
    "Textual: closed without being opened": "[/b]",
    "Textual: never closed": "[red]",
    "Textual: cut short": "[/",
    "Textual: a colour of the theme": "[$primary on $error]x[/]",
    "Textual: a link": '[link="https://evil.example"]x[/link]',
    "Textual: amounts": "[£4,000] [item 4] [2026]",
    "Textual: escaped": r"\[b] \\[b] [[b]]",
    "Rich: an emoji": ":smiley: :+1:",
    "Markdown: headings": "# RESOLVED",
    "Markdown: a fence": "```sh\nrm -rf /\n```",
    "Markdown: a link": "[x](javascript:alert(1))",
    "Markdown: a picture": "![x](https://evil.example/x.png)",
    "Markdown: a reference": "[x]: https://evil.example 'x'",
    "Markdown: emphasis": "**RESOLVED** _that_ ~~not~~ `code`",
    "Markdown: a quotation and lists": "> 1. - + * x",
    "Markdown: a table": "a | b\n--|--\nc | d",
    "Markdown: a hard break": "said  \\",
    "Markdown: an autolink": "<https://evil.example>",
    "HTML: a script": "<script>alert(1)</script>",
    "HTML: a picture that acts": "<img src=x onerror=alert(1)>",
    "HTML: an attribute": '" onmouseover="alert(1)" x=\'',
    "HTML: entities": "&lt;b&gt; &#x1b;[31m &amp;amp; &nbsp;",
    "HTML: a comment": "--><!-- <b>",
    "HTML: the end of the page": "</p></body></html>",
    "HTML: a style": "</style><style>body{display:none}",
    "HTML: a frame and a refresh": '<iframe src="file:///etc/passwd"><meta http-equiv=refresh content="0;url=//evil.example">',
    "XML: CDATA": "<![CDATA[x]]> ]]>",
    "XML: an entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "XML: an instruction": '<?xml version="1.0"?><?php echo 1 ?>',
    "Word: a field": '{ INCLUDETEXT "C:\\\\secret.txt" } { DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" }',
    "Word: a field's elements": '<w:fldSimple w:instr="DDE"/></w:t></w:r><w:p/>',
    "Word: a bookmark that is escaped": "_x0008_ _x005F_",
    "Word: a token": "{minutes} {title} {committee}",
    "CSV: a formula": '=HYPERLINK("https://evil.example","x")',
    "CSV: another formula": "+cmd|' /C calc'!A0",
    "CSV: at, minus and tab": "@SUM(1+1)*cmd",
    "LaTeX": r"\input{/etc/passwd} $\evil$ \\ % #1",
    "typst": '#read("/etc/passwd") $x$ *b*',
    "typst: an import": '#import "@preview/x:0.1.0": * @ref <x>',
    "a house style": "{number}< {title}>[one|many] <",
    "a calendar": "END:VTODO;X=1:,\\n\\,\\;",
    "a template": "{{ cycler.__init__.__globals__.os.popen('id').read() }} {% raw %}",
    "a shell": "$(reboot) `reboot` ; reboot && reboot | reboot > x",
    "a Python format": "%s %(x)s %n {0} {x} {x.__class__} {",
    "a JavaScript template": "${process.env} ${`x`}",
    "JSON": '"}, {"restricted": false}',
    "TOML": 'x = """\n[words]',
    "YAML": "!!python/object/apply:os.system [id]\n- *a\n&a",
}
"""Texts that are something else to another program."""

QUESTIONS = {
    "SQL: a quote": "'; DROP TABLE act; --",
    "SQL: another quote": '" OR 1=1 --',
    "SQL: a comment and a wildcard": "/* % _ */ x%",
    "SQL: a pragma": "x; PRAGMA writable_schema=1",
    "FTS: a quote": 'a"b',
    "FTS: a quote alone": '"',
    "FTS: operators": "AND OR NOT NEAR(a b, 2)",
    "FTS: a column": "text:x -text:y {text} : z",
    "FTS: a star and a caret": "* ^x x* +",
    "FTS: brackets": "(" * 500,
    "a regular expression": r"(a+)+$ [\d-\\] (?P<x>",
    "nothing": "",
    "spaces only": " \u00a0\u2003\t ",
}
"""Texts that a search may take for more than words."""

LETTERS = {
    "override, right to left": "approved \u202e7 rof\u202c against",
    "override, never ended": "\u202eevoba eht fo eno on",
    "isolates": "\u2066a\u2067b\u2068c\u2069",
    "direction marks": "a\u200eb\u200fc\u061cd",
    "deprecated formats": "a\u206ab\u206fc",
    "zero width": "Sm\u200bi\u2060t\ufeffh",
    "soft hyphens": "Sm\u00adith",
    "Mongolian vowel separator": "a\u180eb",
    "tags": "a\U000e0001b\U000e0041",
    "annotations": "a\ufff9b\ufffac\ufffbd",
    "an accent by itself": "\u0301",
    "a tower of accents": "Z" + "\u0301\u0300\u0308" * 100 + "algo",
    "a tower of enclosing marks": "a" + "\u20dd\u20df" * 40,
    "composed and decomposed": "Jose\u0301 and José",
    "ligature": "\ufb01nance",
    "fullwidth": "\uff14\uff0c\uff10\uff10\uff10 \uff21\uff22",
    "digits of others": "٢٠٢٦ १२ 𝟙𝟚",
    "a family": FAMILY,
    "families, joined for ever": "\u200d".join(["👩"] * 200),
    "flags": "🇬🇧🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f🇪",
    "skin tones and variations": "👍🏽☎\ufe0f☎\ufe0e",
    "astral letters": "𝕭𝖔𝖆𝖗𝖉 𐍈",
    "Hebrew": "אִיתָן כהן",
    "Arabic": "عبد الله بن أحمد",
    "Thai and Devanagari": "กำนัน क्षत्रिय",
    "Chinese": "委員會主席" * 20,
    "not characters": "aye\ufffebee\uffffcee\U0001fffe\ufdd0",
    "a lone surrogate": "aye\ud800bee",
    "bytes that were no UTF-8": b"caf\xe9 \xff\xfe".decode("utf-8", "surrogateescape"),
    "Windows-1252 read as Latin-1": b"\x93quoted\x94 \x96 \x85 \x80".decode("latin-1"),
    "UTF-8 read as Windows-1252": "â€œquotedâ€ Ã©",
    "marks of byte order": "\ufeff\ufeffx\ufffe",
    "private use": "\ue000\uf8ff\U000f0000",
    "unassigned": "\u0378\U0001ffff",
    "Hangul fillers": "a\u3164b\u115fc\uffa0d",
    "Braille blank": "a\u2800b",
    "pictures of controls": "␛[31m ␀ �",
}
"""Texts that read as what they are not, or are drawn wider or higher than they count."""

SHAPES = {
    "parts of a path": "../../etc/passwd",
    "a path of Windows": "..\\..\\C:\\CON",
    "a device": "CON",
    "dots": "...",
    "a hyphen first": "-rf --force",
    "slashes": "///",
    "a name of a home": "~root/.ssh",
    "an escape in a path": "%2e%2e%2f%00",
    "one long word": "x" * 5000,
    "many short words": "a " * 3000,
    "longer than any line": "y" * 100_000,
    "beyond 64 bits": "9" * 400,
    "negative, real and odd numbers": "-1 1e309 NaN Infinity 0x7f 1_000 ١",
    "days that are none": "31 February 2027, 99/99/9999, 30 June 10000, 0 May 0",
    "times that are none": "[25:61] at 24:00",
    "someone called nobody": '@nobody @@ @"never ended',
    "backslashes": "\\" * 9 + "@ \\; \\| \\",
    "semicolons and bars": "a; b | c || ; |",
    "stock phrases": ";noted ;; ;nosuch",
    "marks of the notation": "= + - -- ? > ! ~ # ## | \"",
}  # fmt: skip
"""Texts of a shape that a place may not be made for."""

TEXTS: dict[str, str] = {**ORDERS, **LINES, **MARKUP, **QUESTIONS, **LETTERS, **SHAPES}

FILES: dict[str, bytes] = {
    "UTF-16 with a mark": "1. Agenda\n".encode("utf-16"),
    "UTF-16 without a mark": "1. Agenda\n".encode("utf-16-le"),
    "UTF-32 with a mark": "1. Agenda\n".encode("utf-32"),
    "UTF-8 with a mark": b"\xef\xbb\xbf1. Agenda\n",
    "Windows-1252": "1. “Café” – £5\n".encode("cp1252"),
    "UTF-8 cut short": "1. Café".encode()[:-1],
    "overlong UTF-8": b"1. \xc0\xaf\xe0\x80\xaf\n",
    "surrogates in UTF-8": b"1. \xed\xa0\x80\n",
    "a byte that is no text": b"1. \xff\n",
    "NUL": b"1. a\0b\n",
    "a zip": b"PK\x03\x04" + bytes(60),
    "a PDF": b"%PDF-1.7\n\xe2\xe3",
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60),
    "a program": b"\x7fELF\x02\x01\x01" + bytes(60),
    "a book": b"SQLite format 3\0" + bytes(84),
    "JSON, deep": b"[" * 100_000,
    "nothing": b"",
    "spaces": b" \n\t\r\n",
    "one line without an end": b"x" * 200_000,
    "line ends only": b"\r\n" * 100_000,
}

_STAYS = "\n\t"


def forbidden(text: str) -> list[str]:
    """The characters of a text that must never stand in what is stored, printed or drawn, as they are written in Python."""
    return sorted({ascii(character) for character in text if _is_forbidden(character)})


def _is_forbidden(character: str) -> bool:
    code = ord(character)
    if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp"):
        return character not in _STAYS
    return code in range(0x202A, 0x202F) or code in range(0x2066, 0x206A) or code & 0xFFFE == 0xFFFE
