/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-paragraph-private.h"

#include "sb-font-hold.h"
#include "sb-ordinal-private.h"

#include <string.h>

#define SOFT_HYPHEN        "\302\255" /* U+00AD */
#define SOFT_HYPHEN_LENGTH 2

/* Where a layout's text was hyphenated: a GArray of guint, in bytes of the text
 * without hyphens. */
#define PLACES_KEY "sb-places"

/* Of a layout: the width that balances its lines, a double. */
#define BALANCE_KEY "sb-balance"

/* Beside text of the size of the body. */
#define LABEL_SCALE 0.68

/* A width at which each line is one word, which is not broken. */
#define NO_ROOM 0.0

static double
to_points (int pango_units)
{
  return pango_units / (double) PANGO_SCALE;
}

char *
_sb_source_dest (guint number)
{
  return g_strdup_printf ("source-%u", number);
}

/* The place of byte @offset once a soft hyphen stands at each of @places. */
static guint
shift_offset (GArray *places,
              guint offset)
{
  guint n_before = 0;

  while (n_before < places->len && g_array_index (places, guint, n_before) < offset)
    n_before++;

  return offset + n_before * SOFT_HYPHEN_LENGTH;
}

static char *
insert_hyphens (const char *text,
                GArray *places)
{
  GString *hyphenated = g_string_sized_new (strlen (text) + places->len * SOFT_HYPHEN_LENGTH);
  guint done = 0;

  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);

      g_string_append_len (hyphenated, text + done, place - done);
      g_string_append (hyphenated, SOFT_HYPHEN);
      done = place;
    }
  g_string_append (hyphenated, text + done);

  return g_string_free (hyphenated, FALSE);
}

static void
insert_attribute (PangoAttrList *list,
                  PangoAttribute *attribute,
                  guint start,
                  guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static PangoAttribute *
new_colour_attribute (SbInk ink)
{
  double rgb[3];

  sb_ink_get_rgb (ink, rgb);

  return pango_attr_foreground_new ((guint16) (rgb[0] * 65535), (guint16) (rgb[1] * 65535), (guint16) (rgb[2] * 65535));
}

static void
insert_run (PangoAttrList *list,
            const SbRun *run,
            guint start,
            guint end)
{
  switch (run->kind)
    {
    case SB_RUN_BOLD:
      insert_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      break;
    case SB_RUN_ITALIC:
      insert_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
      break;
    case SB_RUN_NOTE:
      insert_attribute (list, pango_attr_font_features_new (SB_RAISED_FEATURES ", lnum"), start, end);
      insert_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), start, end);
      insert_attribute (list, new_colour_attribute (SB_INK_ACCENT), start, end);
      break;
    case SB_RUN_LABEL:
      insert_attribute (list, pango_attr_family_new ("Inter"), start, end);
      insert_attribute (list, pango_attr_scale_new (LABEL_SCALE), start, end);
      insert_attribute (list, new_colour_attribute (SB_INK_ACCENT), start, end);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
insert_ordinals (PangoAttrList *list,
                 const char *text,
                 GArray *places)
{
  for (const char *at = _sb_ordinal_find (text, NULL); at != NULL; at = _sb_ordinal_find (at + SB_ORDINAL_LENGTH, NULL))
    {
      guint start = (guint) (at - text);

      insert_attribute (list, pango_attr_font_features_new (SB_RAISED_FEATURES), shift_offset (places, start), shift_offset (places, start + SB_ORDINAL_LENGTH));
    }
}

static PangoAttrList *
new_attributes (SbRichText *text,
                const SbTypeStyle *style,
                GArray *places,
                SbLanguage language)
{
  PangoAttrList *list = pango_attr_list_new ();
  guint n_runs;
  const SbRun *runs = sb_rich_text_get_runs (text, &n_runs);

  pango_attr_list_insert (list, pango_attr_font_features_new (style->features));
  if (style->spacing != 0)
    pango_attr_list_insert (list, pango_attr_letter_spacing_new ((int) (style->spacing * PANGO_SCALE)));
  if ((style->flags & SB_TYPE_CAPITALS) != 0)
    pango_attr_list_insert (list, pango_attr_text_transform_new (PANGO_TEXT_TRANSFORM_UPPERCASE));
  if (language == SB_LANGUAGE_FR)
    insert_ordinals (list, sb_rich_text_get_text (text), places);
  for (guint i = 0; i < n_runs; i++)
    insert_run (list, &runs[i], shift_offset (places, runs[i].start), shift_offset (places, runs[i].end));

  return list;
}

/* Where words may be broken; never in a remark. */
static GArray *
find_places (SbSetting *setting,
             SbRichText *text)
{
  GArray *places = sb_hyphenator_find (setting->hyphenator, sb_rich_text_get_text (text));
  guint n_runs;
  const SbRun *runs = sb_rich_text_get_runs (text, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    for (guint k = places->len; runs[i].kind == SB_RUN_LABEL && k > 0; k--)
      if (g_array_index (places, guint, k - 1) > runs[i].start && g_array_index (places, guint, k - 1) < runs[i].end)
        g_array_remove_index (places, k - 1);

  return places;
}

static PangoLayout *
new_layout (SbSetting *setting,
            SbRichText *text,
            SbTypeStyleId style_id,
            double width,
            PangoAlignment alignment)
{
  const SbTypeStyle *style = sb_type_style_get (style_id);
  gboolean justified = (style->flags & SB_TYPE_JUSTIFIED) != 0;
  PangoLayout *layout = pango_layout_new (setting->context);
  PangoFontDescription *font = sb_type_style_dup_font (style);
  g_autoptr (GArray) places = NULL;
  g_autofree char *hyphenated = NULL;
  PangoAttrList *attributes;

  places = justified ? find_places (setting, text) : g_array_new (FALSE, FALSE, sizeof (guint));
  hyphenated = insert_hyphens (sb_rich_text_get_text (text), places);
  attributes = new_attributes (text, style, places, setting->language);
  g_object_set_data_full (G_OBJECT (layout), PLACES_KEY, g_steal_pointer (&places), (GDestroyNotify) g_array_unref);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, width == NO_ROOM ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_text (layout, hyphenated, -1);
  sb_font_hold_layout (layout);

  pango_attr_list_unref (attributes);
  pango_font_description_free (font);

  return layout;
}

/* All that a layout depends on. */
static char *
dup_layout_key (SbSetting *setting,
                SbRichText *text,
                SbTypeStyleId style,
                double width,
                PangoAlignment alignment)
{
  GString *key = g_string_new (sb_rich_text_get_text (text));
  guint n_runs;
  const SbRun *runs = sb_rich_text_get_runs (text, &n_runs);

  g_string_append_printf (key, "\n%d %d %d %d", style, alignment, setting->language, (int) (width * PANGO_SCALE));
  for (guint i = 0; i < n_runs; i++)
    g_string_append_printf (key, " %d:%u-%u", runs[i].kind, runs[i].start, runs[i].end);

  return g_string_free (key, FALSE);
}

/* A text laid out in a column of @width. */
static PangoLayout *
lay_out (SbSetting *setting,
         SbRichText *text,
         SbTypeStyleId style,
         double width,
         PangoAlignment alignment)
{
  g_autofree char *key = NULL;
  PangoLayout *layout;

  if (setting->layouts == NULL)
    return new_layout (setting, text, style, width, alignment);

  key = dup_layout_key (setting, text, style, width, alignment);
  layout = g_hash_table_lookup (setting->layouts, key);
  if (layout == NULL)
    {
      layout = new_layout (setting, text, style, width, alignment);
      g_hash_table_insert (setting->layouts, g_steal_pointer (&key), layout);
    }

  return g_object_ref (layout);
}

/* The spaces of @line that are stretched, before byte @end of its text. */
static guint
count_spaces (PangoLayoutLine *line,
              int end)
{
  const char *text = pango_layout_get_text (line->layout) + line->start_index;
  const char *stop = text + MIN (end - line->start_index, line->length);
  guint n_spaces = 0;

  while (stop > text && stop[-1] == ' ')
    stop--;
  for (const char *at = text; at < stop; at = g_utf8_next_char (at))
    n_spaces += _sb_is_stretched (g_utf8_get_char (at)) ? 1 : 0;

  return n_spaces;
}

/* What each space of a justified line gains, or loses to the hyphen that Pango
 * does not reckon with. The last line stays as it is, unless it is too long. */
static double
get_stretch (PangoLayoutLine *line,
             double width,
             double natural,
             gboolean is_last)
{
  guint n_spaces = count_spaces (line, line->start_index + line->length);

  if (n_spaces == 0 || (is_last && natural <= width))
    return 0;

  return (width - natural) / n_spaces;
}

static void
add_note_links (GArray *marks,
                SbRichText *text,
                PangoLayoutLine *line,
                double stretch,
                double x,
                double top,
                double height)
{
  GArray *places = g_object_get_data (G_OBJECT (line->layout), PLACES_KEY);
  guint n_runs;
  const SbRun *runs = sb_rich_text_get_runs (text, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    {
      int start = (int) shift_offset (places, runs[i].start);
      int end = (int) shift_offset (places, runs[i].end);
      int left, right;

      if (runs[i].kind != SB_RUN_NOTE || start < line->start_index || start >= line->start_index + line->length)
        continue;

      pango_layout_line_index_to_x (line, start, FALSE, &left);
      pango_layout_line_index_to_x (line, end, FALSE, &right);
      _sb_marks_append (marks, (SbMark) { .kind = SB_MARK_LINK, .x = x + to_points (left) + stretch * count_spaces (line, start), .y = top, .width = to_points (right - left), .height = height, .number = runs[i].value, .name = _sb_source_dest (runs[i].value) });
    }
}

/* The marks of line @position of @layout, its top at (@x, @top). */
static void
add_line (GArray *marks,
          SbRichText *text,
          PangoLayout *layout,
          guint position,
          const SbTypeStyle *style,
          double x,
          double top)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) position);
  PangoAlignment alignment = pango_layout_get_alignment (layout);
  gboolean is_last = (int) position + 1 == pango_layout_get_line_count (layout);
  PangoRectangle logical;
  double slack;
  double stretch = 0;

  pango_layout_line_get_extents (line, NULL, &logical);
  slack = MAX (0, to_points (pango_layout_get_width (layout) - logical.width));
  if ((style->flags & SB_TYPE_JUSTIFIED) != 0)
    stretch = get_stretch (line, to_points (pango_layout_get_width (layout)), to_points (logical.width), is_last);
  if (alignment == PANGO_ALIGN_RIGHT)
    x += slack;
  else if (alignment == PANGO_ALIGN_CENTER)
    x += slack / 2;

  _sb_marks_append (marks, (SbMark) { .kind = SB_MARK_LINE, .x = x, .y = top + style->ascent, .width = to_points (logical.width), .height = style->leading, .ink = style->ink, .number = position, .stretch = stretch, .layout = g_object_ref (layout) });
  add_note_links (marks, text, line, stretch, x, top, style->leading);
}

double
_sb_paragraph_add (SbSetting *setting,
                   GArray *marks,
                   SbRichText *text,
                   SbTypeStyleId style_id,
                   double x,
                   double y,
                   double width,
                   PangoAlignment alignment)
{
  const SbTypeStyle *style = sb_type_style_get (style_id);
  g_autoptr (PangoLayout) layout = NULL;
  guint n_lines;

  if (sb_rich_text_is_empty (text))
    return 0;

  layout = lay_out (setting, text, style_id, width, alignment);
  n_lines = (guint) pango_layout_get_line_count (layout);
  for (guint i = 0; i < n_lines; i++)
    add_line (marks, text, layout, i, style, x, y + i * style->leading);

  return n_lines * style->leading;
}

SbSlab *
_sb_paragraph_break (SbSetting *setting,
                     GPtrArray *slabs,
                     SbRichText *text,
                     SbTypeStyleId style_id,
                     double x,
                     double width)
{
  const SbTypeStyle *style = sb_type_style_get (style_id);
  SbSlabFlags flags = (style->flags & SB_TYPE_ON_GRID) != 0 ? SB_SLAB_ON_GRID : SB_SLAB_DEFAULT;
  g_autoptr (PangoLayout) layout = NULL;
  SbSlab *first = NULL;
  guint n_lines;

  if (sb_rich_text_is_empty (text))
    return NULL;

  layout = lay_out (setting, text, style_id, width, PANGO_ALIGN_LEFT);
  n_lines = (guint) pango_layout_get_line_count (layout);
  for (guint i = 0; i < n_lines; i++)
    {
      SbSlab *slab = _sb_slab_new (style->leading, flags);

      /* Not after the first line, and not before the last. */
      if (i + 1 < n_lines && (i == 0 || i + 2 == n_lines))
        slab->flags |= SB_SLAB_KEEP_NEXT;
      slab->ascent = style->ascent;
      add_line (slab->marks, text, layout, i, style, x, 0);
      g_ptr_array_add (slabs, slab);
      if (first == NULL)
        first = slab;
    }

  return first;
}

/* Tried one width after the other: breaking lines anew each time is what takes long. */
static double
find_balance (SbSetting *setting,
              SbRichText *text,
              SbTypeStyleId style,
              double width,
              int n_lines)
{
  g_autoptr (PangoLayout) layout = new_layout (setting, text, style, width, PANGO_ALIGN_LEFT);
  double low = width / n_lines;
  double high = width;

  while (high - low > 1)
    {
      double middle = (low + high) / 2;

      pango_layout_set_width (layout, (int) (middle * PANGO_SCALE));
      if (pango_layout_get_line_count (layout) > n_lines)
        low = middle;
      else
        high = middle;
    }

  return high;
}

double
_sb_paragraph_balance (SbSetting *setting,
                       SbRichText *text,
                       SbTypeStyleId style,
                       double width)
{
  g_autoptr (PangoLayout) layout = lay_out (setting, text, style, width, PANGO_ALIGN_LEFT);
  int n_lines = pango_layout_get_line_count (layout);
  double *balance = g_object_get_data (G_OBJECT (layout), BALANCE_KEY);

  if (n_lines <= 1)
    return width;

  if (balance == NULL)
    {
      balance = g_new (double, 1);
      *balance = find_balance (setting, text, style, width, n_lines);
      g_object_set_data_full (G_OBJECT (layout), BALANCE_KEY, balance, g_free);
    }

  return *balance;
}

double
_sb_paragraph_measure (SbSetting *setting,
                       SbRichText *text,
                       SbTypeStyleId style)
{
  g_autoptr (PangoLayout) layout = lay_out (setting, text, style, -1, PANGO_ALIGN_LEFT);
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return to_points (width);
}

double
_sb_paragraph_measure_word (SbSetting *setting,
                            SbRichText *text,
                            SbTypeStyleId style)
{
  g_autoptr (PangoLayout) layout = lay_out (setting, text, style, NO_ROOM, PANGO_ALIGN_LEFT);
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return to_points (width);
}
