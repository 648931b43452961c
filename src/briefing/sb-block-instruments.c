/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-instrument.h"
#include "sb-record-dates.h"
#include "sb-translate.h"

/* "**Liptako-Gourma Charter** (2023; in force). Summary¹." */
static char *
word_instrument (SbComposer *self,
                 SbRecord *instrument)
{
  g_autofree char *title = _sb_wording_strip_stop (sb_record_get_words (instrument, SB_INSTRUMENT_TITLE, self->language));
  g_autofree char *date = sb_record_format_date (instrument, SB_INSTRUMENT_DATE, self->language, SB_DATE_STYLE_LONG);
  g_autofree char *status = g_utf8_strdown (sb_record_get_term_label (instrument, SB_INSTRUMENT_STATUS, self->language), -1);
  const char *between = date[0] != '\0' && status[0] != '\0' ? "; " : "";
  gboolean has_note = date[0] != '\0' || status[0] != '\0';
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "**%s**%s%s%s%s%s.", title, has_note ? " (" : "", date, between, status, has_note ? ")" : "");
  _sb_wording_append_sentence (text, sb_record_get_words (instrument, SB_INSTRUMENT_SUMMARY, self->language));

  return _sb_wording_source (&self->wording, instrument, text->str);
}

static void
append_clauses (SbComposer *self,
                SbPiece *list,
                SbRecord *instrument)
{
  for (guint i = 0; i < sb_record_get_n_items (instrument, SB_INSTRUMENT_CLAUSES); i++)
    {
      SbRecord *clause = sb_record_get_item (instrument, SB_INSTRUMENT_CLAUSES, i);
      const char *number = sb_record_get_text (clause, SB_INSTRUMENT_CLAUSE_NUMBER);
      const char *text = sb_record_get_words (clause, SB_INSTRUMENT_CLAUSE_TEXT, self->language);
      g_autofree char *article = number != NULL ? g_strdup_printf (sb_translate (self->language, "Art. %s"), number) : NULL;
      g_autofree char *markup = article != NULL ? g_strdup_printf ("*%s* – %s", article, text) : g_strdup (text);

      sb_piece_append (list, _sb_composer_new_text (self, SB_PIECE_ITEM, 2, markup));
    }
}

void
_sb_block_compose_instruments (SbComposer *self,
                               const SbTemplateBlock *block)
{
  g_autoptr (GPtrArray) instruments = _sb_composer_list (self, block);
  SbPiece *list;

  if (_sb_composer_take_nothing (self, block, instruments->len))
    return;

  _sb_composer_take_heading (self, block);
  list = sb_piece_new (SB_PIECE_LIST, 0, NULL);
  for (guint i = 0; i < instruments->len; i++)
    {
      SbRecord *instrument = g_ptr_array_index (instruments, i);
      g_autofree char *markup = word_instrument (self, instrument);

      sb_piece_append (list, _sb_composer_new_text (self, SB_PIECE_ITEM, 1, markup));
      append_clauses (self, list, instrument);
    }
  _sb_composer_take (self, list);
}
