/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-likeness-store.h"

#include "sb-store-private.h"

/* A document with some of the marks that are looked for. */
typedef struct
{
  gint64 id;
  guint n_marks;
} Hit;

static gboolean
run_for (SbStore *self,
         const char *name,
         gint64 document,
         GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, name, error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":document", document);
  return sb_statement_run (statement, error);
}

GArray *
sb_store_list_uncompared (SbStore *self,
                          guint limit,
                          GError **error)
{
  g_autoptr (SbStatement) statement = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "list-likeness-pending", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":limit", limit);
  return _sb_store_read_ids (statement, error);
}

/* Appends the documents that have @mark; of one that many have none. Returns how many
 * have it, below nought when it failed. */
static int
append_of_mark (SbStatement *statement,
                guint32 mark,
                GArray *ids,
                GError **error)
{
  g_autoptr (GError) failure = NULL;
  guint n_before = ids->len;
  guint n;

  sb_statement_bind_int (statement, ":mark", mark);
  sb_statement_bind_int (statement, ":limit", SB_COMMON_MARK + 1);
  while (sb_statement_step (statement, &failure))
    {
      gint64 id = sb_statement_get_int (statement, "id");

      g_array_append_val (ids, id);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return -1;
    }

  n = ids->len - n_before;
  if (n > SB_COMMON_MARK)
    g_array_set_size (ids, n_before);
  return (int) n;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

/* How many marks each document has, but for @document. (element-type Hit) */
static GArray *
count_hits (GArray *ids,
            gint64 document)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len;)
    {
      Hit hit = { g_array_index (ids, gint64, i), 0 };

      for (; i < ids->len && g_array_index (ids, gint64, i) == hit.id; i++)
        hit.n_marks++;
      if (hit.id != document)
        g_array_append_val (hits, hit);
    }

  return hits;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *one = a;
  const Hit *other = b;

  if (one->n_marks != other->n_marks)
    return one->n_marks > other->n_marks ? -1 : 1;

  return one->id < other->id ? -1 : one->id > other->id;
}

GArray *
sb_store_find_alike (SbStore *self,
                     gint64 document,
                     const guint32 *marks,
                     guint n_marks,
                     GArray *common,
                     GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) hits = NULL;
  g_autoptr (SbStatement) statement = NULL;
  GArray *alike;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (common != NULL, NULL);

  /* One statement for all marks: to look one up takes longer than to run it. */
  statement = _sb_store_query (self, "list-sketch-of-mark", error);
  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < n_marks; i++)
    {
      int n = append_of_mark (statement, marks[i], ids, error);

      if (n < 0)
        return NULL;
      if (n > SB_COMMON_MARK)
        g_array_append_val (common, marks[i]);
    }

  hits = count_hits (ids, document);
  g_array_sort (hits, compare_hits);
  alike = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < MIN (hits->len, SB_ALIKE_MAX); i++)
    g_array_append_val (alike, g_array_index (hits, Hit, i).id);

  return alike;
}

gboolean
sb_store_is_ruled (SbStore *self,
                   gint64 document,
                   gint64 other,
                   gboolean *is_ruled,
                   GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self) && is_ruled != NULL, FALSE);

  statement = _sb_store_query (self, "list-like-links", error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":document", document);
  sb_statement_bind_int (statement, ":other", other);
  *is_ruled = sb_statement_step (statement, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
sb_store_put_sketch (SbStore *self,
                     gint64 document,
                     const guint32 *marks,
                     guint n_marks,
                     GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GString) json = g_string_new ("[");

  g_return_val_if_fail (SB_IS_STORE (self), FALSE);

  if (!run_for (self, "remove-sketch", document, error))
    return FALSE;
  if (n_marks == 0)
    return TRUE;

  statement = _sb_store_query (self, "put-sketch", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < n_marks; i++)
    g_string_append_printf (json, "%s%u", i > 0 ? "," : "", marks[i]);
  g_string_append_c (json, ']');
  sb_statement_bind_int (statement, ":document", document);
  sb_statement_lend_text (statement, ":marks", json->str);
  return sb_statement_run (statement, error);
}

gboolean
sb_store_end_comparison (SbStore *self,
                         gint64 document,
                         GError **error)
{
  g_return_val_if_fail (SB_IS_STORE (self), FALSE);

  return run_for (self, "remove-likeness-pending", document, error);
}
