"""Two years of figures of invented agencies, from a seed: for each agency one table as `qapi measure import` takes it.

    figures.py SEED COUNT FOLDER

Shaped like the program: sizes from 200 to 300,000 cases, spread evenly over their logarithm; each agency has its own
levels, a slow drift, a season and noise. The months are those of FFY 2023 and 2024; of FFY 2022 there is what measures need
of the year before. The last agency is tiny, and has no case with arrears and no medical support order: its denominators
are zero. The second smallest has 24 cases: too few to show.
"""

import csv
import math
import pathlib
import random
import sys

MONTHS = [(2022 + (9 + index) // 12, (9 + index) % 12 + 1) for index in range(24)]
QUARTERS = [f"FFY {year} Q{number}" for year in (2023, 2024) for number in (1, 2, 3, 4)]


def month_name(month):
    return f"{month[0]}-{month[1]:02}"


def sizes(count):
    """From 300,000 down to 200, and 24 in the second last place."""
    spread = [round(300_000 * (200 / 300_000) ** (index / (count - 1))) for index in range(count)]
    return spread[:-2] + [24, 200]


def part(draw, whole, rate, noise=0.01):
    """A part of a whole, near its rate, never more than the whole."""
    return max(0, min(whole, round(whole * (rate + draw.gauss(0, noise)))))


def figures(draw, size, is_tiny):
    """All figures of one agency: {(element, period): count or cents}."""
    found = {}
    level = {
        name: draw.uniform(*bounds)
        for name, bounds in {
            "order": (0.78, 0.95), "paternity": (0.84, 1.03), "current": (0.52, 0.72), "arrears": (0.55, 0.74),
            "cost": (1.6, 4.4), "medical": (0.35, 0.7), "provided": (0.3, 0.6), "served": (0.5, 0.85),
            "growth": (-0.03, 0.02), "drift": (-0.015, 0.03), "due": (180, 330), "spent": (55, 95),
        }.items()
    }
    wedlock = max(1, round(size * 0.9))
    found["157-1", "2022-09"] = size
    found["157-2", "2022-09"] = part(draw, size, level["order"])
    found["157-5", "2022-09"] = wedlock
    for year in (2022, 2023, 2024):
        found["157-8", f"FFY {year}"] = max(1, round(size * 0.11 * draw.uniform(0.9, 1.1)))
    to_date = {}
    for index, month in enumerate(MONTHS):
        place = index % 12
        drift = level["drift"] * index / 12
        season = 0.02 * math.sin(2 * math.pi * (month[1] - 2) / 12)
        if place == 0:
            to_date = dict.fromkeys(["157-6", "157-28", "157-29", "state-current-paid", "state-paying"], 0)
        cases = max(1, round(size * (1 + level["growth"]) ** (index / 12) * (1 + draw.gauss(0, 0.002))))
        orders = part(draw, cases, level["order"] + drift, 0.003)
        current = part(draw, orders, 0.72, 0.003)
        due = round(current * level["due"] * 100)
        paid = part(draw, due, level["current"] + drift + season)
        collected = paid + round(paid * draw.uniform(0.25, 0.35))
        children = max(1, round(wedlock * cases / max(1, size)))
        arrears = 0 if is_tiny else part(draw, orders, 0.8, 0.003)
        medical = 0 if is_tiny else part(draw, orders, level["medical"], 0.003)
        to_serve = round(cases * 0.02 * draw.uniform(0.8, 1.2))
        paternities = round(cases * 0.006 * draw.uniform(0.8, 1.2))
        # What counts once in the year grows towards its level, and never falls.
        grown = 1 - 0.72 * 0.8**place
        for name, value in {
            "157-6": part(draw, round(children * 1.1), level["paternity"] / 1.1 * (0.9 + 0.1 * (place + 1) / 12), 0.002),
            "157-28": arrears if place == 0 else round(arrears * (1 + 0.01 * place)),
            "state-current-paid": part(draw, current, (level["current"] + drift) * grown * 1.2, 0.004),
            "state-paying": part(draw, orders, (level["current"] + drift) * grown * 1.2, 0.004),
        }.items():
            to_date[name] = max(to_date[name], value)
        paying = part(draw, to_date["157-28"], (level["arrears"] + drift) * grown * 1.05, 0.004)
        to_date["157-29"] = min(to_date["157-28"], max(to_date["157-29"], paying))
        values = {
            "157-1": cases, "157-2": orders, "157-5": children,
            "157-9": paternities + round(paternities * draw.uniform(0.3, 0.7)), "157-24": due, "157-25": paid,
            "34-4b": collected - collected // 3 - collected // 7 - collected // 50, "34-4c": collected // 3,
            "34-8": collected // 7, "34-11": collected // 50, "state-current-order": current,
            "state-arrears-order": arrears, "state-to-serve": to_serve,
            "state-served": part(draw, to_serve, level["served"], 0.05), "state-paternities": paternities,
            "state-orders": round(cases * 0.008 * draw.uniform(0.8, 1.2)), "state-medical-order": medical,
            "state-medical-provided": part(draw, medical, level["provided"]), **to_date,
        }
        for element, value in values.items():
            found[element, month_name(month)] = value
        if place % 3 == 2:
            quarter = QUARTERS[index // 3]
            spent = max(100_00, round(cases * 3 * level["spent"] * 100 / level["cost"] * 3 * draw.uniform(0.95, 1.05)))
            found["396-7", quarter] = spent
            found["396-1c", quarter] = spent // 40
    return found


MONEY = {"157-24", "157-25", "34-4b", "34-4c", "34-8", "34-11", "396-7", "396-1c"}


def written(element, value):
    return f"{value // 100}.{value % 100:02}" if element in MONEY else str(value)


def write(found, path):
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["element", "period", "value", "source"])
        for (element, period), value in sorted(found.items()):
            table.writerow([element, period, written(element, value), "invented"])


def main(seed, count, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for index, size in enumerate(sizes(count)):
        draw = random.Random(f"{seed}/{index}")
        code = f"inv-{index + 1:02}"
        found = figures(draw, size, is_tiny=index == count - 1)
        write(found, folder / f"{code}.csv")
        if index == 2:
            # A revision of one quarter: a month of collections was counted too low.
            for element in ("157-25", "34-4b"):
                found[element, "2024-05"] += found["157-25", "2024-05"] // 200
            found["157-25", "2024-05"] = min(found["157-25", "2024-05"], found["157-24", "2024-05"])
            write(found, folder / f"{code}-revised.csv")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3]))
