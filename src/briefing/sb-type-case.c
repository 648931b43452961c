/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-type-case-private.h"

#include <pango/pangocairo.h>

struct _SbTypeCase
{
  gatomicrefcount ref_count;
  GRecMutex lock;
  PangoFontMap *fonts; /* (owned) */
};

SbTypeCase *
_sb_type_case_new (double resolution)
{
  SbTypeCase *self = g_new0 (SbTypeCase, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_rec_mutex_init (&self->lock);
  self->fonts = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->fonts), resolution);

  return self;
}

SbTypeCase *
_sb_type_case_ref (SbTypeCase *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
_sb_type_case_unref (SbTypeCase *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_object_unref (self->fonts);
  g_rec_mutex_clear (&self->lock);
  g_free (self);
}

PangoFontMap *
_sb_type_case_get_fonts (SbTypeCase *self)
{
  return self->fonts;
}

void
_sb_type_case_lock (SbTypeCase *self)
{
  g_rec_mutex_lock (&self->lock);
}

void
_sb_type_case_unlock (SbTypeCase *self)
{
  g_rec_mutex_unlock (&self->lock);
}
