/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-feed-list-private.h"

#include "sb-html-text.h"

#include <libsoup/soup.h>
#include <string.h>

struct _SbFeedList
{
  char *title; /* (owned) (nullable) */
  GArray *entries; /* (owned) (element-type SbFeedListEntry) */
  GArray *rejections; /* (owned) (element-type SbFeedListRejection) */
};

G_DEFINE_BOXED_TYPE (SbFeedList, sb_feed_list, sb_feed_list_ref, sb_feed_list_unref)

static void
entry_clear (gpointer data)
{
  SbFeedListEntry *entry = data;

  g_free (entry->url);
  g_free (entry->title);
  g_free (entry->link);
  g_strfreev (entry->folders);
}

SbFeedList *
sb_feed_list_new (const char *title)
{
  SbFeedList *self = g_atomic_rc_box_new0 (SbFeedList);

  self->title = g_strdup (title);
  self->entries = g_array_new (FALSE, FALSE, sizeof (SbFeedListEntry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->rejections = g_array_new (FALSE, FALSE, sizeof (SbFeedListRejection));

  return self;
}

void
sb_feed_list_add (SbFeedList *self,
                  const char *url,
                  const char *title,
                  const char *link,
                  const char *const *folders)
{
  SbFeedListEntry entry = { NULL };

  g_return_if_fail (self != NULL && url != NULL);

  entry.url = g_strdup (url);
  entry.title = g_strdup (title);
  entry.link = g_strdup (link);
  entry.folders = folders != NULL ? g_strdupv ((char **) folders) : g_new0 (char *, 1);
  g_array_append_val (self->entries, entry);
}

void
_sb_feed_list_reject (SbFeedList *self,
                      guint line,
                      const char *reason)
{
  SbFeedListRejection rejection = { line, reason };

  g_array_append_val (self->rejections, rejection);
}

static void
sb_feed_list_clear (gpointer data)
{
  SbFeedList *self = data;

  g_free (self->title);
  g_array_unref (self->entries);
  g_array_unref (self->rejections);
}

SbFeedList *
sb_feed_list_ref (SbFeedList *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sb_feed_list_unref (SbFeedList *self)
{
  g_atomic_rc_box_release_full (self, sb_feed_list_clear);
}

const char *
sb_feed_list_get_title (const SbFeedList *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const SbFeedListEntry *
sb_feed_list_get_entries (const SbFeedList *self,
                          guint *n_entries)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_entries = self->entries->len;
  return (const SbFeedListEntry *) self->entries->data;
}

const SbFeedListRejection *
sb_feed_list_get_rejections (const SbFeedList *self,
                             guint *n_rejections)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_rejections = self->rejections->len;
  return (const SbFeedListRejection *) self->rejections->data;
}

static void
append_attribute (GString *out,
                  const char *name,
                  const char *value)
{
  if (value == NULL)
    return;

  g_string_append_printf (out, " %s=\"", name);
  sb_html_append_escaped (out, value);
  g_string_append_c (out, '"');
}

static void
append_indent (GString *out,
               guint depth)
{
  for (guint i = 0; i < depth + 2; i++)
    g_string_append (out, "  ");
}

static guint
count_shared (char **a,
              char **b)
{
  guint n = 0;

  while (a[n] != NULL && b[n] != NULL && g_str_equal (a[n], b[n]))
    n++;

  return n;
}

static void
append_entry (GString *out,
              const SbFeedListEntry *entry)
{
  append_indent (out, g_strv_length (entry->folders));
  g_string_append (out, "<outline type=\"rss\"");
  append_attribute (out, "text", entry->title != NULL ? entry->title : entry->url);
  append_attribute (out, "title", entry->title);
  append_attribute (out, "xmlUrl", entry->url);
  append_attribute (out, "htmlUrl", entry->link);
  g_string_append (out, "/>\n");
}

/* Closes and opens folders between one entry and the next. */
static void
change_folders (GString *out,
                char **from,
                char **to)
{
  guint n_shared = count_shared (from, to);

  for (guint i = g_strv_length (from); i > n_shared; i--)
    {
      append_indent (out, i - 1);
      g_string_append (out, "</outline>\n");
    }
  for (guint i = n_shared; to[i] != NULL; i++)
    {
      append_indent (out, i);
      g_string_append (out, "<outline");
      append_attribute (out, "text", to[i]);
      g_string_append (out, ">\n");
    }
}

char *
sb_feed_list_to_opml (const SbFeedList *self,
                      gint64 created)
{
  g_autoptr (GString) out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                          "<opml version=\"2.0\">\n  <head>\n    <title>");
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (created);
  g_autofree char *date_text = NULL;
  char *none[] = { NULL };
  char **folders = none;

  g_return_val_if_fail (self != NULL, NULL);

  sb_html_append_escaped (out, self->title != NULL ? self->title : "");
  g_string_append (out, "</title>\n");
  date_text = date != NULL ? soup_date_time_to_string (date, SOUP_DATE_HTTP) : NULL;
  if (date_text != NULL)
    g_string_append_printf (out, "    <dateCreated>%s</dateCreated>\n", date_text);
  g_string_append (out, "  </head>\n  <body>\n");
  for (guint i = 0; i < self->entries->len; i++)
    {
      const SbFeedListEntry *entry = &g_array_index (self->entries, SbFeedListEntry, i);

      change_folders (out, folders, entry->folders);
      append_entry (out, entry);
      folders = entry->folders;
    }
  change_folders (out, folders, none);
  g_string_append (out, "  </body>\n</opml>\n");

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
add_entry_json (JsonBuilder *builder,
                const SbFeedListEntry *entry)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "url");
  json_builder_add_string_value (builder, entry->url);
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, entry->title);
  json_builder_set_member_name (builder, "folders");
  json_builder_begin_array (builder);
  for (guint i = 0; entry->folders[i] != NULL; i++)
    json_builder_add_string_value (builder, entry->folders[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

JsonNode *
sb_feed_list_to_json (const SbFeedList *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, "feeds");
  json_builder_set_member_name (builder, "feeds");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->entries->len; i++)
    add_entry_json (builder, &g_array_index (self->entries, SbFeedListEntry, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "rejected");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->rejections->len; i++)
    {
      const SbFeedListRejection *rejection = &g_array_index (self->rejections, SbFeedListRejection, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, rejection->line);
      json_builder_set_member_name (builder, "reason");
      json_builder_add_string_value (builder, rejection->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}
