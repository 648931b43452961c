/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-extract-dialog.h"

#include "sb-date-format.h"
#include "sb-document.h"
#include "sb-drop-down-name.h"
#include "sb-error-text.h"
#include "sb-event.h"
#include "sb-extract-lift.h"
#include "sb-extract.h"
#include "sb-record-builder.h"

#include <glib/gi18n.h>
#include <string.h>

/* How much of a passage becomes the first proposal for a title; characters. */
#define TITLE_LENGTH 80

struct _SbExtractDialog
{
  AdwWindow parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbRecord *document; /* (owned) */
  SbRecord *extract; /* (owned) (nullable) when the passage is empty */

  GtkLabel *quote;
  GtkToggleButton *is_event;
  GtkStack *forms;
  GtkEditable *title;
  GtkEditable *date;
  GtkLabel *date_hint;
  GtkDropDown *type;
  GtkDropDown *place;
  GtkDropDown *actor;
  GtkTextView *note;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (SbExtractDialog, sb_extract_dialog, ADW_TYPE_WINDOW)

static char *
get_record_title (SbRecord *record)
{
  return record != NULL ? g_strdup (sb_record_get_title (record, sb_language_get_interface ())) : g_strdup ("");
}

static char *
get_note (SbExtractDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static SbDate *
get_date (SbExtractDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->date)));

  return sb_date_new (text, NULL);
}

static void
update (SbExtractDialog *self)
{
  gboolean is_event = gtk_toggle_button_get_active (self->is_event);
  g_autoptr (SbDate) date = get_date (self);
  g_autofree char *hint = sb_date_format (date, sb_language_get_interface (), SB_DATE_STYLE_LONG);
  gboolean is_complete = self->extract != NULL;

  gtk_stack_set_visible_child_name (self->forms, is_event ? "event" : "note");
  gtk_label_set_label (self->date_hint, date != NULL ? hint : _ ("A date such as 2025-09-03, 2025-09, 2025 or 2025-09-05/2025-09-06"));
  if (is_event)
    is_complete = is_complete && date != NULL && *gtk_editable_get_text (self->title) != '\0';

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "extract.keep", is_complete);
}

static void
add_item (SbRecordBuilder *event,
          guint list,
          const SbSchema *schema,
          GtkDropDown *choice)
{
  SbRecord *chosen = gtk_drop_down_get_selected_item (choice);
  g_autoptr (SbRef) ref = NULL;
  SbRecordBuilder *item;

  if (chosen == NULL)
    return;

  ref = sb_record_dup_ref (chosen);
  item = sb_record_builder_new (schema);
  sb_record_builder_set_ref (item, 0, ref); /* the first field of both lists */
  sb_record_builder_take_item (event, list, sb_record_builder_end (item));
}

static SbRecord *
create_event (SbExtractDialog *self)
{
  g_autoptr (SbDate) date = get_date (self);
  const char *title = gtk_editable_get_text (self->title);
  gboolean is_french = g_strcmp0 (sb_record_get_text (self->document, SB_DOCUMENT_LANGUAGE), "en") != 0;
  guint type = gtk_drop_down_get_selected (self->type);
  SbRecordBuilder *event = sb_record_builder_new (&sb_event_schema);

  /* A title read off a passage is in the passage's language. */
  sb_record_builder_set_words (event, SB_EVENT_TITLE, is_french ? title : NULL, is_french ? NULL : title);
  sb_record_builder_set_term (event, SB_EVENT_TYPE, sb_event_type_vocabulary.terms[type].value);
  sb_record_builder_set_date (event, SB_EVENT_DATE, date);
  add_item (event, SB_EVENT_PLACES, &sb_event_place_schema, self->place);
  add_item (event, SB_EVENT_ACTORS, &sb_event_actor_schema, self->actor);
  return sb_record_builder_end (event);
}

static SbRecord *
create_extract (SbExtractDialog *self)
{
  SbRecordBuilder *extract = sb_record_builder_new_from (self->extract);
  g_autofree char *note = get_note (self);

  sb_record_builder_set_text (extract, SB_EXTRACT_NOTE, note);
  return sb_record_builder_end (extract);
}

static void
kept_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (SbExtractDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  text = sb_error_text (error, sb_language_get_interface ());
  gtk_label_set_label (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
keep_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  SbExtractDialog *self = SB_EXTRACT_DIALOG (widget);
  gboolean is_event = gtk_toggle_button_get_active (self->is_event);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (is_event ? _ ("Lift an event") : _ ("Lift a note"));
  g_autoptr (SbRecord) extract = create_extract (self);
  g_autoptr (SbRef) extract_ref = sb_record_dup_ref (extract);

  sb_change_set_put (changes, extract);
  if (is_event)
    {
      g_autoptr (SbRecord) event = create_event (self);
      g_autoptr (SbRef) event_ref = sb_record_dup_ref (event);

      sb_change_set_put (changes, event);
      sb_change_set_put_evidence (changes, event_ref, extract_ref, SB_STANCE_SUPPORTS, SB_CREDIBILITY_NONE);
    }

  gtk_widget_action_set_enabled (widget, "extract.keep", FALSE);
  sb_catalogue_write_async (self->catalogue, changes, NULL, kept_cb, g_object_ref (self));
}

static GListModel *
create_type_names (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < sb_event_type_vocabulary.n_terms; i++)
    gtk_string_list_append (names, _ (sb_event_type_vocabulary.terms[i].label));

  return G_LIST_MODEL (names);
}

/* The first words of the passage, cut at a word. */
static char *
propose_title (const char *quote)
{
  g_autofree char *line = g_strdelimit (g_strdup (quote), "\n\t", ' ');
  g_autofree char *head = NULL;
  char *space;

  if (g_utf8_strlen (line, -1) <= TITLE_LENGTH)
    return g_steal_pointer (&line);

  head = g_utf8_substring (line, 0, TITLE_LENGTH);
  space = strrchr (head, ' ');
  if (space != NULL)
    *space = '\0';

  return g_strconcat (head, "…", NULL);
}

static void
fill_in (SbExtractDialog *self)
{
  const char *quote = self->extract != NULL ? sb_record_get_text (self->extract, SB_EXTRACT_QUOTE) : "";
  g_autofree char *title = propose_title (quote);
  SbDate *date = sb_record_get_date (self->document, SB_DOCUMENT_DATE);

  gtk_label_set_label (self->quote, quote);
  gtk_editable_set_text (self->title, title);
  gtk_editable_set_text (self->date, date != NULL ? sb_date_get_edtf (date) : "");
  update (self);
}

static void
sb_extract_dialog_dispose (GObject *object)
{
  SbExtractDialog *self = SB_EXTRACT_DIALOG (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->document);
  g_clear_object (&self->extract);

  G_OBJECT_CLASS (sb_extract_dialog_parent_class)->dispose (object);
}

static void
sb_extract_dialog_class_init (SbExtractDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_extract_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-extract-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbExtractDialog, quote);
  gtk_widget_class_bind_template_child (widget_class, SbExtractDialog, is_event);
  gtk_widget_class_bind_template_child (widget_class, SbExtractDialog, forms);
  gtk_widget_class_bind_template_child (widget_class, SbExtractDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SbExtractDialog, date);
  gtk_widget_class_bind_template_child (widget_class, SbExtractDialog, date_hint);
  gtk_widget_class_bind_template_child (widget_class, SbExtractDialog, type);
  gtk_widget_class_bind_template_child (widget_class, SbExtractDialog, place);
  gtk_widget_class_bind_template_child (widget_class, SbExtractDialog, actor);
  gtk_widget_class_bind_template_child (widget_class, SbExtractDialog, note);
  gtk_widget_class_bind_template_child (widget_class, SbExtractDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "extract.keep", NULL, keep_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "extract.keep", NULL);
}

static void
set_searchable (GtkDropDown *choice)
{
  g_autoptr (GtkExpression) name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_record_title), NULL, NULL);

  gtk_drop_down_set_expression (choice, name);
  gtk_drop_down_set_enable_search (choice, TRUE);
}

static void
sb_extract_dialog_init (SbExtractDialog *self)
{
  g_autoptr (GListModel) types = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  sb_drop_down_name_all (GTK_WIDGET (self));

  types = create_type_names ();
  gtk_drop_down_set_model (self->type, types);
  set_searchable (self->place);
  set_searchable (self->actor);
}

SbExtractDialog *
sb_extract_dialog_new (SbCatalogue *catalogue,
                       SbRecord *document,
                       GPtrArray *blocks,
                       int start,
                       int end)
{
  SbExtractDialog *self = g_object_new (SB_TYPE_EXTRACT_DIALOG, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->document = g_object_ref (document);
  self->extract = sb_extract_lift (document, blocks, start, end);
  fill_in (self);
  return self;
}

void
sb_extract_dialog_set_choices (SbExtractDialog *self,
                               GListModel *places,
                               GListModel *actors)
{
  g_return_if_fail (SB_IS_EXTRACT_DIALOG (self));

  gtk_drop_down_set_model (self->place, places);
  gtk_drop_down_set_model (self->actor, actors);
  gtk_drop_down_set_selected (self->place, GTK_INVALID_LIST_POSITION);
  gtk_drop_down_set_selected (self->actor, GTK_INVALID_LIST_POSITION);
}
