/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-subject-field.h"

#include "sb-catalogue-aid.h"
#include "sb-record-picker.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* A name is often taken out because another one is to stand there: that is one choice. */
#define PAUSE_MS 400

struct _SbSubjectField
{
  GtkWidget parent_instance;

  SbCatalogue *catalogue; /* (owned) (nullable) until it is set up */
  SbKind kind;
  char *word; /* (owned) (nullable) that is shown, or is being read */
  SbRecord *record; /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) of what is being read */
  gboolean is_choice; /* what is being read was chosen */
  guint clear_source; /* while its name is taken out, and nothing stands there yet */

  SbRecordPicker *picker; /* (nullable) until it is set up */
};

G_DEFINE_FINAL_TYPE (SbSubjectField, sb_subject_field, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  TYPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  SbKind kind;
  char *word; /* (owned) (nullable) */
  gint64 id; /* where there is no word */
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->word);
  g_free (wish);
}

/* Run in the worker. NULL without an error when the catalogue has none. */
static gpointer
read_subject (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  const Wish *wish = data;
  g_autoptr (SbQuery) query = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (wish->word == NULL)
    return sb_store_get (store, wish->kind, wish->id, error);
  if (g_uuid_string_is_valid (wish->word))
    return sb_store_get_by_uuid (store, wish->kind, wish->word, error);

  query = sb_query_new (wish->kind);
  query->text = g_strdup (wish->word);
  query->limit = 1;
  found = sb_store_list (store, query, error);
  return found != NULL && found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

static void
show_record (SbSubjectField *self)
{
  g_autoptr (SbRef) ref = self->record != NULL ? sb_record_dup_ref (self->record) : NULL;

  sb_record_picker_set_ref (self->picker, ref);
}

/* What is said to be the subject, but is not in the catalogue: it is called so here, and
 * can be changed. */
static void
show_unknown (SbSubjectField *self)
{
  gboolean is_uuid = g_uuid_string_is_valid (self->word);
  const char *name = is_uuid ? _ ("Not in the catalogue") : self->word;
  g_autoptr (SbBilingual) names = sb_bilingual_new (name, name);
  g_autoptr (SbRef) ref = sb_ref_new (self->kind, 0, NULL, names);

  sb_record_picker_set_ref (self->picker, ref);
}

static void
show_chosen (SbSubjectField *self)
{
  if (self->record == NULL && self->word != NULL)
    show_unknown (self);
  else
    show_record (self);
}

static void
take_record (SbSubjectField *self,
             SbRecord *record)
{
  g_autoptr (SbRecord) before = g_steal_pointer (&self->record);
  gboolean is_choice = self->is_choice;

  self->record = record != NULL ? g_object_ref (record) : NULL;
  self->is_choice = FALSE;
  g_clear_object (&self->cancellable);
  if (record != NULL && self->word == NULL)
    self->word = g_strdup (sb_record_get_uuid (record));
  show_chosen (self);
  if (is_choice)
    g_signal_emit (self, signals[CHANGED], 0, before);
}

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (SbSubjectField) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) record = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self == NULL || self->picker == NULL)
    return;
  if (error != NULL)
    g_warning ("Cannot read what a briefing is about: %s", error->message);

  take_record (self, record);
}

static void
stop (SbSubjectField *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->clear_source, g_source_remove);
  self->is_choice = FALSE;
}

/* By its @word, or else its @id. */
static void
read_wish (SbSubjectField *self,
           const char *word,
           gint64 id,
           gboolean is_choice)
{
  Wish *wish;

  stop (self);
  g_free (self->word);
  self->word = g_strdup (word);
  self->is_choice = is_choice;
  if (word == NULL && id == 0)
    {
      take_record (self, NULL);
      return;
    }

  wish = g_new0 (Wish, 1);
  wish->kind = self->kind;
  wish->word = g_strdup (word);
  wish->id = id;
  self->cancellable = g_cancellable_new ();
  sb_catalogue_read_async (self->catalogue, read_subject, wish, wish_free, g_object_unref, self->cancellable, read_cb, sb_weak_ref_new (self));
}

static gboolean
clear_cb (gpointer data)
{
  SbSubjectField *self = data;

  self->clear_source = 0;
  read_wish (self, NULL, 0, TRUE);
  return G_SOURCE_REMOVE;
}

static void
picker_changed_cb (SbSubjectField *self)
{
  SbRef *ref = sb_record_picker_get_ref (self->picker);

  g_clear_handle_id (&self->clear_source, g_source_remove);
  if (ref == NULL && !sb_record_picker_is_undecided (self->picker) && self->word != NULL)
    self->clear_source = g_timeout_add (PAUSE_MS, clear_cb, self);
  if (ref != NULL && g_strcmp0 (sb_ref_get_uuid (ref), self->word) != 0)
    read_wish (self, sb_ref_get_uuid (ref), sb_ref_get_id (ref), TRUE);

  g_signal_emit (self, signals[TYPED], 0);
}

/* What was begun and left. */
static void
focus_left_cb (SbSubjectField *self)
{
  if (self->clear_source != 0)
    {
      g_clear_handle_id (&self->clear_source, g_source_remove);
      clear_cb (self);
    }

  if (self->picker == NULL || !sb_record_picker_is_undecided (self->picker))
    return;

  show_chosen (self);
  g_signal_emit (self, signals[TYPED], 0);
}

static gboolean
sb_subject_field_grab_focus (GtkWidget *widget)
{
  SbSubjectField *self = SB_SUBJECT_FIELD (widget);

  return self->picker != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

static void
sb_subject_field_dispose (GObject *object)
{
  SbSubjectField *self = SB_SUBJECT_FIELD (object);

  stop (self);
  if (self->picker != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->picker));
  self->picker = NULL;
  g_clear_object (&self->catalogue);
  g_clear_object (&self->record);
  g_clear_pointer (&self->word, g_free);

  G_OBJECT_CLASS (sb_subject_field_parent_class)->dispose (object);
}

static void
sb_subject_field_class_init (SbSubjectFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_subject_field_dispose;
  widget_class->grab_focus = sb_subject_field_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   SB_TYPE_RECORD);
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_subject_field_init (SbSubjectField *self)
{
}

void
sb_subject_field_set_up (SbSubjectField *self,
                         SbCatalogue *catalogue,
                         SbKind kind)
{
  g_autoptr (SbFormAid) aid = NULL;
  GtkEventController *focus;

  g_return_if_fail (SB_IS_SUBJECT_FIELD (self) && self->picker == NULL);
  g_return_if_fail (SB_IS_CATALOGUE (catalogue));
  g_return_if_fail (kind == SB_KIND_PLACE || kind == SB_KIND_ACTOR);

  aid = sb_catalogue_aid_new (catalogue, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->kind = kind;
  self->picker = SB_RECORD_PICKER (sb_record_picker_new (aid, kind, kind == SB_KIND_PLACE ? _ ("Region") : _ ("Actor")));
  sb_record_picker_set_known_only (self->picker, TRUE);
  sb_record_picker_set_hint (self->picker, kind == SB_KIND_PLACE ? _ ("The one that most is known of") : _ ("The one with the most events"));
  gtk_widget_set_parent (GTK_WIDGET (self->picker), GTK_WIDGET (self));
  g_signal_connect_object (self->picker, "changed", G_CALLBACK (picker_changed_cb), self, G_CONNECT_SWAPPED);

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

void
sb_subject_field_set_hint (SbSubjectField *self,
                           const char *hint)
{
  g_return_if_fail (SB_IS_SUBJECT_FIELD (self) && self->picker != NULL);

  sb_record_picker_set_hint (self->picker, hint);
}

void
sb_subject_field_show (SbSubjectField *self,
                       const char *word)
{
  g_return_if_fail (SB_IS_SUBJECT_FIELD (self) && self->picker != NULL);

  if (g_strcmp0 (word, self->word) != 0)
    read_wish (self, word, 0, FALSE);
}

void
sb_subject_field_choose (SbSubjectField *self,
                         SbRef *ref)
{
  g_return_if_fail (SB_IS_SUBJECT_FIELD (self) && self->picker != NULL);
  g_return_if_fail (ref != NULL && sb_ref_get_kind (ref) == self->kind);

  read_wish (self, sb_ref_get_uuid (ref), sb_ref_get_id (ref), TRUE);
}

SbRecord *
sb_subject_field_get_record (SbSubjectField *self)
{
  g_return_val_if_fail (SB_IS_SUBJECT_FIELD (self), NULL);

  return self->clear_source == 0 ? self->record : NULL;
}

gboolean
sb_subject_field_is_undecided (SbSubjectField *self)
{
  g_return_val_if_fail (SB_IS_SUBJECT_FIELD (self), FALSE);

  return self->picker != NULL && (self->cancellable != NULL || sb_record_picker_is_undecided (self->picker));
}
