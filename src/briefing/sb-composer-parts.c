/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-composer-private.h"

#include "sb-briefing.h"
#include "sb-figure.h"
#include "sb-record-dates.h"
#include "sb-restriction.h"
#include "sb-text.h"
#include "sb-translate.h"

#define SEPARATOR " · "

static void
append_role (SbComposer *self,
             SbPiece *masthead,
             SbRole role,
             const char *markup)
{
  if (markup != NULL && markup[0] != '\0')
    sb_piece_append (masthead, sb_piece_new_for_role (role, sb_rich_text_new_from_markup (markup, self->language)));
}

static void
append_part (GString *line,
             const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, SEPARATOR);
  g_string_append (line, part);
}

/* "29 April 2026, 10:00 UTC" */
static char *
dup_time (SbComposer *self,
          gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *day = sb_day_format (sb_day_from_time (seconds), self->language, SB_DATE_STYLE_LONG);

  if (time == NULL)
    return g_steal_pointer (&day);

  /* Translators: a day, hours and minutes of the time in UTC. */
  return g_strdup_printf (sb_translate (self->language, "%s, %02d:%02d UTC"), day,
                          g_date_time_get_hour (time), g_date_time_get_minute (time));
}

static char *
dup_coverage_line (SbComposer *self)
{
  g_autofree char *period = sb_period_format (sb_briefing_input_get_first (self->input), sb_briefing_input_get_last (self->input), self->language);
  g_autofree char *as_of = _sb_composer_dup_as_of (self);
  GString *line = g_string_new (NULL);

  if (period[0] != '\0')
    {
      g_autofree char *part = g_strdup_printf (sb_translate (self->language, "Period: %s"), period);

      append_part (line, part);
    }
  append_part (line, as_of);

  return g_string_free (line, FALSE);
}

static char *
dup_author_line (SbComposer *self,
                 SbRecord *briefing)
{
  const char *author = sb_record_get_text (briefing, SB_BRIEFING_AUTHOR);
  gint64 number = sb_record_get_integer (briefing, SB_BRIEFING_NUMBER, 0);
  gint64 cutoff = sb_record_get_time (briefing, SB_BRIEFING_CUTOFF);
  GString *line = g_string_new (NULL);

  if (cutoff != 0)
    {
      g_autofree char *time = dup_time (self, cutoff);
      g_autofree char *part = g_strdup_printf (sb_translate (self->language, "Data cutoff: %s"), time);

      append_part (line, part);
    }
  if (number > 0)
    {
      /* Translators: the issue number of a briefing. */
      g_autofree char *part = g_strdup_printf (sb_translate (self->language, "No. %d"), (int) MIN (number, G_MAXINT));

      append_part (line, part);
    }
  append_part (line, author);

  return g_string_free (line, FALSE);
}

/* An English day in figures alone could be read in two ways. */
static char *
dup_date_line (SbComposer *self)
{
  return sb_day_format (sb_briefing_input_get_as_of (self->input), self->language,
                        self->language == SB_LANGUAGE_FR ? SB_DATE_STYLE_NUMERIC : SB_DATE_STYLE_LONG);
}

SbPiece *
_sb_composer_new_masthead (SbComposer *self)
{
  SbRecord *briefing = sb_briefing_input_get_briefing (self->input);
  SbPiece *masthead = sb_piece_new (SB_PIECE_MASTHEAD, 0, NULL);
  g_autofree char *date = dup_date_line (self);
  g_autofree char *coverage = dup_coverage_line (self);
  g_autofree char *author = dup_author_line (self, briefing);

  append_role (self, masthead, SB_ROLE_IMPRINT, sb_record_get_text (briefing, SB_BRIEFING_INSTITUTION));
  append_role (self, masthead, SB_ROLE_MARKING, sb_record_get_text (briefing, SB_BRIEFING_MARKING));
  append_role (self, masthead, SB_ROLE_TAG, sb_record_get_words (briefing, SB_BRIEFING_TAG, self->language));
  append_role (self, masthead, SB_ROLE_DATE, date);
  append_role (self, masthead, SB_ROLE_HEADLINE, sb_record_get_words (briefing, SB_BRIEFING_TITLE, self->language));
  append_role (self, masthead, SB_ROLE_PRODUCT, sb_template_get_product (self->template, self->language));
  append_role (self, masthead, SB_ROLE_LINE, coverage);
  append_role (self, masthead, SB_ROLE_LINE, author);

  return masthead;
}

static void
append_cell (SbComposer *self,
             SbPiece *row,
             const char *markup)
{
  sb_piece_append (row, _sb_composer_new_text (self, SB_PIECE_CELL, 0, markup));
}

/* Who imposed it, and who denies that it exists. */
static char *
dup_imposed_by (SbComposer *self,
                SbRecord *restriction)
{
  SbRef *imposed_by = sb_record_get_ref (restriction, SB_RESTRICTION_IMPOSED_BY);
  SbRef *denied_by = sb_record_get_ref (restriction, SB_RESTRICTION_DENIED_BY);
  const char *name = imposed_by != NULL ? _sb_wording_get_name (&self->wording, imposed_by) : "–";
  g_autofree char *denial = NULL;

  if (denied_by == NULL)
    return g_strdup (name);

  denial = g_strdup_printf (sb_translate (self->language, "denied by %s"), _sb_wording_get_name (&self->wording, denied_by));

  return g_strdup_printf ("%s; %s", name, denial);
}

static SbPiece *
new_restriction_row (SbComposer *self,
                     SbRecord *restriction)
{
  SbPiece *row = sb_piece_new (SB_PIECE_ROW, 0, NULL);
  g_autofree char *title = _sb_wording_strip_stop (sb_record_get_words (restriction, SB_RESTRICTION_TITLE, self->language));
  g_autofree char *bold = g_strdup_printf ("**%s**", title);
  g_autofree char *measure = _sb_wording_source (&self->wording, restriction, bold);
  const char *terms = sb_record_get_words (restriction, SB_RESTRICTION_TERMS, self->language);
  g_autofree char *since = sb_record_format_date (restriction, SB_RESTRICTION_SINCE, self->language, SB_DATE_STYLE_MEDIUM);
  g_autofree char *imposed_by = dup_imposed_by (self, restriction);

  append_cell (self, row, measure);
  append_cell (self, row, terms[0] != '\0' ? terms : sb_record_get_term_label (restriction, SB_RESTRICTION_SEVERITY, self->language));
  append_cell (self, row, since);
  append_cell (self, row, imposed_by);

  return row;
}

SbPiece *
_sb_composer_new_restriction_table (SbComposer *self,
                                    GPtrArray *restrictions)
{
  static const double shares[] = { 3.4, 4.2, 1.9, 2.5 };
  SbPiece *table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);
  SbPiece *head = sb_piece_new (SB_PIECE_ROW, 0, NULL);

  append_cell (self, head, sb_translate (self->language, "Measure"));
  append_cell (self, head, sb_translate (self->language, "Terms"));
  append_cell (self, head, sb_translate (self->language, "Since"));
  append_cell (self, head, sb_translate (self->language, "Imposed by"));
  sb_piece_append (table, head);
  for (guint i = 0; i < restrictions->len; i++)
    sb_piece_append (table, new_restriction_row (self, g_ptr_array_index (restrictions, i)));
  sb_piece_set_shares (table, shares, G_N_ELEMENTS (shares));

  return table;
}

/* "20–30", "2.7 million tonnes": the unit stays with the number when short. */
static char *
dup_figure_value (SbComposer *self,
                  SbRecord *figure)
{
  double low = sb_record_get_real (figure, SB_FIGURE_LOW, 0);
  double high = sb_record_get_real (figure, SB_FIGURE_HIGH, low);
  const char *unit = sb_record_get_words (figure, SB_FIGURE_UNIT, self->language);
  const char *qualifier = sb_record_get_words (figure, SB_FIGURE_QUALIFIER, self->language);
  g_autofree char *from = sb_number_format (low, 2, self->language);
  g_autofree char *to = sb_number_format (high, 2, self->language);
  gboolean is_short = g_utf8_strlen (unit, -1) <= 3;

  return g_strdup_printf ("%s%s%s%s%s%s", qualifier[0] != '\0' ? "≈\302\240" : "", from,
                          high > low ? "–" : "", high > low ? to : "",
                          is_short && unit[0] != '\0' ? "\302\240" : "", is_short ? unit : "");
}

SbPiece *
_sb_composer_new_strip (SbComposer *self,
                        const SbTemplateBlock *block)
{
  g_autoptr (GPtrArray) figures = sb_briefing_input_list (self->input, SB_KIND_FIGURE);
  SbPiece *strip = sb_piece_new (SB_PIECE_STRIP, 0, NULL);

  for (guint i = 0; i < figures->len && i < block->most; i++)
    {
      SbRecord *figure = g_ptr_array_index (figures, i);
      SbPiece *piece = sb_piece_new (SB_PIECE_KEY_FIGURE, 0, NULL);
      const char *unit = sb_record_get_words (figure, SB_FIGURE_UNIT, self->language);
      const char *label = sb_record_get_words (figure, SB_FIGURE_LABEL, self->language);
      g_autofree char *value = dup_figure_value (self, figure);
      g_autofree char *caption = g_utf8_strlen (unit, -1) > 3 ? g_strdup_printf ("%s: %s", unit, label) : g_strdup (label);
      g_autofree char *sourced = _sb_wording_source (&self->wording, figure, caption);

      sb_piece_append (piece, _sb_composer_new_text (self, SB_PIECE_PARAGRAPH, 0, value));
      sb_piece_append (piece, _sb_composer_new_text (self, SB_PIECE_PARAGRAPH, 0, sourced));
      sb_piece_append (strip, piece);
    }

  if (sb_piece_get_n_children (strip) == 0)
    g_clear_pointer (&strip, sb_piece_unref);

  return strip;
}
