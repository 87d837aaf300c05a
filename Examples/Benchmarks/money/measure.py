#!/usr/bin/env python3
"""Times commands of a node, and says them as ratios: measure.py DATABASE COMMANDS

COMMANDS is a file with one command a line. Each is run three times, and the shortest counts; the unit of the ratios is the
time in which stock sqlite3 reads every row of every table of DATABASE once, in the same run on the same machine. Nothing is
asserted by time; a command that ends with a code other than 0, 3 and 4 stops the measurement.
"""

import os
import sqlite3
import subprocess
import sys
import time

TIMES = 3


def shortest(work):
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def rows_of(database):
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    count = 0
    for table in tables:
        # A virtual table may need an extension that is not here.
        try:
            for _ in connection.execute(f'SELECT * FROM "{table}"'):
                count += 1
        except sqlite3.OperationalError:
            pass
    connection.close()
    return count


def run(command):
    done = subprocess.run(command, shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode not in (0, 3, 4):
        sys.exit(f"exit {done.returncode} of: {command}\n{done.stdout.decode()}")


def main(database, commands):
    unit = shortest(lambda: rows_of(database))
    size = os.path.getsize(database) / 1e6
    print(f"{rows_of(database)} rows, {size:.0f} MB; sqlite3 reads all of them once in {unit:.2f} s, which is 1.0")
    with open(commands, encoding="utf-8") as file:
        for command in file.read().splitlines():
            taken = shortest(lambda command=command: run(command))
            print(f"{taken / unit:8.1f}  {taken:7.2f} s  {command}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
