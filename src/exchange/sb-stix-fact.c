/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-stix-kinds.h"

#include "sb-figure.h"
#include "sb-instrument.h"
#include "sb-stix-object.h"
#include "sb-text.h"

/* Digits after the mark of a figure in words. */
#define DECIMALS 6

/* Who is bound by it, whose it is, and what was done under it. */
static gboolean
write_instrument_ties (SbStixWriter *self,
                       SbRecord *instrument,
                       const char *id,
                       GError **error)
{
  g_autofree char *owner = NULL;

  if (!sb_stix_need_actor (self, sb_record_get_ref (instrument, SB_INSTRUMENT_OWNER), &owner, error) ||
      !sb_stix_write_tie (self, instrument, id, "belongs-to", owner, error))
    return FALSE;

  for (guint i = 0; i < sb_record_get_n_items (instrument, SB_INSTRUMENT_PARTIES); i++)
    {
      SbRecord *item = sb_record_get_item (instrument, SB_INSTRUMENT_PARTIES, i);
      g_autofree char *party = NULL;

      if (!sb_stix_need_actor (self, sb_record_get_ref (item, SB_INSTRUMENT_PARTY_ACTOR), &party, error) ||
          !sb_stix_write_tie (self, instrument, party, "party-to", id, error))
        return FALSE;
    }

  for (guint i = 0; i < sb_record_get_n_items (instrument, SB_INSTRUMENT_MEETINGS); i++)
    {
      SbRecord *item = sb_record_get_item (instrument, SB_INSTRUMENT_MEETINGS, i);
      g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_free);

      if (!sb_stix_need_any (self, sb_record_get_ref (item, SB_INSTRUMENT_MEETING_EVENT), events, error) ||
          (events->len > 0 && !sb_stix_write_tie (self, instrument, id, "related-to", g_ptr_array_index (events, 0), error)))
        return FALSE;
    }

  return TRUE;
}

gboolean
sb_stix_write_instrument (SbStixWriter *self,
                          SbRecord *instrument,
                          GError **error)
{
  static const guint fields[] = { SB_INSTRUMENT_KIND, SB_INSTRUMENT_STATUS, SB_INSTRUMENT_DATE, SB_INSTRUMENT_ENDED,
                                  SB_INSTRUMENT_CLAUSES };
  g_autofree char *id = sb_stix_dup_id (SB_STIX_INSTRUMENT, sb_record_get_uuid (instrument));
  JsonBuilder *builder = sb_stix_writer_begin (self, SB_STIX_INSTRUMENT, id, instrument);
  const SbStixWords words[] = {
    { "name", sb_record_get_bilingual (instrument, SB_INSTRUMENT_TITLE) },
    { "description", sb_record_get_bilingual (instrument, SB_INSTRUMENT_SUMMARY) },
    { NULL, NULL },
  };

  if (builder == NULL)
    return TRUE;

  sb_stix_add_new_type (builder);
  sb_stix_add_fields (builder, instrument, fields, G_N_ELEMENTS (fields));
  return sb_stix_finish (self, builder, id, instrument, words, error) &&
         write_instrument_ties (self, instrument, id, error);
}

static void
append_words (GString *text,
              SbRecord *figure,
              guint field,
              const char *before,
              SbLanguage language)
{
  const char *words = sb_record_get_words (figure, field, language);

  if (*words != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? before : "", words);
}

/* "environ 2,5–3 millions de litres, par mois", for programs that show nothing but
 * the text of a note; NULL when the figure has no label in @language. */
static char *
word_figure (SbRecord *figure,
             SbLanguage language)
{
  SbBilingual *label = sb_record_get_bilingual (figure, SB_FIGURE_LABEL);
  double low = sb_record_get_real (figure, SB_FIGURE_LOW, 0);
  double high = sb_record_get_real (figure, SB_FIGURE_HIGH, low);
  g_autofree char *low_text = sb_number_format (low, DECIMALS, language);
  g_autofree char *high_text = sb_number_format (high, DECIMALS, language);
  g_autoptr (GString) text = g_string_new (NULL);

  if (sb_bilingual_get (label, language) == NULL)
    return NULL;

  append_words (text, figure, SB_FIGURE_QUALIFIER, "", language);
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", low_text);
  if (high > low)
    g_string_append_printf (text, "–%s", high_text);
  append_words (text, figure, SB_FIGURE_UNIT, " ", language);
  append_words (text, figure, SB_FIGURE_BASE, ", ", language);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
sb_stix_write_figure (SbStixWriter *self,
                      SbRecord *figure,
                      GError **error)
{
  static const guint subjects[] = { SB_FIGURE_ABOUT, SB_FIGURE_PLACE, SB_FIGURE_SOURCE };
  static const guint fields[] = { SB_FIGURE_KIND, SB_FIGURE_LOW, SB_FIGURE_HIGH, SB_FIGURE_UNIT, SB_FIGURE_BASE,
                                  SB_FIGURE_QUALIFIER, SB_FIGURE_DATE, SB_FIGURE_NOTE };
  g_autofree char *id = sb_stix_dup_id ("note", sb_record_get_uuid (figure));
  g_autofree char *fr = word_figure (figure, SB_LANGUAGE_FR);
  g_autofree char *en = word_figure (figure, SB_LANGUAGE_EN);
  g_autoptr (SbBilingual) content = sb_bilingual_new (fr, en);
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
  const SbStixWords words[] = {
    { "abstract", sb_record_get_bilingual (figure, SB_FIGURE_LABEL) },
    { "content", content },
    { NULL, NULL },
  };
  JsonBuilder *builder;

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (!sb_stix_need_any (self, sb_record_get_ref (figure, subjects[i]), refs, error))
      return FALSE;

  builder = sb_stix_writer_begin (self, "note", id, figure);
  if (builder == NULL)
    return TRUE;

  sb_stix_add_label (builder, "figure");
  sb_stix_add_subjects (builder, refs);
  sb_stix_begin_extension (builder);
  _sb_json_add_text (builder, "record_kind", "figure");
  sb_stix_add_fields (builder, figure, fields, G_N_ELEMENTS (fields));
  sb_stix_end_extension (builder);
  return sb_stix_finish (self, builder, id, figure, words, error);
}
