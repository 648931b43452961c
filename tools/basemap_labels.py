# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""The names of the base map: countries, regions, towns, seas, rivers."""

import csv
import os
import struct

import geo_sources
import planar

COUNTRY, REGION, CAPITAL, SEAT, TOWN, VILLAGE, SEA, LAKE, LANDSCAPE = range(9)

FOCUS = (-26.0, -3.0, 31.0, 33.0)

# How much a town counts for its size: the thinly settled countries that the
# program is about show smaller towns than the coast does.
WEIGHT = {"ML": 4, "BF": 4, "NE": 4, "MR": 4, "TD": 3, "SN": 2, "GN": 2, "TG": 2, "BJ": 2,
          "CI": 1.2, "GH": 1.2, "NG": 0.5, "DZ": 1.5, "EH": 2}

# The smallest score that is named from a zoom on.
STEPS = [(900000, 5.0), (350000, 5.5), (150000, 6.0), (70000, 6.6), (30000, 7.2),
         (12000, 8.0), (5000, 8.6), (2000, 9.2)]

# Regions are named where the map draws their borders.
REGIONS_NAMED = set("ML BF NE MR SN GN TG BJ NG TD DZ".split())
REGIONS_NEW = set("nioro kita dioila nara bougouni koutiala san douentza bandiagara taoudenit menaka bamako "
                  "niamey nouakchott dakar conakry littoral ndjamena abuja".split())
REGIONS_LARGE = set("MR NE TD DZ ML".split())

# longitude, latitude, French, English, kind, zoom from, zoom to, size
FEATURES = [
    (-22.0, 12.0, "Océan\nAtlantique", "Atlantic\nOcean", SEA, 4.6, 7.5, 2),
    (-38.0, 28.0, "Océan Atlantique", "Atlantic Ocean", SEA, 2.0, 4.5, 2),
    (2.5, 3.6, "Golfe de Guinée", "Gulf of Guinea", SEA, 4.0, 7.5, 1),
    (17.5, 34.6, "Mer Méditerranée", "Mediterranean Sea", SEA, 3.6, 6.0, 1),
    (77.0, -20.0, "Océan Indien", "Indian Ocean", SEA, 2.0, 5.0, 2),
    (-130.0, 5.0, "Océan Pacifique", "Pacific Ocean", SEA, 2.0, 5.0, 2),
    (38.0, 20.0, "Mer Rouge", "Red Sea", SEA, 4.0, 6.0, 0),
    (14.4, 13.15, "Lac Tchad", "Lake Chad", LAKE, 5.5, 24, 0),
    (-0.1, 7.35, "Lac Volta", "Lake Volta", LAKE, 6.2, 24, 0),
    (4.56, 10.3, "Lac de Kainji", "Kainji Lake", LAKE, 7.4, 24, 0),
    (1.6, 19.9, "Adrar des Ifoghas", "Adrar des Ifoghas", LANDSCAPE, 6.4, 10, 0),
    (8.7, 18.3, "Aïr", "Aïr", LANDSCAPE, 6.0, 10, 1),
    (11.4, 18.0, "Ténéré", "Ténéré", LANDSCAPE, 5.6, 10, 1),
    (5.6, 23.2, "Hoggar", "Hoggar", LANDSCAPE, 5.6, 10, 1),
    (-1.9, 21.6, "Tanezrouft", "Tanezrouft", LANDSCAPE, 6.0, 10, 1),
    (-5.3, 19.4, "Azawad", "Azawad", LANDSCAPE, 24, 24, 1),
    (-1.7, 15.9, "Gourma", "Gourma", LANDSCAPE, 7.0, 10, 0),
    (-4.5, 15.05, "Delta intérieur\ndu Niger", "Inner Niger\nDelta", LANDSCAPE, 7.0, 10, 0),
    (0.6, 14.2, "Liptako", "Liptako", LANDSCAPE, 7.2, 10, 0),
    (-12.0, 11.2, "Fouta-Djalon", "Fouta Djallon", LANDSCAPE, 6.6, 9, 0),
    (-6.6, 17.0, "Hodh", "Hodh", LANDSCAPE, 24, 24, 0),
    (-7.4, 20.2, "Majâbat al-Koubra", "Majabat al-Koubra", LANDSCAPE, 6.2, 9, 0),
]

RIVER_NAMES = {
    "Niger": ("Niger", "Niger", 4.5), "Sénégal": ("Sénégal", "Senegal", 5.5),
    "Benue": ("Bénoué", "Benue", 6.0), "Bénoué": ("Bénoué", "Benue", 6.0),
    "Bani": ("Bani", "Bani", 6.6), "Bafing": ("Bafing", "Bafing", 7.0), "Bakoy": ("Bakoye", "Bakoye", 7.5),
    "Baoulé": ("Baoulé", "Baoulé", 7.5), "Bagoé": ("Bagoé", "Bagoé", 7.8),
    "Mouhoun  (Black Volta)": ("Mouhoun (Volta noire)", "Mouhoun (Black Volta)", 6.6),
    "Nakanbé (White Volta)": ("Nakambé (Volta blanche)", "Nakambé (White Volta)", 6.6),
    "Volta": ("Volta", "Volta", 7.0), "Gambia": ("Gambie", "Gambia", 6.6), "Chari": ("Chari", "Chari", 6.0),
    "Logone": ("Logone", "Logone", 6.6), "Komadugu Yobe": ("Komadougou Yobé", "Komadugu Yobe", 7.2),
    "Komoé": ("Comoé", "Comoé", 7.0), "Bandama": ("Bandama", "Bandama", 7.4),
    "Bandama Blanc": ("Bandama blanc", "White Bandama", 7.8), "Sassandra": ("Sassandra", "Sassandra", 7.2),
    "Ouémé": ("Ouémé", "Ouémé", 7.2), "Oti": ("Oti", "Oti", 7.5), "Sokoto": ("Sokoto", "Sokoto", 7.5),
    "Kaduna": ("Kaduna", "Kaduna", 7.6), "Gongola": ("Gongola", "Gongola", 7.6), "Hadejia": ("Hadejia", "Hadejia", 7.8),
    "Sanaga": ("Sanaga", "Sanaga", 6.8), "Ubangi": ("Oubangui", "Ubangi", 5.6), "Congo": ("Congo", "Congo", 4.6),
    "Nile": ("Nil", "Nile", 4.2), "Logone ": ("Logone", "Logone", 6.6),
}


class Strings:
    """Texts with a zero after each, every text once."""

    def __init__(self):
        self.data = bytearray(b"\0")
        self.offsets = {"": 0}

    def add(self, text):
        if text not in self.offsets:
            self.offsets[text] = len(self.data)
            self.data += text.encode() + b"\0"
        return self.offsets[text]


def read_tsv(root, name):
    with open(os.path.join(root, "data/gazetteer", name), encoding="utf-8") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def town_zoom(country, population, seat):
    weight = WEIGHT.get(country, 0.7)
    score = max(population, 300) * weight
    score += {1: 900000, 2: score + 80000 * weight, 3: 12000}.get(seat, 0)
    for least, zoom in STEPS:
        if score >= least:
            return 3.6 if seat == 1 else zoom
    return 10.0


def town_label(longitude, latitude, french, english, country, population, seat):
    zoom = town_zoom(country, population, seat)
    kind = {1: CAPITAL, 2: SEAT}.get(seat, TOWN if population >= 5000 or seat == 3 else VILLAGE)
    return (longitude, latitude, french, english, kind, zoom, 24, 0, population)


def gazetteer_labels(root):
    """The towns; a place that is known to be somewhere around gets no dot."""
    for row in read_tsv(root, "gazetteer.tsv"):
        if row["kind"] in ("town", "village", "border-post") and row["precision"] in ("exact", "near"):
            yield town_label(float(row["longitude"]), float(row["latitude"]), row["fr"], row["en"],
                             row["country"], int(row["population"] or 0), int(row["seat"] or 0))


def neighbour_labels(folder, root):
    """Larger towns around, which the gazetteer leaves out."""
    known = {row["geonames"] for row in read_tsv(root, "gazetteer.tsv")}
    french = geo_sources.french_town_names(folder)
    for row in geo_sources.cities(folder):
        seat = {"PPLC": 1, "PPLA": 2}.get(row["code"], 0)
        if row["id"] in known or not (FOCUS[0] < row["longitude"] < FOCUS[2] and FOCUS[1] < row["latitude"] < FOCUS[3]):
            continue
        if seat or row["population"] >= 60000:
            yield town_label(row["longitude"], row["latitude"], french.get(row["id"], row["name"]), row["name"],
                             row["country"], row["population"], seat)


def world_labels(folder):
    """The great cities of the rest of the world."""
    french = geo_sources.french_town_names(folder)
    for _, row in geo_sources.magics(folder, "10m/populated_places_simple"):
        longitude, latitude = float(row["longitude"]), float(row["latitude"])
        rank = int(row["scalerank"])
        if rank > 3 or FOCUS[0] < longitude < FOCUS[2] and FOCUS[1] < latitude < FOCUS[3]:
            continue
        number = row["geonameid"].split(".")[0]
        capital = row["featurecla"].startswith("Admin-0 capital")
        zoom = 3.4 + 0.6 * rank + (0 if capital else 0.6)
        yield (longitude, latitude, french.get(number, row["name"]), row["name"],
               CAPITAL if capital else SEAT, zoom, 24, 0, int(row["pop_max"]))


LARGE = set("ML NE MR TD DZ LY SD EG NG".split())
SMALL = set("GM GW TG BJ SL LR CF".split())

# Where iso-codes has no short name, or none in French.
SHORT_NAMES = {
    "CD": ("RD Congo", "DR Congo"), "CG": ("Congo", "Congo"), "TR": ("Turquie", "Türkiye"), "SY": ("Syrie", "Syria"),
    "RU": ("Russie", "Russia"), "KR": ("Corée du Sud", "South Korea"), "KP": ("Corée du Nord", "North Korea"),
    "LA": ("Laos", "Laos"), "IR": ("Iran", "Iran"), "US": ("États-Unis", "United States"),
    "GB": ("Royaume-Uni", "United Kingdom"), "PS": ("Palestine", "Palestine"), "TW": ("Taïwan", "Taiwan"),
    "MD": ("Moldavie", "Moldova"), "CZ": ("Tchéquie", "Czechia"), "BN": ("Brunei", "Brunei"),
    "AE": ("Émirats arabes unis", "United Arab Emirates"), "GQ": ("Guinée équat.", "Eq. Guinea"),
    "GF": ("Guyane", "French Guiana"), "FK": ("Îles Malouines", "Falkland Islands"),
}


def country_labels(folder, root):
    named = set()
    for row in read_tsv(root, "countries.tsv"):
        named.add(row["country"])
        small, large = row["country"] in SMALL, row["country"] in LARGE
        yield (float(row["longitude"]), float(row["latitude"]), row["fr"], row["en"], COUNTRY,
               4.6 if small else 2.6 if large else 3.6, 7.9, 0 if small else 1, 0)
    names = {alpha3: (alpha2, fr, en) for alpha2, alpha3, fr, en in geo_sources.countries(folder)}
    sizes = {}
    for rings, geometry in geo_sources.topology(folder).polygons("countries"):
        if not rings or not rings[0] or "ct" not in geometry.get("properties", {}):
            continue
        box = planar.box(rings[0])
        size = (box[2] - box[0]) * (box[3] - box[1])
        if size > sizes.get(geometry.get("id"), (0,))[0]:
            sizes[geometry.get("id")] = size, geometry["properties"]["ct"]
    for code, (size, centre) in sorted(sizes.items(), key=lambda item: -item[1][0]):
        if code in names and names[code][0] not in named:
            zoom = 2.0 if size > 600 else 3.0 if size > 200 else 3.8 if size > 40 else 4.6 if size > 6 else 5.6
            french, english = SHORT_NAMES.get(names[code][0], names[code][1:])
            yield centre[0], centre[1], french, english, COUNTRY, zoom, 7.9, 1 if size > 200 else 0, 0


def region_labels(root):
    for row in read_tsv(root, "regions.tsv"):
        country, name = row["country"], row["key"].split("-region-")[1]
        if country in REGIONS_NAMED and name not in REGIONS_NEW:
            large = country in REGIONS_LARGE
            yield (float(row["longitude"]), float(row["latitude"]), row["fr"], row["en"], REGION,
                   6.2 if large else 7.2, 10.9, 0, 0)


def order(label):
    """Who is placed first."""
    kind, zoom = label[4], label[5]
    first = {CAPITAL: 0, COUNTRY: 1, SEA: 2, LAKE: 3}.get(kind, 4)
    return first if first < 4 else 4, zoom + (0.7 if kind in (REGION, LANDSCAPE) else 0), -label[8]


def make_places(folder, root, strings):
    labels = list(gazetteer_labels(root)) + list(neighbour_labels(folder, root)) + list(world_labels(folder))
    labels += list(country_labels(folder, root)) + list(region_labels(root))
    labels += [(*feature, 0) for feature in FEATURES if feature[5] < 24]
    data = bytearray()
    for longitude, latitude, french, english, kind, least, most, size, population in sorted(labels, key=order):
        x, y = planar.project((longitude, latitude))
        data += struct.pack("<IIIIIBBBB", int(x * (1 << 32)), int(y * (1 << 32)), strings.add(french),
                            strings.add(english), population, kind, round(least * 10), min(240, round(most * 10)), size)
    print("names: %d" % len(labels))
    return bytes(data)


def make_rivers(folder, strings):
    """Named rivers, their pieces joined, most important first."""
    pieces = {}
    for parts, row in geo_sources.magics(folder, "10m/rivers_lake_centerlines"):
        names = RIVER_NAMES.get(row["name"])
        if names is not None:
            pieces.setdefault(names, []).extend([planar.project(p) for p in part] for part in parts)
    data = bytearray()
    count = 0
    for (french, english, least), lines in sorted(pieces.items(), key=lambda item: item[0][2]):
        for line in planar.chain(lines):
            line = planar.simplify(line, 0.6 / (256 << 8))
            if len(line) < 4:
                continue
            count += 1
            data += struct.pack("<IIIHH", strings.add(french), strings.add(english), round(least * 10), len(line), 0)
            for x, y in line:
                data += struct.pack("<II", int(x * (1 << 32)), int(y * (1 << 32)))
    print("river lines: %d" % count)
    return struct.pack("<I", count) + bytes(data)


def make(folder, root):
    strings = Strings()
    places = make_places(folder, root, strings)
    rivers = make_rivers(folder, strings)
    return places, rivers, bytes(strings.data)
