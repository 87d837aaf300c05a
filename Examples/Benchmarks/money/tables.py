#!/usr/bin/env python3
"""A state fiscal year of money at many invented agencies, from a seed: tables.py SEED AGENCIES ENTRIES OUTPUT

Writes, from the tables of Examples/Budgets/inv-a, for each agency a folder OUTPUT/AGENCY with the tables of its budget,
Budget Display (CS 921) and accounts, and ledger.csv; and for the department OUTPUT/letters.csv (the final letters of all) and
OUTPUT/appropriation.csv. An agency is inv-a as often as its size says (1 to 9), so that budgets meet their letters to the cent.
The ledger of the first agency has ENTRIES payments, those of the others some hundreds. Amounts are whole cents; the same seed
gives the same bytes.
"""

import csv
import os
import random
import shutil
import sys
from decimal import Decimal

YEAR = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Budgets")
sys.dont_write_bytecode = True
sys.path.insert(0, YEAR)
from ledger import MONTHLY, MONTHS, cents  # noqa: E402

COUNTY = "inv-a"
SAME = ("accounts", "lines", "staffing")
SCALED = ("changes", "costs")
# Payments of one account in one month at an agency with a ledger of usual length.
USUAL = (1, 3)


def read(*path):
    with open(os.path.join(YEAR, *path), newline="") as file:
        return list(csv.DictReader(file))


def write(path, rows):
    with open(path, "w", newline="") as file:
        table = csv.DictWriter(file, rows[0], lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def scaled(rows, size):
    return [{**row, "amount": Decimal(row["amount"]) * size} for row in rows]


def payments(size, entries):
    """Payments of a year; `entries` of them, or some hundreds if it is None."""
    cells = [(month, account, usual) for month in MONTHS for account, usual in MONTHLY[COUNTY].items()]
    for index, ((year, month), account, usual) in enumerate(cells):
        parts = random.randint(*USUAL)
        if entries is not None:
            parts = entries * (index + 1) // len(cells) - entries * index // len(cells)
        # Nine tenths of what is planned, so that nothing runs over.
        left = usual * size * 9 // 10
        for part in range(parts):
            amount = left if part == parts - 1 else left // (parts - part)
            left -= amount
            day = f"{year}-{month:02}-{random.randint(1, 28):02}"
            yield {
                "account": account,
                "paid": day,
                "amount": cents(amount),
                "payee": f"Payee {random.randint(1, 400)}",
                "text": f"voucher {index + 1}-{part + 1}",
            }


def main(seed, count, entries, output):
    random.seed(seed)
    agencies = [f"inv-{number:02}" for number in range(1, count + 1)]
    sizes = {agency: random.randint(1, 9) for agency in agencies}
    letters = [
        row
        for file in ("3-final.csv", "4-special.csv")
        for row in read("letters", file)
        if row["agency"] == COUNTY
    ]
    for agency in agencies:
        folder = os.path.join(output, agency)
        os.makedirs(folder, exist_ok=True)
        for name in SAME:
            shutil.copy(os.path.join(YEAR, COUNTY, f"{name}.csv"), folder)
        for name in SCALED:
            write(os.path.join(folder, f"{name}.csv"), scaled(read(COUNTY, f"{name}.csv"), sizes[agency]))
        ledger = payments(sizes[agency], entries if agency == agencies[0] else None)
        write(os.path.join(folder, "ledger.csv"), list(ledger))
    write(
        os.path.join(output, "letters.csv"),
        [{**row, "agency": agency} for agency in agencies for row in scaled(letters, sizes[agency])],
    )
    write(os.path.join(output, "appropriation.csv"), scaled(read("appropriation.csv"), sum(sizes.values())))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
