/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-filter.h"

#include <string.h>

#include "sb-search-concept.h"
#include "sb-search-names.h"
#include "sb-text.h"
#include "sb-words.h"

typedef struct
{
  SbStore *store; /* (unowned) */
  const SbSearchRows *rows; /* (unowned) */
} Filter;

static GByteArray *
rows_new (const Filter *filter,
          guint8 value)
{
  GByteArray *set = g_byte_array_sized_new (filter->rows->rows->len);

  g_byte_array_set_size (set, filter->rows->rows->len);
  if (set->len > 0)
    memset (set->data, value, set->len);
  return set;
}

static const SbSearchRow *
get_rows (const Filter *filter)
{
  return (const SbSearchRow *) (gpointer) filter->rows->rows->data;
}

static gpointer
fail (const SbSearchNode *node,
      SbSearchError code,
      const char *value,
      GError **error)
{
  g_set_error_literal (error, SB_SEARCH_ERROR, code, value != NULL ? value : node->source);
  return NULL;
}

/* The name of a kind, or what it is called in either language. */
static SbKind
parse_kind (const char *value)
{
  g_autofree char *folded = sb_fold (value);
  SbKind by_name = sb_kind_parse (folded);

  if (by_name != SB_KIND_NONE)
    return by_name;

  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
      {
        g_autofree char *one = sb_fold (sb_kind_get_label (kind, language));
        g_autofree char *many = sb_fold (sb_kind_get_plural_label (kind, language));

        if (g_str_equal (one, folded) || g_str_equal (many, folded))
          return kind;
      }

  return SB_KIND_NONE;
}

static guint
parse_language (const char *value)
{
  static const struct
  {
    const char *name;
    guint language;
  } names[] = {
    { "fr", SB_SEARCH_LANGUAGE_FR },
    { "francais", SB_SEARCH_LANGUAGE_FR },
    { "french", SB_SEARCH_LANGUAGE_FR },
    { "en", SB_SEARCH_LANGUAGE_EN },
    { "anglais", SB_SEARCH_LANGUAGE_EN },
    { "english", SB_SEARCH_LANGUAGE_EN },
  };
  g_autofree char *folded = sb_fold (value);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, folded))
      return names[i].language;

  return 0;
}

static GByteArray *
filter_kinds (const Filter *filter,
              guint kinds)
{
  GByteArray *set = rows_new (filter, 0);
  const SbSearchRow *rows = get_rows (filter);

  for (guint i = 0; i < set->len; i++)
    set->data[i] = (kinds >> rows[i].kind & 1) != 0;

  return set;
}

static GByteArray *
filter_later (const Filter *filter,
              gint64 record)
{
  GByteArray *set = rows_new (filter, 0);
  const SbSearchRow *rows = get_rows (filter);

  for (guint i = 0; i < set->len; i++)
    set->data[i] = rows[i].record > record;

  return set;
}

static GByteArray *
filter_kind_field (const Filter *filter,
                   const SbSearchNode *node,
                   GError **error)
{
  guint kinds = 0;

  for (guint i = 0; node->values[i] != NULL; i++)
    {
      SbKind kind = parse_kind (node->values[i]);

      if (kind == SB_KIND_NONE)
        return fail (node, SB_SEARCH_ERROR_KIND, node->values[i], error);
      kinds |= 1u << kind;
    }

  return filter_kinds (filter, kinds);
}

static GByteArray *
filter_languages (const Filter *filter,
                  const SbSearchNode *node,
                  GError **error)
{
  g_autoptr (GByteArray) set = rows_new (filter, 0);
  const SbSearchRow *rows = get_rows (filter);
  guint languages = 0;

  for (guint i = 0; node->values[i] != NULL; i++)
    {
      guint language = parse_language (node->values[i]);

      if (language == 0)
        return fail (node, SB_SEARCH_ERROR_LANGUAGE, node->values[i], error);
      languages |= language;
    }

  for (guint i = 0; i < set->len; i++)
    set->data[i] = (rows[i].languages & languages) != 0;

  return g_steal_pointer (&set);
}

static GByteArray *
filter_period (const Filter *filter,
               int first,
               int last)
{
  GByteArray *set = rows_new (filter, 0);
  const SbSearchRow *rows = get_rows (filter);

  for (guint i = 0; i < set->len; i++)
    set->data[i] = rows[i].last_day != SB_DATE_DAY_MIN && rows[i].first_day <= last && rows[i].last_day >= first;

  return set;
}

/* The day of "since" or "until". */
static gboolean
read_day (const SbSearchNode *node,
          int *day,
          GError **error)
{
  g_autoptr (SbDate) date = sb_date_new (node->values[0], NULL);

  if (date == NULL || node->values[1] != NULL || sb_date_get_precision (date) == SB_DATE_PRECISION_INTERVAL)
    {
      fail (node, SB_SEARCH_ERROR_DATE, NULL, error);
      return FALSE;
    }

  *day = node->field == SB_SEARCH_FIELD_SINCE ? sb_date_get_first_day (date) : sb_date_get_last_day (date);
  return TRUE;
}

static GByteArray *
filter_date (const Filter *filter,
             const SbSearchNode *node,
             GError **error)
{
  int day;

  if (!read_day (node, &day, error))
    return NULL;

  return node->field == SB_SEARCH_FIELD_SINCE ? filter_period (filter, day, SB_DATE_DAY_MAX)
                                              : filter_period (filter, SB_DATE_DAY_MIN, day);
}

/* Narrows @first and @last by what must be met of @node. Nothing is on a day of a
 * period that ends before it begins; what lasts over all of it would be found. */
static gboolean
check_period (const SbSearchNode *node,
              int *first,
              int *last,
              GError **error)
{
  int day;

  if (node->type == SB_SEARCH_AND)
    {
      for (guint i = 0; i < node->children->len; i++)
        if (!check_period (g_ptr_array_index (node->children, i), first, last, error))
          return FALSE;
      return TRUE;
    }

  if (node->type != SB_SEARCH_FIELD || (node->field != SB_SEARCH_FIELD_SINCE && node->field != SB_SEARCH_FIELD_UNTIL))
    return TRUE;

  if (!read_day (node, &day, error))
    return FALSE;

  if (node->field == SB_SEARCH_FIELD_SINCE)
    *first = MAX (*first, day);
  else
    *last = MIN (*last, day);
  if (*first <= *last)
    return TRUE;

  fail (node, SB_SEARCH_ERROR_PERIOD, NULL, error);
  return FALSE;
}

/* Marks the records that a query lists for @record, by id. */
static gboolean
mark_tied (const Filter *filter,
           const char *query,
           gint64 record,
           GByteArray *marked,
           GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (filter->store, query, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":record", record);
  while (sb_statement_step (statement, &failure))
    {
      gint64 id = sb_statement_get_int (statement, "id");

      if (id > 0 && id < marked->len)
        marked->data[id] = 1;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Sets what is at the rows that match to @value. */
static gboolean
mark_matches (const Filter *filter,
              const char *match,
              GByteArray *set,
              guint8 value,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (filter->store, "search/list", error);
  g_autoptr (GError) failure = NULL;
  const SbSearchRow *rows = get_rows (filter);
  guint position = 0;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":match", match);
  while (sb_statement_step (statement, &failure))
    {
      gint64 key = sb_statement_get_int (statement, "key");

      position = _sb_search_rows_seek (filter->rows, position, key);
      if (position < set->len && rows[position].key == key)
        set->data[position] = value;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Lets through the texts that name @record. */
static gboolean
mark_mentions (const Filter *filter,
               gint64 record,
               GByteArray *set,
               GError **error)
{
  g_autoptr (GPtrArray) names = _sb_search_names_list (filter->store, record, error);
  g_autoptr (GString) match = g_string_new (NULL);

  if (names == NULL)
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      SbSearchName *name = g_ptr_array_index (names, i);

      g_string_append (match, i > 0 ? " OR " : "");
      _sb_search_append_phrase (match, (const char *const *) name->words);
    }

  return names->len == 0 || mark_matches (filter, match->str, set, 1, error);
}

static void
let_through (const Filter *filter,
             GByteArray *marked,
             GByteArray *set)
{
  const SbSearchRow *rows = get_rows (filter);

  for (guint i = 0; i < set->len; i++)
    if (rows[i].record > 0 && rows[i].record < marked->len && marked->data[rows[i].record])
      set->data[i] = 1;
}

/* (element-type gint64) */
static GArray *
find_sources (const Filter *filter,
              const char *value,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (filter->store, "search/find-source", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;
  g_autofree char *words = sb_fold (value);

  if (statement == NULL)
    return NULL;

  sb_statement_bind_text (statement, ":words", words);
  while (words[0] != '\0' && sb_statement_step (statement, &failure))
    {
      gint64 id = sb_statement_get_int (statement, "id");

      g_array_append_val (ids, id);
    }

  if (failure == NULL)
    return g_steal_pointer (&ids);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* The records that a value of "actor", "place" or "source" means. */
static GArray *
find_records (const Filter *filter,
              SbSearchField field,
              const char *value,
              GError **error)
{
  g_autofree char *words = sb_words_join (value);

  if (field == SB_SEARCH_FIELD_SOURCE)
    return find_sources (filter, value, error);

  return _sb_search_names_find (filter->store, field == SB_SEARCH_FIELD_ACTOR ? SB_KIND_ACTOR : SB_KIND_PLACE, words, error);
}

static GByteArray *
filter_tied (const Filter *filter,
             const SbSearchNode *node,
             GError **error)
{
  static const struct
  {
    const char *query;
    SbSearchError missing;
  } fields[] = {
    [SB_SEARCH_FIELD_ACTOR] = { "search/list-tied-actor", SB_SEARCH_ERROR_NO_ACTOR },
    [SB_SEARCH_FIELD_PLACE] = { "search/list-tied-place", SB_SEARCH_ERROR_NO_PLACE },
    [SB_SEARCH_FIELD_SOURCE] = { "search/list-tied-source", SB_SEARCH_ERROR_NO_SOURCE },
  };
  g_autoptr (GByteArray) set = rows_new (filter, 0);
  g_autoptr (GByteArray) marked = g_byte_array_new ();

  g_byte_array_set_size (marked, (guint) MIN (filter->rows->record_max + 1, G_MAXINT));
  memset (marked->data, 0, marked->len);
  for (guint i = 0; node->values[i] != NULL; i++)
    {
      g_autoptr (GArray) ids = find_records (filter, node->field, node->values[i], error);

      if (ids == NULL)
        return NULL;

      if (ids->len == 0)
        return fail (node, fields[node->field].missing, node->values[i], error);

      for (guint j = 0; j < ids->len; j++)
        if (!mark_tied (filter, fields[node->field].query, g_array_index (ids, gint64, j), marked, error) ||
            (node->field != SB_SEARCH_FIELD_SOURCE && !mark_mentions (filter, g_array_index (ids, gint64, j), set, error)))
          return NULL;
    }

  let_through (filter, marked, set);
  return g_steal_pointer (&set);
}

static GByteArray *
filter_field (const Filter *filter,
              const SbSearchNode *node,
              GError **error)
{
  switch (node->field)
    {
    case SB_SEARCH_FIELD_KIND:
      return filter_kind_field (filter, node, error);

    case SB_SEARCH_FIELD_LANGUAGE:
      return filter_languages (filter, node, error);

    case SB_SEARCH_FIELD_SINCE:
    case SB_SEARCH_FIELD_UNTIL:
      return filter_date (filter, node, error);

    case SB_SEARCH_FIELD_ACTOR:
    case SB_SEARCH_FIELD_PLACE:
    case SB_SEARCH_FIELD_SOURCE:
    default:
      return filter_tied (filter, node, error);
    }
}

static void
intersect (GByteArray *set,
           const GByteArray *other)
{
  for (guint i = 0; i < set->len; i++)
    set->data[i] &= other->data[i];
}

/* The rows that a tree of fields lets through. */
static GByteArray *
filter_node (const Filter *filter,
             const SbSearchNode *node,
             GError **error)
{
  g_autoptr (GByteArray) set = NULL;

  if (node->type == SB_SEARCH_FIELD)
    return filter_field (filter, node, error);

  set = rows_new (filter, node->type == SB_SEARCH_AND);
  for (guint i = 0; i < node->children->len; i++)
    {
      g_autoptr (GByteArray) child = filter_node (filter, g_ptr_array_index (node->children, i), error);

      if (child == NULL)
        return NULL;

      if (node->type == SB_SEARCH_AND)
        intersect (set, child);
      else
        for (guint j = 0; j < set->len; j++)
          set->data[j] = node->type == SB_SEARCH_NOT ? !child->data[j] : set->data[j] | child->data[j];
    }

  return g_steal_pointer (&set);
}

/* Adds one more restriction; takes @set. */
static void
take_set (GByteArray **all,
          GByteArray *set)
{
  if (*all == NULL)
    {
      *all = set;
      return;
    }

  intersect (*all, set);
  g_byte_array_unref (set);
}

GByteArray *
_sb_search_filter_rows (SbStore *store,
                        const SbSearchRows *rows,
                        const SbSearchPlan *plan,
                        const SbSearchRequest *request,
                        GError **error)
{
  Filter filter = { store, rows };
  g_autoptr (GByteArray) all = NULL;
  int first = SB_DATE_DAY_MIN;
  int last = SB_DATE_DAY_MAX;

  for (guint i = 0; i < plan->fields->len; i++)
    if (!check_period (g_ptr_array_index (plan->fields, i), &first, &last, error))
      return NULL;

  for (guint i = 0; i < plan->fields->len; i++)
    {
      GByteArray *set = filter_node (&filter, g_ptr_array_index (plan->fields, i), error);

      if (set == NULL)
        return NULL;

      take_set (&all, set);
    }

  if (request->kinds != 0)
    take_set (&all, filter_kinds (&filter, request->kinds));
  if (request->has_period)
    take_set (&all, filter_period (&filter, request->first_day, request->last_day));
  if (request->after_record != 0)
    take_set (&all, filter_later (&filter, request->after_record));

  if (plan->unwanted != NULL)
    {
      if (all == NULL)
        all = rows_new (&filter, 1);
      if (!mark_matches (&filter, plan->unwanted, all, 0, error))
        return NULL;
    }

  return g_steal_pointer (&all);
}
