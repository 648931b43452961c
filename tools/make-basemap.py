#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Makes data/basemap/basemap.bin (docs/basemap-format.md).

usage: make-basemap.py FOLDER

FOLDER keeps the packages that the map is made of; what is missing in it is
downloaded. data/gazetteer/gazetteer.tsv must be there: run make-gazetteer.py
first.
"""

import os
import struct
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import basemap_labels
import geo_sources
import planar

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

LAND, LAKE, RIVER, REGION, BORDER, DISPUTED = range(6)
DASHED = (REGION, DISPUTED)
EXTENT = 4096  # units of a cell's side
BUFFER = 64    # units by which what is cut reaches over a cell's edges
CHUNK = 48     # points of a line at most, so that tiles can leave parts out

WORLD = (-180.0, -85.05, 180.0, 85.05)
FOCUS = (-26.0, -3.0, 31.0, 33.0)

# used up to this zoom, zoom of its cells, where, leave out less than so many
# pixels at that zoom
LEVELS = [
    (4, 2, WORLD, 0.4),
    (5, 4, WORLD, 0.6),
    (6, 4, WORLD, 0.5),
    (8, 6, FOCUS, 0.4),
    (24, 8, FOCUS, 0.0),
]

# Lines that are drawn thin and pale may be told with fewer points.
COARSER = {REGION: 2.0, RIVER: 1.4, BORDER: 1.2}

REGION_COUNTRIES = set(
    "MLI BFA NER MRT SEN GMB GNB GIN SLE LBR CIV GHA TGO BEN NGA TCD CMR DZA MAR LBY SDN CAF".split())
# Where Natural Earth has provinces too, only the lines between regions.
REGION_ONLY = set("BFA GIN GNB SDN".split())


def signed_area(points):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1])) / 2


def oriented(rings):
    """Outer rings one way, holes the other: filled by the winding rule."""
    for index, ring in enumerate(rings):
        ring = ring[:-1] if ring[0] == ring[-1] else ring
        outer = index == 0
        yield ring if (signed_area(ring) > 0) == outer else ring[::-1]


def land(folder, scale):
    for parts, _ in geo_sources.magics(folder, scale + "/land"):
        # Outer rings of a shapefile run clockwise, holes the other way; both
        # are turned by the projection, whose y grows southwards.
        for part in parts:
            if len(part) > 3:
                yield LAND, 0, [planar.project(p) for p in part[:-1]]


def lakes(folder):
    for rings, _ in geo_sources.topology(folder).polygons("lakes"):
        projected = [[planar.project(p) for p in ring] for ring in rings]
        for ring in oriented(projected):
            yield LAKE, 0, ring


def is_disputed(row):
    sides = {row["adm0_left"], row["adm0_right"]}
    kind = row["featurecla"]
    return sides == {"Western Sahara", "Morocco"} or kind.startswith(("Disputed", "Indefinite", "Line of", "Indeterm"))


def borders(folder):
    for parts, row in geo_sources.magics(folder, "10m/admin_0_boundary_lines_land"):
        if row["featurecla"].startswith(("Overlay", "Lease")):
            continue
        layer = DISPUTED if is_disputed(row) else BORDER
        for part in parts:
            yield layer, 0, [planar.project(p) for p in part]


def rivers(folder, largest):
    for parts, row in geo_sources.magics(folder, "10m/rivers_lake_centerlines"):
        rank = int(float(row["scalerank"]))
        if rank > largest:
            continue
        width = 0 if rank <= 3 else 1 if rank <= 5 else 2 if rank <= 7 else 3
        for line in planar.chain([[planar.project(p) for p in part] for part in parts]):
            yield RIVER, width, line


def regions(folder):
    lines = {}
    for parts, row in geo_sources.magics(folder, "10m/admin_1_states_provinces_lines"):
        country, kind = row["adm0_a3"], row["featurecla"]
        if country not in REGION_COUNTRIES or "statistical" in kind and country != "NGA":
            continue
        if country in REGION_ONLY and kind != "Admin-1 region boundary":
            continue
        lines.setdefault(country, []).extend([planar.project(p) for p in part] for part in parts)
    for country in sorted(lines):
        for line in planar.chain(lines[country]):
            yield REGION, 0, line


def collect(folder):
    """The features of each level, in the order of drawing."""
    far = list(land(folder, "50m")) + list(lakes(folder)) + list(rivers(folder, 3)) + list(borders(folder))
    near_land = list(land(folder, "10m"))
    near = list(lakes(folder)), list(borders(folder)), list(regions(folder))
    middle = near_land + near[2] + list(rivers(folder, 6)) + near[0] + near[1]
    close = near_land + near[2] + list(rivers(folder, 10)) + near[0] + near[1]
    return [far, middle, middle, close, close]


def varint(value):
    data = bytearray()
    while value > 127:
        data.append(value & 127 | 128)
        value >>= 7
    data.append(value)
    return bytes(data)


def zigzag(value):
    return varint(value << 1 if value >= 0 else (-value << 1) - 1)


def encode(layer, width, points, phase):
    data = bytearray([layer | width << 4])
    if layer in DASHED:
        data += varint(phase)
    data += varint(len(points))
    x = y = 0
    for px, py in points:
        data += zigzag(px - x) + zigzag(py - y)
        x, y = px, py
    return bytes(data)


def quantise(points, origin, size, ring):
    result = []
    for x, y in points:
        point = round((x - origin[0]) / size * EXTENT), round((y - origin[1]) / size * EXTENT)
        if not result or result[-1] != point:
            result.append(point)
    if ring and len(result) > 1 and result[0] == result[-1]:
        result.pop()
    return result


def encode_ring(layer, points, origin, size, bounds):
    clipped = quantise(planar.clip_ring(points, bounds), origin, size, True)
    if len(clipped) < 3 or signed_area(clipped) == 0:
        return b""
    return encode(layer, 0, clipped, 0)


def encode_line(layer, width, points, origin, size, bounds):
    data = b""
    for walked, piece in planar.clip_line(points, bounds):
        for start in range(0, len(piece) - 1, CHUNK):
            part = piece[start:start + CHUNK + 1]
            phase = round(walked / size * EXTENT)
            walked += sum(((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5 for a, b in zip(part, part[1:]))
            part = quantise(part, origin, size, False)
            if len(part) > 1:
                data += encode(layer, width, part, phase)
    return data


def simplified(features, tolerance, floor):
    """Less points, and no island or lake that would be less than a dot."""
    for layer, width, points in features:
        if layer in (LAND, LAKE):
            if abs(signed_area(points)) < floor:
                continue
            points = planar.simplify_ring(points, tolerance)
            if len(points) < 3:
                continue
        else:
            points = planar.simplify(points, tolerance * COARSER.get(layer, 1.0))
        yield layer, width, points, planar.box(points)


def column_clip(features, left, right):
    """Cuts rings to a column of cells first: the long coasts only once."""
    for layer, width, points, box in features:
        if box[2] < left or box[0] > right:
            continue
        if layer in (LAND, LAKE) and (box[0] < left or box[2] > right):
            points = planar.clip_half(points, 0, left, 1)
            points = planar.clip_half(points, 0, right, -1) if points else points
            if len(points) < 3:
                continue
            box = planar.box(points)
        yield layer, width, points, box


def make_cells(features, zoom, x_range, y_range):
    size = 1.0 / (1 << zoom)
    edge = size * BUFFER / EXTENT
    cells = {}
    for x in range(*x_range):
        column = list(column_clip(features, x * size - edge, (x + 1) * size + edge))
        for y in range(*y_range):
            origin = x * size, y * size
            bounds = origin[0] - edge, origin[1] - edge, origin[0] + size + edge, origin[1] + size + edge
            data = bytearray()
            for layer, width, points, box in column:
                if not planar.meets(box, bounds):
                    continue
                if layer in (LAND, LAKE):
                    data += encode_ring(layer, points, origin, size, bounds)
                else:
                    data += encode_line(layer, width, points, origin, size, bounds)
            cells[x, y] = bytes(data)
    return cells


def cell_range(bounds, zoom):
    n = 1 << zoom
    west, north = planar.project((bounds[0], bounds[3]))
    east, south = planar.project((bounds[2], bounds[1]))
    clamp = lambda v: max(0, min(n - 1, int(v * n)))
    return (clamp(west), clamp(east) + 1), (clamp(north), clamp(south) + 1)


def make_levels(folder):
    header, index, blob = b"", [], bytearray()
    for (top, zoom, bounds, pixels), features in zip(LEVELS, collect(folder)):
        pixel = 1.0 / (256 << min(top, 12))
        tolerance = max(pixels * pixel, 0.25 / EXTENT / (1 << zoom))
        features = list(simplified(features, tolerance, 2 * pixel * pixel if top < 24 else 0))
        (x0, x1), (y0, y1) = cell_range(bounds, zoom)
        cells = make_cells(features, zoom, (x0, x1), (y0, y1))
        before = len(blob)
        header += struct.pack("<BBHHHHHI", top, zoom, 0, x0, y0, x1, y1, len(index))
        for y in range(y0, y1):
            for x in range(x0, x1):
                index.append(len(blob))
                blob += cells[x, y]
        index.append(len(blob))
        print("level to zoom %d: %d cells, %d bytes" % (top, len(cells), len(blob) - before))
    return struct.pack("<I", len(LEVELS)) + header, struct.pack("<%dI" % len(index), *index), bytes(blob)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = sys.argv[1]
    geo_sources.fetch(folder)
    levels, index, blob = make_levels(folder)
    places, lines, strings = basemap_labels.make(folder, ROOT)
    sections = [(b"LEVL", levels), (b"INDX", index), (b"CELL", blob),
                (b"PLAC", places), (b"RIVR", lines), (b"STRS", strings)]
    header = b"SBBM" + struct.pack("<II", 1, len(sections))
    offset = len(header) + 12 * len(sections)
    body = b""
    for tag, data in sections:
        data += b"\0" * (-len(data) % 4)
        header += tag + struct.pack("<II", offset + len(body), len(data))
        body += data
        print(tag.decode(), len(data))
    path = os.path.join(ROOT, "data/basemap/basemap.bin")
    with open(path, "wb") as stream:
        stream.write(header + body)
    print(path, len(header) + len(body))


main()
