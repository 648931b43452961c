/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-dossier-choice.h"
#include "sb-fact-dialog.h"
#include "sb-fact-kind.h"
#include "sb-field-row.h"
#include "sb-record-list.h"
#include "sb-test-document.h"

/* A passage is lifted twice: the second time the event is known. */

#define UUID  "5f0d6c5e-3b0e-4d53-9d1a-7f5a1c2b3d4e"
#define TEXT  "Le 11 mai 2026, des combattants du JNIM ont attaqué un convoi près de Kayes."
#define TITLE "Un convoi <& plus>"

typedef struct
{
  SbApplication *application; /* (owned) */
  SbCatalogue *catalogue;
  SbRecord *document; /* (owned) (nullable) as it is stored */
  GPtrArray *blocks; /* (owned) (element-type SbBlock) */
  SbRecordList *events; /* (owned) */
  SbFactDialog *dialog; /* (nullable) the one that is open */
} Desk;

static void
set_up (Desk *desk)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (SbRecord) document = sb_test_document_new (UUID, "Un convoi attaqué", "2026-05-12");

  desk->application = sb_test_desk_start ();
  desk->catalogue = sb_test_desk_get_catalogue (desk->application);
  desk->blocks = sb_test_document_make_blocks (TEXT);
  sb_change_set_put_document (changes, document, desk->blocks, NULL);
  sb_test_desk_write (desk->application, changes);
  desk->document = sb_test_desk_read (desk->application, SB_KIND_DOCUMENT, UUID);
  desk->events = sb_record_list_new (desk->catalogue, query);
}

static void
tear_down (Desk *desk)
{
  g_clear_object (&desk->document);
  g_clear_object (&desk->events);
  g_ptr_array_unref (desk->blocks);
  sb_test_desk_stop (desk->application);
}

static gboolean
is_closed (gpointer data)
{
  return ((Desk *) data)->dialog == NULL;
}

static GtkWidget *
get_child (Desk *desk,
           const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (desk->dialog), SB_TYPE_FACT_DIALOG, id));
}

/* The row of the field with that label; NULL for none that is seen. */
static GtkWidget *
find_field (GtkWidget *widget,
            const char *label)
{
  GtkWidget *found = NULL;

  if (SB_IS_FIELD_ROW (widget) && GTK_IS_LABEL (gtk_widget_get_first_child (widget)) &&
      g_str_equal (gtk_label_get_label (GTK_LABEL (gtk_widget_get_first_child (widget))), label))
    return gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_field (child, label);

  return found;
}

static gboolean
has_form (gpointer data)
{
  return find_field (GTK_WIDGET (((Desk *) data)->dialog), "Title") != NULL;
}

static gboolean
has_matches (gpointer data)
{
  return gtk_widget_get_mapped (get_child (data, "matches_box"));
}

static GtkEditable *
get_title (Desk *desk)
{
  return GTK_EDITABLE (sb_test_find_type (find_field (GTK_WIDGET (desk->dialog), "Title"), GTK_TYPE_ENTRY));
}

/* The form of an event of all of the text. */
static void
open_form (Desk *desk)
{
  GtkListBox *kinds;
  GtkWidget *type;

  desk->dialog = sb_fact_dialog_new (desk->catalogue, desk->document, desk->blocks, NULL, 0, (int) g_utf8_strlen (TEXT, -1));
  g_object_add_weak_pointer (G_OBJECT (desk->dialog), (gpointer *) &desk->dialog);
  gtk_window_present (GTK_WINDOW (desk->dialog));
  kinds = GTK_LIST_BOX (get_child (desk, "kinds"));
  g_signal_emit_by_name (kinds, "row-activated", gtk_list_box_get_row_at_index (kinds, SB_FACT_EVENT));
  sb_test_wait (has_form, desk);
  type = gtk_widget_get_next_sibling (gtk_widget_get_first_child (find_field (GTK_WIDGET (desk->dialog), "Type")));
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (type)) == 0)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (type), 1);
}

static void
keep (Desk *desk)
{
  sb_test_activate (GTK_WIDGET (desk->dialog), "form.accept");
  sb_test_wait (is_closed, desk);
}

static SbRecord *
find_event (Desk *desk)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (desk->events)); i++)
    {
      g_autoptr (SbRecord) event = g_list_model_get_item (G_LIST_MODEL (desk->events), i);

      if (g_strcmp0 (sb_record_get_title (event, SB_LANGUAGE_FR), TITLE) == 0)
        return g_steal_pointer (&event);
    }

  return NULL;
}

static gboolean
is_renamed (gpointer data)
{
  g_autoptr (SbRecord) event = find_event (data);

  return event != NULL;
}

static gboolean
has_first (gpointer data)
{
  Desk *desk = data;

  return !sb_record_list_is_loading (desk->events) && g_list_model_get_n_items (G_LIST_MODEL (desk->events)) > 0;
}

/* A record that is chosen late leaves what was typed, and is changed to it when that is
 * kept; a new one would have it as well. */
static void
test_join_late (void)
{
  Desk desk = { 0 };
  g_autoptr (SbRecord) event = NULL;
  GtkWidget *first;
  guint n_events;

  set_up (&desk);
  open_form (&desk);
  keep (&desk);
  sb_test_wait (has_first, &desk);
  n_events = g_list_model_get_n_items (G_LIST_MODEL (desk.events));

  open_form (&desk);
  sb_test_wait (has_matches, &desk);
  gtk_editable_set_text (get_title (&desk), TITLE);
  sb_test_activate (GTK_WIDGET (desk.dialog), "fact.join");
  g_assert_cmpstr (gtk_editable_get_text (get_title (&desk)), ==, TITLE);
  first = gtk_widget_get_first_child (get_child (&desk, "matches"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (first), TRUE);
  g_assert_cmpstr (gtk_editable_get_text (get_title (&desk)), ==, TITLE);
  sb_test_activate (GTK_WIDGET (desk.dialog), "fact.join");
  keep (&desk);

  sb_test_wait (is_renamed, &desk);
  event = find_event (&desk);
  g_assert_cmpuint (sb_record_get_n_extracts (event), >=, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (desk.events)), <=, n_events + 1);
  tear_down (&desk);
}

static gboolean
has_dossier (gpointer data)
{
  return sb_dossier_choice_get_dossier (SB_DOSSIER_CHOICE (get_child (data, "dossier"))) != NULL;
}

static gboolean
is_loaded (gpointer data)
{
  return !sb_record_list_is_loading (data);
}

static gboolean
is_listed (gpointer data)
{
  return g_list_model_get_n_items (data) > 0;
}

/* What is lifted becomes a part of the only dossier, and of none where that is chosen:
 * what a briefing on it is filled from is what is a part of it. */
static void
test_dossier (gconstpointer data)
{
  gboolean is_part = GPOINTER_TO_INT (data);
  const char *word = is_part ? "Quarantaine" : "Trentaine";
  Desk desk = { 0 };
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (SbRecordList) parts = NULL;
  GtkWidget *list;

  set_up (&desk);
  open_form (&desk);
  g_assert_true (has_dossier (&desk));
  query->dossier = sb_record_get_id (sb_dossier_choice_get_dossier (SB_DOSSIER_CHOICE (get_child (&desk, "dossier"))));
  query->text = g_strdup (word);
  gtk_editable_set_text (get_title (&desk), word);
  list = sb_test_find_type (get_child (&desk, "dossier"), GTK_TYPE_DROP_DOWN);
  if (!is_part)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (list), 0);
  keep (&desk);

  parts = sb_record_list_new (desk.catalogue, query);
  sb_test_wait (is_part ? is_listed : is_loaded, parts);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (parts)), ==, is_part ? 1 : 0);
  g_clear_object (&parts);
  tear_down (&desk);
}

int
main (int argc,
      char *argv[])
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/fact-dialog/join-late", test_join_late);
  g_test_add_data_func ("/app/fact-dialog/dossier", GINT_TO_POINTER (TRUE), test_dossier);
  g_test_add_data_func ("/app/fact-dialog/no-dossier", GINT_TO_POINTER (FALSE), test_dossier);
  return sb_test_screen_run ();
}
