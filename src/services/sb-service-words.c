/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include "sb-service-words.h"

#include <string.h>

/* What may stand in a value as it is, so that a line can be read. */
#define PLAIN ",:+/ "

struct _SbServiceWords
{
  GTree *words; /* (owned) (element-type utf8 utf8) */
};

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  return strcmp (a, b);
}

SbServiceWords *
sb_service_words_new (const char *text)
{
  SbServiceWords *self = g_new0 (SbServiceWords, 1);
  g_auto (GStrv) pairs = g_strsplit (text != NULL ? text : "", "&", -1);

  self->words = g_tree_new_full (compare_names, NULL, g_free, g_free);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const char *equals = strchr (pairs[i], '=');
      g_autofree char *name = equals != NULL ? g_strndup (pairs[i], (gsize) (equals - pairs[i])) : NULL;
      g_autofree char *value = equals != NULL ? g_uri_unescape_string (equals + 1, NULL) : NULL;

      if (value != NULL && *name != '\0' && g_utf8_validate (value, -1, NULL))
        sb_service_words_set (self, name, value);
    }

  return self;
}

void
sb_service_words_free (SbServiceWords *self)
{
  g_return_if_fail (self != NULL);

  g_tree_unref (self->words);
  g_free (self);
}

const char *
sb_service_words_get (const SbServiceWords *self,
                      const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return g_tree_lookup (self->words, name);
}

gint64
sb_service_words_get_integer (const SbServiceWords *self,
                              const char *name,
                              gint64 fallback)
{
  const char *text = sb_service_words_get (self, name);
  gint64 value;

  return text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &value, NULL) ? value : fallback;
}

void
sb_service_words_set (SbServiceWords *self,
                      const char *name,
                      const char *value)
{
  g_return_if_fail (self != NULL && name != NULL);

  if (value != NULL && *value != '\0')
    g_tree_replace (self->words, g_strdup (name), g_strdup (value));
  else
    g_tree_remove (self->words, name);
}

void
sb_service_words_set_integer (SbServiceWords *self,
                              const char *name,
                              gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  sb_service_words_set (self, name, text);
}

void
sb_service_words_clear (SbServiceWords *self)
{
  g_return_if_fail (self != NULL);

  g_tree_remove_all (self->words);
}

char **
sb_service_words_split (const SbServiceWords *self,
                        const char *name)
{
  const char *text = sb_service_words_get (self, name);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (items, parts[i]);

  return g_strv_builder_end (items);
}

const char **
sb_service_words_list_names (const SbServiceWords *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (GTreeNode *node = g_tree_node_first (self->words); node != NULL; node = g_tree_node_next (node))
    g_ptr_array_add (names, g_tree_node_key (node));
  g_ptr_array_add (names, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

char *
sb_service_words_to_text (const SbServiceWords *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (GTreeNode *node = g_tree_node_first (self->words); node != NULL; node = g_tree_node_next (node))
    {
      g_autofree char *value = g_uri_escape_string (g_tree_node_value (node), PLAIN, TRUE);

      g_string_append_printf (text, "%s%s=%s", text->len > 0 ? "&" : "", (const char *) g_tree_node_key (node), value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
