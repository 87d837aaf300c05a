#!/usr/bin/env python3
"""Every figure of the year anew, from the tables that people handed in: recompute.py INPUTS LEDGERS ANSWERS

INPUTS are the letters, budgets and displays beside this file, LEDGERS what ledger.py wrote, ANSWERS what the program said
(JSON, one file a question). Shares no code with the program: decimals of Python, and the rules as AS.2.3 to AS.2.6 say them.
Prints how many figures were compared; exits 1 for the first that differ.
"""

import csv
import json
import sys
from decimal import ROUND_DOWN, Decimal
from pathlib import Path

CENT = Decimal("0.01")
EDP = [
    "local M&O recurring",
    "local M&O non-recurring",
    "consortia M&O recurring",
    "consortia M&O non-recurring",
    "enhancements",
    "conversions",
]
PROGRAMS = [
    "Customer Service",
    "Ombudsperson Program",
    "Complaint Resolution",
    "State Hearings",
    "Training",
    "Customer and Community Awareness, Education and Outreach",
    "Quality Assurance and Performance Improvement",
    "Program Improvement Teams",
]
STEPS = ["revised baseline", "cost and price", "new items and policy"]
CATEGORIES = ["personal services", "operating expenses", "direct services contracts", "indirect expenses", "automation"]
AGENCIES = ["inv-a", "inv-b"]


def table(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def money(text):
    return Decimal((text or "0").replace(",", ""))


def shown(amount):
    return f"{amount.quantize(CENT):,.2f}"


def down(amount):
    """Toward zero, to the cent."""
    return amount.quantize(CENT, rounding=ROUND_DOWN)


# ------------------------------------------------------------------------------------------------------------ allocation


def lines_of(letters, agency):
    return [row | {"amount": money(row["amount"])} for letter in letters for row in letter if row["agency"] == agency]


def total(rows):
    return sum((row["amount"] for row in rows), Decimal(0))


def control(row):
    return (row["edp"], row["project"], row["account"]) if row["edp"] else None


def controls(rows):
    """The sums that are held against one another, in the order of the reconciliation."""
    sums = {
        "total": total(rows),
        "administration": total([row for row in rows if not row["edp"]]),
        "EDP": total([row for row in rows if row["edp"]]),
    }
    for part in sorted({control(row) for row in rows if row["edp"]}, key=lambda part: (EDP.index(part[0]), part[1:])):
        sums[", ".join(text for text in part if text)] = total([row for row in rows if control(row) == part])
    sums["Customer Service Initiative"] = total([row for row in rows if row["initiative"]])
    return sums


def programs(rows):
    return {name: total([row for row in rows if row["program"] == name]) for name in PROGRAMS}


# ---------------------------------------------------------------------------------------------------------------- budget


def budget_of(inputs, agency, edits=()):
    """The lines with what each step makes of them. Edits are (line, step, amount) of changes that came later."""
    lines = {row["title"]: row | {"steps": [Decimal(0)] * 3} for row in table(inputs / agency / "lines.csv")}
    changes = [(row["line"], row["step"], money(row["amount"])) for row in table(inputs / agency / "changes.csv")]
    for line, step, amount in changes + list(edits):
        lines[line]["steps"][STEPS.index(step)] += amount
    for row in lines.values():
        row["amount"] = sum(row["steps"])
    return list(lines.values())


def steps_of(lines):
    sums = [sum((line["steps"][step] for line in lines), Decimal(0)) for step in range(3)]
    return [sums[0], sums[0] + sums[1], sum(sums)]


# -------------------------------------------------------------------------------------------------------------- advances


class Advances:
    """Twelve months: 1/12 of 90 percent, in cents that add up; the months that remain are planned anew after a letter."""

    def __init__(self, allocated):
        self.shares = self.parts(down(allocated * 9 / 10), 12)
        self.adjustments = [Decimal(0)] * 12

    @staticmethod
    def parts(amount, count):
        marks = [down(amount * index / count) for index in range(count + 1)]
        return [after - before for before, after in zip(marks, marks[1:])]

    def replan(self, allocated, month):
        """Month 1 to 12, the first that follows the letter; what was advanced too little is spread over the rest."""
        paid = sum(self.shares[: month - 1], Decimal(0))
        self.shares[month - 1 :] = self.parts(down(allocated * 9 / 10) - paid, 13 - month)

    def adjust(self, amount, month):
        self.adjustments[month - 1] += amount

    def months(self):
        carried = Decimal(0)
        for share, adjustment in zip(self.shares, self.adjustments):
            sum_ = share + adjustment + carried
            out = min(sum_, Decimal(0))
            yield {
                "share": share,
                "adjustment": adjustment,
                "carried_in": carried,
                "advance": max(sum_, Decimal(0)),
                "carried_out": out,
            }
            carried = out


# ---------------------------------------------------------------------------------------------------------------- ledger


def paid(ledgers, names):
    return [row | {"amount": money(row["amount"])} for name in names for row in table(ledgers / f"{name}.csv")]


def quarter_of(day):
    return (int(day[5:7]) - 7) % 12 // 3 + 1


def claim_lines(entries, accounts, quarter):
    lines = {}
    for row in entries:
        if quarter_of(row["paid"]) == quarter:
            code = accounts[row["account"]]["claim_line"]
            lines[code] = lines.get(code, Decimal(0)) + row["amount"]
    return lines


# ------------------------------------------------------------------------------------------------------------ comparison


class Comparison:
    def __init__(self, answers):
        self.answers = answers
        self.count = 0

    def answer(self, name):
        with open(self.answers / f"{name}.json", encoding="utf-8") as file:
            return json.load(file)

    def same(self, what, computed, said):
        self.count += 1
        computed = shown(computed) if isinstance(computed, Decimal) else computed
        if computed != said:
            sys.exit(f"{what}: the program says {said}, it is {computed}")


def displays(check, inputs):
    roll = check.answer("rollup")
    staffing = {agency: table(inputs / agency / "staffing.csv") for agency in AGENCIES}
    costs = {agency: table(inputs / agency / "costs.csv") for agency in AGENCIES}
    # What was handed in again after it was returned.
    next(row for row in costs["inv-a"] if row["line"] == "op-postage")["amount"] = "64150.40"
    figures = ["authorized", "filled", "filled_mid_year", "annual_total"]
    for agency in roll["agencies"]:
        rows = staffing[agency["agency"]]
        for name in figures:
            check.same(f"display of {agency['agency']}, {name}", sum(money(row[name]) for row in rows), agency[name])
        both = sum(money(row["annual_total"]) for row in rows) + sum(
            money(row["amount"]) for row in costs[agency["agency"]]
        )
        check.same(f"display of {agency['agency']}, total", both, agency["total"])
    rows = [row for agency in AGENCIES for row in staffing[agency]]
    for function in roll["functions"]:
        for name in figures:
            own = sum((money(row[name]) for row in rows if row["function"] == function["function"]), Decimal(0))
            check.same(f"function {function['function']}, {name}", own, function[name])
    sums = {}
    for agency in AGENCIES:
        for row in costs[agency]:
            sums[row["line"]] = sums.get(row["line"], Decimal(0)) + money(row["amount"])
    for line in roll["lines"]:
        check.same(f"cost {line['line']}", sums.pop(line["line"], Decimal(0)), line["total"])
    check.same("costs of lines that the roll-up leaves out", {}, sums)


def redirected(plan, letters):
    """Money of the initiative that other work in its control would take, besides what the control itself is over."""
    taken = Decimal(0)
    for own in {control(row) for row in letters if row["initiative"]}:
        sums = [total([row for row in rows if control(row) == own]) for rows in (plan, letters)]
        others = [total([row for row in rows if control(row) == own and not row["initiative"]]) for rows in (plan, letters)]
        taken += max(Decimal(0), others[0] - others[1] - max(Decimal(0), sums[0] - sums[1]))
    return taken


def reconciliation(check, name, plan, letters, agency):
    said = check.answer(name)
    planned, allocated = controls(plan), controls(lines_of(letters, agency))
    check.same(f"{name}, controls", list(allocated), [row["scope"] for row in said["rows"]])
    for row in said["rows"]:
        where = f"{name}, {row['scope']}"
        own = planned.get(row["scope"], Decimal(0))
        check.same(where + ", planned", own, row["planned"])
        check.same(where + ", allocated", allocated[row["scope"]], row["allocated"])
        check.same(where + ", difference", allocated[row["scope"]] - own, row["difference"])
    over = {scope for scope in allocated if planned.get(scope, Decimal(0)) > allocated[scope]}
    rules = {scope: "over-allocation" for scope in over}
    # What is over, while the money is there but elsewhere, would have to move where it may not.
    for scope in over - {"total", "Customer Service Initiative"}:
        whole = "total" if scope in ("administration", "EDP") else "EDP"
        if whole not in over:
            rules[scope] = "forbidden-transfer"
    breaches = sorted((scope, rule, planned.get(scope, Decimal(0)) - allocated[scope]) for scope, rule in rules.items())
    taken = redirected(plan, lines_of(letters, agency))
    if taken > 0:
        breaches = sorted([*breaches, ("Customer Service Initiative", "initiative-redirected", taken)])
    check.same(
        f"{name}, what is broken",
        [(scope, rule, shown(amount)) for scope, rule, amount in breaches],
        sorted((breach["scope"], breach["rule"], breach["amount"]) for breach in said["breaches"]),
    )
    efforts, floors = programs(plan), programs(lines_of(letters, agency))
    for row in said["programs"]:
        check.same(
            f"{name}, {row['program']}",
            [shown(efforts[row["program"]]), shown(floors[row["program"]])],
            [row["planned"], row["allocated"]],
        )


def schedule(check, name, advances):
    for month, own in zip(check.answer(name)["months"], advances.months()):
        for key, amount in own.items():
            check.same(f"{name}, month {month['month']}, {key}", amount, month[key])


def main(inputs, ledgers, answers):
    check = Comparison(answers)
    letters = {path.stem[0]: table(path) for path in sorted((inputs / "letters").glob("[1-4]-*.csv"))}
    final = [letters["3"], letters["4"]]
    displays(check, inputs)

    # Allocation and budget.
    for agency in AGENCIES:
        short = agency[-1]
        check.same(
            f"allocation of {agency}", total(lines_of(final, agency)), check.answer(f"allocation-{short}")["total"]
        )
        moved = Decimal(20000) if short == "a" else Decimal(-20000)
        check.same(
            f"allocation of {agency} after the move",
            total(lines_of(final, agency)) + moved,
            check.answer(f"allocation-{short}-moved")["total"],
        )
        plan = budget_of(inputs, agency)
        said = check.answer(f"budget-{short}")
        for row in said["categories"]:
            own = steps_of([line for line in plan if line["category"] == row["category"]])
            check.same(
                f"budget of {agency}, {row['category']}",
                [shown(step) for step in own],
                [row[key] for key in ("baseline", "budget_year", "proposed")],
            )
        by_title = {line["title"]: shown(line["amount"]) for line in plan}
        check.same(f"line items of {agency}", by_title, {line["title"]: line["proposed"] for line in said["lines"]})
    reconciliation(check, "reconcile-b", budget_of(inputs, "inv-b"), final, "inv-b")
    reconciliation(check, "reconcile-a-0", budget_of(inputs, "inv-a"), final, "inv-a")
    edits = [
        [("Salaries and benefits", "4849.12")],
        [("Enhancements", "0.01")],
        [("Salaries and benefits", "1000000")],
        [("Customer service counter", "0.01")],
        [("Salaries and benefits", "4849.12"), ("Enhancements", "-1.00")],
        [("Salaries and benefits", "4849.12"), ("Customer service counter", "-5.00")],
    ]
    for number, edit in enumerate(edits, 1):
        plan = budget_of(inputs, "inv-a", [(line, "cost and price", Decimal(amount)) for line, amount in edit])
        reconciliation(check, f"reconcile-a-{number}", plan, final, "inv-a")

    # The ledger, the claims, and the advances that they change.
    sums = {"allocated": Decimal(0), "budget": Decimal(0), "claimed": Decimal(0), "advanced": Decimal(0)}
    statewide = check.answer("statewide")
    for agency in AGENCIES:
        short = agency[-1]
        accounts = {row["code"]: row for row in table(inputs / agency / "accounts.csv")}
        entries = paid(ledgers, [f"{agency}-q{quarter}" for quarter in range(1, 5)])
        late = paid(ledgers, ["inv-a-late"]) if short == "a" else []
        claims = {quarter: claim_lines(entries, accounts, quarter) for quarter in range(1, 5)}
        claimed = {quarter: sum(claims[quarter].values()) for quarter in claims}

        advances = Advances(total(lines_of([letters["2"]], agency)))
        schedule(check, f"advance-{short}-planning", advances)
        advances.replan(total(lines_of([letters["3"]], agency)), 3)
        if total(lines_of([letters["4"]], agency)):
            advances.replan(total(lines_of(final, agency)), 4)
        schedule(check, f"advance-{short}-final", advances)
        for quarter, month, name in ((1, 5, "adjusted"), (2, 8, "moved"), (3, 11, "end")):
            said = check.answer(f"compare-{agency}-q{quarter}")["agencies"][0]
            months = list(advances.months())[quarter * 3 - 3 : quarter * 3]
            # What settles earlier quarters was no advance of this one.
            own = sum(row["share"] for row in months)
            where = f"comparison of {agency}, quarter {quarter}"
            check.same(where + ", claimed", claimed[quarter], said["claimed"])
            check.same(where + ", paid", sum(row["advance"] for row in months), said["paid"])
            check.same(where + ", advanced", own, said["advanced"])
            check.same(where + ", proposed", claimed[quarter] - own, said["proposed"])
            advances.adjust(claimed[quarter] - own, month)
            if name == "moved":
                advances.replan(total(lines_of(final, agency)) + (20000 if short == "a" else -20000), 9)
            schedule(check, f"advance-{short}-{name}", advances)

        said = [claim["total"] for claim in check.answer(f"claims-{short}")["records"]]
        own = [claimed[quarter] for quarter in range(1, 5)]
        if short == "a":
            wrong = claim_lines(paid(ledgers, ["inv-a-q2-wrong"]), accounts, 2)
            own = [claimed[1], sum(wrong.values()), claimed[2], total(late), claimed[3], claimed[4]]
            lines = [("claim-a-q2-wrong", wrong), ("claim-a-q2", claims[2])]
            lines.append(("claim-a-q1-supplement", claim_lines(late, accounts, 1)))
            for name, amounts in lines:
                check.same(
                    name,
                    {code: shown(amount) for code, amount in amounts.items()},
                    {line["line"]: line["amount"] for line in check.answer(name)["lines"]},
                )
            changed = sum(1 for code, amount in wrong.items() if claims[2].get(code) != amount)
            check.same("over half of the line items changed", True, changed * 2 > len(wrong))
        check.same(f"claims of {agency}", [shown(amount) for amount in own], said)

        # Execution: by month, by line item of the budget, to the end of the year.
        allocated = total(lines_of(final, agency)) + (20000 if short == "a" else -20000)
        spending = check.answer(f"spending-{short}")
        todate = Decimal(0)
        for index, month in enumerate(spending["months"], 1):
            own = total([row for row in entries + late if row["paid"][:7] == month["month"]])
            todate += own
            check.same(
                f"{agency}, paid in {month['month']}",
                [shown(own), shown(todate), shown(down(allocated * index / 12))],
                [month["paid"], month["to_date"], month["even_share"]],
            )
        budget = {line["title"]: line["amount"] for line in budget_of(inputs, agency)}
        for row in spending["rows"]:
            own = [
                entry
                for entry in entries + late
                if row["kind"] != "line" or accounts[entry["account"]]["line"] == row["scope"]
            ]
            if row["kind"] == "line":
                check.same(
                    f"{agency}, {row['scope']}",
                    [shown(total(own)), shown(budget[row["scope"]])],
                    [row["paid"], row["budget"]],
                )
            elif row["kind"] == "total":
                check.same(
                    f"{agency}, the year",
                    [shown(total(own)), shown(allocated - total(own))],
                    [row["paid"], row["balance"]],
                )
        if short == "a":
            middle = check.answer("spending-a-middle")
            half = total([row for row in entries if row["paid"] < "2025-01-01"])
            row = next(row for row in middle["rows"] if row["kind"] == "total")
            check.same(
                "projection after six months", [shown(half), shown(down(half * 12 / 6))], [row["paid"], row["year_end"]]
            )

        # What the legislature and the federal government read.
        breakdown = check.answer(f"breakdown-{short}")
        parts = {
            "salaries and benefits": "ps-",
            "contractors": "dc-contracts",
            "space": "op-space",
            "other county agencies": "dc-other-county",
            "indirect": "in-",
        }
        lines = {}
        for quarter in range(1, 5):
            for code, amount in list(claims[quarter].items()) + (list(claim_lines(late, accounts, quarter).items())):
                lines[code] = lines.get(code, Decimal(0)) + amount
        for row in breakdown["legislative"]:
            if row["part"] in parts:
                own = sum((amount for code, amount in lines.items() if code.startswith(parts[row["part"]])), Decimal(0))
            else:
                own = sum(
                    amount
                    for code, amount in lines.items()
                    if not any(code.startswith(part) for part in parts.values())
                )
            check.same(f"{agency}, legislative: {row['part']}", own, row["amount"])
        for row in breakdown["federal"]:
            own = sum(
                (
                    amount
                    for code, amount in lines.items()
                    if code.startswith("au-") == (row["category"] == "automation")
                ),
                Decimal(0),
            )
            check.same(
                f"{agency}, federal: {row['category']}",
                [shown(own), shown(down(own * 66 / 100))],
                [row["amount"], row["share"]],
            )

        # The state's view of it.
        row = next(row for row in statewide["agencies"] if row["agency"] == agency)
        own = {
            "allocated": allocated,
            "budget": sum(budget.values()),
            "claimed": sum(claimed.values()) + total(late),
            "advanced": sum(month["advance"] for month in advances.months()),
        }
        for key, amount in own.items():
            check.same(f"statewide, {agency}, {key}", amount, row[key])
            sums[key] += amount
    for key, amount in sums.items():
        check.same(f"statewide, {key}", amount, statewide["total"][key])
    given = {row["category"]: money(row["amount"]) for row in table(inputs / "appropriation.csv")}
    for row in statewide["appropriation"]:
        rows = [entry for agency in AGENCIES for entry in lines_of(final, agency)]
        own = total([entry for entry in rows if (entry["edp"] or "administration") == row["category"]])
        check.same(
            f"appropriation, {row['category']}",
            [shown(given[row["category"]]), shown(own)],
            [row["appropriated"], row["allocated"]],
        )
    print(f"{check.count} comparisons of figures computed anew: all equal to the cent.")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
