/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-change-set.h"

#include "sb-change-set-private.h"

struct _SbChangeSet
{
  char *label; /* (owned) (nullable) */
  GPtrArray *changes; /* (owned) (element-type SbChange) */
};

G_DEFINE_BOXED_TYPE (SbChangeSet, sb_change_set, sb_change_set_ref, sb_change_set_unref)

static void
change_free (SbChange *change)
{
  g_clear_object (&change->record);
  g_clear_object (&change->before);
  g_clear_pointer (&change->blocks, g_ptr_array_unref);
  g_clear_pointer (&change->original, g_bytes_unref);
  g_clear_pointer (&change->ref, sb_ref_unref);
  g_clear_pointer (&change->other, sb_ref_unref);
  g_clear_pointer (&change->base, g_free);
  g_clear_pointer (&change->topic, g_free);
  g_clear_pointer (&change->text, g_free);
  g_clear_pointer (&change->search, sb_saved_search_free);
  g_free (change);
}

static SbChange *
add_change (SbChangeSet *self,
            SbChangeType type,
            SbRef *ref,
            SbRef *other)
{
  SbChange *change = g_new0 (SbChange, 1);

  change->type = type;
  change->ref = ref != NULL ? sb_ref_ref (ref) : NULL;
  change->other = other != NULL ? sb_ref_ref (other) : NULL;
  g_ptr_array_add (self->changes, change);
  return change;
}

SbChangeSet *
sb_change_set_new (const char *label)
{
  SbChangeSet *self = g_atomic_rc_box_new0 (SbChangeSet);

  self->label = g_strdup (label);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  return self;
}

SbChangeSet *
sb_change_set_ref (SbChangeSet *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
sb_change_set_clear (gpointer data)
{
  SbChangeSet *self = data;

  g_free (self->label);
  g_ptr_array_unref (self->changes);
}

void
sb_change_set_unref (SbChangeSet *self)
{
  g_atomic_rc_box_release_full (self, sb_change_set_clear);
}

gboolean
sb_change_set_is_empty (SbChangeSet *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->changes->len == 0;
}

const char *
_sb_change_set_get_label (SbChangeSet *self)
{
  return self->label;
}

GPtrArray *
_sb_change_set_get_changes (SbChangeSet *self)
{
  return self->changes;
}

void
sb_change_set_put (SbChangeSet *self,
                   SbRecord *record)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (SB_IS_RECORD (record));
  g_return_if_fail (sb_record_get_kind (record) != SB_KIND_NONE);

  add_change (self, SB_CHANGE_PUT, NULL, NULL)->record = g_object_ref (record);
}

void
sb_change_set_put_edit (SbChangeSet *self,
                        SbRecord *before,
                        SbRecord *record)
{
  SbChange *change;

  g_return_if_fail (self != NULL);
  g_return_if_fail (SB_IS_RECORD (before) && SB_IS_RECORD (record));
  g_return_if_fail (sb_record_get_kind (record) != SB_KIND_NONE && sb_record_get_kind (record) == sb_record_get_kind (before));

  change = add_change (self, SB_CHANGE_PUT, NULL, NULL);
  change->record = g_object_ref (record);
  change->before = g_object_ref (before);
}

void
sb_change_set_remove (SbChangeSet *self,
                      SbRef *record)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (record != NULL);

  add_change (self, SB_CHANGE_REMOVE, record, NULL);
}

void
sb_change_set_put_document (SbChangeSet *self,
                            SbRecord *document,
                            GPtrArray *blocks,
                            GBytes *original)
{
  SbChange *change;

  g_return_if_fail (self != NULL);
  g_return_if_fail (SB_IS_RECORD (document));
  g_return_if_fail (sb_record_get_kind (document) == SB_KIND_DOCUMENT);

  change = add_change (self, SB_CHANGE_PUT, NULL, NULL);
  change->record = g_object_ref (document);
  change->blocks = blocks != NULL ? g_ptr_array_ref (blocks) : NULL;
  change->original = original != NULL ? g_bytes_ref (original) : NULL;
}

void
sb_change_set_put_waiting_document (SbChangeSet *self,
                                    SbRecord *document,
                                    GBytes *original,
                                    const char *base)
{
  SbChange *change;

  g_return_if_fail (self != NULL);
  g_return_if_fail (SB_IS_RECORD (document));
  g_return_if_fail (sb_record_get_kind (document) == SB_KIND_DOCUMENT);
  g_return_if_fail (original != NULL);

  change = add_change (self, SB_CHANGE_PUT, NULL, NULL);
  change->record = g_object_ref (document);
  change->original = g_bytes_ref (original);
  change->is_waiting = TRUE;
  change->base = g_strdup (base);
}

void
sb_change_set_put_evidence (SbChangeSet *self,
                            SbRef *record,
                            SbRef *extract,
                            SbStance stance,
                            SbCredibility credibility)
{
  SbChange *change;

  g_return_if_fail (self != NULL);
  g_return_if_fail (record != NULL && extract != NULL);

  change = add_change (self, SB_CHANGE_PUT_EVIDENCE, record, extract);
  change->stance = stance;
  change->credibility = credibility;
}

void
sb_change_set_remove_evidence (SbChangeSet *self,
                               SbRef *record,
                               SbRef *extract)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (record != NULL && extract != NULL);

  add_change (self, SB_CHANGE_REMOVE_EVIDENCE, record, extract);
}

void
sb_change_set_add_member (SbChangeSet *self,
                          SbRef *dossier,
                          SbRef *record)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (dossier != NULL && record != NULL);

  add_change (self, SB_CHANGE_ADD_MEMBER, dossier, record);
}

void
_sb_change_set_remove_member (SbChangeSet *self,
                              SbRef *dossier,
                              SbRef *record)
{
  add_change (self, SB_CHANGE_REMOVE_MEMBER, dossier, record);
}

void
sb_change_set_put_version (SbChangeSet *self,
                           SbRef *record,
                           const char *topic,
                           gboolean is_retained)
{
  SbChange *change;

  g_return_if_fail (self != NULL);
  g_return_if_fail (record != NULL);
  g_return_if_fail (topic != NULL && g_uuid_string_is_valid (topic));

  change = add_change (self, SB_CHANGE_PUT_VERSION, record, NULL);
  change->topic = g_strdup (topic);
  change->marked = is_retained;
}

void
sb_change_set_remove_version (SbChangeSet *self,
                              SbRef *record)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (record != NULL);

  add_change (self, SB_CHANGE_REMOVE_VERSION, record, NULL);
}

void
sb_change_set_put_mention_rule (SbChangeSet *self,
                                const char *text,
                                SbRef *record)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  add_change (self, SB_CHANGE_PUT_MENTION_RULE, record, NULL)->text = g_strdup (text);
}

void
sb_change_set_remove_mention_rule (SbChangeSet *self,
                                   const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  add_change (self, SB_CHANGE_REMOVE_MENTION_RULE, NULL, NULL)->text = g_strdup (text);
}

void
sb_change_set_put_saved_search (SbChangeSet *self,
                                const SbSavedSearch *search)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (search != NULL && search->name != NULL && search->query != NULL);

  add_change (self, SB_CHANGE_PUT_SAVED_SEARCH, NULL, NULL)->search = sb_saved_search_copy (search);
}

void
sb_change_set_remove_saved_search (SbChangeSet *self,
                                   const char *uuid)
{
  const SbSavedSearch search = { .uuid = (char *) uuid };

  g_return_if_fail (self != NULL);
  g_return_if_fail (uuid != NULL);

  add_change (self, SB_CHANGE_REMOVE_SAVED_SEARCH, NULL, NULL)->search = sb_saved_search_copy (&search);
}

void
sb_change_set_mark_read (SbChangeSet *self,
                         SbRef *document,
                         gboolean is_read)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (document != NULL);

  add_change (self, SB_CHANGE_MARK_READ, document, NULL)->marked = is_read;
}

void
sb_change_set_mark_starred (SbChangeSet *self,
                            SbRef *document,
                            gboolean is_starred)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (document != NULL);

  add_change (self, SB_CHANGE_MARK_STARRED, document, NULL)->marked = is_starred;
}

void
sb_change_set_mark_archived (SbChangeSet *self,
                             SbRef *document,
                             gboolean is_archived)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (document != NULL);

  add_change (self, SB_CHANGE_MARK_ARCHIVED, document, NULL)->marked = is_archived;
}
