/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-slab-private.h"

G_BEGIN_DECLS

/* Puts @slabs (element-type SbSlab) on pages whose text is @height high and
 * starts at (@x, @y): the marks of each page (element-type GArray of SbMark).
 * A slab higher than a page has one of its own. */
GPtrArray *_sb_paginate (GPtrArray *slabs,
                         double x,
                         double y,
                         double height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
