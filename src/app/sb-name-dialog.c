/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-name-dialog.h"

#include "sb-actor.h"
#include "sb-catalogue-aid.h"
#include "sb-drop-down-name.h"
#include "sb-name-teaching.h"
#include "sb-place.h"
#include "sb-record-builder.h"
#include "sb-record-picker.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* The rows of the list of kinds. */
static const SbKind kinds[] = { SB_KIND_ACTOR, SB_KIND_PLACE, SB_KIND_CORRIDOR, SB_KIND_INSTRUMENT };

struct _SbNameDialog
{
  SbFormDialog parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbFormAid *aid; /* (owned) */
  char *words; /* (owned) */
  gboolean is_person;
  SbRecordPicker *picker; /* in picker_bin */

  GtkLabel *quote;
  GtkDropDown *kind;
  AdwBin *picker_bin;
  GtkWidget *new_row;
  GtkDropDown *new_kind;
  GtkWidget *keep_row;
  GtkSwitch *keep;
};

G_DEFINE_FINAL_TYPE (SbNameDialog, sb_name_dialog, SB_TYPE_FORM_DIALOG)

/* What is to be done; the data of the worker. */
typedef struct
{
  char *words; /* (owned) */
  SbRecord *record; /* (owned) (nullable) that the words become a name of */
  gint64 named; /* else the record that they always name */
  char *label; /* (owned) of the unit of work */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->words);
  g_free (work->label);
  g_clear_object (&work->record);
  g_free (work);
}

static SbKind
get_kind (SbNameDialog *self)
{
  guint row = gtk_drop_down_get_selected (self->kind);

  return row < G_N_ELEMENTS (kinds) ? kinds[row] : SB_KIND_ACTOR;
}

/* The kinds of a new record; NULL where there are none. */
static const SbVocabulary *
get_vocabulary (SbKind kind)
{
  if (kind == SB_KIND_ACTOR)
    return &sb_actor_kind_vocabulary;

  return kind == SB_KIND_PLACE ? &sb_place_kind_vocabulary : NULL;
}

static void
update (SbNameDialog *self)
{
  const SbVocabulary *vocabulary = get_vocabulary (get_kind (self));
  gboolean is_new = sb_record_picker_get_new (self->picker) != NULL;

  gtk_widget_set_visible (self->new_row, is_new && vocabulary != NULL);
  gtk_widget_set_visible (self->keep_row, !is_new && vocabulary != NULL);
  sb_form_dialog_clear_problem (SB_FORM_DIALOG (self));
  sb_form_dialog_set_ready (SB_FORM_DIALOG (self), sb_record_picker_get_ref (self->picker) != NULL);
}

static void
fill_new_kinds (SbNameDialog *self)
{
  const SbVocabulary *vocabulary = get_vocabulary (get_kind (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; vocabulary != NULL && i < vocabulary->n_terms; i++)
    {
      gtk_string_list_append (names, sb_vocabulary_get_label (vocabulary, vocabulary->terms[i].value, sb_language_get_interface ()));
      if (self->is_person && vocabulary == &sb_actor_kind_vocabulary && vocabulary->terms[i].value == SB_ACTOR_KIND_PERSON)
        selected = i;
    }

  gtk_drop_down_set_model (self->new_kind, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->new_kind, selected);
}

static void
kind_changed_cb (SbNameDialog *self)
{
  /* Translators: what a name in a text names. */
  GtkWidget *picker;

  if (self->aid == NULL)
    return;

  picker = sb_record_picker_new (self->aid, get_kind (self), _ ("What they name"));
  self->picker = SB_RECORD_PICKER (picker);
  g_signal_connect_object (picker, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->picker_bin, picker);
  fill_new_kinds (self);
  update (self);
}

/* The new record, of the kind that is chosen. */
static SbRecord *
make_new (SbNameDialog *self)
{
  SbRecord *added = sb_record_picker_get_new (self->picker);
  const SbVocabulary *vocabulary = get_vocabulary (get_kind (self));
  guint row = gtk_drop_down_get_selected (self->new_kind);
  SbRecordBuilder *builder;

  if (vocabulary == NULL || row >= vocabulary->n_terms)
    return g_object_ref (added);

  builder = sb_record_builder_new_from (added);
  sb_record_builder_set_term (builder, get_kind (self) == SB_KIND_ACTOR ? (guint) SB_ACTOR_KIND : (guint) SB_PLACE_KIND,
                              vocabulary->terms[row].value);
  return sb_record_builder_end (builder);
}

/* A record of which only the identity counts: it is read anew. */
static SbRecord *
make_stub (SbRef *ref)
{
  SbRecordBuilder *builder = sb_record_builder_new (sb_kind_get_schema (sb_ref_get_kind (ref)));

  sb_record_builder_set_id (builder, sb_ref_get_id (ref));
  return sb_record_builder_end (builder);
}

static Work *
make_work (SbNameDialog *self)
{
  SbRef *ref = sb_record_picker_get_ref (self->picker);
  Work *work = g_new0 (Work, 1);

  work->words = g_strdup (self->words);
  if (sb_record_picker_get_new (self->picker) != NULL)
    {
      work->record = make_new (self);
      /* Translators: what can be undone; %s is a name. */
      work->label = g_strdup_printf (_ ("Add “%s”"), sb_ref_get_name (ref, sb_language_get_interface ()));
    }
  else if (get_vocabulary (get_kind (self)) != NULL && gtk_switch_get_active (self->keep))
    {
      work->record = make_stub (ref);
      /* Translators: what can be undone; %s is a name. */
      work->label = g_strdup_printf (_ ("Add the name “%s”"), self->words);
    }
  else
    {
      work->named = sb_ref_get_id (ref);
      /* Translators: what can be undone; the words of a text, and what they name. */
      work->label = g_strdup_printf (_ ("“%s” names %s"), self->words, sb_ref_get_name (ref, sb_language_get_interface ()));
    }

  return work;
}

/* Run in the worker. NULL when it failed. */
static gpointer
teach (SbStore *store,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  const Work *work = data;

  if (work->record == NULL)
    return GINT_TO_POINTER (sb_name_word_say (store, work->words, SB_NAME_WORD_ALWAYS, work->named, work->label, error));

  return GINT_TO_POINTER (sb_name_teach (store, work->words, work->record, work->label, error));
}

static void
taught_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbNameDialog) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  gboolean is_taught = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error) != NULL;
  g_autofree char *message = NULL;

  /* Closed meanwhile. */
  if (self == NULL)
    return;
  if (!is_taught)
    {
      sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
      return;
    }

  /* Translators: the first %s is words of a text, the second the name of what they name. */
  message = g_strdup_printf (_ ("“%s” names %s, in all documents."), self->words,
                             sb_ref_get_name (sb_record_picker_get_ref (self->picker), sb_language_get_interface ()));
  sb_form_dialog_finish (SB_FORM_DIALOG (self), message);
}

static void
sb_name_dialog_accept (SbFormDialog *dialog)
{
  SbNameDialog *self = SB_NAME_DIALOG (dialog);

  if (sb_record_picker_get_ref (self->picker) == NULL)
    return;

  sb_catalogue_run_writer_async (self->catalogue, teach, make_work (self), work_free, NULL,
                                 sb_form_dialog_begin (dialog), taught_cb, sb_weak_ref_new (self));
}

static void
sb_name_dialog_dispose (GObject *object)
{
  SbNameDialog *self = SB_NAME_DIALOG (object);

  g_clear_object (&self->aid);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (sb_name_dialog_parent_class)->dispose (object);
}

static void
sb_name_dialog_finalize (GObject *object)
{
  SbNameDialog *self = SB_NAME_DIALOG (object);

  g_free (self->words);

  G_OBJECT_CLASS (sb_name_dialog_parent_class)->finalize (object);
}

static void
sb_name_dialog_class_init (SbNameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_name_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sb_name_dialog_finalize;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_name_dialog_accept;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-name-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbNameDialog, quote);
  gtk_widget_class_bind_template_child (widget_class, SbNameDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, SbNameDialog, picker_bin);
  gtk_widget_class_bind_template_child (widget_class, SbNameDialog, new_row);
  gtk_widget_class_bind_template_child (widget_class, SbNameDialog, new_kind);
  gtk_widget_class_bind_template_child (widget_class, SbNameDialog, keep_row);
  gtk_widget_class_bind_template_child (widget_class, SbNameDialog, keep);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
}

static void
sb_name_dialog_init (SbNameDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  sb_drop_down_name_all (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (names, sb_kind_get_label (kinds[i], sb_language_get_interface ()));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
}

SbNameDialog *
sb_name_dialog_new (SbCatalogue *catalogue,
                    const char *words,
                    SbKind kind,
                    gboolean is_person,
                    gboolean keeps_name)
{
  SbNameDialog *self = g_object_new (SB_TYPE_NAME_DIALOG, NULL);
  g_autofree char *quote = NULL;

  g_return_val_if_fail (SB_IS_CATALOGUE (catalogue) && words != NULL, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->aid = sb_catalogue_aid_new (catalogue, NULL);
  self->words = g_strdup (words);
  self->is_person = is_person;
  /* Translators: %s is words of a text. */
  quote = g_strdup_printf (_ ("“%s” in all documents is:"), words);
  gtk_label_set_label (self->quote, quote);
  gtk_switch_set_active (self->keep, keeps_name);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == kind)
      gtk_drop_down_set_selected (self->kind, i);

  kind_changed_cb (self);
  sb_record_picker_set_text (self->picker, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
  return self;
}
