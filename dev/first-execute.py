#!/usr/bin/env python3
"""Runs the README's first Execute against a running Drover and draws its result: docs/first-execute/countries-grown.svg.

Usage: dev/first-execute.py [http://localhost:8080]
Needs nothing but Python 3. Coordinates are CRS84, longitude first; the map is plate carrée.
"""

import json
import pathlib
import sys
import time
import urllib.request
import xml.etree.ElementTree as xml

HERE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "first-execute"
WPS = "{http://www.opengis.net/wps/1.0.0}"
SCALE = 3.0
PATIENCE_SECONDS = 120


def fetch(address, body=None):
    headers = {"Content-Type": "text/xml"} if body else {}
    with urllib.request.urlopen(urllib.request.Request(address, body, headers), timeout=30) as answer:
        return answer.read()


def execute(base):
    """Sends the request, follows the status document, and gives the address of the result."""
    request = (HERE / "buffer.xml").read_text().replace("http://localhost:8080", base)
    status = xml.fromstring(fetch(base + "/wps", request.encode())).get("statusLocation")
    if status is None:
        sys.exit("The request was refused.")
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        document = xml.fromstring(fetch(status))
        state = document.find(WPS + "Status")[0]
        print(state.tag.removeprefix(WPS), state.get("percentCompleted", ""), state.text or "")
        if state.tag == WPS + "ProcessFailed":
            sys.exit("The job failed.")
        if state.tag == WPS + "ProcessSucceeded":
            return document.find(f".//{WPS}Reference").get("href")
        time.sleep(0.5)
    sys.exit("The job did not end in time.")


def polygons(collection):
    for feature in collection["features"]:
        geometry = feature["geometry"]
        if geometry and geometry["type"] == "Polygon":
            yield geometry["coordinates"]
        elif geometry and geometry["type"] == "MultiPolygon":
            yield from geometry["coordinates"]


def path(rings):
    parts = []
    for ring in rings:
        points = " ".join(f"{(x + 180) * SCALE:.1f},{(90 - y) * SCALE:.1f}" for x, y, *_ in ring)
        parts.append(f"M{points}Z")
    return "".join(parts)


def draw(countries, grown):
    layers = (
        ("#9fc5e8", "#3d85c6", grown, "0.4"),
        ("#f6e3b4", "#7f6000", countries, "1"),
    )
    shapes = "\n".join(
        f'<g fill="{fill}" stroke="{line}" stroke-width="0.4" fill-opacity="{opacity}" fill-rule="evenodd">'
        + "".join(f'<path d="{path(rings)}"/>' for rings in polygons(layer))
        + "</g>"
        for fill, line, layer, opacity in layers
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {360 * SCALE:.0f} {180 * SCALE:.0f}"'
        f' role="img" aria-label="The countries of the Earth, grown by 200 km">\n'
        f'<rect width="100%" height="100%" fill="#eef4fa"/>\n{shapes}\n</svg>\n'
    )


def main():
    base = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://localhost:8080"
    countries = json.loads(fetch(base + "/samples/countries.geojson"))
    grown = json.loads(fetch(execute(base)))
    picture = HERE / "countries-grown.svg"
    picture.write_text(draw(countries, grown))
    print(f"{len(grown['features'])} features drawn into {picture.relative_to(HERE.parent.parent)}")


if __name__ == "__main__":
    main()
