/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-name-teaching.h"

#include "sb-actor.h"
#include "sb-catalogue-error.h"
#include "sb-mention-store.h"
#include "sb-place.h"
#include "sb-record-builder.h"
#include "sb-text.h"

/* Where the other names of a kind of record are. */
typedef struct
{
  guint list;
  const SbSchema *item;
  guint name;
  guint kind;
  guint title;
} Names;

static const Names actor_names = { SB_ACTOR_ALIASES, &sb_actor_alias_schema, SB_ACTOR_ALIAS_NAME, SB_ACTOR_ALIAS_KIND, SB_ACTOR_NAME };
static const Names place_names = { SB_PLACE_NAMES, &sb_place_name_schema, SB_PLACE_NAME_NAME, SB_PLACE_NAME_KIND, SB_PLACE_NAME };

static const Names *
get_names (SbKind kind)
{
  if (kind == SB_KIND_ACTOR)
    return &actor_names;

  return kind == SB_KIND_PLACE ? &place_names : NULL;
}

static gboolean
is_same (const char *name,
         const char *words)
{
  g_autofree char *folded = name != NULL ? sb_fold (name) : NULL;

  return g_strcmp0 (folded, words) == 0;
}

static gboolean
is_called (SbRecord *record,
           const Names *names,
           const char *text)
{
  g_autofree char *words = sb_fold (text);

  for (guint language = 0; language < SB_N_LANGUAGES; language++)
    if (is_same (sb_record_get_words (record, names->title, (SbLanguage) language), words))
      return TRUE;
  if (names == &actor_names && is_same (sb_record_get_text (record, SB_ACTOR_SHORT_NAME), words))
    return TRUE;
  for (guint i = 0; i < sb_record_get_n_items (record, names->list); i++)
    if (is_same (sb_record_get_text (sb_record_get_item (record, names->list, i), names->name), words))
      return TRUE;

  return FALSE;
}

/* "JNIM" is short for something. */
static gboolean
is_short (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isupper (g_utf8_get_char (p)) && !g_unichar_isdigit (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* What has no capital letter is not taken for a name by its words alone. */
static gboolean
looks_like_name (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static SbRecord *
add_name (SbRecord *record,
          const Names *names,
          const char *text)
{
  SbRecordBuilder *builder;
  SbRecordBuilder *item;

  if (names == NULL || is_called (record, names, text))
    return g_object_ref (record);

  builder = sb_record_builder_new_from (record);
  item = sb_record_builder_new (names->item);
  sb_record_builder_set_text (item, names->name, text);
  sb_record_builder_set_term (item, names->kind, is_short (text) ? SB_NAME_KIND_SHORT : SB_NAME_KIND_FULL);
  sb_record_builder_take_item (builder, names->list, sb_record_builder_end (item));
  return sb_record_builder_end (builder);
}

/* The record as it is now; itself when it is new. */
static SbRecord *
read_anew (SbStore *store,
           SbRecord *record,
           GError **error)
{
  g_autoptr (GError) failure = NULL;
  SbRecord *stored;

  if (sb_record_get_id (record) == 0)
    return g_object_ref (record);

  stored = sb_store_get (store, sb_record_get_kind (record), sb_record_get_id (record), &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (stored == NULL)
    g_set_error_literal (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_UNKNOWN_REFERENCE, "The record is not there any more");

  return stored;
}

/* Whether something is said of @text that goes before all names. -1 when it failed. */
static int
has_rule (SbStore *store,
          const char *text,
          GError **error)
{
  g_autoptr (GPtrArray) rules = sb_store_list_mention_rules (store, error);
  g_autofree char *words = sb_fold (text);

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    if (is_same (((const SbMentionRule *) g_ptr_array_index (rules, i))->text, words))
      return TRUE;

  return rules != NULL ? FALSE : -1;
}

gboolean
sb_name_teach (SbStore *store,
               const char *text,
               SbRecord *record,
               const char *label,
               GError **error)
{
  g_autoptr (SbChangeSet) changes = NULL;
  g_autoptr (SbRecord) before = NULL;
  g_autoptr (SbRecord) named = NULL;
  const Names *names;
  int ruled;

  g_return_val_if_fail (SB_IS_STORE (store) && text != NULL && SB_IS_RECORD (record), FALSE);

  names = get_names (sb_record_get_kind (record));
  before = read_anew (store, record, error);
  if (before == NULL)
    return FALSE;

  named = add_name (before, names, text);
  ruled = has_rule (store, text, error);
  if (ruled < 0)
    return FALSE;

  changes = sb_change_set_new (label);
  sb_change_set_put (changes, named);
  /* What else was said of these words is overruled, in the same unit of work. */
  if (names == NULL || ruled != 0 || !looks_like_name (text))
    {
      g_autoptr (SbRef) ref = sb_record_dup_ref (named);

      sb_change_set_put_mention_rule (changes, text, ref);
    }

  return sb_store_apply (store, changes, error) >= 0;
}
