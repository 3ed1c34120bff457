#!/usr/bin/env python3
"""Writes the PDF files of the demo's documents to events/files, the same bytes every time.

The pushes in events/case-updates name each file by size and SHA-256; the checks hold them
against what lies in events/files.
"""

from pathlib import Path

FILES = Path(__file__).resolve().parent.parent / "events" / "files"

DOCUMENTS = {
    "utredning.pdf": (
        "Utredning",
        [
            "Ärende EB-2026-00087, ekonomiskt bistånd",
            "Hushållet söker bistånd till försörjning, tandvård och läkarvård.",
            "Inkomsterna räcker inte till norm och godkända utgifter.",
            "Bedömning: hushållet har rätt till bistånd med 12 750 kronor.",
        ],
    ),
    "beslutsmeddelande.pdf": (
        "Beslutsmeddelande",
        [
            "Ärende EB-2026-00087, ekonomiskt bistånd",
            "Ansökan beviljas delvis med 12 750 kronor.",
            "Avslag: bredband 399 kronor och parkering 250 kronor.",
            "Du kan överklaga beslutet inom tre veckor från den dag du fick det.",
        ],
    ),
    "arbetsplan.pdf": (
        "Arbetsplan",
        [
            "Ärende EB-2026-00087",
            "Planen gäller Åsa-Lena Gustafsson.",
            "Mål: arbete på halvtid. Nästa steg: studiebesök och praktik.",
        ],
    ),
    "kallelse.pdf": (
        "Kallelse",
        [
            "Ärende EB-2026-00087",
            "Du är kallad till ett besök hos Karin Sjöström.",
            "Tiden står i portalen. Hör av dig om den inte passar.",
        ],
    ),
}


def text(line):
    escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(" + escaped.encode("cp1252") + b")"


def page(title, lines):
    drawn = [b"BT /F1 18 Tf 72 760 Td " + text(title) + b" Tj ET"]
    for number, line in enumerate(lines):
        place = f"BT /F1 11 Tf 72 {724 - 20 * number} Td ".encode()
        drawn.append(place + text(line) + b" Tj ET")
    return b"\n".join(drawn)


def pdf(title, lines):
    content = page(title, lines)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (sv-SE) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title " + text(title) + b" >>",
    ]
    out = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    return out + b"startxref\n%d\n%%%%EOF\n" % table


def main():
    FILES.mkdir(parents=True, exist_ok=True)
    for name, (title, lines) in DOCUMENTS.items():
        (FILES / name).write_bytes(pdf(title, lines))


if __name__ == "__main__":
    main()
