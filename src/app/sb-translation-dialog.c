/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-translation-dialog.h"

#include "sb-drop-down-name.h"
#include "sb-translation.h"

#include <glib/gi18n.h>

struct _SbTranslationDialog
{
  SbFormDialog parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbRecord *record; /* (owned) */
  guint statement;

  GtkLabel *quote;
  GtkDropDown *language;
  GtkTextView *text;
  GtkEditable *translator;
};

G_DEFINE_FINAL_TYPE (SbTranslationDialog, sb_translation_dialog, SB_TYPE_FORM_DIALOG)

/* The data of the worker. */
typedef struct
{
  SbKind kind;
  gint64 id;
  guint statement;
  SbLanguage language;
  char *text; /* (owned) */
  char *translator; /* (owned) */
  char *label; /* (owned) of the unit of work */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->text);
  g_free (work->translator);
  g_free (work->label);
  g_free (work);
}

/* Run in the worker: the record is as it is stored at that moment. */
static gpointer
translate_in_store (SbStore *store,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  const Work *work = data;
  g_autoptr (SbChangeSet) changes = sb_change_set_new (work->label);
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) record = sb_store_get (store, work->kind, work->id, &failure);
  g_autoptr (SbRecord) translated = record != NULL ? sb_translation_put (record, work->statement, work->language, work->text, work->translator) : NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  /* It is gone, and what it said with it: there is nothing to translate. */
  if (translated == NULL)
    return GINT_TO_POINTER (TRUE);

  sb_change_set_put_edit (changes, record, translated);
  return GINT_TO_POINTER (sb_store_apply (store, changes, error) >= 0);
}

static void
translated_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (SbTranslationDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  sb_form_dialog_end (SB_FORM_DIALOG (self));
  if (error != NULL)
    sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
  else
    sb_form_dialog_finish (SB_FORM_DIALOG (self), _ ("The translation is kept."));
}

static SbLanguage
get_language (SbTranslationDialog *self)
{
  return gtk_drop_down_get_selected (self->language) == 1 ? SB_LANGUAGE_EN : SB_LANGUAGE_FR;
}

static void
sb_translation_dialog_accept (SbFormDialog *dialog)
{
  SbTranslationDialog *self = SB_TRANSLATION_DIALOG (dialog);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  Work *work = g_new0 (Work, 1);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  work->kind = sb_record_get_kind (self->record);
  work->id = sb_record_get_id (self->record);
  work->statement = self->statement;
  work->language = get_language (self);
  work->text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  work->translator = g_strstrip (g_strdup (gtk_editable_get_text (self->translator)));
  work->label = g_strdup (_ ("Translate a quotation"));
  sb_catalogue_run_writer_async (self->catalogue, translate_in_store, work, work_free, NULL, sb_form_dialog_begin (dialog), translated_cb,
                                 g_object_ref (self));
}

/* What there is in the language that is chosen. */
static void
language_changed_cb (SbTranslationDialog *self)
{
  const char *text;
  const char *translator;

  if (self->record == NULL)
    return;

  text = sb_translation_get_text (self->record, self->statement, get_language (self));
  translator = sb_translation_get_translator (self->record, self->statement, get_language (self));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text != NULL ? text : "", -1);
  gtk_editable_set_text (self->translator, translator != NULL ? translator : "");
  sb_form_dialog_clear_problem (SB_FORM_DIALOG (self));
}

static void
sb_translation_dialog_dispose (GObject *object)
{
  SbTranslationDialog *self = SB_TRANSLATION_DIALOG (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (sb_translation_dialog_parent_class)->dispose (object);
}

static void
sb_translation_dialog_class_init (SbTranslationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_translation_dialog_dispose;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_translation_dialog_accept;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-translation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbTranslationDialog, quote);
  gtk_widget_class_bind_template_child (widget_class, SbTranslationDialog, language);
  gtk_widget_class_bind_template_child (widget_class, SbTranslationDialog, text);
  gtk_widget_class_bind_template_child (widget_class, SbTranslationDialog, translator);
  gtk_widget_class_bind_template_callback (widget_class, language_changed_cb);
}

/* The text would take it as a new line. */
static void
add_key (SbTranslationDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("form.accept")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
sb_translation_dialog_init (SbTranslationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sb_drop_down_name_all (GTK_WIDGET (self));
  add_key (self);
}

SbTranslationDialog *
sb_translation_dialog_new (SbCatalogue *catalogue,
                           SbRecord *record,
                           guint statement,
                           SbLanguage language)
{
  SbTranslationDialog *self = g_object_new (SB_TYPE_TRANSLATION_DIALOG, NULL);
  const char *words = sb_translation_get_words (record, statement);

  self->catalogue = g_object_ref (catalogue);
  self->record = g_object_ref (record);
  self->statement = statement;
  gtk_label_set_label (self->quote, words != NULL ? words : "");
  gtk_drop_down_set_selected (self->language, language == SB_LANGUAGE_EN ? 1 : 0);
  language_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return self;
}
