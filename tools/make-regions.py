#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Makes data/basemap/regions.bin (docs/basemap-format.md): the shapes of the
countries and first-level regions of the gazetteer.

usage: make-regions.py FOLDER

FOLDER keeps the packages, as for make-basemap.py. Natural Earth's package holds
the lines between regions and no regions, so that these are traced: see
planar_faces.py. What could not be closed or named is printed.
"""

import collections
import difflib
import os
import struct
import sys
import unicodedata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import geo_sources
import planar
import planar_faces

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

UNIT = 100000  # of a degree, while faces are traced: about a metre
REACH = UNIT // 20  # a line that ends this near another was meant to meet it
WINDOW = (-27.0, -6.0, 37.0, 38.0)  # what lies around the countries

# Natural Earth's codes of the countries whose regions the gazetteer holds.
COUNTRIES = {"MLI": "ml", "BFA": "bf", "NER": "ne", "MRT": "mr", "SEN": "sn", "GIN": "gn", "CIV": "ci",
             "GHA": "gh", "TGO": "tg", "BEN": "bj", "NGA": "ng", "TCD": "td", "DZA": "dz"}
# Where it names provinces, only the lines between regions are taken, and a
# region is named by where it lies.
REGION_ONLY = {"BFA", "GIN"}
# Between the states of Nigeria some lines are marked as statistical.
STATISTICAL = {"NGA"}

BITS = 24  # of a coordinate on the unit square
TOLERANCE = 0.3 / (256 << 8)  # of the unit square: a third of a pixel at zoom 8
# The line between them is disputed, and neither has a shape that all agree on.
UNSETTLED = {"eh", "ma"}

SIMILAR = 0.82  # of two spellings of one name
MOST = 0.9  # of the lines around a face: a few have the names of others
LEAST_ISLAND = 1e-8  # of the unit square: some fifteen square kilometres


def whole(point):
    return round(point[0] * UNIT), round(point[1] * UNIT)


def in_window(a, b):
    return (max(a[0], b[0]) >= WINDOW[0] and min(a[0], b[0]) <= WINDOW[2] and
            max(a[1], b[1]) >= WINDOW[1] and min(a[1], b[1]) <= WINDOW[3])


def add(network, points, kind):
    for a, b in zip(points, points[1:]):
        if in_window(a, b):
            network.add(whole(a), whole(b), {kind})


def is_wanted(row):
    country, kind = row["adm0_a3"], row["featurecla"]
    if country not in COUNTRIES or "statistical" in kind and country not in STATISTICAL:
        return False
    return country not in REGION_ONLY or kind == "Admin-1 region boundary"


def read_lines(folder):
    network = planar_faces.Network(UNIT // 4)
    for parts, _ in geo_sources.magics(folder, "10m/land"):
        for part in parts:
            add(network, part, "coast")
    for parts, row in geo_sources.magics(folder, "10m/admin_0_boundary_lines_land"):
        if not row["featurecla"].startswith(("Overlay", "Lease")):
            for part in parts:
                add(network, part, "border")
    for parts, row in geo_sources.magics(folder, "10m/admin_1_states_provinces_lines"):
        if is_wanted(row):
            for part in parts:
                add(network, part, (row["adm0_a3"], row["name_l"], row["name_r"]))
    network.cut_crossings()
    network.lead_ends(REACH)
    network.cut_crossings()
    return network


def only_borders(network):
    borders = planar_faces.Network(UNIT // 4)
    for (a, b), kinds in network.kinds.items():
        if kinds & {"coast", "border"}:
            borders.add(a, b, kinds)
    return borders


def read_gazetteer():
    path = os.path.join(ROOT, "data/gazetteer/gazetteer.tsv")
    with open(path, encoding="utf-8") as stream:
        header = stream.readline().rstrip("\n").split("\t")
        rows = [dict(zip(header, line.rstrip("\n").split("\t"))) for line in stream]
    for row in rows:
        row["point"] = whole((float(row["longitude"]), float(row["latitude"])))
    return rows


def edges(ring):
    return [planar_faces.edge_of(a, b) for a, b in zip(ring, ring[1:] + ring[:1])]


def fold(name):
    plain = unicodedata.normalize("NFKD", name.lower())
    words = "".join(c if c.isalnum() else "" if unicodedata.combining(c) else " " for c in plain).split()
    return "".join(word for word in words if word not in ("district", "region", "de"))


def source_names(network, ring):
    """The countries that lines around a face belong to, and the names that most
    of them have on one side or the other: what the source calls the face."""
    names, countries, n_lines = collections.Counter(), set(), 0
    for edge in edges(ring):
        sides = [kind for kind in network.kinds[edge] if isinstance(kind, tuple)]
        n_lines += bool(sides)
        countries |= {side[0] for side in sides}
        names.update({fold(name) for side in sides for name in side[1:]})
    return countries, {name for name, count in names.items() if count >= MOST * n_lines}


def likeness(row, names):
    own = [fold(name) for name in [row["fr"], row["en"]] + row["variants"].split("|") if name]
    return max((difflib.SequenceMatcher(None, a, b).ratio() for a in own for b in names), default=0)


def is_in(face, point):
    return planar_faces.holds(face[0], point) and not any(planar_faces.holds(hole, point) for hole in face[1:])


def name_regions(network, faces, gazetteer):
    """Region by region the faces that are it: where its name lies, if the source
    calls that face so too."""
    regions = [row for row in gazetteer if row["kind"] == "region"]
    named, untold = {}, []
    for face in faces:
        inside = [row for row in regions if is_in(face, row["point"])]
        if not inside:
            continue
        countries, names = source_names(network, face[0])
        by_place = countries & REGION_ONLY and len(inside) == 1
        best = max(inside, key=lambda row: likeness(row, names))
        if by_place or likeness(best, names) >= SIMILAR:
            named[best["key"]] = [face]
        untold += [row["key"] for row in inside if row["key"] not in named]
    return named, sorted(set(untold) | {row["key"] for row in regions} - set(named))


def name_countries(faces, gazetteer):
    """Each country with its islands: faces that have its name or its towns."""
    named = {}
    wanted = {row["key"]: row for row in gazetteer if row["kind"] == "country" and row["key"] not in UNSETTLED}
    towns = [row for row in gazetteer if row["kind"] == "town"]
    for face in faces:
        inside = [key for key, row in wanted.items() if is_in(face, row["point"])]
        if not inside and planar_faces.area(face[0]) < 4 * UNIT * UNIT:
            inside = sorted({row["country"].lower() for row in towns if is_in(face, row["point"])})
        if len(inside) == 1:
            named.setdefault(inside[0], []).append(face)
    for key, found in named.items():
        # A lake with a town at its shore is no island.
        named[key] = [face for face in found
                      if not any(other is not face and planar_faces.holds(other[0], face[0][0]) for other in found)]
    return named


class Arcs:
    """Stretches of line between the points where three or more meet: each is
    simplified once, so that what lies on both sides of it stays without a gap."""

    def __init__(self, network):
        self.network = network
        self.numbers = {}
        self.lines = []

    def split(self, ring):
        nodes = [i for i, point in enumerate(ring) if len(self.network.meeting[point]) > 2]
        if not nodes:
            start = ring.index(min(ring))
            return [ring[start:] + ring[:start + 1]]
        turned = ring[nodes[0]:] + ring[:nodes[0] + 1]
        cuts = [i - nodes[0] for i in nodes] + [len(ring)]
        return [turned[a:b + 1] for a, b in zip(cuts, cuts[1:])]

    def refer(self, ring):
        return [self.number(stretch) for stretch in self.split(ring)]

    def number(self, stretch):
        forward = tuple(stretch)
        backward = forward[::-1]
        reverse = backward < forward
        key = min(forward, backward)
        if key not in self.numbers:
            self.numbers[key] = len(self.lines)
            self.lines.append(simplify(key))
        return self.numbers[key] << 1 | reverse


def simplify(stretch):
    points = [planar.project((x / UNIT, y / UNIT)) for x, y in stretch]
    if stretch[0] == stretch[-1]:
        ring = planar.simplify_ring(points, TOLERANCE)
        return ring + ring[:1]
    return planar.simplify(points, TOLERANCE)


def varint(value):
    data = bytearray()
    while value > 127:
        data.append(value & 127 | 128)
        value >>= 7
    data.append(value)
    return bytes(data)


def zigzag(value):
    return varint(value << 1 if value >= 0 else (-value << 1) - 1)


def encode_arcs(lines):
    data = b""
    for line in lines:
        data += varint(len(line))
        x = y = 0
        for px, py in ((round(p[0] * (1 << BITS)), round(p[1] * (1 << BITS))) for p in line):
            data += zigzag(px - x) + zigzag(py - y)
            x, y = px, py
    return data


def large_enough(ring):
    points = [planar.project((x / UNIT, y / UNIT)) for x, y in ring]
    return abs(planar_faces.area(points)) >= LEAST_ISLAND


def is_lake(network, ring):
    """A hole that has nothing but a shore: water inside of a region."""
    return all(network.kinds[edge] == {"coast"} for edge in edges(ring))


def encode_areas(named, arcs, kind):
    data = {}
    for key, faces in named.items():
        faces = [face for face in faces if len(faces) == 1 or large_enough(face[0])]
        rings = [arcs.refer(ring) for face in faces for ring in face
                 if ring is face[0] or not is_lake(arcs.network, ring)]
        name = key.encode()
        data[key] = bytes([kind, len(name)]) + name + varint(len(rings))
        for ring in rings:
            data[key] += varint(len(ring)) + b"".join(varint(number) for number in ring)
    return data


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = sys.argv[1]
    if not os.path.isdir(os.path.join(folder, "libmagics++-data")):
        geo_sources.fetch(folder)
    gazetteer = read_gazetteer()
    network = read_lines(folder)
    borders = only_borders(network)
    network.drop_loose()
    borders.drop_loose()
    regions, untold = name_regions(network, planar_faces.faces(network), gazetteer)
    countries = name_countries(planar_faces.faces(borders), gazetteer)
    arcs = Arcs(network)
    areas = {**encode_areas(countries, arcs, 0), **encode_areas(regions, arcs, 1)}
    body = encode_arcs(arcs.lines) + b"".join(areas[key] for key in sorted(areas, key=str.encode))
    data = b"SBRG" + struct.pack("<IIII", 1, BITS, len(arcs.lines), len(areas)) + body
    path = os.path.join(ROOT, "data/basemap/regions.bin")
    with open(path, "wb") as stream:
        stream.write(data)
    print("%d countries: %s" % (len(countries), " ".join(sorted(countries))))
    print("%d regions; without a shape: %s" % (len(regions), " ".join(untold)))
    print(path, len(data), "bytes,", sum(len(line) for line in arcs.lines), "points")


main()
