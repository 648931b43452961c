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

void
sb_name_rule_free (SbNameRule *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self);
}

/* What was said of @text. NULL when it failed. */
static SbNameRule *
find_rule (SbStore *store,
           const char *text,
           GError **error)
{
  g_autoptr (GPtrArray) rules = sb_store_list_mention_rules (store, error);
  g_autofree char *words = sb_fold (text);
  SbNameRule *found;

  if (rules == NULL)
    return NULL;

  found = g_new0 (SbNameRule, 1);
  found->text = g_strdup (text);
  for (guint i = 0; i < rules->len && !found->had_rule; i++)
    {
      const SbMentionRule *rule = g_ptr_array_index (rules, i);
      g_autofree char *ruled = sb_fold (rule->text);

      found->had_rule = g_str_equal (ruled, words);
      found->record = found->had_rule ? rule->record : 0;
    }

  return found;
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
  g_autoptr (SbNameRule) rule = NULL;
  g_autofree char *text = NULL;
  const SbMention *mention;
  SbRecord *record = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  context = sb_load_fact_context (store, document, start, end, error);
  if (context == NULL || context->end <= context->start)
    return NULL;

  text = g_utf8_substring (context->text, (glong) context->start, (glong) context->end);
  rule = find_rule (store, text, error);
  if (rule == NULL)
    return NULL;

  self = g_new0 (SbNameFacts, 1);
  self->has_rule = rule->had_rule;
  self->ruled = rule->record;
  mention = find_mention (context, start, end, &record);
  if (mention == NULL || mention->kind == SB_MENTION_DATE)
    return g_steal_pointer (&self);

  g_set_object (&self->record, record);
  self->n_documents = sb_store_count_naming (store, mention->record, mention->name, error);
  return self->n_documents >= 0 ? g_steal_pointer (&self) : NULL;
}

SbNameRule *
sb_name_rule_say (SbStore *store,
                  const char *text,
                  SbNameWord word,
                  gint64 record,
                  GError **error)
{
  g_autoptr (SbNameRule) before = NULL;
  SbNameRule said = { (char *) text, word != SB_NAME_WORD_FORGET, word == SB_NAME_WORD_ALWAYS ? record : 0 };

  g_return_val_if_fail (SB_IS_STORE (store) && text != NULL, NULL);
  g_return_val_if_fail (word != SB_NAME_WORD_ALWAYS || record != 0, NULL);

  before = find_rule (store, text, error);
  return before != NULL && sb_name_rule_restore (store, &said, error) ? g_steal_pointer (&before) : NULL;
}

gboolean
sb_name_rule_restore (SbStore *store,
                      const SbNameRule *self,
                      GError **error)
{
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (store) && self != NULL, FALSE);

  if (self->had_rule)
    return sb_store_put_mention_rule (store, self->text, self->record, error);

  /* That nothing was said is what is wanted. */
  if (sb_store_remove_mention_rule (store, self->text, &failure) || failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
