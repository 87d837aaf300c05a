"""Looks at every page of a folder with Chromium: a picture, a print, and what axe-core says of it."""

import json
import pathlib
import sys
from importlib.metadata import version

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

# Widths in CSS pixels: a desk, and the narrow screen of WCAG 1.4.10 (Reflow).
WIDTHS = {"": 1280, "-narrow": 320}
REFUSED = ("serious", "critical")


def place(finding, width):
    return f"{finding['id']} at {width} pixels, {len(finding['nodes'])} places: {finding['help']}"


def judge(page, address, picture, reports):
    """The findings that refuse a page, as lines."""
    refused = []
    page.on("console", lambda message: refused.append(f"console: {message.text}"))
    page.on("requestfailed", lambda request: refused.append(f"request failed: {request.url}"))
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    for suffix, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address)
        page.screenshot(path=f"{picture}{suffix}.png", full_page=True)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if overflow > 0:
            refused.append(f"at {width} pixels the page is {overflow} pixels too wide")
        report = Axe().run(page).response
        reports[f"{picture.name}{suffix}"] = {"violations": report["violations"], "incomplete": report["incomplete"]}
        for finding in report["violations"]:
            line = f"{finding['impact']}: {place(finding, width)}"
            refused += [line] if finding["impact"] in REFUSED else []
            print(f"  {line}\n    first: {finding['nodes'][0]['html'][:160]}")
        for finding in report["incomplete"]:
            print(f"  not decided: {place(finding, width)}")
    page.pdf(path=f"{picture}.pdf", prefer_css_page_size=True, tagged=True, outline=True)
    others = {request for request in requests if request != address}
    return refused + [f"request: {request}" for request in sorted(others)]


def main(folder, output):
    paths = sorted(folder.rglob("*.html"))
    if not paths:
        print("pages: there is none")
        return 0
    refused_count = 0
    reports = {}
    with sync_playwright() as playwright:
        # Root has no sandbox in Chromium; the pages are our own, and their policy lets nothing run.
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        print(f"pages: Chromium {browser.version}, axe-playwright-python {version('axe-playwright-python')}", end=", ")
        blank = browser.new_page()
        print("axe-core " + Axe().run(blank).response["testEngine"]["version"])
        blank.close()
        for path in paths:
            name = path.relative_to(folder)
            picture = output / name.with_suffix("")
            picture.parent.mkdir(parents=True, exist_ok=True)
            print(name)
            page = browser.new_page(locale="en-US", color_scheme="light")
            refused = judge(page, path.as_uri(), picture, reports)
            page.close()
            for line in refused:
                print(f"  REFUSED {line}")
            refused_count += bool(refused)
        browser.close()
    (output / "accessibility.json").write_text(json.dumps(reports, indent=1))
    print(f"pages: {len(paths) - refused_count} of {len(paths)} passed")
    return 1 if refused_count else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
