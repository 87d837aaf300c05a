"""Looks at every page of a folder with Chromium: a picture, a print, and what axe-core says of it."""

import json
import pathlib
import sys
from importlib.metadata import version

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

# Widths in CSS pixels: a desk, a telephone, and the narrow screen of WCAG 1.4.10 (Reflow).
WIDTHS = {"": 1280, "-telephone": 400, "-narrow": 320}
REFUSED = ("serious", "critical")
# Every place of what is found or not decided; axe-core names only the first else.
OPTIONS = {"resultTypes": ["violations", "incomplete"]}


# WCAG 1.4.3. axe-core leaves it undecided where another box lies over an element, or where it is in a drawing or beyond the
# edge of a frame that scrolls. Nothing on our pages is see-through, and nothing has a picture behind it: the colour of the
# nearest box with a background counts.
CONTRAST = 4.5
CONTRAST_OF = """selector => {
  const channels = text => text.match(/[0-9.]+/g).map(Number);
  const light = ([red, green, blue]) => [red, green, blue].map(one => one / 255)
    .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, index) => sum + one * [0.2126, 0.7152, 0.0722][index], 0);
  const element = document.querySelector(selector);
  const style = getComputedStyle(element);
  const ink = light(channels(element instanceof SVGElement ? style.fill : style.color));
  let behind = element;
  while (behind && channels(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
  const paper = behind ? light(channels(getComputedStyle(behind).backgroundColor)) : 1;
  return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
}"""


def least_contrast(page, finding):
    return min(page.evaluate(CONTRAST_OF, node["target"][0]) for node in finding["nodes"])


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
        report = Axe().run(page, options=OPTIONS).response
        reports[f"{picture.name}{suffix}"] = {"violations": report["violations"], "incomplete": report["incomplete"]}
        for finding in report["violations"]:
            line = f"{finding['impact']}: {place(finding, width)}"
            refused += [line] if finding["impact"] in REFUSED else []
            print(f"  {line}\n    first: {finding['nodes'][0]['html'][:160]}")
        for finding in report["incomplete"]:
            if finding["id"] != "color-contrast":
                print(f"  not decided: {place(finding, width)}")
            elif (ratio := least_contrast(page, finding)) < CONTRAST:
                refused.append(f"contrast {ratio:.1f}: {place(finding, width)}")
            else:
                print(f"  decided by the colours, contrast {ratio:.1f}: {place(finding, width)}")
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
