/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-alliance.h"
#include "sb-quotation-private.h"
#include "sb-record-dates.h"
#include "sb-translate.h"

/* What each source calls it, in its words: “alliance of circumstances” (S). */
static char *
dup_labels (SbComposer *self,
            SbRecord *alliance)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < sb_record_get_n_items (alliance, SB_ALLIANCE_LABELS); i++)
    {
      SbRecord *item = sb_record_get_item (alliance, SB_ALLIANCE_LABELS, i);
      SbRef *source = sb_record_get_ref (item, SB_ALLIANCE_LABEL_SOURCE);
      const char *label = sb_record_get_words (item, SB_ALLIANCE_LABEL_LABEL, self->language);

      g_string_append_printf (labels, self->language == SB_LANGUAGE_FR ? "%s«\302\240%s\302\240»" : "%s“%s”", i > 0 ? "; " : "", label);
      if (source != NULL)
        g_string_append_printf (labels, " (%s)", sb_ref_get_name (source, self->language));
    }

  return _sb_quotation_mark_translations (labels->str, sb_briefing_input_get_evidence (self->input, alliance), self->language);
}

static char *
dup_parties (SbComposer *self,
             SbRecord *alliance)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < sb_record_get_n_items (alliance, SB_ALLIANCE_PARTIES); i++)
    g_ptr_array_add (names, (gpointer) _sb_wording_get_name (&self->wording, sb_record_get_ref (sb_record_get_item (alliance, SB_ALLIANCE_PARTIES, i), SB_ALLIANCE_PARTY_ACTOR)));

  return _sb_wording_join (names, self->language);
}

static char *
dup_durability (SbComposer *self,
                SbRecord *alliance)
{
  g_autofree char *label = g_utf8_strdown (sb_record_get_term_label (alliance, SB_ALLIANCE_DURABILITY, self->language), -1);
  SbRef *judge = sb_record_get_ref (alliance, SB_ALLIANCE_JUDGED_BY);
  const char *reason = sb_record_get_words (alliance, SB_ALLIANCE_DURABILITY_REASON, self->language);
  GString *text = g_string_new (label);

  if (text->len > 0 && judge != NULL)
    g_string_append_printf (text, " (%s)", _sb_wording_get_name (&self->wording, judge));
  if (text->len > 0 && reason[0] != '\0')
    {
      g_string_append (text, ". ");
      g_string_append (text, reason);
    }

  return g_string_free (text, FALSE);
}

/* The traits of a kind, a line each: @label stands at the first. */
static void
add_traits (SbComposer *self,
            SbPiece *card,
            SbRecord *alliance,
            SbAllianceTraitKind kind,
            const char *label)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < sb_record_get_n_items (alliance, SB_ALLIANCE_TRAITS); i++)
    {
      SbRecord *trait = sb_record_get_item (alliance, SB_ALLIANCE_TRAITS, i);

      if (sb_record_get_term (trait, SB_ALLIANCE_TRAIT_KIND, -1) != (int) kind)
        continue;
      _sb_composer_add_line (self, card, is_first ? label : "", sb_record_get_words (trait, SB_ALLIANCE_TRAIT_TEXT, self->language));
      is_first = FALSE;
    }
}

static void
take_card (SbComposer *self,
           SbRecord *alliance)
{
  SbPiece *card = sb_piece_new (SB_PIECE_CARD, 0, NULL);
  SbRef *adversary = sb_record_get_ref (alliance, SB_ALLIANCE_ADVERSARY);
  SbRef *instrument = sb_record_get_ref (alliance, SB_ALLIANCE_INSTRUMENT);
  g_autofree char *parties = dup_parties (self, alliance);
  g_autofree char *labels = dup_labels (self, alliance);
  g_autofree char *since = sb_record_format_lasting (alliance, self->language, SB_DATE_STYLE_LONG);
  g_autofree char *durability = dup_durability (self, alliance);

  _sb_composer_add_line (self, card, sb_translate (self->language, "Parties"), parties);
  _sb_composer_add_line (self, card, sb_translate (self->language, "Called"), labels);
  _sb_composer_add_line (self, card, sb_translate (self->language, "Dates"), since);
  _sb_composer_add_line (self, card, sb_translate (self->language, "Goal"), sb_record_get_words (alliance, SB_ALLIANCE_GOAL, self->language));
  _sb_composer_add_line (self, card, sb_translate (self->language, "Adversary"), adversary != NULL ? _sb_wording_get_name (&self->wording, adversary) : NULL);
  _sb_composer_add_line (self, card, sb_translate (self->language, "Instrument"), instrument != NULL ? sb_ref_get_name (instrument, self->language) : NULL);
  add_traits (self, card, alliance, SB_ALLIANCE_TRAIT_KIND_PILLAR, sb_translate (self->language, "Pillars"));
  add_traits (self, card, alliance, SB_ALLIANCE_TRAIT_KIND_DIVERGENCE, sb_translate (self->language, "Divergences"));
  _sb_composer_add_line (self, card, sb_translate (self->language, "Durability"), durability);
  _sb_composer_take (self, card);
}

void
_sb_block_compose_alliances (SbComposer *self,
                             const SbTemplateBlock *block)
{
  g_autoptr (GPtrArray) alliances = _sb_composer_list (self, block);

  if (_sb_composer_take_nothing (self, block, alliances->len))
    return;

  _sb_composer_take_heading (self, block);
  for (guint i = 0; i < alliances->len; i++)
    {
      SbRecord *alliance = g_ptr_array_index (alliances, i);
      const char *summary = sb_record_get_words (alliance, SB_ALLIANCE_SUMMARY, self->language);
      g_autofree char *name = _sb_wording_strip_stop (sb_record_get_words (alliance, SB_ALLIANCE_NAME, self->language));
      g_autofree char *sourced = _sb_wording_source (&self->wording, alliance, summary[0] != '\0' ? summary : name);

      _sb_composer_take_subheading (self, block, name);
      _sb_composer_take_text (self, SB_PIECE_PARAGRAPH, 0, sourced);
      take_card (self, alliance);
    }
}
