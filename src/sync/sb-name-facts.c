/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-name-facts.h"

#include "sb-fact-loader.h"
#include "sb-mention-store.h"
#include "sb-related-store.h"
#include "sb-text.h"

void
sb_name_facts_free (SbNameFacts *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->record);
  g_free (self);
}

/* Whether something was said of @text, and of which record. FALSE when it failed. */
static gboolean
find_rule (SbStore *store,
           const char *text,
           SbNameFacts *facts,
           GError **error)
{
  g_autoptr (GPtrArray) rules = sb_store_list_mention_rules (store, error);
  g_autofree char *words = sb_fold (text);

  if (rules == NULL)
    return FALSE;

  for (guint i = 0; i < rules->len && !facts->has_rule; i++)
    {
      const SbMentionRule *rule = g_ptr_array_index (rules, i);
      g_autofree char *ruled = sb_fold (rule->text);

      facts->has_rule = g_str_equal (ruled, words);
      facts->ruled = facts->has_rule ? rule->record : 0;
    }

  return TRUE;
}

/* The mention of exactly these words; NULL when they are none. */
static const SbMention *
find_mention (const SbFactContext *context,
              guint start,
              guint end,
              SbRecord **record)
{
  for (guint i = 0; i < context->mentions->len; i++)
    {
      const SbMention *mention = &g_array_index (context->mentions, SbMention, i);

      if (mention->start == start && mention->end == end)
        {
          *record = g_ptr_array_index (context->records, i);
          return mention;
        }
    }

  return NULL;
}

SbNameFacts *
sb_load_name_facts (SbStore *store,
                    gint64 document,
                    guint start,
                    guint end,
                    GError **error)
{
  g_autoptr (SbFactContext) context = NULL;
  g_autoptr (SbNameFacts) self = NULL;
  g_autofree char *text = NULL;
  const SbMention *mention;
  SbRecord *record = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  context = sb_load_fact_context (store, document, start, end, error);
  if (context == NULL || context->end <= context->start)
    return NULL;

  text = g_utf8_substring (context->text, (glong) context->start, (glong) context->end);
  self = g_new0 (SbNameFacts, 1);
  if (!find_rule (store, text, self, error))
    return NULL;

  mention = find_mention (context, start, end, &record);
  if (mention == NULL || mention->kind == SB_MENTION_DATE)
    return g_steal_pointer (&self);

  g_set_object (&self->record, record);
  self->n_documents = sb_store_count_naming (store, mention->record, mention->name, error);
  return self->n_documents >= 0 ? g_steal_pointer (&self) : NULL;
}

gboolean
sb_name_word_say (SbStore *store,
                  const char *text,
                  SbNameWord word,
                  gint64 record,
                  const char *label,
                  GError **error)
{
  g_autoptr (SbChangeSet) changes = NULL;
  g_autoptr (SbRef) ref = NULL;

  g_return_val_if_fail (SB_IS_STORE (store) && text != NULL, FALSE);
  g_return_val_if_fail (word != SB_NAME_WORD_ALWAYS || record != 0, FALSE);

  changes = sb_change_set_new (label);
  ref = word == SB_NAME_WORD_ALWAYS ? sb_ref_new (SB_KIND_NONE, record, NULL, NULL) : NULL;
  if (word == SB_NAME_WORD_FORGET)
    sb_change_set_remove_mention_rule (changes, text);
  else
    sb_change_set_put_mention_rule (changes, text, ref);
  return sb_store_apply (store, changes, error) >= 0;
}
