/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-text-citation.h"

#include <string.h>

#define OPENING "[@"

void
sb_text_citation_clear (SbTextCitation *self)
{
  g_clear_pointer (&self->uuids, g_ptr_array_unref);
}

static const char *
skip_separators (const char *at)
{
  return at + strspn (at, " ,;\n");
}

/* What stands between the brackets; NULL when it is no citation. */
static const char *
read_uuids (const char *at,
            GPtrArray *uuids)
{
  while (*at == '@')
    {
      gsize length = strspn (++at, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-");

      if (length == 0)
        return NULL;
      g_ptr_array_add (uuids, g_ascii_strdown (at, (gssize) length));
      at = skip_separators (at + length);
    }

  return *at == ']' && uuids->len > 0 ? at + 1 : NULL;
}

/* Citations with nothing but space between them are one. */
static const char *
read_neighbours (const char *end,
                 GPtrArray *uuids)
{
  while (TRUE)
    {
      g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func (g_free);
      const char *at = end + strspn (end, " ");
      const char *next = g_str_has_prefix (at, OPENING) ? read_uuids (at + 1, more) : NULL;

      if (next == NULL)
        return end;
      for (guint i = 0; i < more->len; i++)
        g_ptr_array_add (uuids, g_strdup (g_ptr_array_index (more, i)));
      end = next;
    }
}

gboolean
sb_text_citation_find (const char *text,
                       gsize from,
                       SbTextCitation *found)
{
  g_return_val_if_fail (text != NULL && found != NULL && from <= strlen (text), FALSE);

  for (const char *at = strstr (text + from, OPENING); at != NULL; at = strstr (at + 1, OPENING))
    {
      g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
      const char *end = read_uuids (at + 1, uuids);

      if (end == NULL)
        continue;
      end = read_neighbours (end, uuids);
      *found = (SbTextCitation) { (gsize) (at - text), (gsize) (end - text), g_steal_pointer (&uuids) };
      return TRUE;
    }

  return FALSE;
}

void
sb_text_citation_collect (const char *text,
                          GPtrArray *uuids)
{
  gsize from = 0;

  g_return_if_fail (uuids != NULL);

  while (text != NULL)
    {
      g_auto (SbTextCitation) found = { 0 };

      if (!sb_text_citation_find (text, from, &found))
        break;
      for (guint i = 0; i < found.uuids->len; i++)
        if (!g_ptr_array_find_with_equal_func (uuids, g_ptr_array_index (found.uuids, i), g_str_equal, NULL))
          g_ptr_array_add (uuids, g_strdup (g_ptr_array_index (found.uuids, i)));
      from = found.end;
    }
}

char *
sb_text_citation_format (GPtrArray *uuids)
{
  GString *text = g_string_new ("[");

  g_return_val_if_fail (uuids != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < uuids->len; i++)
    g_string_append_printf (text, "%s@%s", i > 0 ? "; " : "", (const char *) g_ptr_array_index (uuids, i));
  g_string_append_c (text, ']');

  return g_string_free (text, FALSE);
}
