/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-sheets.h"

#include "sb-sheets-private.h"

struct _SbSheets
{
  gatomicrefcount ref_count;
  SbPaper paper;
  SbComposition *composition; /* (owned) */
  GPtrArray *sheets; /* (owned) (element-type GArray of SbMark) */
};

G_DEFINE_BOXED_TYPE (SbSheets, sb_sheets, sb_sheets_ref, sb_sheets_unref)

/* ISO 216 and ANSI, in points. */
static const struct
{
  const char *name;
  double width;
  double height;
} papers[] = {
  [SB_PAPER_A4] = { "a4", 210 / 25.4 * 72, 297 / 25.4 * 72 },
  [SB_PAPER_LETTER] = { "letter", 612, 792 },
};

gboolean
sb_paper_parse (const char *name,
                SbPaper *paper)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (name, papers[i].name) == 0)
      {
        *paper = (SbPaper) i;
        return TRUE;
      }

  return FALSE;
}

double
sb_paper_get_width (SbPaper paper)
{
  g_return_val_if_fail ((guint) paper < G_N_ELEMENTS (papers), papers[0].width);

  return papers[paper].width;
}

double
sb_paper_get_height (SbPaper paper)
{
  g_return_val_if_fail ((guint) paper < G_N_ELEMENTS (papers), papers[0].height);

  return papers[paper].height;
}

SbSheets *
_sb_sheets_new (SbPaper paper,
                SbComposition *composition,
                GPtrArray *sheets)
{
  SbSheets *self = g_new0 (SbSheets, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->paper = paper;
  self->composition = sb_composition_ref (composition);
  self->sheets = sheets;

  return self;
}

SbSheets *
sb_sheets_ref (SbSheets *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_sheets_unref (SbSheets *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->sheets);
  sb_composition_unref (self->composition);
  g_free (self);
}

guint
sb_sheets_get_n_sheets (const SbSheets *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sheets->len;
}

SbPaper
sb_sheets_get_paper (const SbSheets *self)
{
  g_return_val_if_fail (self != NULL, SB_PAPER_A4);

  return self->paper;
}

SbLanguage
sb_sheets_get_language (const SbSheets *self)
{
  g_return_val_if_fail (self != NULL, SB_LANGUAGE_FR);

  return sb_composition_get_language (self->composition);
}

SbComposition *
_sb_sheets_get_composition (const SbSheets *self)
{
  return self->composition;
}

GArray *
_sb_sheets_get_marks (const SbSheets *self,
                      guint sheet)
{
  return g_ptr_array_index (self->sheets, sheet);
}

void
sb_sheets_draw (const SbSheets *self,
                guint sheet,
                cairo_t *cr)
{
  GArray *marks;

  g_return_if_fail (self != NULL && sheet < self->sheets->len);
  g_return_if_fail (cr != NULL);

  marks = _sb_sheets_get_marks (self, sheet);
  cairo_save (cr);
  for (guint i = 0; i < marks->len; i++)
    _sb_mark_draw (&g_array_index (marks, SbMark, i), cr);
  cairo_restore (cr);
}
