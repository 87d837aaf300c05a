"""Times DoltLite's merge of two branches that edited different columns of the same rows.

Prints one number: the seconds of the merge statement alone. Arguments: the path of a new database, the number of rows.
"""

import doltlite  # First: it puts DoltLite in the place of SQLite.

import sqlite3
import sys
import time


def merge_seconds(path: str, rows: int) -> float:
    connection = sqlite3.connect(path, isolation_level=None)
    run = connection.execute
    run(
        """
        CREATE TABLE note (
          member TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL DEFAULT '', body TEXT NOT NULL DEFAULT '',
          status TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0,
          PRIMARY KEY (member, id)
        ) STRICT
        """
    )
    run("BEGIN")
    connection.executemany(
        "INSERT INTO note VALUES ('alpha', ?, ?, ?, 'open', ?)",
        (
            (
                f"0193e0d2-7c00-7000-8000-{number:012x}",
                f"Note {number}",
                f"What was agreed on about item {number}, and who follows it up.",
                number,
            )
            for number in range(rows)
        ),
    )
    run("COMMIT")
    run("SELECT dolt_commit('-A', '-m', 'rows')").fetchall()
    run("SELECT dolt_branch('other')").fetchall()
    run("UPDATE note SET title = title || ', here'")
    run("SELECT dolt_commit('-A', '-m', 'here')").fetchall()
    run("SELECT dolt_checkout('other')").fetchall()
    run("UPDATE note SET status = 'done'")
    run("SELECT dolt_commit('-A', '-m', 'there')").fetchall()
    run("SELECT dolt_checkout('main')").fetchall()

    start = time.perf_counter()
    run("SELECT dolt_merge('other')").fetchall()
    seconds = time.perf_counter() - start

    merged = run("SELECT count(*) FROM note WHERE title LIKE '%, here' AND status = 'done'").fetchone()[0]
    if merged != rows:
        sys.exit(f"DoltLite merged {merged} of {rows} rows")
    connection.close()
    return seconds


print(merge_seconds(sys.argv[1], int(sys.argv[2])))
