#!/usr/bin/env python3
"""What the state's payment program paid for some months, from the schedule that qapi shows: payments.py FROM TO SCHEDULE...

A schedule is the JSON of `qapi advance show`. Prints the table that `qapi advance paid import` takes.
"""

import csv
import json
import sys

first, last = int(sys.argv[1]), int(sys.argv[2])
table = csv.writer(sys.stdout, lineterminator="\n")
table.writerow(["agency", "year", "month", "amount", "day"])
for path in sys.argv[3:]:
    with open(path, encoding="utf-8") as file:
        schedule = json.load(file)
    for month in schedule["months"]:
        if first <= month["month"] <= last:
            table.writerow(
                [
                    schedule["agency"],
                    schedule["year"],
                    month["month"],
                    month["advance"].replace(",", ""),
                    month["first_day"],
                ]
            )
