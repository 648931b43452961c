# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Plane geometry for the making of the base map, on the unit square of Web
Mercator."""

import math

MAX_LATITUDE = 85.05112877980659


def project(point):
    longitude, latitude = point
    latitude = max(-MAX_LATITUDE, min(MAX_LATITUDE, latitude))
    y = math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
    return longitude / 360 + 0.5, 0.5 - y / (2 * math.pi)


def simplify(points, tolerance):
    """Douglas and Peucker: no point left out is farther than @tolerance."""
    if len(points) < 3:
        return points
    keep = bytearray(len(points))
    keep[0] = keep[-1] = 1
    stack = [(0, len(points) - 1)]
    limit = tolerance * tolerance
    while stack:
        first, last = stack.pop()
        ax, ay = points[first]
        dx, dy = points[last][0] - ax, points[last][1] - ay
        norm = dx * dx + dy * dy
        worst, where = limit, -1
        for i in range(first + 1, last):
            px, py = points[i][0] - ax, points[i][1] - ay
            if norm > 0:
                t = max(0.0, min(1.0, (px * dx + py * dy) / norm))
                px -= t * dx
                py -= t * dy
            distance = px * px + py * py
            if distance > worst:
                worst, where = distance, i
        if where > 0:
            keep[where] = 1
            stack.append((first, where))
            stack.append((where, last))
    return [p for p, kept in zip(points, keep) if kept]


def simplify_ring(points, tolerance):
    """A closed ring: split where it is widest, so that both halves are lines."""
    if points[0] == points[-1]:
        points = points[:-1]
    if len(points) < 4:
        return points
    ax, ay = points[0]
    far = max(range(len(points)), key=lambda i: (points[i][0] - ax) ** 2 + (points[i][1] - ay) ** 2)
    if far == 0:
        return points[:1]
    first = simplify(points[:far + 1], tolerance)
    second = simplify(points[far:] + points[:1], tolerance)
    return first[:-1] + second[:-1]


def box(points):
    xs = [p[0] for p in points]
    ys = [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def meets(a, b):
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def inside(a, b):
    return a[0] >= b[0] and a[1] >= b[1] and a[2] <= b[2] and a[3] <= b[3]


def clip_half(points, axis, limit, sign):
    result = []
    previous = points[-1]
    before = (previous[axis] - limit) * sign
    for point in points:
        here = (point[axis] - limit) * sign
        if (before >= 0) != (here >= 0):
            t = before / (before - here)
            result.append((previous[0] + t * (point[0] - previous[0]),
                           previous[1] + t * (point[1] - previous[1])))
        if here >= 0:
            result.append(point)
        previous, before = point, here
    return result


def clip_ring(points, bounds):
    """Sutherland and Hodgman."""
    for axis, limit, sign in ((0, bounds[0], 1), (0, bounds[2], -1), (1, bounds[1], 1), (1, bounds[3], -1)):
        if points:
            points = clip_half(points, axis, limit, sign)
    return points


def clip_segment(a, b, bounds):
    """Liang and Barsky: the two ends as fractions of the segment, or None."""
    start, end = 0.0, 1.0
    dx, dy = b[0] - a[0], b[1] - a[1]
    for p, q in ((-dx, a[0] - bounds[0]), (dx, bounds[2] - a[0]), (-dy, a[1] - bounds[1]), (dy, bounds[3] - a[1])):
        if p == 0:
            if q < 0:
                return None
        elif p < 0:
            start = max(start, q / p)
        else:
            end = min(end, q / p)
    return (start, end) if start <= end else None


def clip_line(points, bounds):
    """The pieces inside, each with the length of the line before it."""
    pieces = []
    current = []
    walked = 0.0
    for a, b in zip(points, points[1:]):
        length = math.hypot(b[0] - a[0], b[1] - a[1])
        span = clip_segment(a, b, bounds)
        if span is not None:
            start, end = span
            if not current:
                current = [(a[0] + start * (b[0] - a[0]), a[1] + start * (b[1] - a[1]))]
                pieces.append((walked + start * length, current))
            current.append((a[0] + end * (b[0] - a[0]), a[1] + end * (b[1] - a[1])))
            if end < 1.0:
                current = []
        else:
            current = []
        walked += length
    return pieces


def chain(lines):
    """Joins lines that meet end to end, as far as each end meets one other."""
    lines = [list(line) for line in lines if len(line) > 1]
    ends = {}
    for line in lines:
        for end in (line[0], line[-1]):
            ends.setdefault(key(end), []).append(line)
    for at in list(ends):
        meeting = ends[at]
        if len(meeting) == 2 and meeting[0] is not meeting[1]:
            gone = meeting[1]
            join(ends, at, meeting[0], gone)
            lines = [line for line in lines if line is not gone]
    return lines


def key(point):
    return round(point[0], 7), round(point[1], 7)


def join(ends, at, first, second):
    for line in (first, second):
        for end in (line[0], line[-1]):
            ends[key(end)] = [x for x in ends[key(end)] if x is not line]
    if key(first[0]) == at:
        first.reverse()
    first.extend(second[1:] if key(second[0]) == at else second[-2::-1])
    for end in (first[0], first[-1]):
        ends[key(end)].append(first)
