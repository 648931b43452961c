#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Makes data/gazetteer/gazetteer.tsv from GeoNames and our own tables.

usage: make-gazetteer.py FOLDER

FOLDER keeps the packages; what is missing in it is downloaded. Our own tables
beside the result are countries.tsv, regions.tsv, localities.tsv (what GeoNames
lacks) and names.tsv (better names for what it has).
"""

import csv
import os
import re
import sys
import unicodedata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import geo_sources

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, "data/gazetteer")

COLUMNS = ("key kind country parent latitude longitude precision population "
           "seat geonames fr en variants pcode").split()

# What a place is the seat of; the map shows seats earlier.
SEATS = {"PPLC": 1, "PPLA": 2, "PPLA2": 3, "PPLA3": 4}

NIGERIA_NORTH = 8.0    # parallels, degrees
ALGERIA_SOUTH = 32.0

LATIN = re.compile(r"^[A-Za-zÀ-ɏ' ’.()-]+$")


def fold(text):
    plain = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("’", "'").replace("ɔ", "o"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def read_table(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def is_covered(row, covered):
    country = row["country"]
    if country not in covered or row["code"] in ("PPLX", "PPLQ", "PPLH", "PPLW"):
        return False
    if country == "GM":
        return row["population"] >= 5000 or row["code"] in ("PPLC", "PPLA")
    if country == "NG":
        return row["latitude"] >= NIGERIA_NORTH or row["population"] >= 300000
    if country == "DZ":
        return row["latitude"] <= ALGERIA_SOUTH or row["code"] == "PPLC"
    return True


def variants(row, names):
    """The other spellings in Latin letters, near enough to be a name here."""
    found = []
    seen = {fold(name) for name in names}
    for name in row["variants"].split(","):
        code = fold(name)
        if not LATIN.match(name) or len(name) < 4 or not name[0].isupper() or name.isupper() or code in seen:
            continue
        seen.add(code)
        found.append(name)
    return found[:8]


def town(row, french, regions):
    english = row["name"].replace("'", "’")
    name = french.get(row["id"], english).replace("'", "’")
    return {
        "kind": "town" if row["population"] >= 5000 or row["code"] in SEATS else "village",
        "country": row["country"],
        "parent": regions.get((row["country"], row["admin1"]), row["country"].lower()),
        "latitude": "%.4f" % row["latitude"],
        "longitude": "%.4f" % row["longitude"],
        "precision": "exact",
        "population": row["population"] or "",
        "seat": SEATS.get(row["code"], ""),
        "geonames": row["id"],
        "fr": name,
        "en": english,
        "variants": "|".join(variants(row, (name, english))),
    }


def improve(place, better):
    row = better.get(place["geonames"])
    if row is None:
        return place
    for column in ("fr", "en", "population", "seat"):
        if row[column]:
            place[column] = row[column]
    known = {fold(place["fr"]), fold(place["en"])}
    names = row["variants"].split("|") + place["variants"].split("|")
    place["variants"] = "|".join(dict.fromkeys(n for n in names if n and fold(n) not in known))
    return place


def give_keys(places):
    """A key is the country and the folded French name; of two with the same
    name the larger one has it, the other adds its region."""
    taken = {}
    for place in sorted(places, key=lambda p: -int(p["population"] or 0)):
        key = "%s-%s" % (place["country"].lower(), fold(place["fr"]))
        if key in taken:
            key = "%s-%s" % (key, place["parent"].split("-")[-1])
        while key in taken:
            key += "-b"
        taken[key] = place
        place["key"] = key
    return taken


def make(folder):
    countries = read_table("countries.tsv")
    regions = read_table("regions.tsv")
    localities = read_table("localities.tsv")
    better = {row["geonames"]: row for row in read_table("names.tsv")}
    covered = {row["country"] for row in countries if row["towns"] == "yes"}
    region_keys = {(row["country"], code): row["key"] for row in regions for code in row["geonames"].split("|") if code}
    french = geo_sources.french_town_names(folder)
    towns = [improve(town(row, french, region_keys), better)
             for row in geo_sources.cities(folder) if is_covered(row, covered)]
    places = dict(give_keys(towns))
    for row in countries + regions + localities:
        if row["key"] in places:
            sys.exit("two places have the key " + row["key"])
        row["geonames"] = ""
        places[row["key"]] = row
    return [places[key] for key in sorted(places)]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    geo_sources.fetch(sys.argv[1])
    path = os.path.join(FOLDER, "gazetteer.tsv")
    places = make(sys.argv[1])
    with open(path, "w", encoding="utf-8") as stream:
        stream.write("\t".join(COLUMNS) + "\n")
        for place in places:
            stream.write("\t".join(str(place.get(c) or "") for c in COLUMNS) + "\n")
    print("%s: %d places" % (path, len(places)))


main()
