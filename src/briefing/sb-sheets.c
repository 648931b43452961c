/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-sheets.h"

#include "sb-sheets-private.h"

struct _SbSheets
{
  gatomicrefcount ref_count;
  SbTypeCase *type_case; /* (owned) */
  SbPaper paper;
  SbComposition *composition; /* (owned) */
  GPtrArray *sheets; /* (owned) (element-type GArray of SbMark) */
  GArray *places; /* (owned) (element-type SbSheetPlace) */
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

gboolean
sb_paper_find (double width,
               double height,
               SbPaper *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (ABS (papers[i].width - width) < 1 && ABS (papers[i].height - height) < 1)
      {
        *paper = (SbPaper) i;
        return TRUE;
      }

  return FALSE;
}

const char *
sb_paper_get_name (SbPaper paper)
{
  g_return_val_if_fail ((guint) paper < G_N_ELEMENTS (papers), papers[0].name);

  return papers[paper].name;
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

static void
cover (SbSheetPlace *place,
       const SbSheetPlace *other)
{
  double right = MAX (place->x + place->width, other->x + other->width);
  double bottom = MAX (place->y + place->height, other->y + other->height);

  place->x = MIN (place->x, other->x);
  place->y = MIN (place->y, other->y);
  place->width = right - place->x;
  place->height = bottom - place->y;
}

/* Lines of a paragraph, rows of a table and items of a list are one place. */
static void
add_place (SbSheets *self,
           const SbSheetPlace *place)
{
  for (guint i = self->places->len; i > 0; i--)
    {
      SbSheetPlace *before = &g_array_index (self->places, SbSheetPlace, i - 1);

      if (before->sheet != place->sheet)
        break;
      if (before->line == place->line && g_str_equal (before->block, place->block))
        {
          cover (before, place);
          return;
        }
    }
  g_array_append_val (self->places, *place);
}

static void
find_places (SbSheets *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (SbSheetPlace));
  for (guint i = 0; i < self->sheets->len; i++)
    {
      GArray *marks = g_ptr_array_index (self->sheets, i);

      for (guint k = 0; k < marks->len; k++)
        {
          const SbMark *mark = &g_array_index (marks, SbMark, k);
          SbSheetPlace place = { mark->name, mark->number, i, mark->x, mark->y, mark->width, mark->height };

          if (mark->kind == SB_MARK_BLOCK)
            add_place (self, &place);
        }
    }
}

SbSheets *
_sb_sheets_new (SbTypeCase *type_case,
                SbPaper paper,
                SbComposition *composition,
                GPtrArray *sheets)
{
  SbSheets *self = g_new0 (SbSheets, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->type_case = _sb_type_case_ref (type_case);
  self->paper = paper;
  self->composition = sb_composition_ref (composition);
  self->sheets = sheets;
  find_places (self);

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

  /* The texts on them are in fonts that another thread may be setting in. */
  _sb_type_case_lock (self->type_case);
  g_array_unref (self->places);
  g_ptr_array_unref (self->sheets);
  _sb_type_case_unlock (self->type_case);
  _sb_type_case_unref (self->type_case);
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

SbTypeCase *
_sb_sheets_get_type_case (const SbSheets *self)
{
  return self->type_case;
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
  _sb_type_case_lock (self->type_case);
  cairo_save (cr);
  for (guint i = 0; i < marks->len; i++)
    _sb_mark_draw (&g_array_index (marks, SbMark, i), cr);
  cairo_restore (cr);
  _sb_type_case_unlock (self->type_case);
}

const SbSheetPlace *
sb_sheets_get_places (const SbSheets *self,
                      guint *n_places)
{
  g_return_val_if_fail (self != NULL && n_places != NULL, NULL);

  *n_places = self->places->len;

  return (const SbSheetPlace *) (gconstpointer) self->places->data;
}

/* A line within a paragraph is held by the part that begins last before it. */
static gboolean
find_line (const SbSheets *self,
           const char *block,
           guint line,
           SbSheetPlace *place)
{
  const SbSheetPlace *found = NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      const SbSheetPlace *other = &g_array_index (self->places, SbSheetPlace, i);

      if (g_str_equal (other->block, block) && other->line > 0 && other->line <= line && (found == NULL || other->line > found->line))
        found = other;
    }
  if (found != NULL)
    *place = *found;

  return found != NULL;
}

gboolean
sb_sheets_find_block (const SbSheets *self,
                      const char *block,
                      guint line,
                      SbSheetPlace *place)
{
  gboolean is_found = FALSE;

  g_return_val_if_fail (self != NULL && block != NULL && place != NULL, FALSE);

  if (line > 0 && find_line (self, block, line, place))
    return TRUE;

  for (guint i = 0; i < self->places->len; i++)
    {
      const SbSheetPlace *other = &g_array_index (self->places, SbSheetPlace, i);

      if (!g_str_equal (other->block, block))
        continue;
      if (!is_found)
        *place = *other;
      else if (other->sheet == place->sheet)
        cover (place, other);
      is_found = TRUE;
    }
  if (is_found)
    place->line = 0;

  return is_found;
}

const SbSheetPlace *
sb_sheets_find_at (const SbSheets *self,
                   guint sheet,
                   double x,
                   double y)
{
  const SbSheetPlace *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      const SbSheetPlace *place = &g_array_index (self->places, SbSheetPlace, i);

      if (place->sheet == sheet && x >= place->x && x < place->x + place->width && y >= place->y && y < place->y + place->height &&
          (found == NULL || place->width * place->height < found->width * found->height))
        found = place;
    }

  return found;
}

guint
_sb_sheets_find_page (const SbSheets *self,
                      const char *anchor)
{
  for (guint i = 0; i < sb_sheets_get_n_sheets (self); i++)
    {
      GArray *marks = _sb_sheets_get_marks (self, i);

      for (guint k = 0; k < marks->len; k++)
        {
          const SbMark *mark = &g_array_index (marks, SbMark, k);

          if (mark->kind == SB_MARK_DEST && g_strcmp0 (mark->name, anchor) == 0)
            return i + 1;
        }
    }

  return 1;
}
