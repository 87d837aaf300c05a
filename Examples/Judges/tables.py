"""Takes every CSV of a folder through LibreOffice Calc and back, and compares it cell by cell.

It is opened, saved as .ods, opened again and saved as .csv: with all columns as text in two locales, where every cell
must come back as it was; and as a careless person opens it, with the program guessing, where plain numbers may come
back in another spelling (0.50 as 0.5) and nothing else may differ. What came back is kept in OUTPUT/tables/PASS, in
folders as it lay, so that `qapi plan import` can take it.

Filter options (LibreOffice, "Filter Options for CSV"): 44 comma, 34 double quote, 76 UTF-8, from line 1, the type of
every column (1 guessed, 2 text), the language, "quoted field as text", "detect special numbers". Written with 44, 34,
76 and cells as shown.
"""

import csv
import decimal
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

# The numbers of LibreOffice: types of columns, and languages, which guess differently.
GUESSED, TEXT = 1, 2
LANGUAGES = {"en-US": 1033, "de-DE": 1031}
csv.field_size_limit(1 << 30)
PASSES = [("en-US", TEXT), ("de-DE", TEXT), ("en-US", GUESSED)]


def read(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.reader(file, strict=True))


def convert(sources, target, to, filters, home):
    """One start of the program for all files."""
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={home.as_uri()}"]
    command += filters + ["--convert-to", to, "--outdir", str(target)] + [str(source) for source in sources]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"}, timeout=600)


def options(column_count, locale, kind):
    columns = "/".join(f"{number}/{kind}" for number in range(1, column_count + 1))
    return f"44,34,76,1,{columns},{LANGUAGES[locale]},false,{str(kind == GUESSED).lower()}"


def through(paths, work, home, locale, kind, infilter):
    """What comes back of each file: opened, saved as .ods, opened again, saved as .csv."""
    # Files of several folders have the same name: they are numbered while they travel.
    numbered = [work / "in" / f"{number}.csv" for number in range(len(paths))]
    numbered[0].parent.mkdir(parents=True)
    for path, copy in zip(paths, numbered):
        shutil.copy(path, copy)
    convert(numbered, work / "sheets", "ods", [f"--infilter=CSV:{infilter}"], home)
    sheets = [work / "sheets" / path.with_suffix(".ods").name for path in numbered]
    written = f"csv:Text - txt - csv (StarCalc):44,34,76,1,,{LANGUAGES[locale]},false,true"
    convert(sheets, work / "back", written, [], home)
    return [work / "back" / path.name for path in numbered]


def same(left, right, kind):
    if left == right:
        return True
    try:
        return kind == GUESSED and decimal.Decimal(left) == decimal.Decimal(right)
    except decimal.InvalidOperation:
        return False


def differences(before, after, kind):
    if len(before) != len(after):
        yield f"{len(before)} rows went in, {len(after)} came back"
    for number, (one, other) in enumerate(zip(before, after), 1):
        if len(one) != len(other):
            yield f"row {number}: {len(one)} fields went in, {len(other)} came back"
        for column, (left, right) in enumerate(zip(one, other), 1):
            if not same(left, right, kind):
                yield f"row {number}, field {column}: {left[:60]!r} came back as {right[:60]!r}"


def main(folder, output):
    paths = sorted(folder.rglob("*.csv"))
    if not paths:
        print("tables: there is none")
        return 0
    program = subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    print(f"tables: {program}")
    failed = set()
    originals = [read(path) for path in paths]
    column_count = max(len(rows[0]) for rows in originals)
    with tempfile.TemporaryDirectory() as scratch:
        home = pathlib.Path(scratch) / "profile"
        for locale, kind in PASSES:
            way = "as text" if kind == TEXT else "guessed"
            infilter = options(column_count, locale, kind)
            print(f"{locale}, {way}: --infilter=CSV:{infilter}")
            work = pathlib.Path(scratch) / f"{locale} {way}"
            for path, before, back in zip(paths, originals, through(paths, work, home, locale, kind, infilter)):
                name = path.relative_to(folder)
                found = list(differences(before, read(back), kind))
                for line in found[:20]:
                    print(f"  REFUSED {name}: {line}")
                kept = output / "tables" / f"{locale}-{way.replace(' ', '-')}" / name
                kept.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(back, kept)
                failed.update([name] if found else [])
    print(f"tables: {len(paths) - len(failed)} of {len(paths)} passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
