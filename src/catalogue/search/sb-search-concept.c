/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-concept.h"

#include "sb-search-names.h"

/* What a hit counts that is not the word as it was typed. */
#define FORM_WEIGHT 0.5
#define NAME_WEIGHT 0.9

/* Forms of a word in a language, at most. */
#define FORMS_MAX 16

/* Words that begin as it was typed, at most: each takes some microseconds to be
 * found in the index. Of common ones, fewer, because in every hit it is seen which
 * of them are there: what is left out is rare. */
#define BEGUN_MAX    128
#define BEGUN_MIN    24
#define BEGUN_COMMON 10000

static void
append_words (GString *out,
              const char *const *words,
              char separator)
{
  /* Folded words have no quotation marks, spaces or bars. */
  g_string_append_c (out, '"');
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, separator);
      g_string_append (out, words[i]);
    }
  g_string_append_c (out, '"');
}

void
_sb_search_append_phrase (GString *out,
                          const char *const *words)
{
  append_words (out, words, ' ');
}

/* Adds @term, whose words are the ones that are looked for unless there are
 * @others, to the concept that is being made; takes its words. */
static void
take_term (SbSearchPlanner *planner,
           GString *out,
           SbSearchTerm term,
           const char *const *others)
{
  if (out->str[out->len - 1] != '(')
    g_string_append (out, " OR ");
  if (others != NULL)
    append_words (out, others, '|');
  else
    append_words (out, (const char *const *) term.words, term.is_any ? '|' : ' ');

  term.concept = planner->is_unwanted ? G_MAXUINT : planner->plan->n_concepts;
  g_array_append_val (planner->plan->terms, term);
}

static void
take_phrase (SbSearchPlanner *planner,
             GString *out,
             GStrv words,
             double weight)
{
  take_term (planner, out, (SbSearchTerm) { .words = words, .weight = weight }, NULL);
}

/* The words of a set, if it has any: FTS5 takes them for one that stands in
 * several spellings, which costs it less than as many phrases. Empties @words. */
static void
take_any (SbSearchPlanner *planner,
          GString *out,
          GPtrArray *words,
          double weight)
{
  SbSearchTerm term = { .is_any = TRUE, .weight = weight };

  if (words->len == 0)
    return;

  g_ptr_array_add (words, NULL);
  term.words = g_strdupv ((GStrv) words->pdata);
  g_ptr_array_set_size (words, 0);
  take_term (planner, out, term, NULL);
}

static void
begin_concept (GString *out)
{
  g_string_append_c (out, '(');
}

static void
end_concept (SbSearchPlanner *planner,
             GString *out)
{
  g_string_append_c (out, ')');
  if (planner->is_unwanted)
    planner->plan->n_unwanted++;
  else
    planner->plan->n_concepts++;
}

static void
add_word (GPtrArray *words,
          const char *word)
{
  if (!g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    g_ptr_array_add (words, g_strdup (word));
}

/* Adds the words that @statement gives to @words. */
static gboolean
read_words (SbStatement *statement,
            const char *but,
            GPtrArray *words,
            GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (sb_statement_step (statement, &failure))
    {
      const char *word = sb_statement_get_text (statement, "word");

      if (g_strcmp0 (word, but) != 0)
        add_word (words, word);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The words that have the same stem as @word in texts of either language. */
static gboolean
list_forms (SbSearchPlanner *planner,
            const char *word,
            GPtrArray *forms,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (planner->store, "search/list-forms", error);

  if (statement == NULL)
    return FALSE;

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      const char *stem = _sb_stems_get (planner->stems, language, word);

      if (stem == NULL)
        continue;

      sb_statement_bind_text (statement, ":language", sb_language_get_code (language));
      sb_statement_bind_text (statement, ":stem", stem);
      sb_statement_bind_int (statement, ":limit", FORMS_MAX);
      if (!read_words (statement, word, forms, error))
        return FALSE;
    }

  return TRUE;
}

/* A word with its forms, and with names of one word. Where it does not matter
 * which of them it is, they are one term. */
static gboolean
append_word (SbSearchPlanner *planner,
             GString *out,
             const char *word,
             gboolean has_forms,
             GPtrArray *names, /* (nullable) (element-type utf8) emptied */
             GError **error)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (g_free);
  const char *const words[] = { word, NULL };
  gboolean is_one = planner->is_by_day || planner->is_unwanted;

  if (is_one)
    add_word (forms, word);
  else
    take_phrase (planner, out, g_strdupv ((GStrv) words), 1);
  if (has_forms && !list_forms (planner, word, forms, error))
    return FALSE;

  for (guint i = 0; is_one && names != NULL && i < names->len; i++)
    add_word (forms, g_ptr_array_index (names, i));
  take_any (planner, out, forms, FORM_WEIGHT);
  if (!is_one && names != NULL)
    take_any (planner, out, names, NAME_WEIGHT);
  return TRUE;
}

gboolean
_sb_search_concept_append_name (SbSearchPlanner *planner,
                                GString *out,
                                const char *const *words,
                                gboolean *is_name,
                                GError **error)
{
  g_autofree char *joined = g_strjoinv (" ", (GStrv) words);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) single = g_ptr_array_new_with_free_func (g_free);

  *is_name = FALSE;
  if (_sb_stems_is_stop_word (joined) || g_strv_length ((GStrv) words) > SB_SEARCH_NAME_WORDS_MAX)
    return TRUE;

  names = _sb_search_names_list_others (planner->store, joined, error);
  if (names == NULL || (!planner->is_unwanted && !_sb_search_names_find_all (planner->store, joined, planner->plan->named, error)))
    return FALSE;

  if (names->len == 0)
    return TRUE;

  *is_name = TRUE;
  begin_concept (out);
  for (guint i = 0; i < names->len; i++)
    {
      SbSearchName *name = g_ptr_array_index (names, i);

      if (name->words[1] == NULL)
        add_word (single, name->words[0]);
      if (!planner->is_unwanted)
        g_ptr_array_add (planner->plan->names, g_strdup (name->name));
    }

  if (words[1] != NULL)
    {
      take_phrase (planner, out, g_strdupv ((GStrv) words), 1);
      take_any (planner, out, single, NAME_WEIGHT);
    }
  else if (!append_word (planner, out, words[0], TRUE, single, error))
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      SbSearchName *name = g_ptr_array_index (names, i);

      if (name->words[1] != NULL)
        take_phrase (planner, out, g_strdupv (name->words), NAME_WEIGHT);
    }
  end_concept (planner, out);
  return TRUE;
}

/* The commonest words that begin as it was typed; *@has_more says whether there
 * are others. (element-type utf8) */
static GPtrArray *
list_begun (SbSearchPlanner *planner,
            const char *prefix,
            gboolean *has_more,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (planner->store, "search/list-words", error);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  gint64 n_met = 0;

  *has_more = FALSE;
  if (statement == NULL)
    return NULL;

  sb_statement_bind_text (statement, ":prefix", prefix);
  sb_statement_bind_int (statement, ":limit", BEGUN_MAX + 1);
  while (!*has_more && sb_statement_step (statement, &failure))
    {
      n_met += sb_statement_get_int (statement, "met");
      *has_more = words->len >= (n_met < BEGUN_COMMON ? BEGUN_MAX : BEGUN_MIN);
      if (!*has_more)
        g_ptr_array_add (words, sb_statement_dup_text (statement, "word"));
    }

  if (failure == NULL)
    return g_steal_pointer (&words);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
append_begun (SbSearchPlanner *planner,
              GString *out,
              const SbSearchNode *node,
              GError **error)
{
  SbSearchTerm term = { .is_prefix = TRUE, .weight = 1 };
  gboolean has_more;
  g_autoptr (GPtrArray) words = list_begun (planner, node->words[0], &has_more, error);

  if (words == NULL)
    return FALSE;

  if (has_more)
    g_ptr_array_add (planner->plan->shortened, g_strconcat (node->source, "*", NULL));
  /* Where nothing begins so, it is looked for in vain. */
  if (words->len == 0)
    add_word (words, node->words[0]);
  planner->plan->n_begun = MAX (planner->plan->n_begun, words->len);
  g_ptr_array_add (words, NULL);
  term.words = g_strdupv (node->words);
  take_term (planner, out, term, (const char *const *) words->pdata);
  return TRUE;
}

gboolean
_sb_search_concept_append_leaf (SbSearchPlanner *planner,
                                GString *out,
                                const SbSearchNode *node,
                                GError **error)
{
  gboolean is_name = FALSE;
  gboolean success = TRUE;

  if (node->type != SB_SEARCH_PREFIX &&
      !_sb_search_concept_append_name (planner, out, (const char *const *) node->words, &is_name, error))
    return FALSE;

  if (is_name)
    return TRUE;

  begin_concept (out);
  if (node->type == SB_SEARCH_PREFIX)
    success = append_begun (planner, out, node, error);
  else if (node->words[1] == NULL)
    success = append_word (planner, out, node->words[0], node->type == SB_SEARCH_WORD, NULL, error);
  else
    take_phrase (planner, out, g_strdupv (node->words), 1);
  end_concept (planner, out);
  return success;
}
