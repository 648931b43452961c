/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-reading-private.h"

#include "sb-mention-follower.h"

G_DEFINE_FINAL_TYPE (SbReading, sb_reading, G_TYPE_OBJECT)

gint64
_sb_reading_get_document (SbReading *self)
{
  SbRecord *document = self->reader != NULL ? sb_reader_get_document (self->reader) : NULL;

  return document != NULL ? sb_record_get_id (document) : 0;
}

static void
document_changed_cb (SbReading *self)
{
  SbMentionFollower *mentions = sb_context_get_mentions (sb_page_get_context (self->page));

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (mentions != NULL)
    sb_mention_follower_prefer (mentions, _sb_reading_get_document (self));

  _sb_reading_load_names (self);
  _sb_reading_update_pages (self);
  _sb_reading_load_illustrations (self);
}

static void
sb_reading_dispose (GObject *object)
{
  SbReading *self = SB_READING (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->name_cancellable);
  g_clear_object (&self->name_cancellable);
  g_cancellable_cancel (self->page_cancellable);
  g_clear_object (&self->page_cancellable);
  g_clear_object (&self->pages);
  _sb_reading_dispose_illustrations (self);
  g_clear_pointer (&self->original, g_bytes_unref);
  g_clear_weak_pointer (&self->page);
  g_clear_weak_pointer (&self->reader);

  G_OBJECT_CLASS (sb_reading_parent_class)->dispose (object);
}

static void
sb_reading_finalize (GObject *object)
{
  g_object_unref (SB_READING (object)->cancellable);

  G_OBJECT_CLASS (sb_reading_parent_class)->finalize (object);
}

static void
sb_reading_class_init (SbReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_reading_dispose;
  G_OBJECT_CLASS (klass)->finalize = sb_reading_finalize;
}

static void
sb_reading_init (SbReading *self)
{
  self->cancellable = g_cancellable_new ();
}

SbReading *
sb_reading_new (SbPage *page,
                SbReader *reader)
{
  SbReading *self;
  GSettings *settings;

  g_return_val_if_fail (SB_IS_PAGE (page) && SB_IS_READER (reader), NULL);

  self = g_object_new (SB_TYPE_READING, NULL);
  g_set_weak_pointer (&self->page, page);
  g_set_weak_pointer (&self->reader, reader);
  settings = sb_context_get_settings (sb_page_get_context (page));
  g_settings_bind (settings, "text-size", reader, "text-size", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reader-width", reader, "width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reader-font", reader, "font", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reader-ground", reader, "ground", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reader-names", reader, "shows-names", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (reader, "document-changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  _sb_reading_connect_names (self);
  _sb_reading_connect_related (self);
  _sb_reading_connect_pages (self);
  _sb_reading_connect_illustrations (self);
  document_changed_cb (self);
  return self;
}
