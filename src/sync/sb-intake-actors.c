/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-table-intake-private.h"

#include <string.h>

#include "sb-actor.h"
#include "sb-table-country.h"
#include "sb-text.h"

struct _SbActorBook
{
  GHashTable *names; /* (owned) folded names to SbRef */
  GHashTable *uuids; /* (owned) to SbRef: one that an analyst renamed is still the one
                        that was made of a name */
  GHashTable *armies; /* (owned) countries (alpha-2) to the SbRef of their armed
                         forces */
  GRegex *regime; /* (owned) the years that ACLED dates forces by */
};

/* What forces of a state are called by ACLED, before "of Mali (2021-)". */
#define ARMY "military forces of "

void
_sb_actor_book_free (SbActorBook *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->uuids, g_hash_table_unref);
  g_clear_pointer (&self->armies, g_hash_table_unref);
  g_clear_pointer (&self->regime, g_regex_unref);
  g_free (self);
}

/* The first actor of a name keeps it: those of others are looser. */
static void
add_name (SbActorBook *self,
          const char *name,
          SbRef *ref)
{
  g_autofree char *folded = name != NULL ? sb_fold (name) : NULL;

  if (folded == NULL || *folded == '\0' || g_hash_table_contains (self->names, folded))
    return;

  g_hash_table_insert (self->names, g_steal_pointer (&folded), sb_ref_ref (ref));
}

/* The forces of a state as a whole are those that are called so: not one of its
 * corps. */
static void
add_army (SbActorBook *self,
          SbRecord *actor,
          SbRef *ref)
{
  const char *country = sb_record_get_text (actor, SB_ACTOR_COUNTRY);
  g_autofree char *fr = sb_fold (sb_record_get_words (actor, SB_ACTOR_NAME, SB_LANGUAGE_FR));
  g_autofree char *en = sb_fold (sb_record_get_words (actor, SB_ACTOR_NAME, SB_LANGUAGE_EN));

  if (country == NULL || sb_record_get_term (actor, SB_ACTOR_KIND, -1) != SB_ACTOR_KIND_STATE_FORCE ||
      (!g_str_has_prefix (fr, "forces armees") && strstr (en, "armed forces") == NULL && !g_str_has_prefix (en, ARMY)))
    return;

  if (!g_hash_table_contains (self->armies, country))
    g_hash_table_insert (self->armies, g_strdup (country), sb_ref_ref (ref));
}

/* All names before all aliases, and loose ones last. */
static void
add_actors (SbActorBook *self,
            GPtrArray *actors)
{
  for (guint i = 0; i < actors->len; i++)
    {
      SbRecord *actor = g_ptr_array_index (actors, i);
      g_autoptr (SbRef) ref = sb_record_dup_ref (actor);

      add_name (self, sb_record_get_words (actor, SB_ACTOR_NAME, SB_LANGUAGE_EN), ref);
      add_name (self, sb_record_get_words (actor, SB_ACTOR_NAME, SB_LANGUAGE_FR), ref);
      add_name (self, sb_record_get_text (actor, SB_ACTOR_SHORT_NAME), ref);
      add_army (self, actor, ref);
      g_hash_table_insert (self->uuids, g_strdup (sb_record_get_uuid (actor)), sb_ref_ref (ref));
    }

  for (guint i = 0; i < actors->len; i++)
    {
      SbRecord *actor = g_ptr_array_index (actors, i);
      g_autoptr (SbRef) ref = sb_record_dup_ref (actor);

      for (guint k = 0; k < sb_record_get_n_items (actor, SB_ACTOR_ALIASES); k++)
        {
          SbRecord *alias = sb_record_get_item (actor, SB_ACTOR_ALIASES, k);

          if (sb_record_get_term (alias, SB_ACTOR_ALIAS_KIND, -1) != SB_NAME_KIND_WEAK)
            add_name (self, sb_record_get_text (alias, SB_ACTOR_ALIAS_NAME), ref);
        }
    }
}

SbActorBook *
_sb_actor_book_new (SbStore *store,
                    GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_ACTOR);
  g_autoptr (GPtrArray) actors = sb_store_list (store, query, error);
  SbActorBook *self;

  if (actors == NULL)
    return NULL;

  self = g_new0 (SbActorBook, 1);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sb_ref_unref);
  self->uuids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sb_ref_unref);
  self->armies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sb_ref_unref);
  self->regime = g_regex_new (" *\\(\\d{4}-(\\d{4})?\\)", 0, 0, NULL);
  add_actors (self, actors);
  return self;
}

static SbRef *
look_up (SbActorBook *self,
         const char *name)
{
  g_autofree char *folded = sb_fold (name);

  return g_hash_table_lookup (self->names, folded);
}

/* The country in "Military Forces of Mali" or "Civilians (Mali)". */
static const SbTableCountry *
find_country (const char *name)
{
  const char *open = strrchr (name, '(');
  const char *of = g_strrstr (name, " of ");

  if (open != NULL && g_str_has_suffix (name, ")"))
    {
      g_autofree char *inner = g_strndup (open + 1, strlen (open) - 2);

      return sb_table_country_find (inner);
    }

  return of != NULL ? sb_table_country_find (of + strlen (" of ")) : NULL;
}

/* "JNIM: Group for Support of Islam and Muslims" is known by either half. */
static SbRef *
look_up_halves (SbActorBook *self,
                const char *name)
{
  const char *colon = strstr (name, ": ");
  g_autofree char *front = NULL;
  SbRef *found;

  /* "A and/or B" is neither of them. */
  if (colon == NULL || strstr (name, " and/or ") != NULL)
    return NULL;

  front = g_strndup (name, (gsize) (colon - name));
  found = look_up (self, front);
  return found != NULL ? found : look_up (self, colon + 2);
}

/* Whether @inter, a word or a number of ACLED, is the @number with the word that
 * begins with @word. */
static gboolean
is_inter (const char *inter,
          char number,
          const char *word)
{
  return inter != NULL && ((inter[0] == number && inter[1] == '\0') || g_ascii_strncasecmp (inter, word, strlen (word)) == 0);
}

/* What kind of actor it is, by what the source says and by what it is called. */
static void
set_kind (SbRecordBuilder *builder,
          const char *name,
          const char *inter)
{
  g_autofree char *folded = sb_fold (name);
  int kind = SB_ACTOR_KIND_ARMED_GROUP;
  int family = -1;

  if (is_inter (inter, '8', "external"))
    {
      family = SB_ACTOR_FAMILY_FOREIGN_FORCE;
      kind = strstr (folded, "forces of ") != NULL ? SB_ACTOR_KIND_STATE_FORCE : SB_ACTOR_KIND_ORGANISATION;
    }
  else if (is_inter (inter, '1', "state") || g_str_has_prefix (folded, ARMY) || g_str_has_prefix (folded, "police forces of "))
    {
      family = SB_ACTOR_FAMILY_STATE_FORCE;
      kind = SB_ACTOR_KIND_STATE_FORCE;
    }
  else if (g_str_has_prefix (folded, "government of "))
    {
      family = SB_ACTOR_FAMILY_STATE_FORCE;
      kind = SB_ACTOR_KIND_STATE;
    }
  else if (is_inter (inter, '4', "identity") || is_inter (inter, '4', "communal") || strstr (folded, "militia") != NULL)
    {
      family = SB_ACTOR_FAMILY_MILITIA;
    }
  else if (is_inter (inter, '5', "riot") || is_inter (inter, '6', "protest") || is_inter (inter, '7', "civil") ||
           g_str_has_prefix (folded, "civilians") || g_str_has_prefix (folded, "protesters") ||
           g_str_has_prefix (folded, "rioters"))
    {
      kind = SB_ACTOR_KIND_COMMUNITY;
    }

  sb_record_builder_set_term (builder, SB_ACTOR_KIND, kind);
  if (family >= 0)
    sb_record_builder_set_term (builder, SB_ACTOR_FAMILY, family);
}

static SbRef *
make_actor (SbActorBook *self,
            const char *name,
            const char *base,
            const char *inter,
            SbChangeSet *changes)
{
  const SbTableCountry *country = find_country (base);
  g_autofree char *folded = sb_fold (base);
  g_autofree char *uuid = _sb_intake_make_uuid ("actor", folded);
  SbRef *ref = g_hash_table_lookup (self->uuids, uuid);
  SbRecordBuilder *builder;
  g_autoptr (SbRecord) actor = NULL;

  if (ref != NULL)
    {
      add_name (self, base, ref);
      return sb_ref_ref (ref);
    }

  builder = sb_record_builder_new (&sb_actor_schema);
  sb_record_builder_set_uuid (builder, uuid);
  sb_record_builder_set_words (builder, SB_ACTOR_NAME, NULL, base);
  set_kind (builder, base, inter);
  if (country != NULL)
    sb_record_builder_set_text (builder, SB_ACTOR_COUNTRY, country->alpha2);
  if (!g_str_equal (name, base))
    {
      SbRecordBuilder *alias = sb_record_builder_new (&sb_actor_alias_schema);

      sb_record_builder_set_text (alias, SB_ACTOR_ALIAS_NAME, name);
      sb_record_builder_set_text (alias, SB_ACTOR_ALIAS_LANGUAGE, "en");
      sb_record_builder_set_term (alias, SB_ACTOR_ALIAS_KIND, SB_NAME_KIND_FULL);
      sb_record_builder_take_item (builder, SB_ACTOR_ALIASES, sb_record_builder_end (alias));
    }
  actor = sb_record_builder_end (builder);
  sb_change_set_put (changes, actor);
  ref = sb_record_dup_ref (actor);
  add_name (self, base, ref);
  add_army (self, actor, ref);
  return ref;
}

static SbRef *
find_known (SbActorBook *self,
            const char *name,
            const char *base)
{
  g_autofree char *folded = sb_fold (base);
  const SbTableCountry *country = g_str_has_prefix (folded, ARMY) ? find_country (base) : NULL;
  SbRef *found = look_up (self, name);

  if (found == NULL)
    found = look_up (self, base);
  if (found == NULL)
    found = look_up_halves (self, base);
  if (found == NULL && country != NULL)
    found = g_hash_table_lookup (self->armies, country->alpha2);
  return found;
}

SbRef *
_sb_actor_book_find (SbActorBook *self,
                     const char *name,
                     const char *inter,
                     SbChangeSet *changes)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *base = NULL;
  SbRef *found;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  trimmed = g_strstrip (g_strdup (name));
  base = g_regex_replace_literal (self->regime, trimmed, -1, 0, "", 0, NULL);
  if (base == NULL || *g_strstrip (base) == '\0')
    {
      g_free (base);
      base = g_strdup (trimmed);
    }

  found = find_known (self, trimmed, base);
  if (found == NULL && changes == NULL)
    return NULL;
  if (found == NULL)
    return make_actor (self, trimmed, base, inter, changes);

  /* The next time it is found at once. */
  add_name (self, trimmed, found);
  return sb_ref_ref (found);
}
