"""Recomputes every figure of a comparative report from the tables that the agencies imported, with exact fractions, and
compares it with what the report says. It shares no code with the program: formulas are those of 45 CFR part 305 and, for the
state measures, of the standard data set's articles; rules are those of the article on the comparative report.

    recompute.py FOLDER QUARTER STANDINGS PAST MEASURES MISSING...

    FOLDER      the agencies' tables; NAME-revised.csv goes before NAME.csv from the quarter of the revision on
    STANDINGS   what `qapi comparison show --csv` wrote; PAST with --table past, MEASURES with --table measures
    MISSING     AGENCY:QUARTER pairs without an accepted submission
"""

import csv
import pathlib
import sys
from fractions import Fraction
from math import isqrt

SMALLEST, TREND, DEVIATIONS, PAST = 30, 4, 3, 8
REVISED_FROM = "FFY 2024 Q3"
GROUPS = [("smallest", 0), ("small", 1000), ("medium", 5000), ("large", 20000), ("largest", 60000)]
MONEY = {"157-24", "157-25", "34-4b", "34-4c", "34-8", "34-11", "396-7", "396-1c"}
LAST = "157-1 157-2 157-5 state-current-order state-arrears-order state-medical-order state-medical-provided".split()
TO_DATE = "157-6 157-28 157-29 state-current-paid state-paying".split()
COLLECTED = ["34-4b", "34-4c", "34-8", "34-11"]

# code: kind, numerator, denominator (minus: taken off; <: of the whole year before), share of what is counted
MEASURES = {
    "paternity": ("percent", ["157-6"], ["<157-5"], False),
    "statewide-paternity": ("percent", ["157-9"], ["<157-8"], False),
    "support-order": ("percent", ["157-2"], ["157-1"], True),
    "current-support": ("percent", ["157-25"], ["157-24"], False),
    "arrears-cases": ("percent", ["157-29"], ["157-28"], True),
    "cost-effectiveness": ("ratio", COLLECTED, ["396-7", "-396-1c"], False),
    "current-order-cases": ("percent", ["state-current-order"], ["157-1"], True),
    "current-paid-cases": ("percent", ["state-current-paid"], ["state-current-order"], False),
    "collected-per-paying-case": ("dollars", COLLECTED, ["state-paying"], False),
    "arrears-order-cases": ("percent", ["state-arrears-order"], ["157-1"], True),
    "arrears-paid-cases": ("percent", ["157-29"], ["157-28"], True),
    "served": ("percent", ["state-served"], ["state-to-serve"], False),
    "paternity-rate": ("percent", ["state-paternities"], ["<157-5"], False),
    "order-rate": ("percent", ["state-orders"], ["<157-1", "-<157-2"], False),
    "collected-per-dollar": ("ratio", COLLECTED, ["396-7"], False),
    "medical-order-cases": ("percent", ["state-medical-order"], ["157-2"], True),
    "medical-provided-cases": ("percent", ["state-medical-provided"], ["state-medical-order"], True),
}
# Points, or dollars per dollar, in the order of the data set.
BANDS = {
    "paternity": [("peers", 5), ("year-before", 3), ("threshold", 0)],
    "support-order": [("peers", 5), ("year-before", 3), ("threshold", 0)],
    "current-support": [("peers", 5), ("year-before", 3), ("threshold", 0)],
    "arrears-cases": [("peers", 5), ("year-before", 3)],
    "statewide-paternity": [("threshold", 0)],
    "cost-effectiveness": [("peers", Fraction(1, 2)), ("year-before", Fraction(1, 4)), ("threshold", 0)],
}
THRESHOLDS = {
    "paternity": 90, "statewide-paternity": 90, "support-order": 40, "current-support": 35, "cost-effectiveness": 2,
}


def months(year, number):
    """Of a quarter of a federal fiscal year, which begins in October of the year before."""
    first = (number - 1) * 3
    return [f"{year - 1 if m < 3 else year}-{(m + 9) % 12 + 1:02}" for m in range(first, first + 3)]


class Figures:
    """One agency's, as they were submitted with each quarter."""

    def __init__(self, path, revised):
        self.first = self.read(path)
        self.second = self.read(revised) if revised.exists() else self.first

    @staticmethod
    def read(path):
        with open(path, newline="", encoding="utf-8") as file:
            return {
                (row["element"], row["period"]): int(Fraction(row["value"]) * (100 if row["element"] in MONEY else 1))
                for row in csv.DictReader(file)
            }

    def to_date(self, table, element, year, number):
        if element == "157-8":
            return table.get((element, f"FFY {year}")) if number == 4 else None
        if element.startswith("396"):
            found = [table.get((element, f"FFY {year} Q{n}")) for n in range(1, number + 1)]
        else:
            found = [table.get((element, m)) for n in range(1, number + 1) for m in months(year, n)]
        if element in LAST or element in TO_DATE:
            return found[-1]
        return None if None in found else sum(found)

    def sum(self, terms, quarter):
        year, number = int(quarter[4:8]), int(quarter[-1])
        # A submission holds the figures of its time: the revised ones are handed in with one quarter, and those after it.
        table = self.second if quarter >= REVISED_FROM else self.first
        total = 0
        for term in terms:
            sign, term = (-1, term[1:]) if term[0] == "-" else (1, term)
            value = self.to_date(table, term[1:], year - 1, 4) if term[0] == "<" else self.to_date(table, term, year, number)
            if value is None:
                return None
            total += sign * value
        return total


def value(kind, over, under):
    """In percent, dollars per dollar, or dollars; None if not computable."""
    if under <= 0 or over < 0:
        return None
    return Fraction(over, under) * {"percent": 100, "ratio": 1, "dollars": Fraction(1, 100)}[kind]


def rounded(number, places=4):
    """Halves away from zero."""
    if number is None:
        return ""
    units = (abs(number) * 10**places * 2 + 1) // 2
    text = f"{units // 10**places}.{units % 10**places:0{places}}"
    return "-" + text if number < 0 and units else text


def minus(first, second):
    return None if first is None or second is None else first - second


def previous(quarter, count):
    place = int(quarter[4:8]) * 4 + int(quarter[-1]) - 1 - count
    return f"FFY {place // 4} Q{place % 4 + 1}"


class Measure:
    def __init__(self, code, quarter, agencies, missing):
        self.code, self.quarter = code, quarter
        self.kind, self.numerator, self.denominator, self.share = MEASURES[code]
        self.quarters = [previous(quarter, back) for back in reversed(range(PAST))]
        self.agencies = agencies
        self.missing = missing
        self.cells = {name: [self.cell(name, q) for q in self.quarters] for name in agencies}
        now = [term.lstrip("-") for term in self.numerator + self.denominator if "<" not in term]

        def flows(terms):
            return any("<" not in t and t.lstrip("-") not in LAST + TO_DATE for t in terms)

        self.counts_to_date = any(t in TO_DATE for t in now) or flows(self.numerator) != flows(self.denominator)
        self.to_date = self.counts_to_date and quarter[-1] != "4"

    def cell(self, name, quarter):
        """State, numerator, denominator."""
        figures = self.agencies[name]
        if (name, quarter) in self.missing or int(quarter[4:8]) < 2023:
            return "missing", None, None
        over, under = figures.sum(self.numerator, quarter), figures.sum(self.denominator, quarter)
        if over is None or under is None:
            return "missing", None, None
        is_money = any(term.strip("-<") in MONEY for term in self.denominator)
        size = figures.sum(["157-1"], quarter) if is_money else under
        if 0 < size < SMALLEST:
            return "too few", None, None
        return ("not computable" if under <= 0 or over < 0 else "value"), over, under

    def value(self, cell):
        return None if cell[1] is None else value(self.kind, cell[1], cell[2])

    def average(self, cells):
        cells = [cell for cell in cells if cell[0] == "value"]
        over, under = sum(c[1] for c in cells), sum(c[2] for c in cells)
        return over, under, len(cells), value(self.kind, over, under)


def group(cases):
    return [name for name, start in GROUPS if cases >= start][-1]


def limits(centre, cell):
    """Whether a share is outside, and the limits shown."""
    if centre is None or cell[0] != "value" or cell[1] > cell[2]:
        return "", None
    big, all_ = centre
    p, share, n = Fraction(big, all_), Fraction(cell[1], cell[2]), cell[2]
    outside = (share - p) ** 2 * n > DEVIATIONS**2 * p * (1 - p)
    verdict = "inside" if not outside else "above" if share > p else "below"
    middle = (p * 10_000 * 2 + 1) // 2
    square = DEVIATIONS**2 * 10**8 * p * (1 - p) / n
    half = isqrt(square.numerator // square.denominator)
    return verdict, (max(0, middle - half), middle, min(10_000, middle + half))


def hundredths(number):
    return f"{number // 100}.{number % 100:02}"


def expected(measure):
    """The rows of the three tables for one measure."""
    names = list(measure.agencies)
    last = {name: measure.cells[name][-1] for name in names}
    values = {name: measure.value(last[name]) for name in names}
    here = {name: (name, measure.quarter) not in measure.missing for name in names}
    cases = {name: measure.agencies[name].sum(["157-1"], measure.quarter) if here[name] else None for name in names}
    groups = {name: group(cases[name]) if here[name] else "" for name in names}
    present = sorted(v for v in values.values() if v is not None)
    state = measure.average(last.values())
    before = measure.average(measure.cells[name][-5] for name in names)
    quartiles = None
    if len(present) >= 8:
        first, third = present[-(-len(present) // 4) - 1], present[-(-len(present) * 3 // 4) - 1]
        quartiles = (first, third) if first < third else None
    threshold = THRESHOLDS.get(measure.code)
    standings, past, asking = [], [], 0
    for name in names:
        own, cells = values[name], measure.cells[name]
        fellows = [n for n in names if n != name and groups[n] == groups[name] != ""]
        peers = measure.average(last[n] for n in fellows)
        year_before = measure.value(cells[-5])

        def place(among):
            found = [values[n] for n in among if values[n] is not None]
            return ["", ""] if own is None else [str(1 + sum(v > own for v in found)), str(len(found))]

        tail = [measure.value(cell) for cell in cells[-TREND - 1 :]]
        steps = None if None in tail else [b - a for a, b in zip(tail, tail[1:])]
        trend = (
            "counts to date" if measure.counts_to_date else "too few quarters" if steps is None
            else "improving" if min(steps) > 0 else "worsening" if max(steps) < 0 else "no direction"
        )
        mean = measure.average(cells[:-1])
        centre = mean[:2] if measure.share and not measure.counts_to_date and mean[2] >= 4 else None
        verdict = limits(centre, last[name])[0]
        of_state = limits(state[:2] if measure.share else None, last[name])[0]
        outlier = ""
        if own is not None and quartiles:
            fence = Fraction(3, 2) * (quartiles[1] - quartiles[0])
            outlier = "high" if own > quartiles[1] + fence else "low" if own < quartiles[0] - fence else ""
        bases = {
            "peers": peers[3], "statewide": state[3], "year-before": year_before,
            "threshold": None if measure.to_date else threshold,
        }
        outside = [
            name_ for name_, by in BANDS.get(measure.code, [])
            if own is not None and bases[name_] is not None and bases[name_] - own > by
        ]
        asking += bool(outside)
        reached = "" if own is None or threshold is None or measure.to_date else "yes" if own >= threshold else "no"
        number = lambda n: "" if n is None else str(n)
        standings.append(
            [measure.quarter, measure.code, measure.kind, name, f"Invented County {name[4:]}", groups[name], number(cases[name])]
            + [last[name][0], number(last[name][1]), number(last[name][2]), rounded(own), "yes" if measure.to_date else "no"]
            + place([n for n in names if groups[n] == groups[name]] if groups[name] else []) + place(names)
            + [str(n) for n in peers[:3]] + [rounded(peers[3]), rounded(minus(own, peers[3]))]
            + [str(n) for n in state[:3]] + [rounded(state[3]), rounded(minus(own, state[3]))]
            + [rounded(year_before), rounded(minus(own, year_before))]
            + [rounded(None if threshold is None else Fraction(threshold)), reached, "", "", trend]
            + ([str(n) for n in centre] if centre else ["", ""]) + [verdict, of_state, outlier, " ".join(outside)]
        )
        for quarter, cell in zip(measure.quarters, cells):
            shown = limits(centre, cell)[1] if cell[0] == "value" else None
            past.append(
                [measure.quarter, measure.code, name, quarter, cell[0], number(cell[1]), number(cell[2])]
                + [rounded(measure.value(cell))] + ([hundredths(n) for n in shown] if shown else ["", "", ""])
            )
    numbers = [str(n) for n in state[:3]]
    summary = [measure.quarter, measure.code, measure.kind, "higher", "yes" if measure.to_date else "no"] + numbers
    summary += [rounded(state[3]), rounded(before[3]), rounded(minus(state[3], before[3]))]
    summary += [rounded(q) for q in quartiles] if quartiles else ["", ""]
    return standings, past, summary + [str(asking)]


def compare(name, path, wanted, skipped=()):
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        header = next(reader)
        kept = [index for index, column in enumerate(header) if column not in skipped]
        found = [[row[index] for index in kept] for row in reader]
    differences = 0
    for mine, theirs in zip(wanted, found):
        for index, (ours, said) in enumerate(zip(mine, theirs)):
            if ours != said:
                differences += 1
                if differences <= 10:
                    print(f"{name}: {mine[1:5]}, {header[kept[index]]}: the report says {said!r}, recomputed {ours!r}")
    if len(wanted) != len(found):
        differences += 1
        print(f"{name}: the report has {len(found)} rows, recomputed {len(wanted)}")
    cells = sum(len(row) for row in wanted)
    print(f"{name}: {len(wanted)} rows, {cells} fields recomputed, {differences} differences")
    return differences + (not cells)


def main(folder, quarter, standings, past, measures, *missing):
    tables = sorted(path for path in pathlib.Path(folder).glob("*.csv") if "revised" not in path.name)
    agencies = {path.stem: Figures(path, path.with_name(f"{path.stem}-revised.csv")) for path in tables}
    gaps = {tuple(pair.split(":")) for pair in missing}
    wanted = [expected(Measure(code, quarter, agencies, gaps)) for code in MEASURES]
    differences = compare("standings", standings, [row for one in wanted for row in one[0]])
    differences += compare("past", past, [row for one in wanted for row in one[1]])
    differences += compare("measures", measures, [one[2] for one in wanted], skipped=("number", "title"))
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
