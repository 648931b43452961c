/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-claim.h"
#include "sb-translate.h"

static gboolean
is_against (int stance)
{
  return stance == SB_CLAIM_STANCE_DENIES || stance == SB_CLAIM_STANCE_MINIMISES || stance == SB_CLAIM_STANCE_CONTESTS;
}

/* "JNIM (claims); army (denies)": who stands on one side, each once. */
static char *
dup_side (SbComposer *self,
          SbRecord *claim,
          gboolean against)
{
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *side = g_string_new (NULL);

  for (guint i = 0; i < sb_record_get_n_items (claim, SB_CLAIM_STATEMENTS); i++)
    {
      SbRecord *statement = sb_record_get_item (claim, SB_CLAIM_STATEMENTS, i);
      int stance = sb_record_get_term (statement, SB_CLAIM_STATEMENT_STANCE, -1);
      SbRef *speaker = sb_record_get_ref (statement, SB_CLAIM_STATEMENT_SPEAKER);
      const char *name = speaker != NULL ? _sb_wording_get_name (&self->wording, speaker) : sb_record_get_words (statement, SB_CLAIM_STATEMENT_ATTRIBUTION, self->language);
      g_autofree char *label = NULL;
      g_autofree char *entry = NULL;

      if (name[0] == '\0' || is_against (stance) != against)
        continue;

      label = g_utf8_strdown (sb_record_get_term_label (statement, SB_CLAIM_STATEMENT_STANCE, self->language), -1);
      entry = g_strdup_printf ("%s (%s)", name, label);
      if (g_hash_table_contains (named, entry))
        continue;
      g_string_append_printf (side, "%s%s", side->len > 0 ? "; " : "", entry);
      g_hash_table_add (named, g_steal_pointer (&entry));
    }
  if (side->len == 0)
    g_string_append (side, "–");

  return g_string_free (side, FALSE);
}

void
_sb_block_compose_claims (SbComposer *self,
                          const SbTemplateBlock *block)
{
  static const double shares[] = { 3.6, 2.7, 2.7, 3.4 };
  g_autoptr (GPtrArray) claims = _sb_composer_list (self, block);
  SbPiece *table;

  if (_sb_composer_take_nothing (self, block, claims->len))
    return;

  _sb_composer_take_heading (self, block);
  table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);
  _sb_composer_add_row (self, table, sb_translate (self->language, "Proposition"), sb_translate (self->language, "Say so"),
                        sb_translate (self->language, "Deny it or play it down"), sb_translate (self->language, "Retained"), NULL);
  for (guint i = 0; i < claims->len; i++)
    {
      SbRecord *claim = g_ptr_array_index (claims, i);
      g_autofree char *proposition = _sb_wording_strip_stop (sb_record_get_words (claim, SB_CLAIM_PROPOSITION, self->language));
      g_autofree char *bold = g_strdup_printf ("**%s**", proposition);
      g_autofree char *sourced = _sb_wording_source (&self->wording, claim, bold);
      g_autofree char *held = dup_side (self, claim, FALSE);
      g_autofree char *opposed = dup_side (self, claim, TRUE);
      const char *retained = sb_record_get_words (claim, SB_CLAIM_RETAINED, self->language);

      _sb_composer_add_row (self, table, sourced, held, opposed, retained[0] != '\0' ? retained : "–", NULL);
    }
  _sb_composer_take (self, _sb_composer_finish_table (self, table, shares, G_N_ELEMENTS (shares)));
}
