#!/usr/bin/env python3
"""The ledgers of a state fiscal year at two invented agencies, from a seed: ledger.py OUTPUT

Writes OUTPUT/inv-a-q1.csv to inv-b-q4.csv (account, paid, amount, payee, text), inv-a-q2-wrong.csv, in which most accounts of
the quarter stand under the wrong amount, and inv-a-late.csv, a September payment that was found in January. Amounts are
whole cents; the same seed gives the same bytes.
"""

import csv
import os
import random
import sys
from decimal import Decimal

# Cents of a month, by account.
MONTHLY = {
    "inv-a": {
        "5000": 31000000,
        "5010": 8200000,
        "5020": 5100000,
        "5030": 5000000,
        "5040": 9800000,
        "5100": 310000,
        "5200": 480000,
        "5210": 1160000,
        "5220": 1230000,
        "6000": 4150000,
        "6100": 515000,
        "6200": 830000,
        "6300": 800000,
        "6400": 1160000,
        "6410": 700000,
        "6500": 2120000,
        "7000": 3280000,
        "7010": 2880000,
        "7020": 900000,
    },
    "inv-b": {
        "100": 13700000,
        "110": 158000,
        "120": 245000,
        "200": 800000,
        "210": 91000,
        "220": 187000,
        "300": 425000,
        "400": 749000,
    },
}
MONTHS = [(2024, month) for month in range(7, 13)] + [(2025, month) for month in range(1, 7)]
# The county of inv-b posts its payroll of summer in October.
LATE_PAYROLL = {"inv-b": {(2024, 7), (2024, 8), (2024, 9)}}


def cents(amount):
    return str(Decimal(amount) / 100)


def entries(agency, seed):
    random.seed(f"{agency} {seed}")
    for index, month in enumerate(MONTHS):
        for account, usual in MONTHLY[agency].items():
            parts = random.randint(1, 3)
            left = usual + random.randint(-usual // 40, usual // 40)
            for part in range(parts):
                amount = left if part == parts - 1 else left // (parts - part) + random.randint(-999, 999)
                left -= amount
                year, number = month
                if account in ("100",) and month in LATE_PAYROLL.get(agency, set()):
                    year, number = 2024, 10
                yield year, number, random.randint(1, 28), account, amount


def main(output):
    os.makedirs(output, exist_ok=True)
    for agency in MONTHLY:
        rows = sorted(entries(agency, "SFY 2024-25"))
        for quarter in range(4):
            months = MONTHS[quarter * 3 : quarter * 3 + 3]
            chosen = [row for row in rows if (row[0], row[1]) in months]
            write(f"{output}/{agency}-q{quarter + 1}.csv", chosen)
            if agency == "inv-a" and quarter == 1:
                # Payroll of the quarter before was posted again.
                wrong = [row[:4] + ((row[4] * 11 // 10) if row[3] < "6300" else row[4],) for row in chosen]
                write(f"{output}/inv-a-q2-wrong.csv", wrong)
    write(f"{output}/inv-a-late.csv", [(2024, 9, 27, "6410", 1234567)])


def write(path, rows):
    with open(path, "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["account", "paid", "amount", "payee", "text"])
        for number, (year, month, day, account, amount) in enumerate(rows):
            table.writerow(
                [account, f"{year}-{month:02}-{day:02}", cents(amount), f"Payee {account}", f"voucher {number + 1}"]
            )


if __name__ == "__main__":
    main(sys.argv[1])
