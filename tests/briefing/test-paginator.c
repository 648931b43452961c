/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-composition.h"
#include "sb-paginator-private.h"
#include "sb-sheets-private.h"
#include "sb-typesetter.h"

#include <math.h>
#include <string.h>

/* Slabs one letter each: a line of 10 points that a page may end after (l) or
 * may not (k), a figure of 40 points that shrinks to 20 (f), a head of 10 that
 * its rows (r) repeat (h). Pages of 50 points: how many slabs each gets. */
static const struct
{
  const char *slabs;
  const char *pages;
} cases[] = {
  { "", "0" },
  { "lllll", "5" },
  { "llllll", "5 1" },
  { "llllkll", "4 3" }, /* two lines that stay together go over together */
  { "kkkkkkk", "5 2" }, /* nothing can be kept: pages end anyway */
  { "llf", "3" }, /* the figure takes what is left */
  { "lllf", "4" },
  { "llllf", "4 1" }, /* less than it can do with */
  { "hrrrrrr", "5 2" },
  { "hrrrrrrrrr", "5 4 1" }, /* the head takes a place on each page */
};

static GPtrArray *
new_slabs (const char *kinds)
{
  GPtrArray *slabs = g_ptr_array_new_with_free_func ((GDestroyNotify) _sb_slab_free);
  SbSlab *head = NULL;

  for (const char *kind = kinds; *kind != '\0'; kind++)
    {
      SbSlab *slab = _sb_slab_new (*kind == 'f' ? 40 : 10, SB_SLAB_DEFAULT);

      /* What can be counted on the page. */
      _sb_marks_add_fill (slab->marks, 0, 0, 1, slab->height, SB_INK_TEXT);
      if (*kind == 'k' || *kind == 'h')
        slab->flags |= SB_SLAB_KEEP_NEXT;
      if (*kind == 'f')
        {
          slab->flags |= SB_SLAB_FIGURE;
          slab->min_height = 20;
        }
      if (*kind == 'h')
        head = slab;
      if (*kind == 'r')
        slab->head = head;
      g_ptr_array_add (slabs, slab);
    }

  return slabs;
}

/* Pages of 100 points: lines of 10, headings of 8 that stay with what follows (H), breaks (B),
 * and such that are made only where the page is not nearly empty (b). */
static const struct
{
  const char *slabs;
  const char *pages;
} section_cases[] = {
  { "HllllHlllHll", "9 3" }, /* not so short */
  { "HllllHlllHl", "5 6" }, /* alone on the last page it takes the section before it along */
  { "HllllHlllHlBl", "5 6 1" }, /* nor before a break */
  { "HllHlllllHl", "9 2" }, /* unless the page that it left were as empty */
  { "HllllllllHl", "9 2" }, /* and no section is torn for it */
  { "llbll", "2 2" }, /* the first page, and one that begins with a break, are left as they are */
  { "lbllbl", "1 2 1" },
  { "llllllllllllbll", "10 4" }, /* the end of something is not left alone */
  { "llllllllllllllbll", "10 4 2" },
};

static GPtrArray *
new_sections (const char *kinds)
{
  GPtrArray *slabs = g_ptr_array_new_with_free_func ((GDestroyNotify) _sb_slab_free);

  for (const char *kind = kinds; *kind != '\0'; kind++)
    {
      SbSlab *slab = _sb_slab_new (*kind == 'H' ? 8 : *kind == 'b' ? 0
                                                                   : 10,
                                   SB_SLAB_DEFAULT);

      if (g_ascii_tolower (*kind) == 'b')
        slab->flags |= SB_SLAB_BREAK | SB_SLAB_KEEP_NEXT | (*kind == 'b' ? SB_SLAB_SOFT_BREAK : 0);
      else
        _sb_marks_add_fill (slab->marks, 0, 0, 1, slab->height, SB_INK_TEXT);
      if (*kind == 'H')
        slab->flags |= SB_SLAB_KEEP_NEXT;
      if (g_ascii_tolower (*kind) != 'b')
        _sb_slab_push_level (slab, *kind == 'H' ? "H2" : "P", (guint) (kind - kinds) + 1);
      g_ptr_array_add (slabs, slab);
    }

  return slabs;
}

static guint
count_fills (GArray *marks)
{
  guint n_fills = 0;

  for (guint i = 0; i < marks->len; i++)
    n_fills += g_array_index (marks, SbMark, i).kind == SB_MARK_FILL ? 1 : 0;

  return n_fills;
}

static void
test_sections (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (section_cases); i++)
    {
      g_autoptr (GPtrArray) slabs = new_sections (section_cases[i].slabs);
      const SbPageFrame frame = { .height = 100 };
      g_autoptr (GPtrArray) pages = _sb_paginate (slabs, &frame);
      g_autoptr (GString) counts = g_string_new (NULL);

      for (guint k = 0; k < pages->len; k++)
        g_string_append_printf (counts, "%s%u", k > 0 ? " " : "", count_fills (g_ptr_array_index (pages, k)));
      g_test_message ("%s", section_cases[i].slabs);
      g_assert_cmpstr (counts->str, ==, section_cases[i].pages);
    }
}

static void
test_breaks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) slabs = new_slabs (cases[i].slabs);
      const SbPageFrame frame = { .height = 50 };
      g_autoptr (GPtrArray) pages = _sb_paginate (slabs, &frame);
      g_autoptr (GString) counts = g_string_new (NULL);

      for (guint k = 0; k < pages->len; k++)
        {
          GArray *marks = g_ptr_array_index (pages, k);
          gboolean has_repeated_head = k > 0 && strchr (cases[i].slabs, 'h') != NULL;

          g_string_append_printf (counts, "%s%u", k > 0 ? " " : "", marks->len - (has_repeated_head ? 1 : 0));
        }
      g_assert_cmpstr (counts->str, ==, cases[i].pages);
    }
}

/* Lines of paragraphs (p), which may be kept with the next one (k), headings of a part of a
 * section (h) and of a section (S), rows of a table (t), figures of 40 points that shrink to
 * 20 (f), or have a line under them (F): what is on each page, in its order. */
static const struct
{
  const char *slabs;
  const char *pages;
} floats[] = {
  { "pppfpp", "pppf|pp" }, /* it shrinks */
  { "ppppfppp", "ppppp|fp|p" }, /* one line of the text behind it has room */
  { "ppppfkpp", "pppp|f|kpp" }, /* two that stay together have none */
  { "ppkpFphpp", "ppkp|Fp|hpp" }, /* the line under it stays with the figure */
  { "ppFphpp", "pphpp|Fp" }, /* a heading goes with its text */
  { "ppppfSpp", "pppp|f|Spp" }, /* not out of its section */
  { "ppppftpp", "pppp|ft|pp" }, /* nor into a table */
  { "ppppffpp", "ppppp|fp|f" }, /* in their order */
  { "ppppf", "pppp|f" },
  { "fppp", "fp|pp" },
};

static SbSlab *
new_floating (char kind,
              guint group)
{
  SbSlab *slab = _sb_slab_new (kind == 'f' || kind == 'F' ? 40 : 10, SB_SLAB_DEFAULT);

  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_FILL, .number = (guint) kind });
  if (kind == 'f' || kind == 'F')
    {
      slab->flags |= SB_SLAB_FIGURE | SB_SLAB_WIDE | (kind == 'F' ? SB_SLAB_KEEP_NEXT : 0);
      slab->min_height = 20;
    }
  if (kind == 'k' || kind == 'h' || kind == 'S')
    slab->flags |= SB_SLAB_KEEP_NEXT;
  _sb_slab_push_level (slab, kind == 'h' ? "H3" : kind == 'S' ? "H2"
                                                : kind == 't' ? "Table"
                                                : kind == 'p' ? "P"
                                                : kind == 'k' ? "L"
                                                              : "Figure",
                       group);

  return slab;
}

static void
test_floats (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (floats); i++)
    {
      g_autoptr (GPtrArray) slabs = g_ptr_array_new_with_free_func ((GDestroyNotify) _sb_slab_free);
      const SbPageFrame frame = { .height = 50 };
      g_autoptr (GPtrArray) pages = NULL;
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint k = 0; floats[i].slabs[k] != '\0'; k++)
        g_ptr_array_add (slabs, new_floating (floats[i].slabs[k], k + 1));
      pages = _sb_paginate (slabs, &frame);
      for (guint k = 0; k < pages->len; k++)
        {
          GArray *marks = g_ptr_array_index (pages, k);

          g_string_append (found, k > 0 ? "|" : "");
          for (guint m = 0; m < marks->len; m++)
            if (g_array_index (marks, SbMark, m).kind == SB_MARK_FILL)
              g_string_append_c (found, (char) g_array_index (marks, SbMark, m).number);
        }
      g_test_message ("%s", floats[i].slabs);
      g_assert_cmpstr (found->str, ==, floats[i].pages);
    }
}

static void
append_text (SbComposition *composition,
             SbPieceKind kind,
             guint n_sentences,
             guint number)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* No two alike: each has a layout of its own. */
  g_string_append_printf (text, "Point %u. ", number);
  for (guint i = 0; i < n_sentences; i++)
    g_string_append (text, "Les convois de carburant attendent depuis plusieurs jours une escorte qui ne vient pas. ");
  sb_composition_append (composition, sb_piece_new (kind, 1, sb_rich_text_new_from_markup (text->str, SB_LANGUAGE_FR)));
}

/* A page of running text: every baseline is on the grid, no line is wider than
 * its column, and no paragraph leaves one line alone at an end of a page. */
static void
check_sheet (GArray *marks,
             double *first_baseline)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const SbMark *mark = &g_array_index (marks, SbMark, i);
      const SbTypeStyle *body = sb_type_style_get (SB_TYPE_STYLE_BODY);
      double lines;

      if (mark->kind != SB_MARK_LINE || mark->height != body->leading || mark->y > 780)
        continue;
      if (*first_baseline < 0)
        *first_baseline = mark->y;
      lines = (mark->y - *first_baseline) / SB_GRID;
      g_assert_cmpfloat_with_epsilon (lines, round (lines), 0.001);
    }
}

/* The lines of @layout on a sheet. */
static guint
count_lines_of (GArray *marks,
                PangoLayout *layout)
{
  guint n_lines = 0;

  for (guint i = 0; i < marks->len; i++)
    n_lines += g_array_index (marks, SbMark, i).layout == layout ? 1 : 0;

  return n_lines;
}

static void
check_widows (SbSheets *sheets)
{
  for (guint sheet = 0; sheet < sb_sheets_get_n_sheets (sheets); sheet++)
    {
      GArray *marks = _sb_sheets_get_marks (sheets, sheet);

      for (guint i = 0; i < marks->len; i++)
        {
          PangoLayout *layout = g_array_index (marks, SbMark, i).layout;

          if (layout != NULL && pango_layout_get_line_count (layout) > 1)
            g_assert_cmpuint (count_lines_of (marks, layout), >, 1);
        }
    }
}

static void
test_running_text (void)
{
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);

  /* Paragraphs of other lengths move the breaks about. */
  for (guint length = 4; length < 11; length++)
    {
      g_autoptr (SbComposition) composition = sb_composition_new (SB_LANGUAGE_FR);
      g_autoptr (SbSheets) sheets = NULL;
      double first_baseline = -1;

      for (guint i = 0; i < 24; i++)
        {
          if (i % 6 == 0)
            sb_composition_append (composition, sb_piece_new (SB_PIECE_HEADING, i % 4 == 0 ? 1 : 2, sb_rich_text_new_plain ("Situation")));
          append_text (composition, SB_PIECE_PARAGRAPH, length, i);
        }
      sheets = sb_typesetter_set (typesetter, composition);
      g_assert_cmpuint (sb_sheets_get_n_sheets (sheets), >, 1);
      for (guint i = 0; i < sb_sheets_get_n_sheets (sheets); i++)
        check_sheet (_sb_sheets_get_marks (sheets, i), &first_baseline);
      check_widows (sheets);
    }
}

static void
test_empty (void)
{
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_LETTER);
  g_autoptr (SbComposition) composition = sb_composition_new (SB_LANGUAGE_EN);
  g_autoptr (SbSheets) sheets = sb_typesetter_set (typesetter, composition);

  g_assert_cmpuint (sb_sheets_get_n_sheets (sheets), ==, 1);
}

/* A slab of 10 points that calls note @number; 0 for none. */
static SbSlab *
new_caller (guint number)
{
  SbSlab *slab = _sb_slab_new (10, SB_SLAB_DEFAULT);

  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_LINK, .number = number, .name = g_strdup ("x") });

  return slab;
}

static GPtrArray *
new_notes (double height,
           guint n_notes)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) _sb_slab_free);

  for (guint i = 0; i < n_notes; i++)
    {
      SbSlab *note = _sb_slab_new (height, SB_SLAB_DEFAULT);

      _sb_marks_add_fill (note->marks, 0, 0, 2, height, SB_INK_TEXT);
      g_ptr_array_add (notes, note);
    }

  return notes;
}

/* A letter for each slab: the number of the note that it calls, or l. Notes are 10
 * points high, the second time 5, with 16 above the first of a page. How many notes
 * stand on each page, and how high. */
static const struct
{
  const char *slabs;
  double height; /* of a page */
  const char *pages;
} note_cases[] = {
  { "llllll", 60, "0" },
  { "1lll", 56, "1x10 0" }, /* the note takes the room of the last line */
  { "1l2l", 80, "2x20" }, /* the second has no 16 above it */
  { "1l2l", 60, "1x10 1x10" }, /* no room for both */
  { "11l", 60, "1x10" }, /* called twice, printed once */
  { "lll1", 60, "0 1x10" }, /* no room for the note: its line goes over as well */
  { "1ll1", 56, "1x10 1x5" }, /* shortly, where it was printed before */
};

static void
test_notes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (note_cases); i++)
    {
      g_autoptr (GPtrArray) slabs = g_ptr_array_new_with_free_func ((GDestroyNotify) _sb_slab_free);
      g_autoptr (GPtrArray) notes = new_notes (10, 2);
      g_autoptr (GPtrArray) short_notes = new_notes (5, 2);
      const SbPageFrame frame = { .height = note_cases[i].height, .width = 100, .notes = notes, .short_notes = short_notes };
      g_autoptr (GPtrArray) pages = NULL;
      g_autoptr (GString) found = g_string_new (NULL);

      for (const char *slab = note_cases[i].slabs; *slab != '\0'; slab++)
        g_ptr_array_add (slabs, new_caller (*slab == 'l' ? 0 : (guint) (*slab - '0')));
      pages = _sb_paginate (slabs, &frame);
      for (guint page = 0; page < pages->len; page++)
        {
          GArray *marks = g_ptr_array_index (pages, page);
          guint n_notes = 0;
          double height = 0;

          for (guint k = 0; k < marks->len; k++)
            if (g_array_index (marks, SbMark, k).kind == SB_MARK_FILL && g_array_index (marks, SbMark, k).width == 2)
              {
                n_notes++;
                height += g_array_index (marks, SbMark, k).height;
                g_assert_cmpfloat (g_array_index (marks, SbMark, k).y + g_array_index (marks, SbMark, k).height, <=, frame.height + 0.01);
              }
          g_string_append_printf (found, page > 0 ? " %u" : "%u", n_notes);
          if (n_notes > 0)
            g_string_append_printf (found, "x%g", height);
        }
      g_assert_cmpstr (found->str, ==, note_cases[i].pages);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/briefing/paginator/breaks", test_breaks);
  g_test_add_func ("/briefing/paginator/sections", test_sections);
  g_test_add_func ("/briefing/paginator/floats", test_floats);
  g_test_add_func ("/briefing/paginator/running-text", test_running_text);
  g_test_add_func ("/briefing/paginator/empty", test_empty);

  g_test_add_func ("/briefing/paginator/notes", test_notes);

  return g_test_run ();
}
