/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-key-actor-field.h"

#include "sb-seen.h"
#include "sb-subject-field.h"
#include "sb-template-chart.h"

#include <glib/gi18n.h>

enum
{
  NOBODY,
  OF_BRIEFING,
  ONE
};

struct _SbKeyActorField
{
  SbKeyField parent_instance;

  GtkWidget *choice; /* not owned */
  SbSubjectField *actor; /* not owned */
};

G_DEFINE_FINAL_TYPE (SbKeyActorField, sb_key_actor_field, SB_TYPE_KEY_FIELD)

static void
edited_cb (SbKeyActorField *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));
  SbRecord *record = sb_subject_field_get_record (self->actor);

  sb_seen_set (GTK_WIDGET (self->actor), selected == ONE);
  if (selected != ONE)
    sb_key_field_edit (SB_KEY_FIELD (self), selected == OF_BRIEFING ? SB_TEMPLATE_FOCUS_OF_BRIEFING : "");
  /* Until one is named, it is as before. */
  else if (record != NULL)
    sb_key_field_edit (SB_KEY_FIELD (self), sb_record_get_uuid (record));
}

static void
sb_key_actor_field_show (SbKeyField *field,
                         const char *value)
{
  SbKeyActorField *self = SB_KEY_ACTOR_FIELD (field);
  guint selected = *value == '\0' ? NOBODY : g_str_equal (value, SB_TEMPLATE_FOCUS_OF_BRIEFING) ? OF_BRIEFING
                                                                                                : ONE;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), selected);
  sb_seen_set (GTK_WIDGET (self->actor), selected == ONE);
  sb_subject_field_show (self->actor, selected == ONE ? value : NULL);
}

static void
sb_key_actor_field_class_init (SbKeyActorFieldClass *klass)
{
  SB_KEY_FIELD_CLASS (klass)->show = sb_key_actor_field_show;
}

static void
sb_key_actor_field_init (SbKeyActorField *self)
{
}

GtkWidget *
sb_key_actor_field_new (const SbBlockKey *key,
                        SbCatalogue *catalogue)
{
  SbKeyActorField *self = g_object_new (SB_TYPE_KEY_ACTOR_FIELD, NULL);
  const char *labels[] = { _ (key->none), _ ("The actor of the briefing"), _ ("This actor"), NULL };

  sb_key_field_set_key (SB_KEY_FIELD (self), key);
  self->choice = gtk_drop_down_new_from_strings (labels);
  self->actor = g_object_new (SB_TYPE_SUBJECT_FIELD, "visible", FALSE, NULL);
  sb_subject_field_set_up (self->actor, catalogue, SB_KIND_ACTOR);
  sb_subject_field_set_hint (self->actor, _ ("Name of an actor"));
  sb_key_field_add (SB_KEY_FIELD (self), self->choice);
  sb_key_field_add (SB_KEY_FIELD (self), GTK_WIDGET (self->actor));
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actor, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
