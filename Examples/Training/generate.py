"""Ten years of training of one invented agency, as the tables that its coordinator would import. From a seed: the same
words give the same tables.

    generate.py FOLDER [--staff N] [--years N] [--seed N] [--end YYYY-MM-DD]

Written are staff.csv, assignments.csv, leaves.csv, waivers.csv, courses.csv, requirements.csv, local.csv, one
completions-YEAR.csv for each calendar year, and sheet.csv, the sign-in sheets of the weeks after them. About twenty completions a person and year: the required training and its renewals,
many of them on the very day on which they are due, the day after, or at the end of February; versions that no longer
count, records that were void and issued again, prior training that came with people.
"""

import argparse
import csv
import datetime as dt
import random
from pathlib import Path

DAY = dt.timedelta(days=1)

# code, version, title, mode, hours, succession level, taught from
COURSES = [
    ("ORIENT", 1, "Orientation to child support", "classroom", "14", "1", "2010-01-01"),
    ("INFOSEC", 1, "Information security", "computer-based", "1", "1", "2010-01-01"),
    ("INFOSEC", 2, "Information security", "computer-based", "1.5", "1", "2021-03-01"),
    ("FTI", 1, "Federal tax information", "computer-based", "1", "1", "2010-01-01"),
    ("CIVIL", 1, "Civil rights", "classroom", "3", "1", "2010-01-01"),
    ("CIVIL", 2, "Civil rights", "teleconference", "2.5", "1", "2020-07-01"),
    ("EVAC", 1, "Evacuation and disaster", "classroom", "0.5", "1", "2010-01-01"),
    ("RECOVER", 1, "Recovery of systems", "classroom", "2", "2", "2010-01-01"),
    ("LANG", 1, "Interpreters and bilingual services", "self-directed", "1.5", "1", "2010-01-01"),
    ("CUSTOMER", 1, "Customer service", "classroom", "7", "1", "2010-01-01"),
    ("QAPI-ALL", 1, "QAPI for all staff", "classroom", "3.5", "1", "2010-01-01"),
    ("QAPI-STAFF", 1, "QAPI for those who do it", "classroom", "10.5", "2", "2010-01-01"),
    ("CORE-1", 1, "Core: opening a case", "classroom", "21", "1", "2010-01-01"),
    ("CORE-2", 1, "Core: establishing orders", "classroom", "21", "1", "2010-01-01"),
    ("CORE-3", 1, "Core: enforcing orders", "classroom", "21", "1", "2010-01-01"),
    ("LEGAL", 1, "Hearings and evidence", "classroom", "7", "2", "2010-01-01"),
    ("SUPERVISE", 1, "Supervising", "classroom", "28", "3", "2010-01-01"),
    ("MANAGE", 1, "Managing", "classroom", "21", "3", "2010-01-01"),
    ("SELECT", 1, "Interviewing and evaluating", "classroom", "3.5", "3", "2010-01-01"),
] + [
    (f"TOPIC-{number:02}", 1, f"Topic {number}", "self-directed" if number % 3 else "teleconference",
     "0.5" if number % 2 else "1", "2" if number % 4 else "3", "2010-01-01")
    for number in range(1, 41)
]

# course, level, job class, start, days, months, least version, from, until, obligation of the catalogue
REQUIREMENTS = [
    ("ORIENT", "", "", "hire", 30, 0, 0, "2012-01-01", "", ""),
    ("INFOSEC", "", "", "hire", 10, 12, 0, "2012-01-01", "2021-06-30", "AS.1.8-5"),
    ("INFOSEC", "", "", "hire", 10, 12, 2, "2021-07-01", "", "AS.1.8-5"),
    ("FTI", "", "", "hire", 0, 12, 0, "2014-02-28", "", ""),
    ("CIVIL", "", "", "hire", 60, 24, 0, "2012-01-01", "2020-12-31", "AS.4.4-5"),
    ("CIVIL", "", "", "hire", 60, 24, 2, "2021-01-01", "", "AS.4.4-5"),
    ("EVAC", "", "", "hire", 31, 12, 0, "2012-01-01", "", "AS.6.3-5"),
    ("RECOVER", "management", "", "assignment", 90, 36, 0, "2015-01-01", "", "AS.1.7-4"),
    ("LANG", "", "", "hire", 180, 36, 0, "2018-02-28", "", "CSS.2.1-8"),
    ("CUSTOMER", "rank and file", "", "hire", 120, 24, 0, "2012-01-01", "", "CSS.4.4-1"),
    ("QAPI-ALL", "", "", "hire", 180, 0, 0, "2016-02-29", "", "IOP.4.1-3"),
    ("QAPI-STAFF", "", "analyst", "assignment", 90, 0, 0, "2016-02-29", "", "IOP.4.1-3"),
    ("CORE-1", "rank and file", "specialist I", "assignment", 90, 0, 0, "2012-01-01", "", ""),
    ("CORE-2", "rank and file", "specialist I", "assignment", 150, 0, 0, "2012-01-01", "", ""),
    ("CORE-3", "rank and file", "specialist II", "assignment", 180, 0, 0, "2012-01-01", "", ""),
    ("LEGAL", "", "attorney", "assignment", 60, 24, 0, "2012-01-01", "", ""),
    ("SUPERVISE", "supervisory", "", "assignment", 180, 0, 0, "2012-01-01", "", ""),
    ("MANAGE", "management", "", "assignment", 365, 0, 0, "2012-01-01", "", ""),
    ("SELECT", "supervisory", "", "assignment", 30, 60, 0, "2012-01-01", "", "AS.4.2-4"),
]

# What the agency asks of its own staff besides: of the same course the stricter one counts.
LOCAL = [
    ("EVAC", "", "clerk", "hire", 7, 6, 0, "2019-01-01", "2023-12-31"),
    ("TOPIC-07", "", "specialist II", "assignment", 45, 24, 0, "2017-01-01", ""),
]

FIRST_NAMES = ["Ada", "Ben", "Cleo", "Dora", "Eli", "Fay", "Gus", "Hana", "Ivo", "Jun", "Kai", "Lena", "Milo", "Noor", "Otto", "Pia"]
LAST_NAMES = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Juniper", "Larch", "Maple", "Oak", "Pine", "Rowan"]
CLASSES = [
    ("rank and file", "specialist I", 30), ("rank and file", "specialist II", 30), ("rank and file", "clerk", 15),
    ("rank and file", "accountant", 8), ("rank and file", "attorney", 5), ("rank and file", "analyst", 4),
    ("supervisory", "supervisor", 6), ("management", "manager", 1.7), ("executive", "executive", 0.3),
]


def table(folder, name, header, rows):
    with open(folder / name, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def add_months(day, months):
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    while True:
        try:
            return day.replace(year=year, month=month)
        except ValueError:
            day -= DAY


class Agency:
    """Everything that happens is drawn in the order of the staff's codes."""

    def __init__(self, staff, years, seed, end):
        self.dice = random.Random(seed)
        self.end = end
        self.begin = end.replace(year=end.year - years) + DAY
        self.size = staff
        self.units = [f"Unit {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"[: max(2, min(20, staff // 12))]]
        self.staff, self.assignments, self.leaves, self.waivers, self.completions = [], [], [], [], {}
        self.supervisors = []
        number = 0
        for _ in range(staff):
            # One seat after the other; whoever leaves is followed by somebody new.
            hired = self.begin - self.days(0, 4000) if self.dice.random() < 0.75 else self.begin + self.days(0, 400)
            while hired <= self.end:
                number += 1
                stays = int(self.dice.expovariate(1 / 4200)) + 40
                last = max(hired, self.begin) + stays * DAY
                self.person(f"E{number:05}", hired, last if last < self.end else None)
                hired = last + self.days(5, 60)

    def days(self, least, most):
        return self.dice.randint(least, most) * DAY

    def person(self, code, hired, last):
        dice = self.dice
        name = f"{dice.choice(FIRST_NAMES)} {dice.choice(LAST_NAMES)}" if dice.random() < 0.9 else ""
        self.staff.append([code, name, hired, last or "", "yes" if code == "E00001" else ""])
        level, job, _ = dice.choices(CLASSES, weights=[weight for _, _, weight in CLASSES])[0]
        jobs = [(hired, level, job)]
        end = last or self.end
        if job == "specialist I" and dice.random() < 0.6:
            promoted = hired + self.days(300, 1500)
            if promoted < end:
                jobs.append((promoted, level, "specialist II"))
                again = promoted + self.days(700, 2500)
                if again < end and dice.random() < 0.3:
                    jobs.append((again, "supervisory", "supervisor"))
        elif job == "clerk" and dice.random() < 0.2:
            away = hired + self.days(200, 900)
            back = away + self.days(30, 400)
            if back < end:
                jobs += [(away, level, "specialist I"), (back, level, job)]
        for first, level, job in jobs:
            supervisor = dice.choice(self.supervisors) if self.supervisors and dice.random() < 0.95 else ""
            self.assignments.append([code, first, level, job, dice.choice(self.units), supervisor])
        if jobs[-1][1] == "supervisory":
            self.supervisors.append(code)
        leaves = []
        while dice.random() < 0.35:
            first = max(hired, self.begin) + self.days(0, max(0, (end - max(hired, self.begin)).days))
            length = dice.choice([3, 10, 30, 84, 120])
            if any(abs((first - other).days) < 200 for other, _ in leaves):
                break
            open_end = last is None and first + length * DAY > self.end and dice.random() < 0.5
            leaves.append((first, None if open_end else first + (length - 1) * DAY))
        if leaves and dice.random() < 0.1 and leaves[0][1]:
            leaves.append((leaves[0][1], leaves[0][1] + self.days(0, 20)))
        for first, until in sorted({first: until for first, until in leaves}.items()):
            self.leaves.append([code, first, until or ""])
        waived = set()
        if dice.random() < 0.03:
            course = dice.choice(["CUSTOMER", "LANG", "CORE-1", "EVAC"])
            first = hired + self.days(0, 700)
            waived.add(course)
            self.waivers.append([code, course, first, "" if dice.random() < 0.3 else first + self.days(0, 500), "prior work"])
        self.train(code, hired, end, jobs)

    def train(self, code, hired, end, jobs):
        dice = self.dice
        begin = max(hired, self.begin)
        if dice.random() < 0.12:
            for course in dice.sample(["CORE-1", "CORE-2", "CUSTOMER", "CIVIL", "QAPI-ALL", "INFOSEC"], dice.randint(1, 3)):
                self.complete(code, course, hired - self.days(1, 900), kind="equivalent prior training")
        for course, level, job, start, within, months, _, first, until, *_ in REQUIREMENTS + LOCAL:
            runs = [day for day, its_level, its_job in jobs if level in ("", its_level) and job in ("", its_job)]
            if not runs:
                continue
            day = max(runs[0] if start == "assignment" else hired, dt.date.fromisoformat(first)) + within * DAY
            stop = min(end, dt.date.fromisoformat(until) if until else end)
            if dice.random() < 0.02:
                continue
            while day <= stop:
                # On the day, the day after, and else some days before; now and then far too late.
                chance = dice.random()
                done = (
                    day if chance < 0.12 else day + DAY if chance < 0.17
                    else day + self.days(2, 90) if chance < 0.22 else day - self.days(1, 40))
                if done < begin:
                    done = begin
                if done > stop:
                    break
                if (done.month, done.day) == (3, 1) and chance < 0.6:
                    done -= DAY
                self.complete(code, course, max(done, begin))
                if months == 0:
                    break
                day = add_months(done, months)
        year = begin.year
        while year <= end.year:
            first, last = max(begin, dt.date(year, 1, 1)), min(end, dt.date(year, 12, 31))
            share = ((last - first).days + 1) / 366
            for _ in range(round(dice.randint(11, 18) * share)):
                self.complete(code, f"TOPIC-{dice.randint(1, 40):02}", first + self.days(0, (last - first).days))
            year += 1

    def complete(self, code, course, day, kind="training"):
        dice = self.dice
        version = max(version for its, version, *_, taught in COURSES if its == course and (taught <= day.isoformat() or version == 1))
        if version > 1 and dice.random() < 0.05:
            version -= 1
        hours = next(entry[4] for entry in COURSES if entry[:2] == (course, version))
        key = (code, course, day)
        if key in self.completions:
            return
        rows = [[1, version, hours, kind, "", ""]]
        if dice.random() < 0.006:
            void = min(self.end, day + self.days(0, 200))
            rows[0][4:] = [void.isoformat(), "entered for somebody else"]
            if dice.random() < 0.5:
                rows.append([2, version, hours, kind, "", ""])
        self.completions[key] = rows

    def write(self, folder):
        table(folder, "courses.csv", ["code", "version", "title", "mode", "hours", "succession", "first"], COURSES)
        names = ["course", "level", "job_class", "start", "days", "months", "version", "first", "last"]
        table(folder, "requirements.csv", names + ["duty"], REQUIREMENTS)
        table(folder, "local.csv", names, LOCAL)
        table(folder, "staff.csv", ["code", "name", "hired", "separated", "coordinator"], self.staff)
        table(folder, "assignments.csv", ["staff", "first", "level", "job_class", "unit", "supervisor"], self.assignments)
        table(folder, "leaves.csv", ["staff", "first", "last"], self.leaves)
        table(folder, "waivers.csv", ["staff", "course", "first", "last", "reason"], self.waivers)
        years = {}
        for (code, course, day), rows in sorted(self.completions.items()):
            years.setdefault(max(day.year, self.begin.year), []).extend([code, course, day, *row] for row in rows)
        for year, rows in sorted(years.items()):
            table(
                folder, f"completions-{year}.csv",
                ["staff", "course", "day", "number", "version", "hours", "kind", "void", "reason"], rows)
        table(folder, "sheet.csv", ["course", "day", "time", "place", "staff", "name", "attendance"], self.sheet())
        return sum(len(rows) for rows in years.values())

    def sheet(self):
        """Twenty people in a session, one of twelve of them absent."""
        dice = self.dice
        people = [row for row in self.staff if not row[3] and row[2] <= self.end]
        rows = []
        for number in range(max(2, self.size // 6)):
            course, day = f"TOPIC-{number % 40 + 1:02}", self.end + (1 + number // 40) * DAY
            for person in dice.sample(people, min(20, len(people))):
                attendance = "absent" if dice.random() < 1 / 12 else "attended"
                rows.append([course, day, "09:00", f"Room {number % 7 + 1}", person[0], person[1], attendance])
        return rows


def main():
    words = argparse.ArgumentParser()
    words.add_argument("folder", type=Path)
    words.add_argument("--staff", type=int, default=1500)
    words.add_argument("--years", type=int, default=10)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--end", type=dt.date.fromisoformat, default=dt.date(2024, 12, 31))
    said = words.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    agency = Agency(said.staff, said.years, said.seed, said.end)
    completions = agency.write(said.folder)
    now = sum(1 for row in agency.staff if not row[3])
    print(f"{len(agency.staff)} people, {now} of them staff on {said.end}; {completions} completions")


main()
