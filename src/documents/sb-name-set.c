/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-name-set.h"

#include "sb-name-set-private.h"
#include "sb-text.h"
#include "sb-token.h"

#include <string.h>

/* What a surname begins with that is of several words. */
#define SURNAME_PARTICLES " ag ould ben bin al el le la de von van der ibn "

typedef enum
{
  NAME_WORD_GIVEN = 1 << 0,
  NAME_WORD_FAMILY = 1 << 1,
} NameWord;

struct _SbNameSet
{
  gatomicrefcount ref_count;
  GStringChunk *strings; /* (owned) */
  GArray *targets; /* (owned) (element-type SbNameTarget) */
  GArray *names; /* (owned) (element-type SbName) */
  GArray *routes; /* (owned) (element-type SbNameRoute) */
  GHashTable *by_name; /* (owned) "kind folded" to target + 1 */
  GHashTable *by_key; /* (owned) to target + 1 */
  GHashTable *by_record; /* (owned) id to target + 1 */
  GHashTable *surnames; /* (owned) folded to target + 1; 0 for several */
  GHashTable *surnames_alone; /* (owned) folded, a set */
  SbWordBits *name_words; /* (owned) what people are called, NameWord */
  SbNameTable *table; /* (owned) (nullable) until it is ended */
};

G_DEFINE_BOXED_TYPE (SbNameSet, sb_name_set, sb_name_set_ref, sb_name_set_unref)

SbNameSet *
sb_name_set_new (void)
{
  SbNameSet *self = g_new0 (SbNameSet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->strings = g_string_chunk_new (1 << 16);
  self->targets = g_array_new (FALSE, FALSE, sizeof (SbNameTarget));
  self->names = g_array_new (FALSE, FALSE, sizeof (SbName));
  self->routes = g_array_new (FALSE, FALSE, sizeof (SbNameRoute));
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_record = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->surnames = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->surnames_alone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->name_words = _sb_word_bits_new ();
  return self;
}

SbNameSet *
sb_name_set_ref (SbNameSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_name_set_unref (SbNameSet *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->routes->len; i++)
    g_free ((gpointer) g_array_index (self->routes, SbNameRoute, i).stops);
  g_string_chunk_free (self->strings);
  g_array_unref (self->targets);
  g_array_unref (self->names);
  g_array_unref (self->routes);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_record);
  g_hash_table_unref (self->surnames);
  g_hash_table_unref (self->surnames_alone);
  _sb_word_bits_free (self->name_words);
  g_clear_pointer (&self->table, sb_name_table_unref);
  g_free (self);
}

guint
_sb_name_set_add_target (SbNameSet *self,
                         const SbNameTarget *target)
{
  SbNameTarget added = *target;
  guint index = self->targets->len;

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    added.names[i] = g_string_chunk_insert_const (self->strings, target->names[i]);
  if (added.key != NULL)
    {
      added.key = g_string_chunk_insert_const (self->strings, added.key);
      g_hash_table_insert (self->by_key, (gpointer) added.key, GUINT_TO_POINTER (index + 1));
    }
  if (added.record != 0)
    g_hash_table_insert (self->by_record, GSIZE_TO_POINTER ((gsize) added.record), GUINT_TO_POINTER (index + 1));
  g_array_append_val (self->targets, added);
  return index;
}

/* Whether @tokens are capitals and digits, as of an acronym. */
static gboolean
is_acronym (const SbTokens *tokens)
{
  gboolean has_capitals = FALSE;

  for (guint i = 0; i < tokens->n_tokens; i++)
    {
      guint flags = tokens->tokens[i].flags;

      if ((flags & (SB_TOKEN_CAPITALS | SB_TOKEN_HAS_DIGIT)) == 0)
        return FALSE;
      has_capitals |= (flags & SB_TOKEN_CAPITAL) != 0;
    }

  return has_capitals;
}

/* The family name at the end of @tokens, folded: "ag ghaly", "goita"; NULL when
 * there is one word only. */
static char *
find_surname (const SbTokens *tokens)
{
  guint first = tokens->n_tokens - 1;
  g_autoptr (GString) surname = NULL;

  if (tokens->n_tokens < 2)
    return NULL;
  while (first > 1 && _sb_tokens_is_any (tokens, first - 1, SURNAME_PARTICLES))
    first--;

  surname = g_string_new (NULL);
  for (guint i = first; i < tokens->n_tokens; i++)
    g_string_append_printf (surname, "%s%s", i > first ? " " : "", tokens->tokens[i].word);
  return g_string_free (g_steal_pointer (&surname), FALSE);
}

static void
note_surname (SbNameSet *self,
              char *surname, /* (transfer full) (nullable) */
              guint target)
{
  gpointer found;

  if (surname == NULL)
    return;
  if (g_hash_table_lookup_extended (self->surnames, surname, NULL, &found) && found != GUINT_TO_POINTER (target + 1))
    target = SB_NAME_TARGET_NONE;
  g_hash_table_insert (self->surnames, surname, GUINT_TO_POINTER (target + 1));
}

/* "VDPs" */
static void
add_plural (SbNameSet *self,
            SbName name)
{
  g_autofree char *plural = g_strconcat (name.text, "s", NULL);

  name.text = g_string_chunk_insert_const (self->strings, plural);
  name.flags = SB_NAME_EXACT;
  g_array_append_val (self->names, name);
}

void
_sb_name_set_add_name (SbNameSet *self,
                       guint target,
                       const char *text,
                       guint flags)
{
  SbMentionKind kind = g_array_index (self->targets, SbNameTarget, target).kind;
  g_autoptr (SbTokens) tokens = _sb_tokens_new (text, strlen (text));
  SbName name = { .target = target, .flags = flags };

  if (tokens->n_tokens == 0)
    return;

  for (guint i = 0; i < MIN (tokens->n_tokens, 31); i++)
    if ((tokens->tokens[i].flags & SB_TOKEN_CAPITAL) != 0)
      name.capitals |= 1u << i;
  if (is_acronym (tokens))
    name.flags |= SB_NAME_CAPITALS;
  name.text = g_string_chunk_insert_const (self->strings, text);
  g_array_append_val (self->names, name);
  if (kind == SB_MENTION_ACTOR && tokens->n_tokens == 1 && (name.flags & SB_NAME_CAPITALS) != 0)
    add_plural (self, name);

  if ((flags & SB_NAME_WEAK) == 0)
    {
      g_autofree char *folded = sb_fold (text);
      char *full = g_strdup_printf ("%d %s", kind, folded);

      if (!g_hash_table_contains (self->by_name, full))
        g_hash_table_insert (self->by_name, full, GUINT_TO_POINTER (target + 1));
      else
        g_free (full);
    }
  if (kind == SB_MENTION_PERSON && (flags & SB_NAME_SURNAME) == 0)
    note_surname (self, find_surname (tokens), target);
  if ((flags & SB_NAME_SURNAME) != 0)
    {
      note_surname (self, sb_fold (text), target);
      g_hash_table_add (self->surnames_alone, sb_fold (text));
    }
}

guint
_sb_name_set_find_target (const SbNameSet *self,
                          SbMentionKind kind,
                          const char *text)
{
  g_autofree char *folded = sb_fold (text);
  g_autofree char *full = g_strdup_printf ("%d %s", kind, folded);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, full)) - 1;
}

guint
_sb_name_set_find_key (const SbNameSet *self,
                       const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, key)) - 1;
}

guint
_sb_name_set_find_record (const SbNameSet *self,
                          gint64 record)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_record, GSIZE_TO_POINTER ((gsize) record))) - 1;
}

void
_sb_name_set_add_route (SbNameSet *self,
                        guint target,
                        const guint *stops,
                        guint n_stops)
{
  SbNameRoute route = { target, g_memdup2 (stops, n_stops * sizeof *stops), n_stops };

  g_array_append_val (self->routes, route);
}

static void
add_words (SbWordBits *words,
           const char *lines,
           NameWord kind)
{
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      g_auto (GStrv) line = split[i][0] != '#' ? g_strsplit (split[i], " ", -1) : NULL;

      for (guint j = 0; line != NULL && line[j] != NULL; j++)
        {
          g_autofree char *word = sb_fold (line[j]);

          if (word[0] != '\0')
            _sb_word_bits_add (words, word, kind);
        }
    }
}

void
_sb_name_set_add_given_names (SbNameSet *self,
                              const char *lines)
{
  add_words (self->name_words, lines, NAME_WORD_GIVEN);
}

void
_sb_name_set_add_surnames (SbNameSet *self,
                           const char *lines)
{
  add_words (self->name_words, lines, NAME_WORD_FAMILY);
}

void
sb_name_set_add_rule (SbNameSet *self,
                      const char *text,
                      gint64 record)
{
  SbName name = { .flags = record != 0 ? SB_NAME_ALWAYS : SB_NAME_NEVER };

  g_return_if_fail (self != NULL && text != NULL && self->table == NULL);

  name.target = record != 0 ? _sb_name_set_find_record (self, record) : SB_NAME_TARGET_NONE;
  /* Of a record that cannot be named, a text is still no other name. */
  if (name.target == SB_NAME_TARGET_NONE)
    name.flags = SB_NAME_NEVER;
  name.text = g_string_chunk_insert_const (self->strings, text);
  g_array_append_val (self->names, name);
}

void
sb_name_set_end (SbNameSet *self)
{
  g_autofree const char **texts = NULL;

  g_return_if_fail (self != NULL && self->table == NULL);

  texts = g_new (const char *, self->names->len + 1);
  for (guint i = 0; i < self->names->len; i++)
    texts[i] = g_array_index (self->names, SbName, i).text;
  self->table = sb_name_table_new (texts, self->names->len);
}

const SbNameTable *
_sb_name_set_get_table (const SbNameSet *self)
{
  return self->table;
}

const SbName *
_sb_name_set_get_name (const SbNameSet *self,
                       guint name)
{
  return &g_array_index (self->names, SbName, name);
}

const SbNameTarget *
_sb_name_set_get_target (const SbNameSet *self,
                         guint target)
{
  return &g_array_index (self->targets, SbNameTarget, target);
}

const SbNameRoute *
_sb_name_set_get_routes (const SbNameSet *self,
                         guint *n_routes)
{
  *n_routes = self->routes->len;
  return (const SbNameRoute *) (gpointer) self->routes->data;
}

guint
_sb_name_set_find_surname (const SbNameSet *self,
                           const char *surname,
                           gboolean *is_theirs_alone)
{
  *is_theirs_alone = g_hash_table_contains (self->surnames_alone, surname);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->surnames, surname)) - 1;
}

gboolean
_sb_name_set_is_given_name (const SbNameSet *self,
                            guint64 word)
{
  return (_sb_word_bits_get (self->name_words, word) & NAME_WORD_GIVEN) != 0;
}

gboolean
_sb_name_set_is_surname (const SbNameSet *self,
                         guint64 word)
{
  return (_sb_word_bits_get (self->name_words, word) & NAME_WORD_FAMILY) != 0;
}
