# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Faces of the plane from lines that should meet but were not drawn to: a line
that ends just short of another is led to it, lines that cross are cut, what
bounds nothing is dropped, and the faces between the rest are traced.

A point is a pair of whole numbers, so that what is the same compares so.
"""

import math
from collections import defaultdict


class Grid:
    """Segments by the squares that their boxes touch."""

    def __init__(self, size):
        self.size = size
        self.squares = defaultdict(set)

    def cover(self, a, b, margin=0):
        x0, x1 = sorted((a[0], b[0]))
        y0, y1 = sorted((a[1], b[1]))
        for x in range(int((x0 - margin) // self.size), int((x1 + margin) // self.size) + 1):
            for y in range(int((y0 - margin) // self.size), int((y1 + margin) // self.size) + 1):
                yield x, y

    def add(self, edge):
        for square in self.cover(*edge):
            self.squares[square].add(edge)

    def remove(self, edge):
        for square in self.cover(*edge):
            self.squares[square].discard(edge)

    def near(self, a, b, margin=0):
        found = set()
        for square in self.cover(a, b, margin):
            found |= self.squares.get(square, set())
        return sorted(found)


def edge_of(a, b):
    return (a, b) if a < b else (b, a)


def nearest_on(point, edge):
    """The nearest point of @edge, rounded, and how far it is."""
    (ax, ay), (bx, by) = edge
    dx, dy = bx - ax, by - ay
    t = ((point[0] - ax) * dx + (point[1] - ay) * dy) / (dx * dx + dy * dy)
    t = max(0.0, min(1.0, t))
    at = round(ax + t * dx), round(ay + t * dy)
    return at, math.hypot(at[0] - point[0], at[1] - point[1])


def crossing(first, second):
    """Where two segments cross between their ends, rounded; or None."""
    (ax, ay), (bx, by) = first
    (cx, cy), (dx, dy) = second
    rx, ry, sx, sy = bx - ax, by - ay, dx - cx, dy - cy
    cross = rx * sy - ry * sx
    if cross == 0:
        return None
    t = ((cx - ax) * sy - (cy - ay) * sx) / cross
    u = ((cx - ax) * ry - (cy - ay) * rx) / cross
    if not (0 < t < 1 and 0 < u < 1):
        return None
    return round(ax + t * rx), round(ay + t * ry)


class Network:
    """Edges between points, each with what it was made of (@kinds)."""

    def __init__(self, square):
        self.kinds = {}
        self.meeting = defaultdict(set)
        self.grid = Grid(square)

    def add(self, a, b, kinds):
        if a == b:
            return
        edge = edge_of(a, b)
        if edge in self.kinds:
            self.kinds[edge] |= kinds
            return
        self.kinds[edge] = set(kinds)
        self.meeting[a].add(b)
        self.meeting[b].add(a)
        self.grid.add(edge)

    def remove(self, edge):
        a, b = edge
        self.meeting[a].discard(b)
        self.meeting[b].discard(a)
        self.grid.remove(edge)
        return self.kinds.pop(edge)

    def split(self, edge, at):
        if at in edge:
            return
        kinds = self.remove(edge)
        self.add(edge[0], at, kinds)
        self.add(at, edge[1], kinds)

    def add_line(self, points, kind):
        for a, b in zip(points, points[1:]):
            self.add(a, b, {kind})

    def lead_ends(self, reach):
        """Leads each loose end to the nearest other line within @reach."""
        for point in sorted(p for p, others in self.meeting.items() if len(others) == 1):
            if len(self.meeting[point]) != 1:
                continue
            own = edge_of(point, next(iter(self.meeting[point])))
            best = None
            for edge in self.grid.near(point, point, reach):
                if point in edge:
                    continue
                at, distance = nearest_on(point, edge)
                if distance <= reach and at not in own and (best is None or (distance, edge) < best[:2]):
                    best = distance, edge, at
            if best is not None:
                self.split(best[1], best[2])
                self.add(point, best[2], self.kinds[own] | {"led"})

    def cut_crossings(self):
        waiting = sorted(self.kinds)
        while waiting:
            edge = waiting.pop()
            if edge not in self.kinds:
                continue
            for other in self.grid.near(*edge):
                at = crossing(edge, other) if other != edge else None
                if at is None or (at in edge and at in other):
                    continue
                for one in (edge, other):
                    self.split(one, at)
                    waiting += [e for e in (edge_of(one[0], at), edge_of(at, one[1])) if e in self.kinds]
                break

    def drop_loose(self):
        """Drops what hangs loose; returns the ends that hung, for a report."""
        hung = sorted(p for p, others in self.meeting.items() if len(others) == 1)
        waiting = list(hung)
        while waiting:
            point = waiting.pop()
            if len(self.meeting[point]) == 1:
                other = next(iter(self.meeting[point]))
                self.remove(edge_of(point, other))
                waiting.append(other)
        return hung

    def rings(self):
        """Each ring of edges with nothing else on its left, as points: those of
        faces run against the clock (area above 0), those around a piece of the
        network with the clock."""
        following = {}
        for point, others in self.meeting.items():
            turn = sorted(others, key=lambda o: math.atan2(o[1] - point[1], o[0] - point[0]))
            for i, other in enumerate(turn):
                following[other, point] = point, turn[i - 1]
        rings = []
        while following:
            start = min(following)
            ring, step = [], start
            while step in following:
                ring.append(step[0])
                step = following.pop(step)
            rings.append(ring)
        return rings


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1])) / 2


def holds(ring, point):
    inside = False
    x, y = point
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            inside = not inside
    return inside


def box(ring):
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return min(xs), min(ys), max(xs), max(ys)


def faces(network):
    """The faces, each a list of rings: the outer one, then the holes."""
    rings = network.rings()
    outer = [[ring] for ring in rings if area(ring) > 0]
    outer.sort(key=lambda face: area(face[0]))
    boxes = [box(face[0]) for face in outer]
    for ring in rings:
        if area(ring) > 0:
            continue
        small = box(ring)
        corners = set(ring)
        for face, large in zip(outer, boxes):
            if not (large[0] <= small[0] and large[1] <= small[1] and large[2] >= small[2] and large[3] >= small[3]):
                continue
            # The smallest face around it that is not its own other side.
            if not corners <= set(face[0]) and holds(face[0], next_inner(ring, face[0])):
                face.append(ring)
                break
    return outer


def next_inner(ring, outer):
    """A point of @ring that is not on @outer."""
    there = set(outer)
    return next((p for p in ring if p not in there), ring[0])
