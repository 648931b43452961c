/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <pango/pangocairo.h>

#include "sb-basemap-private.h"

G_BEGIN_DECLS

/* The letters of the map: which face, size and spacing a name has, and how wide
 * it will be. */

/* Rivers are lettered like the other kinds of name. */
#define SB_MAP_LETTERING_RIVER SB_N_BASEMAP_NAME_KINDS

typedef struct
{
  PangoWeight weight;
  PangoStyle slant;
  double size; /* logical pixels */
  double spacing; /* between letters, logical pixels */
  gboolean upper;
} SbMapLettering;

/* @kind is a SbBasemapNameKind or SB_MAP_LETTERING_RIVER; @size as in
 * SbBasemapName. */
SbMapLettering _sb_map_lettering_get (guint kind,
                                      guint size,
                                      double zoom);

/* To be freed. Lines end with a newline. */
char *_sb_map_lettering_prepare (const SbMapLettering *self,
                                 const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* A layout of the calling thread for @text as prepared; centred lines. */
PangoContext *_sb_map_lettering_create_context (void) G_GNUC_WARN_UNUSED_RESULT;
PangoLayout *_sb_map_lettering_create_layout (const SbMapLettering *self,
                                              PangoContext *context,
                                              const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SbLetterTable:
 *
 * The widths of letters, measured once each: placing thousands of names would
 * take too long if Pango had to lay out each. Kerning is left out. Not safe
 * for threads: its owner locks.
 */
typedef struct _SbLetterTable SbLetterTable;

SbLetterTable *_sb_letter_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _sb_letter_table_free (SbLetterTable *self);

/* The width of the widest line of a text as prepared. */
double _sb_letter_table_measure (SbLetterTable *self,
                                 const SbMapLettering *lettering,
                                 const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbLetterTable, _sb_letter_table_free)

G_END_DECLS
