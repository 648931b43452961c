/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-fact-dialog.h"

#include "sb-catalogue-aid.h"
#include "sb-document.h"
#include "sb-dossier-choice.h"
#include "sb-drop-down-name.h"
#include "sb-extract-lift.h"
#include "sb-extract.h"
#include "sb-fact-changes.h"
#include "sb-fact-loader.h"
#include "sb-fact-match.h"
#include "sb-record-builder.h"
#include "sb-record-description.h"
#include "sb-record-form.h"
#include "sb-source.h"
#include "sb-stack-hidden.h"

#include <glib/gi18n.h>

struct _SbFactDialog
{
  SbFormDialog parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbFormAid *aid; /* (owned) */
  SbRecord *document; /* (owned) */
  SbRecord *extract; /* (owned) (nullable) when the passage is empty */
  SbFactContext *context; /* (owned) (nullable) until it is loaded */
  GCancellable *cancellable; /* (owned) of what is loaded */
  gboolean has_kind;
  SbFactKind kind;
  SbRecord *draft; /* (owned) (nullable) */
  SbRecord *basis; /* (owned) (nullable) what the form of the record was made for */
  SbRecordForm *record_form; /* (nullable) of a new record, or of the one that is joined; in forms */
  SbRecordForm *item_form; /* (nullable) of what is added to the one that is joined; in forms */
  SbRecord *kept; /* (owned) (nullable) what is being stored */

  GtkLabel *quote;
  GtkStack *stack;
  GtkListBox *kinds;
  GtkWidget *matches_box;
  GtkBox *matches; /* of check buttons, each with its record; the first without one */
  GtkBox *forms;
  GtkWidget *grade_row;
  GtkLabel *grade;
  GtkDropDown *credibility;
  GtkWidget *stance_row;
  GtkDropDown *stance;
  GtkWidget *dossier_row; /* hidden where the record is known: it is a part of what it is a part of */
  SbDossierChoice *dossier;
};

G_DEFINE_FINAL_TYPE (SbFactDialog, sb_fact_dialog, SB_TYPE_FORM_DIALOG)

enum
{
  KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The record that the passage is to join; NULL for a new one. Borrowed. */
static SbRecord *
get_joined (SbFactDialog *self)
{
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->matches)); check != NULL; check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      return g_object_get_data (G_OBJECT (check), "record");

  return NULL;
}

/* The list of the kind that the passage adds an item to; -1 when it adds none. */
static int
get_list (SbFactDialog *self)
{
  int list = sb_fact_kind_get_list (self->kind);

  return list >= 0 && self->draft != NULL && sb_record_has (self->draft, (guint) list) ? list : -1;
}

/* The form of what is added to a record, which begins with what was typed by now. */
static void
make_item_form (SbFactDialog *self,
                guint list)
{
  g_autoptr (SbRecord) typed = sb_record_form_dup_typed_item (self->record_form, list);
  SbRecord *item = typed != NULL ? typed : sb_record_get_item (self->draft, list, 0);

  self->item_form = SB_RECORD_FORM (sb_record_form_new (self->aid, item, SB_RECORD_FORM_ITEM));
  gtk_box_append (self->forms, GTK_WIDGET (self->item_form));
}

/* Whether what is filled in is of the record: a new one, or one that is known, of which
 * somebody typed something otherwise. Else it only rests on one passage more. */
static gboolean
is_of_record (SbFactDialog *self)
{
  return get_joined (self) == NULL || (get_list (self) < 0 && sb_record_form_is_typed (self->record_form));
}

/* The form of a new record, or of what is added to the one that is joined. What was typed
 * before that was chosen stays. */
static void
update_form (SbFactDialog *self)
{
  SbRecord *joined = get_joined (self);
  int list = get_list (self);
  GtkWidget *form = NULL;

  if (list < 0)
    sb_record_form_rebase (self->record_form, joined != NULL ? joined : self->basis);
  else if (joined != NULL && self->item_form == NULL)
    make_item_form (self, (guint) list);

  if (is_of_record (self))
    form = GTK_WIDGET (self->record_form);
  else if (list >= 0)
    form = GTK_WIDGET (self->item_form);

  gtk_widget_set_visible (GTK_WIDGET (self->record_form), form == GTK_WIDGET (self->record_form));
  if (self->item_form != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->item_form), form == GTK_WIDGET (self->item_form));
  gtk_widget_set_visible (self->stance_row, joined != NULL);
  gtk_widget_set_visible (self->dossier_row, joined == NULL && self->kind != SB_FACT_NOTE);
}

/* The form of the draft, as if nothing had been typed. */
static void
make_form (SbFactDialog *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->forms))) != NULL)
    gtk_box_remove (self->forms, child);

  self->item_form = NULL;
  g_set_object (&self->basis, (self->kind == SB_FACT_NOTE ? self->extract : self->draft));
  self->record_form = SB_RECORD_FORM (sb_record_form_new (self->aid, self->basis, SB_RECORD_FORM_DEFAULT));
  gtk_box_append (self->forms, GTK_WIDGET (self->record_form));
  update_form (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->record_form));
}

static GtkWidget *
append_match (SbFactDialog *self,
              SbRecord *record,
              const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->matches));
  GtkWidget *child = gtk_widget_get_last_child (check);

  if (GTK_IS_LABEL (child))
    {
      gtk_label_set_wrap (GTK_LABEL (child), TRUE);
      gtk_label_set_xalign (GTK_LABEL (child), 0);
    }
  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (first));
  if (record != NULL)
    g_object_set_data_full (G_OBJECT (check), "record", g_object_ref (record), g_object_unref);

  gtk_box_append (self->matches, check);
  return check;
}

static void
match_toggled_cb (SbFactDialog *self,
                  GtkCheckButton *check)
{
  if (gtk_check_button_get_active (check))
    update_form (self);
}

static void
show_matches (SbFactDialog *self,
              GPtrArray *matches)
{
  SbLanguage language = sb_language_get_interface ();
  GtkWidget *check;

  while ((check = gtk_widget_get_first_child (GTK_WIDGET (self->matches))) != NULL)
    gtk_box_remove (self->matches, check);

  gtk_widget_set_visible (self->matches_box, matches != NULL && matches->len > 0);
  if (matches == NULL || matches->len == 0)
    return;

  check = append_match (self, NULL, _ ("It is new"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (match_toggled_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < matches->len; i++)
    {
      SbRecord *record = g_ptr_array_index (matches, i);
      g_autofree char *name = sb_record_dup_name (record, language);
      g_autofree char *description = sb_record_describe (record, language);
      g_autofree char *label = g_str_equal (name, description) ? g_strdup (name) : g_strdup_printf ("%s · %s", name, description);

      check = append_match (self, record, label);
      g_signal_connect_object (check, "toggled", G_CALLBACK (match_toggled_cb), self, G_CONNECT_SWAPPED);
      /* A trait without its alliance would be another alliance of the same two. But what
       * somebody is typing in stays where it is. */
      if (i == 0 && sb_record_get_kind (record) == SB_KIND_ALLIANCE && !sb_record_form_is_typed (self->record_form))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
    }
}

/* Run in the worker. */
static gpointer
find_matches (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  return sb_load_fact_matches (store, data, error);
}

static void
matches_found_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (SbFactDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (matches != NULL && self->catalogue != NULL)
    show_matches (self, matches);
  else if (error != NULL)
    sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
}

static void
show_grade (SbFactDialog *self)
{
  SbReliability reliability =
    self->context->source != NULL ? (SbReliability) sb_record_get_term (self->context->source, SB_SOURCE_RELIABILITY, SB_RELIABILITY_NONE)
                                  : SB_RELIABILITY_NONE;
  SbLanguage language = sb_language_get_interface ();
  const char *name = self->context->source != NULL ? sb_record_get_title (self->context->source, language) : NULL;
  g_autofree char *letter = sb_grade_format (reliability, SB_CREDIBILITY_NONE);
  g_autofree char *text = NULL;

  if (name == NULL)
    text = g_strdup (_ ("Source not known"));
  else if (reliability == SB_RELIABILITY_NONE)
    /* Translators: %s is the name of a source. */
    text = g_strdup_printf (_ ("%s, not graded"), name);
  else
    /* Translators: the name of a source, its letter (A to F), what that says. */
    text = g_strdup_printf (_ ("%s, %s: %s"), name, letter, sb_vocabulary_get_label (&sb_reliability_vocabulary, (int) reliability, language));

  gtk_label_set_label (self->grade, text);
}

/* The kind is chosen and the context is there: fills the form in. */
static void
show_draft (SbFactDialog *self)
{
  SbPassage passage = sb_fact_context_get_passage (self->context);
  g_autofree char *title = NULL;

  g_clear_object (&self->draft);
  self->draft = sb_fact_draft (self->kind, &passage);
  /* Translators: the title of a window; %s is a kind, such as “Event”. */
  title = g_strdup_printf (_ ("Lift: %s"), sb_fact_kind_get_label (self->kind, sb_language_get_interface ()));
  gtk_window_set_title (GTK_WINDOW (self), title);
  show_grade (self);
  show_matches (self, NULL);
  gtk_widget_set_visible (self->grade_row, self->kind != SB_FACT_NOTE);
  gtk_stack_set_visible_child_name (self->stack, "form");
  sb_form_dialog_set_ready (SB_FORM_DIALOG (self), self->extract != NULL);
  make_form (self);
  if (self->draft != NULL)
    sb_catalogue_read_async (self->catalogue, find_matches, g_object_ref (self->draft), g_object_unref, (GDestroyNotify) g_ptr_array_unref,
                             self->cancellable, matches_found_cb, g_object_ref (self));
}

static void
choose_kind (SbFactDialog *self,
             SbFactKind kind)
{
  self->kind = kind;
  self->has_kind = TRUE;
  if (self->context != NULL)
    show_draft (self);
}

typedef struct
{
  gint64 document;
  guint start;
  guint end;
} Range;

/* Run in the worker. */
static gpointer
load_context (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  const Range *range = data;

  return sb_load_fact_context (store, range->document, range->start, range->end, error);
}

static void
context_loaded_cb (GObject *object,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (SbFactDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  SbFactContext *context = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (context == NULL)
    {
      if (error != NULL && self->catalogue != NULL)
        sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
      return;
    }
  if (self->catalogue == NULL)
    {
      sb_fact_context_free (context);
      return;
    }

  self->context = context;
  sb_dossier_choice_set_dossiers (self->dossier, context->dossiers, context->dossier);
  if (self->has_kind)
    show_draft (self);
}

static gboolean
key_pressed_cb (SbFactDialog *self,
                guint key,
                guint code,
                GdkModifierType state)
{
  SbFactKind kind;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "kinds") != 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      !sb_fact_kind_find_key (gdk_keyval_to_unicode (gdk_keyval_to_lower (key)), &kind))
    return FALSE;

  choose_kind (self, kind);
  return TRUE;
}

static void
kind_activated_cb (SbFactDialog *self,
                   GtkListBoxRow *row)
{
  choose_kind (self, (SbFactKind) gtk_list_box_row_get_index (row));
}

static void
back_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  SbFactDialog *self = SB_FACT_DIALOG (widget);

  self->has_kind = FALSE;
  gtk_window_set_title (GTK_WINDOW (self), _ ("Lift the passage"));
  sb_form_dialog_clear_problem (SB_FORM_DIALOG (self));
  sb_form_dialog_set_ready (SB_FORM_DIALOG (self), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "kinds");
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->kinds, (int) self->kind)));
}

static void
join_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  SbFactDialog *self = SB_FACT_DIALOG (widget);
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->matches));

  if (check != NULL && gtk_widget_get_next_sibling (check) != NULL && gtk_widget_get_visible (self->matches_box))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_next_sibling (check)), TRUE);
}

/* What is stored has a number by now. Run in the worker. */
static gpointer
find_stored (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  SbRecord *record = data;

  return sb_store_get_by_uuid (store, sb_record_get_kind (record), sb_record_get_uuid (record), error);
}

static void
stored_found_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (SbFactDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) record = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  g_autofree char *message = NULL;

  if (record != NULL)
    {
      g_autoptr (SbRef) ref = sb_record_dup_ref (record);

      g_signal_emit (self, signals[KEPT], 0, ref);
    }

  /* Translators: %s is the kind of what was kept, such as “Event”. */
  message = g_strdup_printf (_ ("Kept: %s"), sb_fact_kind_get_label (self->kind, sb_language_get_interface ()));
  sb_form_dialog_finish (SB_FORM_DIALOG (self), message);
}

static void
kept_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (SbFactDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    {
      sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
      return;
    }

  sb_catalogue_read_async (SB_CATALOGUE (object), find_stored, g_object_ref (self->kept), g_object_unref, g_object_unref, NULL,
                           stored_found_cb, g_object_ref (self));
}

/* What is not stored yet and may be named: what came with the passage, and what was
 * typed. */
static GPtrArray *
collect_new (SbFactDialog *self)
{
  GPtrArray *added = g_ptr_array_new_with_free_func (g_object_unref);
  SbPassage passage = sb_fact_context_get_passage (self->context);

  for (guint i = 0; i < passage.records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (passage.records, i);

      if (record != NULL && sb_record_get_id (record) == 0)
        g_ptr_array_add (added, g_object_ref (record));
    }
  if (is_of_record (self))
    sb_record_form_collect_new (self->record_form, added);
  else if (self->item_form != NULL)
    sb_record_form_collect_new (self->item_form, added);

  return added;
}

/* What is new becomes a part of the dossier that is chosen. */
static void
put_in_dossier (SbFactDialog *self,
                SbChangeSet *changes,
                SbRecord *record)
{
  SbRecord *dossier = get_joined (self) == NULL ? sb_dossier_choice_get_dossier (self->dossier) : NULL;
  g_autoptr (SbRef) whole = dossier != NULL ? sb_record_dup_ref (dossier) : NULL;
  g_autoptr (SbRef) part = sb_record_dup_ref (record);

  if (whole != NULL)
    sb_change_set_add_member (changes, whole, part);
}

/* The record as the forms have it; NULL when something is wrong there. */
static SbRecord *
read_record (SbFactDialog *self)
{
  SbRecord *joined = get_joined (self);
  int list = get_list (self);
  SbRecordBuilder *builder;
  SbRecord *item;

  if (is_of_record (self))
    return sb_record_form_dup_record (self->record_form);
  if (list < 0)
    return g_object_ref (joined);

  item = sb_record_form_dup_record (self->item_form);
  if (item == NULL)
    return NULL;

  builder = sb_record_builder_new_from (joined);
  sb_record_builder_take_item (builder, (guint) list, item);
  return sb_record_builder_end (builder);
}

static void
sb_fact_dialog_accept (SbFormDialog *dialog)
{
  SbFactDialog *self = SB_FACT_DIALOG (dialog);
  SbRecord *joined = get_joined (self);
  gboolean contradicts = joined != NULL && gtk_drop_down_get_selected (self->stance) == 1;
  g_autoptr (SbRecord) record = read_record (self);
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (SbChangeSet) changes = NULL;
  g_autofree char *label = NULL;

  if (record == NULL)
    return;

  label = g_strdup_printf (_ ("Lift: %s"), sb_fact_kind_get_label (self->kind, sb_language_get_interface ()));
  changes = sb_change_set_new (label);
  if (self->kind == SB_FACT_NOTE)
    {
      sb_change_set_put (changes, record);
    }
  else
    {
      added = collect_new (self);
      sb_fact_changes_put (changes, self->kind, record, joined, self->extract, added, contradicts ? SB_STANCE_CONTRADICTS : SB_STANCE_SUPPORTS,
                           (SbCredibility) gtk_drop_down_get_selected (self->credibility));
      put_in_dossier (self, changes, record);
    }

  g_set_object (&self->kept, record);
  sb_catalogue_write_async (self->catalogue, changes, sb_form_dialog_begin (dialog), kept_cb, g_object_ref (self));
}

static GtkWidget *
create_kind_row (SbFactKind kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  char letter[2] = { g_ascii_toupper (sb_fact_kind_get_key (kind)), '\0' };
  const char *name = sb_fact_kind_get_label (kind, sb_language_get_interface ());
  GtkWidget *key = gtk_label_new (letter);
  GtkWidget *label = gtk_label_new (name);
  g_autofree char *spoken = g_strdup_printf ("%s (%s)", name, letter);

  gtk_widget_add_css_class (key, "keycap");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "kind-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
fill_choices (SbFactDialog *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  SbLanguage language = sb_language_get_interface ();

  for (int value = SB_CREDIBILITY_NONE; value <= SB_CREDIBILITY_6; value++)
    {
      const char *name = sb_vocabulary_get_label (&sb_credibility_vocabulary, value, language);
      g_autofree char *text = value == SB_CREDIBILITY_NONE ? g_strdup ("—") : g_strdup_printf ("%d · %s", value, name);

      gtk_string_list_append (names, text);
    }
  gtk_drop_down_set_model (self->credibility, G_LIST_MODEL (names));
  g_object_unref (names);

  for (guint i = 0; i < SB_N_FACT_KINDS; i++)
    gtk_list_box_append (self->kinds, create_kind_row ((SbFactKind) i));
}

static void
sb_fact_dialog_dispose (GObject *object)
{
  SbFactDialog *self = SB_FACT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->aid);
  g_clear_object (&self->document);
  g_clear_object (&self->extract);
  g_clear_object (&self->draft);
  g_clear_object (&self->basis);
  g_clear_object (&self->kept);
  g_clear_pointer (&self->context, sb_fact_context_free);

  G_OBJECT_CLASS (sb_fact_dialog_parent_class)->dispose (object);
}

static void
sb_fact_dialog_class_init (SbFactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_fact_dialog_dispose;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_fact_dialog_accept;

  signals[KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SB_TYPE_REF);

  g_type_ensure (SB_TYPE_DOSSIER_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-fact-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbFactDialog, quote);
  gtk_widget_class_bind_template_child (widget_class, SbFactDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SbFactDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, SbFactDialog, matches_box);
  gtk_widget_class_bind_template_child (widget_class, SbFactDialog, matches);
  gtk_widget_class_bind_template_child (widget_class, SbFactDialog, forms);
  gtk_widget_class_bind_template_child (widget_class, SbFactDialog, grade_row);
  gtk_widget_class_bind_template_child (widget_class, SbFactDialog, grade);
  gtk_widget_class_bind_template_child (widget_class, SbFactDialog, credibility);
  gtk_widget_class_bind_template_child (widget_class, SbFactDialog, stance_row);
  gtk_widget_class_bind_template_child (widget_class, SbFactDialog, stance);
  gtk_widget_class_bind_template_child (widget_class, SbFactDialog, dossier_row);
  gtk_widget_class_bind_template_child (widget_class, SbFactDialog, dossier);
  gtk_widget_class_bind_template_callback (widget_class, kind_activated_cb);
  gtk_widget_class_install_action (widget_class, "fact.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "fact.join", NULL, join_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "fact.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, GDK_CONTROL_MASK, "fact.join", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.accept", NULL);
}

static void
sb_fact_dialog_init (SbFactDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  sb_drop_down_name_all (GTK_WIDGET (self));
  sb_stack_hide_behind_all (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  fill_choices (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

SbFactDialog *
sb_fact_dialog_new (SbCatalogue *catalogue,
                    SbRecord *document,
                    GPtrArray *blocks,
                    SbRecord *extract,
                    int start,
                    int end)
{
  SbFactDialog *self = g_object_new (SB_TYPE_FACT_DIALOG, NULL);
  Range range = { sb_record_get_id (document), (guint) start, (guint) end };

  self->catalogue = g_object_ref (catalogue);
  self->document = g_object_ref (document);
  self->aid = sb_catalogue_aid_new (catalogue, sb_record_get_date (document, SB_DOCUMENT_DATE));
  self->extract = extract != NULL ? g_object_ref (extract) : sb_extract_lift (document, blocks, start, end);
  gtk_label_set_label (self->quote, self->extract != NULL ? sb_record_get_text (self->extract, SB_EXTRACT_QUOTE) : "");
  sb_catalogue_read_async (catalogue, load_context, g_memdup2 (&range, sizeof range), g_free, (GDestroyNotify) sb_fact_context_free,
                           self->cancellable, context_loaded_cb, g_object_ref (self));
  return self;
}
