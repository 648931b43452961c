/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-field-row-private.h"

#include "sb-drop-down-name.h"
#include "sb-item-list.h"
#include "sb-record-picker.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (SbFieldRow, sb_field_row, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Texts of more than a line. */
static gboolean
is_long (const SbField *field)
{
  static const char *const names[] = { "summary", "effects", "terms", "exemptions", "announced", "denied", "durability_reason",
                                       "note", "goal", "words", "basis", "content", NULL };

  return g_strv_contains (names, field->name);
}

static void
changed_cb (SbFieldRow *self)
{
  if (self->hint != NULL)
    _sb_field_row_update_hint (self);
  if (self->is_loading)
    return;

  self->is_touched = TRUE;
  sb_field_row_set_problem (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Enter keeps the form wherever the keyboard is; with Shift it begins a line. */
static gboolean
text_key_pressed_cb (GtkWidget *view,
                     guint key,
                     guint code,
                     GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) != 0)
    return FALSE;

  gtk_widget_activate_default (view);
  return TRUE;
}

static GtkWidget *
create_text (SbFieldRow *self,
             GtkWidget **shown)
{
  GtkEventController *keys;
  GtkWidget *scroller;
  GtkWidget *view;

  if (!is_long (self->field))
    {
      GtkWidget *entry = gtk_entry_new ();

      gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
      gtk_widget_set_hexpand (entry, TRUE);
      g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      *shown = entry;
      return entry;
    }

  view = gtk_text_view_new ();
  scroller = gtk_scrolled_window_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  /* Tab leads on, as in the other fields. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 56);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_hexpand (scroller, TRUE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (text_key_pressed_cb), view, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, keys);
  *shown = scroller;
  return view;
}

/* "FR [ … ]": a text of one language with its mark. */
static GtkWidget *
create_language (SbFieldRow *self,
                 SbLanguage language,
                 GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_label_new (language == SB_LANGUAGE_FR ? "FR" : "EN");
  GtkWidget *shown;
  GtkWidget *editor = create_text (self, &shown);
  g_autofree char *name = g_strdup_printf ("%s (%s)", _ (self->field->label),
                                           language == SB_LANGUAGE_FR ? C_ ("language", "French") : C_ ("language", "English"));

  gtk_widget_add_css_class (mark, "caption");
  gtk_widget_add_css_class (mark, "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (mark), 3);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), shown);
  gtk_box_append (GTK_BOX (box), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return editor;
}

static GtkWidget *
create_terms (SbFieldRow *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *choice;

  gtk_string_list_append (names, "—");
  for (guint i = 0; i < self->field->vocabulary->n_terms; i++)
    gtk_string_list_append (names, _ (self->field->vocabulary->terms[i].label));

  choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_widget_set_hexpand (choice, TRUE);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return choice;
}

/* The widget of the type of the field, and what is shown of it. */
static GtkWidget *
create_editor (SbFieldRow *self)
{
  GtkWidget *shown = NULL;

  switch (self->field->type)
    {
    case SB_FIELD_BILINGUAL:
      shown = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
      self->editor = create_language (self, SB_LANGUAGE_FR, shown);
      self->second = create_language (self, SB_LANGUAGE_EN, shown);
      return shown;

    case SB_FIELD_TERM:
      self->editor = create_terms (self);
      break;

    case SB_FIELD_BOOLEAN:
      self->editor = gtk_switch_new ();
      gtk_widget_set_halign (self->editor, GTK_ALIGN_START);
      g_signal_connect_object (self->editor, "notify::active", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      break;

    case SB_FIELD_REF:
      self->editor = sb_record_picker_new (self->aid, (SbKind) self->field->target, _ (self->field->label));
      g_signal_connect_object (self->editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      return self->editor;

    case SB_FIELD_LIST:
      self->editor = sb_item_list_new (self->aid, self->field->item, _ (self->field->label));
      g_signal_connect_object (self->editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      return self->editor;

    case SB_FIELD_DATE:
    case SB_FIELD_INTEGER:
    case SB_FIELD_REAL:
    case SB_FIELD_TEXT:
    case SB_FIELD_TIME:
    default:
      self->editor = create_text (self, &shown);
      break;
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (self->field->label), -1);
  sb_drop_down_name_all (self->editor);
  return shown != NULL ? shown : self->editor;
}

static gboolean
sb_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SB_FIELD_ROW (widget)->editor);
}

static void
sb_field_row_dispose (GObject *object)
{
  SbFieldRow *self = SB_FIELD_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->aid);
  g_clear_pointer (&self->date, sb_date_unref);
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    g_clear_pointer (&self->filled[i], g_free);

  G_OBJECT_CLASS (sb_field_row_parent_class)->dispose (object);
}

static void
sb_field_row_class_init (SbFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_field_row_dispose;
  widget_class->grab_focus = sb_field_row_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_field_row_init (SbFieldRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
sb_field_row_new (SbFormAid *aid,
                  const SbField *field,
                  SbFieldRowFlags flags)
{
  SbFieldRow *self = g_object_new (SB_TYPE_FIELD_ROW, NULL);

  self->aid = g_object_ref (aid);
  self->field = field;
  if ((flags & SB_FIELD_ROW_COMPACT) == 0)
    {
      self->label = create_label ("dim-label");
      gtk_label_set_label (GTK_LABEL (self->label), _ (field->label));
      gtk_widget_set_parent (self->label, GTK_WIDGET (self));
    }

  gtk_widget_set_parent (create_editor (self), GTK_WIDGET (self));
  /* On the line of an item the names get the room. */
  if ((flags & SB_FIELD_ROW_COMPACT) != 0 && field->type == SB_FIELD_TERM)
    gtk_widget_set_hexpand (self->editor, FALSE);
  if (field->type == SB_FIELD_DATE)
    {
      self->hint = create_label ("dim-label");
      gtk_widget_set_visible (self->hint, FALSE);
      gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
    }

  self->note = create_label ("dim-label");
  gtk_widget_set_visible (self->note, FALSE);
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
  self->problem = create_label ("form-problem");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
sb_field_row_set_note (SbFieldRow *self,
                       const char *note)
{
  g_return_if_fail (SB_IS_FIELD_ROW (self));

  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
}

void
sb_field_row_set_problem (SbFieldRow *self,
                          const char *problem)
{
  g_return_if_fail (SB_IS_FIELD_ROW (self));

  gtk_label_set_label (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  if (problem != NULL)
    gtk_widget_add_css_class (self->editor, "error");
  else
    gtk_widget_remove_css_class (self->editor, "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem != NULL ? problem : "", -1);
}

gboolean
sb_field_row_has_problem (SbFieldRow *self)
{
  g_return_val_if_fail (SB_IS_FIELD_ROW (self), FALSE);

  return gtk_widget_get_visible (self->problem);
}

void
sb_field_row_collect_new (SbFieldRow *self,
                          GPtrArray *records)
{
  SbRecord *added;

  g_return_if_fail (SB_IS_FIELD_ROW (self));

  if (SB_IS_ITEM_LIST (self->editor))
    sb_item_list_collect_new (SB_ITEM_LIST (self->editor), records);
  if (!SB_IS_RECORD_PICKER (self->editor))
    return;

  added = sb_record_picker_get_new (SB_RECORD_PICKER (self->editor));
  if (added != NULL)
    g_ptr_array_add (records, g_object_ref (added));
}
