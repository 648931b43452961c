/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-plan.h"

#include <string.h>

#include "sb-search-concept.h"
#include "sb-search-tokenizer.h"

/* What a part of the tree is made of. */
typedef enum
{
  CONTENT_WORDS,
  CONTENT_FIELDS,
  CONTENT_MIXED,
} Content;

typedef SbSearchPlanner Planner;

static gboolean append_words (Planner *planner,
                              const SbSearchNode *node,
                              GString *out,
                              GError **error);

static void
term_clear (gpointer data)
{
  SbSearchTerm *term = data;

  g_strfreev (term->words);
}

void
_sb_search_plan_free (SbSearchPlan *self)
{
  g_free (self->match);
  g_free (self->unwanted);
  g_array_unref (self->terms);
  g_ptr_array_unref (self->fields);
  g_array_unref (self->named);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->ignored);
  g_ptr_array_unref (self->shortened);
  g_free (self);
}

static SbSearchPlan *
plan_new (void)
{
  SbSearchPlan *self = g_new0 (SbSearchPlan, 1);

  self->terms = g_array_new (FALSE, TRUE, sizeof (SbSearchTerm));
  g_array_set_clear_func (self->terms, term_clear);
  self->fields = g_ptr_array_new ();
  self->named = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->ignored = g_ptr_array_new_with_free_func (g_free);
  self->shortened = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* The words of @n children as one list. (transfer container) */
static GPtrArray *
join_words (GPtrArray *children,
            guint first,
            guint n)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = first; i < first + n; i++)
    {
      const SbSearchNode *child = g_ptr_array_index (children, i);

      for (guint j = 0; child->words[j] != NULL; j++)
        g_ptr_array_add (words, child->words[j]);
    }
  g_ptr_array_add (words, NULL);
  return words;
}

/* How many words from @first on are next to each other. */
static guint
count_run (GPtrArray *children,
           guint first)
{
  guint n = 0;

  while (first + n < children->len && ((SbSearchNode *) g_ptr_array_index (children, first + n))->type == SB_SEARCH_WORD)
    n++;

  return MIN (n, SB_SEARCH_NAME_WORDS_MAX);
}

/* Words next to each other that are a name without quotation marks; *@n_taken
 * children are then done, none when there is no such name. */
static gboolean
append_spread_name (Planner *planner,
                    GPtrArray *children,
                    guint first,
                    GString *out,
                    guint *n_taken,
                    GError **error)
{
  *n_taken = 0;
  for (guint n = count_run (children, first); n > 1; n--)
    {
      g_autoptr (GPtrArray) words = join_words (children, first, n);
      gboolean is_name;

      if (!_sb_search_concept_append_name (planner, out, (const char *const *) words->pdata, &is_name, error))
        return FALSE;

      if (is_name)
        {
          *n_taken = n;
          return TRUE;
        }
    }

  return TRUE;
}

static gboolean
is_stop_word (const SbSearchNode *node)
{
  return node->type == SB_SEARCH_WORD && node->words[1] == NULL && _sb_stems_is_stop_word (node->words[0]);
}

/* Whether something is looked for beside the words of every text. */
static gboolean
has_strong_word (GPtrArray *children)
{
  for (guint i = 0; i < children->len; i++)
    {
      const SbSearchNode *child = g_ptr_array_index (children, i);

      if (child->type != SB_SEARCH_NOT && child->type != SB_SEARCH_FIELD && !is_stop_word (child))
        return TRUE;
    }

  return FALSE;
}

static gboolean
fail_only_not (const SbSearchNode *node,
               GError **error)
{
  g_set_error_literal (error, SB_SEARCH_ERROR, SB_SEARCH_ERROR_ONLY_NOT, node->source);
  return FALSE;
}

/* Appends " NOT (…)" for those of @children that are unwanted, or, with
 * @is_alone, what is unwanted by itself. */
static gboolean
append_unwanted (Planner *planner,
                 GPtrArray *children,
                 gboolean is_alone,
                 GString *out,
                 GError **error)
{
  gboolean was_unwanted = planner->is_unwanted;
  guint n_appended = 0;

  planner->is_unwanted = TRUE;
  for (guint i = 0; i < children->len; i++)
    {
      const SbSearchNode *child = g_ptr_array_index (children, i);

      if (child->type != SB_SEARCH_NOT)
        continue;

      g_string_append (out, n_appended > 0 ? " OR " : is_alone ? "("
                                                               : " NOT (");
      if (!append_words (planner, g_ptr_array_index (child->children, 0), out, error))
        return FALSE;
      n_appended++;
    }
  planner->is_unwanted = was_unwanted;

  if (n_appended > 0)
    g_string_append_c (out, ')');
  return TRUE;
}

/* Appends what all must be there; words of every text are left out when there
 * are others. *@n_appended is 0 when all of it is unwanted. */
static gboolean
append_wanted (Planner *planner,
               GPtrArray *children,
               GString *out,
               guint *n_appended,
               GError **error)
{
  gboolean drops_common = has_strong_word (children);

  *n_appended = 0;
  for (guint i = 0; i < children->len;)
    {
      const SbSearchNode *child = g_ptr_array_index (children, i);
      gsize length = out->len;
      guint n_taken;

      if (child->type == SB_SEARCH_NOT)
        {
          i++;
          continue;
        }

      if (*n_appended > 0)
        g_string_append (out, " AND ");
      if (!append_spread_name (planner, children, i, out, &n_taken, error))
        return FALSE;

      if (n_taken == 0 && drops_common && is_stop_word (child))
        {
          g_string_truncate (out, length);
          g_ptr_array_add (planner->plan->ignored, g_strdup (child->source));
          i++;
          continue;
        }

      if (n_taken == 0 && !append_words (planner, child, out, error))
        return FALSE;
      i += MAX (n_taken, 1);
      (*n_appended)++;
    }

  return TRUE;
}

static gboolean
append_all (Planner *planner,
            GPtrArray *children,
            const SbSearchNode *node,
            GString *out,
            GError **error)
{
  guint n_wanted;

  g_string_append (out, "((");
  if (!append_wanted (planner, children, out, &n_wanted, error))
    return FALSE;

  if (n_wanted == 0)
    return fail_only_not (node, error);

  g_string_append_c (out, ')');
  if (!append_unwanted (planner, children, FALSE, out, error))
    return FALSE;

  g_string_append_c (out, ')');
  return TRUE;
}

static gboolean
append_choice (Planner *planner,
               const SbSearchNode *node,
               GString *out,
               GError **error)
{
  g_string_append_c (out, '(');
  for (guint i = 0; i < node->children->len; i++)
    {
      if (i > 0)
        g_string_append (out, " OR ");
      if (!append_words (planner, g_ptr_array_index (node->children, i), out, error))
        return FALSE;
    }
  g_string_append_c (out, ')');
  return TRUE;
}

static gboolean
append_words (Planner *planner,
              const SbSearchNode *node,
              GString *out,
              GError **error)
{
  switch (node->type)
    {
    case SB_SEARCH_AND:
      return append_all (planner, node->children, node, out, error);

    case SB_SEARCH_OR:
      return append_choice (planner, node, out, error);

    case SB_SEARCH_NOT:
      return fail_only_not (node, error);

    default:
      return _sb_search_concept_append_leaf (planner, out, node, error);
    }
}

static Content
get_content (const SbSearchNode *node)
{
  gboolean has_words = FALSE;
  gboolean has_fields = FALSE;

  if (node->children == NULL)
    return node->type == SB_SEARCH_FIELD ? CONTENT_FIELDS : CONTENT_WORDS;

  for (guint i = 0; i < node->children->len; i++)
    {
      Content content = get_content (g_ptr_array_index (node->children, i));

      has_words = has_words || content != CONTENT_FIELDS;
      has_fields = has_fields || content != CONTENT_WORDS;
    }

  return has_words && has_fields ? CONTENT_MIXED : has_fields ? CONTENT_FIELDS
                                                              : CONTENT_WORDS;
}

/* Parts what is looked up in the index from what restricts it: they can be told
 * apart where all must be met. */
static gboolean
part (SbSearchPlan *plan,
      const SbSearchNode *node,
      GPtrArray *words,
      GError **error)
{
  switch (get_content (node))
    {
    case CONTENT_WORDS:
      g_ptr_array_add (words, (gpointer) node);
      return TRUE;

    case CONTENT_FIELDS:
      g_ptr_array_add (plan->fields, (gpointer) node);
      return TRUE;

    case CONTENT_MIXED:
    default:
      break;
    }

  if (node->type != SB_SEARCH_AND)
    {
      g_set_error_literal (error, SB_SEARCH_ERROR, SB_SEARCH_ERROR_MIXED, node->source);
      return FALSE;
    }

  for (guint i = 0; i < node->children->len; i++)
    if (!part (plan, g_ptr_array_index (node->children, i), words, error))
      return FALSE;

  return TRUE;
}

static gboolean
has_wanted (GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    if (((SbSearchNode *) g_ptr_array_index (words, i))->type != SB_SEARCH_NOT)
      return TRUE;

  return FALSE;
}

static gboolean
plan_words (Planner *planner,
            GPtrArray *words,
            const SbSearchNode *node,
            GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (words->len == 0)
    return TRUE;

  if (has_wanted (words))
    {
      if (!append_all (planner, words, node, out, error))
        return FALSE;
      planner->plan->match = g_string_free (g_steal_pointer (&out), FALSE);
      return TRUE;
    }

  if (planner->plan->fields->len == 0)
    return fail_only_not (node, error);

  if (!append_unwanted (planner, words, TRUE, out, error))
    return FALSE;

  planner->plan->unwanted = g_string_free (g_steal_pointer (&out), FALSE);
  return TRUE;
}

/* Words next to each other at the top are in one node, unless fields stand among
 * them. */
static GPtrArray *
flatten (GPtrArray *words)
{
  GPtrArray *flat = g_ptr_array_new ();

  for (guint i = 0; i < words->len; i++)
    {
      const SbSearchNode *node = g_ptr_array_index (words, i);

      if (node->type != SB_SEARCH_AND)
        g_ptr_array_add (flat, (gpointer) node);
      else
        for (guint j = 0; j < node->children->len; j++)
          g_ptr_array_add (flat, g_ptr_array_index (node->children, j));
    }

  return flat;
}

SbSearchPlan *
_sb_search_plan_new (SbStore *store,
                     const SbSearchNode *node,
                     SbSearchOrder order,
                     GError **error)
{
  g_autoptr (SbSearchPlan) plan = plan_new ();
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GPtrArray) flat = NULL;
  SbTokenizer *tokenizer = _sb_tokenizer_get (store->connection, error);
  Planner planner = { .plan = plan, .store = store };

  if (tokenizer == NULL || (node != NULL && !part (plan, node, words, error)))
    return NULL;

  planner.stems = tokenizer->stems;
  flat = flatten (words);
  plan->is_common = flat->len > 0 && !has_strong_word (flat) && has_wanted (flat);
  planner.is_by_day = order == SB_SEARCH_NEWEST || plan->is_common;
  if (!plan_words (&planner, flat, node, error))
    return NULL;

  return g_steal_pointer (&plan);
}
