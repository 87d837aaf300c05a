"""Computes anew who has the training that is required, from the tables that went in, and compares with what the program says.

    recompute.py TABLES DAY=COMPLIANCE.csv...

It shares no code with the program: days are counted one by one, and every completion is looked at. COMPLIANCE.csv has the
columns staff, course, state, due and completed, a row for each person and course. Exits 0 only if all of them are equal.
"""

import csv
import datetime as dt
import sys
from collections import defaultdict
from pathlib import Path

DAY = dt.timedelta(days=1)
NEVER = dt.date(9999, 12, 31)


def rows(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def day_of(text):
    return dt.date.fromisoformat(text) if text else None


def months_later(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 27, -1):
        try:
            return dt.date(year, month + 1, number)
        except ValueError:
            continue
    return dt.date(year, month + 1, day.day)


class Tables:
    def __init__(self, folder):
        self.staff = rows(folder / "staff.csv")
        self.jobs, self.waivers = defaultdict(list), defaultdict(list)
        self.leave_days, self.endless = defaultdict(set), {}
        self.done = defaultdict(list)
        for row in rows(folder / "assignments.csv"):
            self.jobs[row["staff"]].append((day_of(row["first"]), row["level"] or "rank and file", row["job_class"]))
        for jobs in self.jobs.values():
            jobs.sort(key=lambda job: job[0])
        for row in rows(folder / "waivers.csv"):
            self.waivers[row["staff"], row["course"]].append((day_of(row["first"]), day_of(row["last"]) or NEVER))
        for row in rows(folder / "leaves.csv"):
            day, last = day_of(row["first"]), day_of(row["last"])
            if last is None:
                self.endless[row["staff"]] = min(day, self.endless.get(row["staff"], NEVER))
                continue
            while day <= last:
                self.leave_days[row["staff"]].add(day)
                day += DAY
        for path in sorted(folder.glob("completions-*.csv")):
            for row in rows(path):
                if not row["void"]:
                    self.done[row["staff"], row["course"]].append((day_of(row["day"]), int(row["version"])))
        self.requirements = rows(folder / "requirements.csv") + rows(folder / "local.csv")

    def is_leave(self, code, day):
        return day in self.leave_days[code] or day >= self.endless.get(code, NEVER)

    def moved(self, code, due, start):
        """The due day after as many days that are not days of leave as lie between start and due."""
        if code not in self.leave_days and code not in self.endless:
            return due
        left, day = (due - start).days, start
        if left <= 0:
            return due
        while left > 0:
            day += DAY
            if day >= self.endless.get(code, NEVER):
                return NEVER
            if day not in self.leave_days[code]:
                left -= 1
        return day

    def required(self, person, rule, day):
        """State, due day and day of completion; None where the rule does not apply."""
        code, hired, last = person["code"], day_of(person["hired"]), day_of(person["separated"])
        first, until = day_of(rule["first"]), day_of(rule["last"])
        if day < hired or (last and day > last) or day < first or (until and day > until):
            return None
        until_now = [job for job in self.jobs[code] if job[0] <= day]

        def applies(job):
            return rule["level"] in ("", job[1]) and rule["job_class"] in ("", job[2])

        if not until_now or not applies(until_now[-1]):
            return None
        start = hired
        if rule["start"] == "assignment":
            for job in reversed(until_now):
                if not applies(job):
                    break
                start = max(job[0], hired)
        start = max(start, first)
        due = self.moved(code, start + int(rule["days"]) * DAY, start)
        counted = [
            done for done, version in self.done[code, rule["course"]]
            if done <= day and version >= int(rule["version"])
        ]
        done = max(counted, default=None)
        if done and int(rule["months"]) == 0:
            due = NEVER
        elif done:
            due = max(due, self.moved(code, months_later(done, int(rule["months"])), done))
        never = done is not None and int(rule["months"]) == 0
        if any(begin <= day <= end for begin, end in self.waivers[code, rule["course"]]):
            state = "waived"
        elif done and (never or day <= due):
            state = "done"
        elif self.is_leave(code, day):
            state = "on leave"
        else:
            state = "open" if day <= due else "overdue"
        return due, never, state, done

    @staticmethod
    def order(one):
        due, _, _, done = one
        return due, done or dt.date.min

    def compliance(self, day):
        found = {}
        for person in self.staff:
            for rule in self.requirements:
                one = self.required(person, rule, day)
                key = (person["code"], rule["course"])
                # Of several rules of one course the one counts that falls due first; of those the one that is not done,
                # or was done longest ago.
                if one and (key not in found or self.order(one) < self.order(found[key])):
                    found[key] = one
        return {
            key: (state, "" if never or due == NEVER else due.isoformat(), done.isoformat() if done else "")
            for key, (due, never, state, done) in found.items()
        }


def main():
    tables = Tables(Path(sys.argv[1]))
    compared = different = 0
    states = defaultdict(int)
    for word in sys.argv[2:]:
        text, _, path = word.partition("=")
        expected = tables.compliance(dt.date.fromisoformat(text))
        said = {(row["staff"], row["course"]): (row["state"], row["due"], row["completed"]) for row in rows(path)}
        for key in sorted(expected.keys() | said.keys()):
            compared += 1
            states[expected.get(key, ("none",))[0]] += 1
            if expected.get(key) != said.get(key):
                different += 1
                if different <= 20:
                    print(f"{text}, {key[0]} {key[1]}: computed {expected.get(key)}, the program says {said.get(key)}")
    counts = ", ".join(f"{state} {count}" for state, count in sorted(states.items()))
    print(f"{compared} of people and courses compared ({counts}): {different} differ")
    sys.exit(1 if different or not compared else 0)


main()
