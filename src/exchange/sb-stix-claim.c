/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-stix-kinds.h"

#include "sb-claim.h"
#include "sb-stix-object.h"

static const char *
get_opinion (int stance)
{
  switch (stance)
    {
    case SB_CLAIM_STANCE_CONFIRMS:
      return "strongly-agree";

    case SB_CLAIM_STANCE_DENIES:
      return "strongly-disagree";

    case SB_CLAIM_STANCE_MINIMISES:
    case SB_CLAIM_STANCE_CONTESTS:
      return "disagree";

    case SB_CLAIM_STANCE_ASSERTS:
    case SB_CLAIM_STANCE_CLAIMS:
    default:
      return "agree";
    }
}

/* What one speaker says of a claim, in the words and the language of that day. */
static gboolean
write_statement (SbStixWriter *self,
                 SbRecord *claim,
                 guint position,
                 const char *note,
                 GError **error)
{
  SbRecord *statement = sb_record_get_item (claim, SB_CLAIM_STATEMENTS, position);
  SbRef *speaker = sb_record_get_ref (statement, SB_CLAIM_STATEMENT_SPEAKER);
  const char *words = sb_record_get_text (statement, SB_CLAIM_STATEMENT_WORDS);
  g_autofree char *number = g_strdup_printf ("%u", position);
  g_autofree char *id = sb_stix_dup_derived_id ("opinion", note, "statement", number);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  JsonBuilder *builder = sb_stix_writer_begin (self, "opinion", id, claim);

  if (builder == NULL)
    return TRUE;

  _sb_json_add_text (builder, "opinion", get_opinion (sb_record_get_term (statement, SB_CLAIM_STATEMENT_STANCE, -1)));
  sb_stix_add_label (builder, _sb_record_get_term_name (statement, SB_CLAIM_STATEMENT_STANCE));
  if (words != NULL)
    {
      _sb_json_add_text (builder, "lang", sb_record_get_text (statement, SB_CLAIM_STATEMENT_LANGUAGE));
      _sb_json_add_text (builder, "explanation", words);
    }
  if (speaker != NULL)
    {
      sb_stix_begin_list (builder, "authors");
      json_builder_add_string_value (builder, sb_ref_get_name (speaker, self->exporter->request->language));
      json_builder_end_array (builder);
    }
  g_ptr_array_add (notes, (gpointer) note);
  sb_stix_add_refs (builder, notes);
  return sb_stix_writer_end (self, builder, error);
}

/* What a claim is about, as far as it is in the bundle, and who speaks of it. */
static gboolean
list_claim_refs (SbStixWriter *self,
                 SbRecord *claim,
                 GPtrArray *ids,
                 GError **error)
{
  if (!sb_stix_need_any (self, sb_record_get_ref (claim, SB_CLAIM_ABOUT), ids, error))
    return FALSE;

  for (guint i = 0; i < sb_record_get_n_items (claim, SB_CLAIM_STATEMENTS); i++)
    {
      SbRecord *statement = sb_record_get_item (claim, SB_CLAIM_STATEMENTS, i);

      if (!sb_stix_need_any (self, sb_record_get_ref (statement, SB_CLAIM_STATEMENT_SPEAKER), ids, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
sb_stix_write_claim (SbStixWriter *self,
                     SbRecord *claim,
                     GError **error)
{
  g_autofree char *id = sb_stix_dup_id ("note", sb_record_get_uuid (claim));
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
  const SbStixWords words[] = { { "content", sb_record_get_bilingual (claim, SB_CLAIM_PROPOSITION) }, { NULL, NULL } };
  JsonBuilder *builder;

  if (!list_claim_refs (self, claim, refs, error))
    return FALSE;

  builder = sb_stix_writer_begin (self, "note", id, claim);
  if (builder == NULL)
    return TRUE;

  sb_stix_add_label (builder, "claim");
  sb_stix_add_subjects (builder, refs);
  if (!sb_stix_finish (self, builder, id, claim, words, error))
    return FALSE;

  for (guint i = 0; i < sb_record_get_n_items (claim, SB_CLAIM_STATEMENTS); i++)
    if (!write_statement (self, claim, i, id, error))
      return FALSE;

  return TRUE;
}
