/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-date-format.h"
#include "sb-event.h"
#include "sb-judgement.h"

/* Sentences of prose that make a paragraph. */
#define SENTENCES_EACH 3
#define EVENTS_EACH    5

/* "**Senegal.** …" where a judgement has a place. */
static char *
dup_run_in (SbComposer *self,
            SbRecord *record)
{
  SbRef *place = sb_record_get_kind (record) == SB_KIND_JUDGEMENT ? sb_record_get_ref (record, SB_JUDGEMENT_PLACE) : NULL;
  g_autofree char *markup = _sb_wording_for_record (&self->wording, record);

  if (place == NULL)
    return g_steal_pointer (&markup);

  return g_strdup_printf ("**%s.** %s", sb_ref_get_name (place, self->language), markup);
}

static void
take_list (SbComposer *self,
           GPtrArray *records,
           SbTemplateForm form)
{
  SbPiece *list = sb_piece_new (SB_PIECE_LIST, 0, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      g_autofree char *markup = form == SB_TEMPLATE_FORM_RUN_IN ? dup_run_in (self, record) : _sb_wording_for_record (&self->wording, record);

      sb_piece_append (list, _sb_composer_new_text (self, SB_PIECE_ITEM, 1, markup));
    }
  _sb_composer_take (self, list);
}

/* The month in which an event began, as "2026-04"; NULL when it is not known so well. */
static char *
dup_month (SbRecord *record)
{
  SbDate *date = sb_record_get_kind (record) == SB_KIND_EVENT ? sb_record_get_date (record, SB_EVENT_DATE) : NULL;
  g_autoptr (SbDate) day = NULL;

  if (date == NULL || sb_date_get_first_day (date) == SB_DATE_DAY_MIN)
    return NULL;

  day = sb_date_new_for_day (sb_date_get_first_day (date));

  return g_strndup (sb_date_get_edtf (day), 7);
}

static void
flush (SbComposer *self,
       GString *paragraph)
{
  if (paragraph->len > 0)
    _sb_composer_take_text (self, SB_PIECE_PARAGRAPH, 0, paragraph->str);
  g_string_truncate (paragraph, 0);
}

/* Events by month and a few at a time, what is judged a few sentences at a time. */
static void
take_prose (SbComposer *self,
            GPtrArray *records)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  g_autofree char *month = NULL;
  guint n_sentences = 0;

  for (guint i = 0; i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      gboolean is_event = sb_record_get_kind (record) == SB_KIND_EVENT;
      g_autofree char *own_month = dup_month (record);
      g_autofree char *sentence = is_event ? _sb_wording_for_event_sentence (&self->wording, record) : _sb_wording_for_record (&self->wording, record);

      if (n_sentences >= (is_event ? EVENTS_EACH : SENTENCES_EACH) || (is_event && g_strcmp0 (own_month, month) != 0))
        {
          flush (self, paragraph);
          n_sentences = 0;
        }
      g_free (month);
      month = g_steal_pointer (&own_month);
      g_string_append_printf (paragraph, "%s%s", paragraph->len > 0 ? " " : "", sentence);
      n_sentences++;
    }
  flush (self, paragraph);
}

/* A section that has nothing to say says so; a lesser block is left out. */
void
_sb_block_compose_items (SbComposer *self,
                         const SbTemplateBlock *block)
{
  g_autoptr (GPtrArray) records = _sb_composer_list (self, block);

  if (_sb_composer_take_nothing (self, block, records->len))
    return;

  _sb_composer_take_heading (self, block);
  if (block->form == SB_TEMPLATE_FORM_PROSE)
    take_prose (self, records);
  else
    take_list (self, records, block->form);
}
