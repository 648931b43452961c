/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-parsed-item.h"

#include "sb-feed-draft.h"

struct _SbParsedItem
{
  char *fields[SB_FEED_N_FIELDS]; /* (owned) (nullable) */
  char *author; /* (owned) (nullable) */
  char **categories; /* (owned) */
  GArray *enclosures; /* (owned) (element-type SbFeedEnclosure) */
  SbFeedTime date;
  SbFeedTime updated;
  SbFeedPosition position;
};

G_DEFINE_BOXED_TYPE (SbParsedItem, sb_parsed_item, sb_parsed_item_ref, sb_parsed_item_unref)

SbParsedItem *
sb_parsed_item_new_from_draft (SbFeedDraft *draft,
                               const SbFeedDraft *channel)
{
  SbParsedItem *self = g_atomic_rc_box_new0 (SbParsedItem);
  const SbFeedTime *times = draft->times;

  for (guint i = 0; i < SB_FEED_N_FIELDS; i++)
    self->fields[i] = g_steal_pointer (&draft->fields[i]);
  if (self->fields[SB_FEED_FIELD_ID] == NULL)
    self->fields[SB_FEED_FIELD_ID] = g_strdup (self->fields[SB_FEED_FIELD_LINK]);
  if (self->fields[SB_FEED_FIELD_LANGUAGE] == NULL)
    self->fields[SB_FEED_FIELD_LANGUAGE] = g_strdup (channel->fields[SB_FEED_FIELD_LANGUAGE]);

  self->author = sb_feed_draft_dup_author (draft);
  g_ptr_array_add (draft->categories, NULL);
  self->categories = (char **) g_ptr_array_steal (draft->categories, NULL);
  self->enclosures = g_array_ref (draft->enclosures);
  self->date = times[SB_FEED_TIME_PUBLISHED].flags != 0 ? times[SB_FEED_TIME_PUBLISHED]
                                                        : times[SB_FEED_TIME_UPDATED];
  self->updated = times[SB_FEED_TIME_UPDATED];
  self->position = draft->position;

  return self;
}

static void
sb_parsed_item_clear (gpointer data)
{
  SbParsedItem *self = data;

  for (guint i = 0; i < SB_FEED_N_FIELDS; i++)
    g_free (self->fields[i]);
  g_free (self->author);
  g_strfreev (self->categories);
  g_array_unref (self->enclosures);
}

SbParsedItem *
sb_parsed_item_ref (SbParsedItem *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sb_parsed_item_unref (SbParsedItem *self)
{
  g_atomic_rc_box_release_full (self, sb_parsed_item_clear);
}

const char *
sb_parsed_item_get_id (const SbParsedItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields[SB_FEED_FIELD_ID];
}

const char *
sb_parsed_item_get_link (const SbParsedItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields[SB_FEED_FIELD_LINK];
}

const char *
sb_parsed_item_get_title (const SbParsedItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields[SB_FEED_FIELD_TITLE];
}

SbFeedTime
sb_parsed_item_get_date (const SbParsedItem *self)
{
  g_return_val_if_fail (self != NULL, ((SbFeedTime) { 0, 0 }));

  return self->date;
}

SbFeedTime
sb_parsed_item_get_updated (const SbParsedItem *self)
{
  g_return_val_if_fail (self != NULL, ((SbFeedTime) { 0, 0 }));

  return self->updated;
}

const char *
sb_parsed_item_get_author (const SbParsedItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->author;
}

const char *
sb_parsed_item_get_text (const SbParsedItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields[SB_FEED_FIELD_TEXT];
}

const char *
sb_parsed_item_get_summary (const SbParsedItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields[SB_FEED_FIELD_SUMMARY];
}

const char *
sb_parsed_item_get_base (const SbParsedItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields[SB_FEED_FIELD_BASE];
}

const char *
sb_parsed_item_get_language (const SbParsedItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields[SB_FEED_FIELD_LANGUAGE];
}

const char *const *
sb_parsed_item_get_categories (const SbParsedItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->categories;
}

const SbFeedEnclosure *
sb_parsed_item_get_enclosures (const SbParsedItem *self,
                               guint *n_enclosures)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_enclosures = self->enclosures->len;
  return (const SbFeedEnclosure *) self->enclosures->data;
}

SbFeedPosition
sb_parsed_item_get_position (const SbParsedItem *self)
{
  g_return_val_if_fail (self != NULL, ((SbFeedPosition) { 0 }));

  return self->position;
}
