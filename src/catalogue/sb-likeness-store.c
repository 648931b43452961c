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

char *
sb_store_dup_text (SbStore *self,
                   gint64 document,
                   GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "get-body", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":document", document);
  if (sb_statement_step (statement, &failure))
    return sb_statement_dup_text (statement, "text");

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static GArray *
list_of_mark (SbStore *self,
              guint32 mark,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "list-sketch-of-mark", error);

  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":mark", mark);
  sb_statement_bind_int (statement, ":limit", SB_COMMON_MARK + 1);
  return _sb_store_read_ids (statement, error);
}

static void
count_hits (GArray *hits,
            GArray *ids,
            gint64 document)
{
  for (guint i = 0; i < ids->len; i++)
    {
      Hit hit = { g_array_index (ids, gint64, i), 1 };
      guint j;

      for (j = 0; j < hits->len && g_array_index (hits, Hit, j).id != hit.id; j++)
        ;
      if (j < hits->len)
        g_array_index (hits, Hit, j).n_marks++;
      else if (hit.id != document)
        g_array_append_val (hits, hit);
    }
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
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GArray *alike;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (common != NULL, NULL);

  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr (GArray) ids = list_of_mark (self, marks[i], error);

      if (ids == NULL)
        return NULL;
      if (ids->len > SB_COMMON_MARK)
        g_array_append_val (common, marks[i]);
      else
        count_hits (hits, ids, document);
    }

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
  sb_statement_bind_text (statement, ":marks", json->str);
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
