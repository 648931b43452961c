/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-typesetter-private.h"

#include "sb-flow-private.h"
#include "sb-paginator-private.h"
#include "sb-parallel-private.h"
#include "sb-sheets-private.h"

#include <pango/pangocairo.h>

/* In points. */
#define FOOT_RULE  40.0 /* above the edge of the paper */
#define FOOT_TEXT  35.0
#define FOOT_SHARE 0.78 /* of the width, for what stands left */
#define HEAD_RULE  16.0 /* below the head of a page */

/* Between the marking and the number of the page. */
#define FOOT_GAP "\342\200\203" /* U+2003 */

#define HAIRLINE 0.5

/* Layouts are kept from one setting to the next, up to so many. */
#define MAX_LAYOUTS 4000

/* A point is a unit. */
#define RESOLUTION 72.0

struct _SbTypesetter
{
  SbPaper paper;
  SbTypeCase *type_case; /* (owned) */
  SbHyphenator *hyphenators[SB_N_LANGUAGES]; /* (owned) (nullable) until used */
  GHashTable *layouts; /* (owned) see SbSetting */
  SbFitMemory *fit_memory; /* (owned) */
};

SbTypesetter *
sb_typesetter_new (SbPaper paper)
{
  SbTypesetter *self = g_new0 (SbTypesetter, 1);

  self->paper = paper;
  self->type_case = _sb_type_case_new (RESOLUTION);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->fit_memory = _sb_fit_memory_new ();

  return self;
}

void
sb_typesetter_free (SbTypesetter *self)
{
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    g_clear_pointer (&self->hyphenators[i], sb_hyphenator_free);
  _sb_type_case_lock (self->type_case);
  g_hash_table_unref (self->layouts);
  _sb_type_case_unlock (self->type_case);
  _sb_type_case_unref (self->type_case);
  _sb_fit_memory_free (self->fit_memory);
  g_free (self);
}

SbFitMemory *
_sb_typesetter_get_fit_memory (SbTypesetter *self)
{
  return self->fit_memory;
}

/* Paper has no pixels: glyphs stand where the font's own metrics put them. */
static PangoContext *
new_context (SbTypesetter *self,
             SbLanguage language)
{
  PangoContext *context = pango_font_map_create_context (_sb_type_case_get_fonts (self->type_case));
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (sb_language_get_code (language)));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);

  return context;
}

static SbHyphenator *
get_hyphenator (SbTypesetter *self,
                SbLanguage language)
{
  if (self->hyphenators[language] == NULL)
    self->hyphenators[language] = sb_hyphenator_new (language);

  return self->hyphenators[language];
}

/* One document on its way to sheets. */
typedef struct
{
  SbSetting setting;
  SbComposition *composition; /* not owned */
  const SbPageLayout *layout; /* not owned */
  SbPageFrame frame;
  double paper_height;
  SbSetting *other_setting; /* not owned; (nullable) of the right one of two languages */
  SbComposition *sides[2]; /* not owned; (nullable) the documents of the two */
} Document;

static void
add_line (Document *self,
          GArray *marks,
          SbTypeStyleId style,
          const char *text,
          double x,
          double y,
          double width,
          PangoAlignment alignment)
{
  g_autoptr (SbRichText) rich = sb_rich_text_new_plain (text);

  _sb_paragraph_add (&self->setting, marks, rich, style, x, y, width, alignment);
}

/* What is said of the document left, its marking and page x of y right. */
static void
add_foot (Document *self,
          GArray *marks,
          guint page,
          guint n_pages)
{
  double x = self->frame.x[(page - 1) % 2];
  double bottom = self->paper_height;
  const char *marking = sb_composition_get_property (self->composition, SB_PROPERTY_MARKING);
  g_autofree char *number = g_strdup_printf ("%s%s%u/%u", marking, marking[0] != '\0' ? FOOT_GAP : "", page, n_pages);

  _sb_marks_add_fill (marks, x, bottom - FOOT_RULE, self->frame.width, HAIRLINE, SB_INK_RULE);
  add_line (self, marks, SB_TYPE_STYLE_FOOT, sb_composition_get_property (self->composition, SB_PROPERTY_FOOT), x, bottom - FOOT_TEXT, self->frame.width * FOOT_SHARE, PANGO_ALIGN_LEFT);
  add_line (self, marks, SB_TYPE_STYLE_FOOT, number, x, bottom - FOOT_TEXT, self->frame.width, PANGO_ALIGN_RIGHT);
}

/* A running head, and under the text the marking in the middle and the number of the
 * page at the outer edge. */
static void
add_head_and_foot (Document *self,
                   GArray *marks,
                   guint page,
                   guint n_pages)
{
  gboolean is_left = sb_composition_is_duplex (self->composition) && page % 2 == 0;
  double x = self->frame.x[(page - 1) % 2];
  double width = self->frame.width;
  PangoAlignment outer = is_left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
  g_autofree char *number = g_strdup_printf ("%u/%u", page, n_pages);

  add_line (self, marks, SB_TYPE_STYLE_HEAD, sb_composition_get_property (self->composition, SB_PROPERTY_HEAD), x, self->layout->head, width, outer);
  _sb_marks_add_fill (marks, x, self->layout->head + HEAD_RULE, width, HAIRLINE, SB_INK_RULE);
  add_line (self, marks, SB_TYPE_STYLE_FOOT, sb_composition_get_property (self->composition, SB_PROPERTY_MARKING), x, self->paper_height - FOOT_TEXT, width, PANGO_ALIGN_CENTER);
  add_line (self, marks, SB_TYPE_STYLE_FOOT, number, x, self->paper_height - FOOT_TEXT, width, outer);
}

static gboolean
is_bare (GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, SbMark, i).kind == SB_MARK_BARE)
      return TRUE;

  return FALSE;
}

/* The pages of places, from 1 (element-type char* → guint). */
static GHashTable *
find_places (GPtrArray *pages)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      GArray *marks = g_ptr_array_index (pages, i);

      for (guint k = 0; k < marks->len; k++)
        {
          const SbMark *mark = &g_array_index (marks, SbMark, k);

          if (mark->kind == SB_MARK_DEST && !g_hash_table_contains (places, mark->name))
            g_hash_table_insert (places, g_strdup (mark->name), GUINT_TO_POINTER (i + 1));
        }
    }

  return places;
}

/* Puts the line with the number in the place of @mark, inside of its element. */
static void
resolve_page (Document *self,
              SbMark *mark,
              GHashTable *places)
{
  g_autofree char *number = g_strdup_printf ("%u", GPOINTER_TO_UINT (g_hash_table_lookup (places, mark->name)));
  /* What is in it is taken out, so that it clears nothing. */
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SbMark));

  add_line (self, lines, (SbTypeStyleId) mark->number, number, mark->x, mark->y, mark->width, PANGO_ALIGN_RIGHT);
  g_assert (lines->len == 1);
  g_free (mark->name);
  *mark = g_array_index (lines, SbMark, 0);
}

/* The second pass: only now is it known which page a heading is on. The number takes
 * no room that was not left for it, so that nothing moves. */
static void
resolve_pages (Document *self,
               GPtrArray *pages)
{
  g_autoptr (GHashTable) places = find_places (pages);

  for (guint i = 0; i < pages->len; i++)
    {
      GArray *marks = g_ptr_array_index (pages, i);

      for (guint k = 0; k < marks->len; k++)
        if (g_array_index (marks, SbMark, k).kind == SB_MARK_PAGE_OF)
          resolve_page (self, &g_array_index (marks, SbMark, k), places);
    }
}

/* The note of the right one of two languages; NULL when there is none. */
static SbRichText *
get_other_note (Document *self,
                guint number,
                gboolean is_short)
{
  SbComposition *right = self->sides[1];

  return right != NULL && number <= sb_composition_get_n_notes (right) ? sb_composition_get_note (right, number, is_short) : NULL;
}

static SbSlab *
new_note (Document *self,
          guint number,
          gboolean is_short)
{
  SbRichText *text = sb_composition_get_note (self->composition, number, is_short);

  if (self->other_setting == NULL)
    return _sb_flow_new_note (&self->setting, text, number, self->frame.width, !is_short);

  return _sb_flow_new_note_pair (&self->setting, text, self->other_setting, get_other_note (self, number, is_short), number, self->frame.width, !is_short);
}

static GPtrArray *
new_notes (Document *self,
           gboolean is_short)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) _sb_slab_free);

  for (guint i = 1; i <= sb_composition_get_n_notes (self->composition); i++)
    g_ptr_array_add (notes, new_note (self, i, is_short));

  return notes;
}

static void
measure_frame (SbTypesetter *self,
               Document *document)
{
  const SbPageLayout *layout = document->layout;
  gboolean is_duplex = sb_composition_is_duplex (document->composition);

  document->paper_height = sb_paper_get_height (self->paper);
  document->frame.width = sb_paper_get_width (self->paper) - layout->inner - layout->outer;
  document->frame.height = document->paper_height - layout->top - layout->bottom;
  document->frame.y = layout->top;
  document->frame.x[0] = layout->inner;
  document->frame.x[1] = is_duplex ? layout->outer : layout->inner;
}

static GPtrArray *
lay_out (Document *self)
{
  g_autoptr (GPtrArray) slabs = g_ptr_array_new_with_free_func ((GDestroyNotify) _sb_slab_free);
  g_autoptr (GPtrArray) notes = new_notes (self, FALSE);
  g_autoptr (GPtrArray) short_notes = new_notes (self, TRUE);
  /* Of two languages side by side no heading hangs beside its text, and what needs all of the
   * page gets it. */
  double side = self->sides[1] != NULL ? 0 : self->layout->side;
  SbFlow flow = { &self->setting, slabs, self->frame.width, side, self->layout->gutter, SB_TYPE_STYLE_ITEM, self->layout->side <= 0, self->frame.height, self->composition, self->other_setting, self->sides[0], self->sides[1] };
  GPtrArray *pages;

  for (guint i = 0; i < sb_composition_get_n_pieces (self->composition); i++)
    _sb_flow_add (&flow, sb_composition_get_piece (self->composition, i));

  self->frame.notes = notes->len > 0 ? notes : NULL;
  self->frame.short_notes = notes->len > 0 ? short_notes : NULL;
  pages = _sb_paginate (slabs, &self->frame);
  resolve_pages (self, pages);

  return pages;
}

static SbSheets *
set_document (SbTypesetter *self,
              Document *document)
{
  GPtrArray *pages;

  if (g_hash_table_size (self->layouts) > MAX_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
  measure_frame (self, document);
  pages = lay_out (document);
  for (guint i = 0; i < pages->len; i++)
    {
      GArray *marks = g_ptr_array_index (pages, i);

      if (is_bare (marks))
        continue;
      if (document->layout->head > 0)
        add_head_and_foot (document, marks, i + 1, pages->len);
      else
        add_foot (document, marks, i + 1, pages->len);
    }

  return _sb_sheets_new (self->type_case, self->paper, document->composition, pages);
}

SbSheets *
sb_typesetter_set (SbTypesetter *self,
                   SbComposition *composition)
{
  SbLanguage language = sb_composition_get_language (composition);
  Document document = { { NULL, get_hyphenator (self, language), language, self->layouts, 0 }, composition, sb_page_layout_get (sb_composition_get_layout (composition)), { { 0 } }, 0 };
  SbSheets *sheets;

  _sb_type_case_lock (self->type_case);
  document.setting.context = new_context (self, language);
  sheets = set_document (self, &document);
  g_object_unref (document.setting.context);
  _sb_type_case_unlock (self->type_case);

  return sheets;
}

SbSheets *
sb_typesetter_set_columns (SbTypesetter *self,
                           SbSheets *left,
                           SbSheets *right)
{
  SbComposition *sides[] = { _sb_sheets_get_composition (left), _sb_sheets_get_composition (right) };
  SbLanguage language = sb_composition_get_language (sides[0]);
  SbLanguage other_language = sb_composition_get_language (sides[1]);
  g_autoptr (SbComposition) both = _sb_parallel_compose (sides[0], sides[1]);
  SbSetting other = { NULL, get_hyphenator (self, other_language), other_language, self->layouts, 0 };
  Document document = {
    .setting = { NULL, get_hyphenator (self, language), language, self->layouts, 0 },
    .composition = both,
    .layout = sb_page_layout_get (sb_composition_get_layout (both)),
    .other_setting = &other,
    .sides = { sides[0], sides[1] },
  };
  SbSheets *sheets;

  _sb_type_case_lock (self->type_case);
  document.setting.context = new_context (self, language);
  other.context = new_context (self, other_language);
  sheets = set_document (self, &document);
  g_object_unref (document.setting.context);
  g_object_unref (other.context);
  _sb_type_case_unlock (self->type_case);

  return sheets;
}
