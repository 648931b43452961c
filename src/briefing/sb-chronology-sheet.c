/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-chronology-sheet.h"

#include <math.h>

#include "sb-chronology-painter-private.h"
#include "sb-date-format.h"
#include "sb-picture-private.h"
#include "sb-translate.h"

/* In points. */
#define MARGIN        28.0
#define TEXT_SIZE     8.0
#define TITLE_SIZE    14.0
#define TITLE_GAP     10.0
#define LABEL_WIDTH   112.0
#define LEGEND_GAP    8.0
#define LEGEND_HEIGHT 12.0
#define AIR           8.0 /* before the first day and after the last */

struct _SbChronologySheet
{
  SbChronology *chronology; /* (owned) */
  SbChronologyPainter *painter; /* (owned) */
  SbChronologyPainter *heading; /* (owned) of the title */
  GArray *tops; /* (owned) (element-type double) of all lanes */
  guint n_lanes; /* that are shown */
  SbLanguage language;
  SbChronologyMoment moment; /* not open */
  char *title; /* (owned) (nullable) */
  char *period; /* (owned) */
  GHashTable *titles; /* (owned) (element-type gint64 utf8) */
};

/* A period that is open goes as far as there is something. */
static SbChronologyMoment
close_moment (SbChronology *chronology,
              const SbChronologyMoment *moment)
{
  SbChronologyMoment closed = *moment;
  int first = 0;
  int last = 0;

  sb_chronology_get_days (chronology, &first, &last);
  if (closed.first_day <= SB_DATE_DAY_MIN)
    closed.first_day = first;
  if (closed.last_day >= SB_DATE_DAY_MAX)
    closed.last_day = MAX (MIN (last, closed.as_of), closed.first_day);
  if (closed.as_of >= SB_DATE_DAY_MAX)
    closed.as_of = closed.last_day;

  return closed;
}

SbChronologySheet *
sb_chronology_sheet_new (SbChronology *chronology,
                         SbLanguage language,
                         const SbChronologyMoment *moment,
                         const char *title)
{
  const SbChronologyLook look = sb_chronology_look_for_print (TEXT_SIZE);
  const SbChronologyLook heading = sb_chronology_look_for_print (TITLE_SIZE);
  SbChronologySheet *self;

  g_return_val_if_fail (chronology != NULL && moment != NULL, NULL);

  self = g_new0 (SbChronologySheet, 1);
  self->chronology = sb_chronology_ref (chronology);
  self->language = language;
  self->moment = close_moment (chronology, moment);
  self->title = title != NULL && *title != '\0' ? g_strdup (title) : NULL;
  self->period = sb_period_format (self->moment.first_day, self->moment.last_day, language);
  self->painter = sb_chronology_painter_new (&look);
  self->heading = sb_chronology_painter_new (&heading);
  self->tops = sb_chronology_painter_measure (self->painter, chronology);
  self->n_lanes = MIN (sb_chronology_get_n_lanes (chronology), SB_CHRONOLOGY_SHEET_MAX_LANES);
  self->titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
sb_chronology_sheet_free (SbChronologySheet *self)
{
  g_return_if_fail (self != NULL);

  sb_chronology_unref (self->chronology);
  sb_chronology_painter_free (self->painter);
  sb_chronology_painter_free (self->heading);
  g_array_unref (self->tops);
  g_hash_table_unref (self->titles);
  g_free (self->title);
  g_free (self->period);
  g_free (self);
}

static const char *
get_title (gint64 event,
           gpointer data)
{
  return g_hash_table_lookup (((SbChronologySheet *) data)->titles, &event);
}

static double
get_top (const SbChronologySheet *self,
         guint lane)
{
  return g_array_index (self->tops, double, lane);
}

/* All lanes; the callers say which part. */
static SbChronologyFrame
make_frame (SbChronologySheet *self,
            double width)
{
  double plot = MAX (width - 2 * MARGIN - LABEL_WIDTH, 1);

  return (SbChronologyFrame) {
    .language = self->language,
    .width = width - 2 * MARGIN,
    .height = sb_chronology_painter_get_axis_height (self->painter) + get_top (self, self->n_lanes),
    .label_width = LABEL_WIDTH,
    .scale = sb_chronology_scale_fit (self->moment.first_day, self->moment.last_day, plot, AIR),
    .moment = self->moment,
    .cursor_lane = -1,
    .cursor_bar = -1,
    .get_title = get_title,
    .title_data = self,
  };
}

GArray *
sb_chronology_sheet_list_titled (SbChronologySheet *self,
                                 double width)
{
  SbChronologyFrame frame;

  g_return_val_if_fail (self != NULL, NULL);

  frame = make_frame (self, width);
  return sb_chronology_painter_list_titled (self->painter, self->chronology, self->tops, &frame, G_MAXUINT);
}

void
sb_chronology_sheet_set_title_of (SbChronologySheet *self,
                                  gint64 event,
                                  const char *title)
{
  g_return_if_fail (self != NULL && title != NULL);

  g_hash_table_replace (self->titles, g_memdup2 (&event, sizeof event), g_strdup (title));
}

/* What is above and below the lanes. */
static double
get_head (const SbChronologySheet *self)
{
  return MARGIN + TITLE_SIZE * (self->title != NULL ? 1.4 : 0) + TEXT_SIZE * 1.5 + TITLE_GAP;
}

static double
get_foot (void)
{
  return LEGEND_GAP + 2 * LEGEND_HEIGHT + MARGIN;
}

/* The lane before which a sheet ends that begins with @first: one at least. */
static guint
find_end (SbChronologySheet *self,
          guint first,
          double height)
{
  double room = height - get_head (self) - get_foot () - sb_chronology_painter_get_axis_height (self->painter);
  guint last = first + 1;

  while (last < self->n_lanes && get_top (self, last + 1) - get_top (self, first) <= room)
    last++;

  return MIN (last, self->n_lanes);
}

guint
sb_chronology_sheet_count (SbChronologySheet *self,
                           double width,
                           double height)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 1);

  for (guint lane = 0; lane < self->n_lanes; lane = find_end (self, lane, height))
    n++;

  return MAX (n, 1);
}

double
sb_chronology_sheet_measure (SbChronologySheet *self,
                             double width)
{
  g_return_val_if_fail (self != NULL, 1);

  return get_head (self) + sb_chronology_painter_get_axis_height (self->painter) + get_top (self, self->n_lanes) + get_foot ();
}

static double
write_entry (SbChronologySheet *self,
             cairo_t *cr,
             const char *text,
             double x,
             double y)
{
  _sb_chronology_set_colour (cr, &self->painter->look.text, 1);
  return x + _sb_chronology_show_text (self->painter, cr, SB_CHRONOLOGY_TEXT_SMALL, text, x, y, 400) + 12;
}

static double
write_box (SbChronologySheet *self,
           cairo_t *cr,
           const SbSymbolColour *colour,
           gboolean is_hatched,
           const char *text,
           double x,
           double y)
{
  _sb_chronology_set_colour (cr, colour, is_hatched ? 0.14 : 0.24);
  cairo_rectangle (cr, x, y - 3.5, 18, 7);
  cairo_fill (cr);
  _sb_chronology_set_colour (cr, colour, is_hatched ? 0.55 : 1);
  cairo_set_line_width (cr, 0.6);
  for (double at = x; is_hatched && at + 7 <= x + 18; at += 3.4)
    {
      cairo_move_to (cr, at, y + 3.5);
      cairo_line_to (cr, at + 7, y - 3.5);
    }
  if (!is_hatched)
    cairo_rectangle (cr, x, y - 3.5, 18, 7);
  cairo_stroke (cr);
  return write_entry (self, cr, text, x + 22, y);
}

/* The types that any lane shows, as bits. */
static guint
get_types (SbChronologySheet *self)
{
  guint types = 0;

  for (guint i = 0; i < self->n_lanes; i++)
    {
      const SbChronologyLane *lane = sb_chronology_get_lane (self->chronology, i);

      for (guint j = 0; j < lane->marks->len; j++)
        types |= 1u << sb_chronology_lane_get_mark (lane, j)->type;
    }

  return types;
}

static void
draw_legend (SbChronologySheet *self,
             cairo_t *cr,
             double y)
{
  const SbChronologyLook *look = &self->painter->look;
  SbLanguage language = self->language;
  guint types = get_types (self);
  guint n_hidden = sb_chronology_get_n_lanes (self->chronology) - self->n_lanes;
  double x = MARGIN;

  for (guint type = 0; type <= SB_EVENT_TYPE_POLITICS; type++)
    {
      if ((types & 1u << type) == 0)
        continue;
      sb_symbol_draw_event (cr, (SbEventType) type, x + 4, y, TEXT_SIZE, look->style, SB_SYMBOL_DEFAULT);
      x = write_entry (self, cr, sb_vocabulary_get_label (&sb_event_type_vocabulary, (int) type, language), x + 11, y);
    }

  x = MARGIN;
  y += LEGEND_HEIGHT;
  sb_symbol_draw_event (cr, SB_EVENT_TYPE_BATTLE, x + 4, y, TEXT_SIZE, look->style, SB_SYMBOL_UNSOURCED);
  x = write_entry (self, cr, sb_translate (language, "Unsourced"), x + 11, y);
  x = write_box (self, cr, &look->text, TRUE, sb_translate (language, "Date not known to the day"), x, y);
  x = write_box (self, cr, &look->restriction, FALSE, sb_translate (language, "Restriction"), x, y);
  x = write_box (self, cr, &look->alliance, FALSE, sb_translate (language, "Alliance"), x, y);
  if (n_hidden > 0)
    {
      g_autofree char *text =
        g_strdup_printf (sb_translate_plural (language, "%u further lane is not shown", "%u further lanes are not shown", n_hidden), n_hidden);

      write_entry (self, cr, text, x, y);
    }
}

static void
draw_head (SbChronologySheet *self,
           cairo_t *cr,
           double width)
{
  double y = MARGIN;

  if (self->title != NULL)
    {
      _sb_chronology_set_colour (cr, &self->painter->look.text, 1);
      _sb_chronology_show_text (self->heading, cr, SB_CHRONOLOGY_TEXT_BOLD, self->title, MARGIN, y + TITLE_SIZE * 0.6, width - 2 * MARGIN);
      y += TITLE_SIZE * 1.4;
    }

  _sb_chronology_set_colour (cr, &self->painter->look.quiet, 1);
  _sb_chronology_show_text (self->painter, cr, SB_CHRONOLOGY_TEXT_NORMAL, self->period, MARGIN, y + TEXT_SIZE * 0.7, width - 2 * MARGIN);
}

void
sb_chronology_sheet_draw (SbChronologySheet *self,
                          cairo_t *cr,
                          guint number,
                          double width,
                          double height)
{
  SbChronologyFrame frame;
  guint first = 0;
  guint last;

  g_return_if_fail (self != NULL && cr != NULL);

  for (guint i = 0; i < number && first < self->n_lanes; i++)
    first = find_end (self, first, height);

  draw_head (self, cr, width);
  if (first >= self->n_lanes)
    return;

  last = find_end (self, first, height);
  frame = make_frame (self, width);
  frame.scroll = get_top (self, first);
  frame.height = sb_chronology_painter_get_axis_height (self->painter) + get_top (self, last) - get_top (self, first);
  cairo_save (cr);
  cairo_translate (cr, MARGIN, get_head (self));
  sb_chronology_painter_draw (self->painter, cr, self->chronology, self->tops, &frame);
  cairo_restore (cr);
  draw_legend (self, cr, get_head (self) + frame.height + LEGEND_GAP + LEGEND_HEIGHT / 2);
}

/* An #SbPageFunc; @data is the chronology. */
static void
draw_page (cairo_t *cr,
           guint number,
           double width,
           double height,
           gpointer data)
{
  sb_chronology_sheet_draw (data, cr, number, width, height);
}

gboolean
sb_chronology_sheet_write (SbChronologySheet *self,
                           const char *path,
                           SbMapSheetFormat format,
                           const SbMapSheetSize *size,
                           GError **error)
{
  SbMapSheetSize own;
  guint n_pages;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  g_return_val_if_fail (size != NULL && size->width > 0 && size->height > 0 && size->density > 0, FALSE);

  own = *size;
  if (format != SB_MAP_SHEET_PDF)
    own.height = sb_chronology_sheet_measure (self, own.width);
  n_pages = format == SB_MAP_SHEET_PDF ? sb_chronology_sheet_count (self, own.width, own.height) : 1;
  return _sb_picture_write_pages (draw_page, n_pages, self, path, format, &own, error);
}
