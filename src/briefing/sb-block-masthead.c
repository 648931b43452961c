/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-briefing.h"
#include "sb-date-format.h"
#include "sb-indicator.h"
#include "sb-logo-private.h"
#include "sb-translate.h"

#include <string.h>

#define SEPARATOR " · "

/* Indicators on the last page. */
#define MOST_WATCHED 6

void
_sb_composer_append_role (SbComposer *self,
                          SbPiece *holder,
                          SbRole role,
                          const char *markup)
{
  if (markup != NULL && markup[0] != '\0')
    sb_piece_append (holder, sb_piece_new_for_role (role, sb_rich_text_new_from_markup (markup, self->language)));
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

/* "Period: 1–30 April 2026 · Situation as of 29 April 2026" */
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

/* The data cutoff, the number of the issue and, when wanted, the author. */
static char *
dup_issue_line (SbComposer *self,
                gboolean has_author)
{
  SbRecord *briefing = sb_briefing_input_get_briefing (self->input);
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
  if (has_author)
    append_part (line, _sb_composer_get_words (self, SB_TEMPLATE_WORDS_AUTHOR));

  return g_string_free (line, FALSE);
}

char *
_sb_composer_dup_month (const SbComposer *self)
{
  g_autoptr (SbDate) day = sb_date_new_for_day (sb_briefing_input_get_as_of (self->input));
  g_autofree char *month_text = g_strndup (sb_date_get_edtf (day), 7);
  g_autoptr (SbDate) month = sb_date_new (month_text, NULL);
  g_autofree char *words = sb_date_format (month, self->language, SB_DATE_STYLE_LONG);
  g_autofree char *initial = g_utf8_strup (words, words[0] != '\0' ? g_utf8_next_char (words) - words : 0);

  return g_strconcat (initial, words[0] != '\0' ? g_utf8_next_char (words) : "", NULL);
}

/* An English day in figures alone could be read in two ways. */
static char *
dup_date_line (SbComposer *self)
{
  return sb_day_format (sb_briefing_input_get_as_of (self->input), self->language,
                        self->language == SB_LANGUAGE_FR ? SB_DATE_STYLE_NUMERIC : SB_DATE_STYLE_LONG);
}

/* "Distribution: …", wherever it is restricted. */
static void
append_distribution (SbComposer *self,
                     SbPiece *holder)
{
  const char *distribution = _sb_composer_get_words (self, SB_TEMPLATE_WORDS_DISTRIBUTION);
  g_autofree char *line = NULL;

  if (distribution[0] == '\0')
    return;

  line = g_strdup_printf (sb_translate (self->language, "Distribution: %s"), distribution);
  _sb_composer_append_role (self, holder, SB_ROLE_LINE, line);
}

/* The logo of the institution, of which nothing is said where it cannot be read. */
static void
append_logo (SbComposer *self,
             SbPiece *holder)
{
  SbRecord *briefing = sb_briefing_input_get_briefing (self->input);

  if (self->logo == NULL)
    self->logo = _sb_logo_new_piece (sb_record_get_text (briefing, SB_BRIEFING_LOGO), _sb_composer_get_words (self, SB_TEMPLATE_WORDS_INSTITUTION));
  if (self->logo != NULL)
    sb_piece_append (holder, sb_piece_ref (self->logo));
}

void
_sb_block_compose_masthead (SbComposer *self,
                            const SbTemplateBlock *block)
{
  SbRecord *briefing = sb_briefing_input_get_briefing (self->input);
  SbPiece *masthead = sb_piece_new (SB_PIECE_MASTHEAD, 0, NULL);
  gboolean is_sheet = sb_template_get_layout (self->template) == SB_PAGE_LAYOUT_SHEET;
  g_autofree char *date = dup_date_line (self);
  g_autofree char *coverage = dup_coverage_line (self);
  g_autofree char *issue = dup_issue_line (self, is_sheet);

  _sb_composer_append_role (self, masthead, SB_ROLE_IMPRINT, _sb_composer_get_words (self, SB_TEMPLATE_WORDS_INSTITUTION));
  _sb_composer_append_role (self, masthead, SB_ROLE_MARKING, _sb_composer_get_words (self, SB_TEMPLATE_WORDS_MARKING));
  _sb_composer_append_role (self, masthead, SB_ROLE_SERIES, _sb_composer_get_words (self, SB_TEMPLATE_WORDS_SERIES));
  _sb_composer_append_role (self, masthead, SB_ROLE_LABEL, _sb_composer_get_words (self, SB_TEMPLATE_WORDS_LABEL));
  _sb_composer_append_role (self, masthead, SB_ROLE_TAG, sb_record_get_words (briefing, SB_BRIEFING_TAG, self->language));
  _sb_composer_append_role (self, masthead, SB_ROLE_DATE, date);
  _sb_composer_append_role (self, masthead, SB_ROLE_HEADLINE, sb_record_get_words (briefing, SB_BRIEFING_TITLE, self->language));
  _sb_composer_append_role (self, masthead, SB_ROLE_PRODUCT, sb_template_get_product (self->template, self->language));
  _sb_composer_append_role (self, masthead, SB_ROLE_SUBTITLE, _sb_composer_get_section_text (self, block));
  if (!is_sheet)
    _sb_composer_append_role (self, masthead, SB_ROLE_BYLINE, _sb_composer_get_words (self, SB_TEMPLATE_WORDS_AUTHOR));
  _sb_composer_append_role (self, masthead, SB_ROLE_LINE, coverage);
  _sb_composer_append_role (self, masthead, SB_ROLE_LINE, issue);
  append_distribution (self, masthead);
  append_logo (self, masthead);
  self->masthead = masthead;
  _sb_composer_take (self, masthead);
}

void
_sb_block_compose_cover (SbComposer *self,
                         const SbTemplateBlock *block)
{
  SbRecord *briefing = sb_briefing_input_get_briefing (self->input);
  SbPiece *cover = sb_piece_new (SB_PIECE_COVER, 0, NULL);
  const char *theme = _sb_composer_get_words (self, SB_TEMPLATE_WORDS_THEME);
  g_autofree char *month = _sb_composer_dup_month (self);
  g_autofree char *line = g_strdup_printf ("%s%s%s", theme, theme[0] != '\0' ? " – " : "", month);
  g_autofree char *coverage = dup_coverage_line (self);
  g_autofree char *issue = dup_issue_line (self, FALSE);

  _sb_composer_append_role (self, cover, SB_ROLE_IMPRINT, _sb_composer_get_words (self, SB_TEMPLATE_WORDS_INSTITUTION));
  _sb_composer_append_role (self, cover, SB_ROLE_MARKING, _sb_composer_get_words (self, SB_TEMPLATE_WORDS_MARKING));
  _sb_composer_append_role (self, cover, SB_ROLE_SERIES, _sb_composer_get_words (self, SB_TEMPLATE_WORDS_SERIES));
  _sb_composer_append_role (self, cover, SB_ROLE_DATE, line);
  _sb_composer_append_role (self, cover, SB_ROLE_HEADLINE, sb_record_get_words (briefing, SB_BRIEFING_TITLE, self->language));
  _sb_composer_append_role (self, cover, SB_ROLE_SUBTITLE, _sb_composer_get_section_text (self, block));
  _sb_composer_append_role (self, cover, SB_ROLE_BYLINE, _sb_composer_get_words (self, SB_TEMPLATE_WORDS_AUTHOR));
  _sb_composer_append_role (self, cover, SB_ROLE_LINE, coverage);
  _sb_composer_append_role (self, cover, SB_ROLE_LINE, issue);
  append_distribution (self, cover);
  append_logo (self, cover);
  _sb_composer_take (self, cover);
}

void
_sb_block_compose_contents (SbComposer *self,
                            const SbTemplateBlock *block)
{
  /* They are looked up, so that they have a page of a book to themselves. */
  if (sb_template_get_layout (self->template) == SB_PAGE_LAYOUT_BOOK)
    _sb_composer_take (self, sb_piece_new (SB_PIECE_BREAK, 0, NULL));
  _sb_composer_take_heading (self, block);
  _sb_composer_take (self, sb_piece_new (SB_PIECE_CONTENTS, 3, NULL));
}

/* The indicators that begin to show: what the next issue will look at. */
static void
take_watch_list (SbComposer *self,
                 const SbTemplateBlock *block)
{
  GPtrArray *indicators = sb_briefing_input_get_all (self->input, SB_KIND_INDICATOR);
  SbPiece *list = sb_piece_new (SB_PIECE_LIST, 0, NULL);

  for (guint i = 0; i < indicators->len && sb_piece_get_n_children (list) < MOST_WATCHED; i++)
    {
      SbRecord *indicator = g_ptr_array_index (indicators, i);

      if (sb_record_get_term (indicator, SB_INDICATOR_STATE, -1) == SB_INDICATOR_STATE_EMERGING)
        sb_piece_append (list, _sb_composer_new_text (self, SB_PIECE_ITEM, 1, sb_record_get_words (indicator, SB_INDICATOR_STATEMENT, self->language)));
    }

  if (sb_piece_get_n_children (list) == 0)
    {
      sb_piece_unref (list);
      return;
    }
  _sb_composer_take_subheading (self, block, sb_translate (self->language, "To watch"));
  _sb_composer_take (self, list);
}

/* The last page is bare: figures, what was written for it, whom to write to. */
void
_sb_block_compose_back (SbComposer *self,
                        const SbTemplateBlock *block)
{
  const char *own = _sb_composer_get_section_text (self, block);
  const char *text = own[0] != '\0' ? own : sb_bilingual_get_any (block->text, self->language);
  const char *marking = _sb_composer_get_words (self, SB_TEMPLATE_WORDS_MARKING);
  g_autofree char *imprint = g_strdup_printf ("**%s**", _sb_composer_get_words (self, SB_TEMPLATE_WORDS_INSTITUTION));
  g_autofree char *coverage = dup_coverage_line (self);
  g_autofree char *issue = dup_issue_line (self, TRUE);
  SbPiece *strip;

  _sb_composer_take (self, sb_piece_new (SB_PIECE_BREAK, 1, NULL));
  _sb_composer_take_heading (self, block);
  strip = _sb_composer_new_strip (self, MIN (block->most, 5), SB_TEMPLATE_FILTER_NONE);
  _sb_composer_take (self, strip);
  take_watch_list (self, block);
  _sb_composer_take_markdown (self, text, block->level);
  if (strlen (imprint) > 4)
    _sb_composer_take_text (self, SB_PIECE_PARAGRAPH, 0, imprint);
  _sb_composer_take_markdown (self, _sb_composer_get_words (self, SB_TEMPLATE_WORDS_CONTACTS), block->level);
  for (guint i = 0; i < 3; i++)
    {
      const char *lines[] = { coverage, issue, marking };

      if (lines[i][0] != '\0')
        _sb_composer_take (self, sb_piece_new_for_role (SB_ROLE_LINE, sb_rich_text_new_from_markup (lines[i], self->language)));
    }
}
