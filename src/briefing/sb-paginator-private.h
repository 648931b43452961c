/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-slab-private.h"

G_BEGIN_DECLS

/* Where text goes on a page, in points. */
typedef struct
{
  double x[2]; /* where it starts: on odd pages, on even pages */
  double y;
  double height;
  double width;
  GPtrArray *notes; /* not owned; (nullable) (element-type SbSlab) what links with the
                       number n lead to: note n - 1, at the foot of the page */
  GPtrArray *short_notes; /* not owned; (nullable) the same, for later pages */
} SbPageFrame;

/* Puts @slabs (element-type SbSlab) on pages: the marks of each page (element-type
 * GArray of SbMark). Notes stand at the foot of each page that calls them. A slab
 * higher than a page has one of its own. */
GPtrArray *_sb_paginate (GPtrArray *slabs,
                         const SbPageFrame *frame) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
