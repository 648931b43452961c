/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-field-row.h"

#include "sb-date-format.h"
#include "sb-drop-down-name.h"
#include "sb-item-list.h"
#include "sb-record-picker.h"
#include "sb-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* Decimals that a value is shown with. */
#define MAX_DECIMALS 6

struct _SbFieldRow
{
  GtkWidget parent_instance;

  SbFormAid *aid; /* (owned) */
  const SbField *field;
  SbDate *date; /* (owned) (nullable) as it was loaded: its wording is kept */
  gboolean is_loading;
  gboolean is_touched; /* since it was loaded */
  char *filled[SB_N_LANGUAGES]; /* (owned) (nullable) of a text in two languages, as the program filled it in */

  GtkWidget *label; /* (nullable) */
  GtkWidget *editor; /* of the type: an entry, a drop-down, a picker, a list, a switch */
  GtkWidget *second; /* (nullable) of a text in two languages, the English one */
  GtkWidget *hint; /* (nullable) how a date is understood */
  GtkWidget *note;
  GtkWidget *problem;
};

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

static char *
dup_text (GtkWidget *editor)
{
  if (GTK_IS_EDITABLE (editor))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor))));
  else
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
    }
}

static void
set_text (GtkWidget *editor,
          const char *text)
{
  if (GTK_IS_EDITABLE (editor))
    gtk_editable_set_text (GTK_EDITABLE (editor), text != NULL ? text : "");
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text != NULL ? text : "", -1);
}

/* The date that is written there: EDTF, or in words. NULL for none or what is no date. */
static SbDate *
read_date (SbFieldRow *self)
{
  g_autofree char *text = dup_text (self->editor);

  if (*text == '\0')
    return NULL;
  if (self->date != NULL && g_str_equal (text, sb_date_get_edtf (self->date)))
    return sb_date_ref (self->date);

  return sb_form_aid_read_date (self->aid, text);
}

static void
update_hint (SbFieldRow *self)
{
  g_autofree char *text = dup_text (self->editor);
  g_autoptr (SbDate) date = read_date (self);
  g_autofree char *understood = sb_date_format (date, sb_language_get_interface (), SB_DATE_STYLE_LONG);
  const char *wording = date != NULL ? sb_date_get_wording (date) : NULL;
  g_autofree char *whole = NULL;

  if (wording != NULL && *wording != '\0')
    /* Translators: a date as it is understood, and as the document words it. */
    whole = g_strdup_printf (_ ("%s (“%s”)"), understood, wording);

  gtk_label_set_label (GTK_LABEL (self->hint), whole != NULL ? whole : understood);
  gtk_widget_set_visible (self->hint, *text != '\0' && date != NULL);
}

static void
changed_cb (SbFieldRow *self)
{
  if (self->hint != NULL)
    update_hint (self);
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

static void
load_number (SbFieldRow *self,
             SbRecord *record,
             guint index)
{
  g_autofree char *number = NULL;

  if (!sb_record_has (record, index))
    {
      set_text (self->editor, "");
      return;
    }

  number = self->field->type == SB_FIELD_INTEGER
             ? g_strdup_printf ("%" G_GINT64_FORMAT, sb_record_get_integer (record, index, 0))
             : sb_number_format (sb_record_get_real (record, index, 0), MAX_DECIMALS, sb_language_get_interface ());
  set_text (self->editor, number);
}

static void
load_term (SbFieldRow *self,
           SbRecord *record,
           guint index)
{
  guint position = 0;

  for (guint i = 0; sb_record_has (record, index) && i < self->field->vocabulary->n_terms; i++)
    if (self->field->vocabulary->terms[i].value == sb_record_get_term (record, index, -1))
      position = i + 1;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), position);
}

void
sb_field_row_load (SbFieldRow *self,
                   SbRecord *record,
                   guint index)
{
  SbDate *date;

  g_return_if_fail (SB_IS_FIELD_ROW (self));

  self->is_loading = TRUE;
  self->is_touched = FALSE;
  switch (self->field->type)
    {
    case SB_FIELD_BILINGUAL:
      set_text (self->editor, sb_bilingual_get (sb_record_get_bilingual (record, index), SB_LANGUAGE_FR));
      set_text (self->second, sb_bilingual_get (sb_record_get_bilingual (record, index), SB_LANGUAGE_EN));
      for (guint i = 0; i < SB_N_LANGUAGES; i++)
        {
          g_free (self->filled[i]);
          self->filled[i] = dup_text (i == SB_LANGUAGE_FR ? self->editor : self->second);
        }
      break;

    case SB_FIELD_DATE:
      date = sb_record_get_date (record, index);
      g_clear_pointer (&self->date, sb_date_unref);
      self->date = date != NULL ? sb_date_ref (date) : NULL;
      set_text (self->editor, date != NULL ? sb_date_get_edtf (date) : "");
      update_hint (self);
      break;

    case SB_FIELD_INTEGER:
    case SB_FIELD_REAL:
      load_number (self, record, index);
      break;

    case SB_FIELD_BOOLEAN:
      gtk_switch_set_active (GTK_SWITCH (self->editor), sb_record_get_boolean (record, index));
      break;

    case SB_FIELD_TERM:
      load_term (self, record, index);
      break;

    case SB_FIELD_REF:
      sb_record_picker_set_ref (SB_RECORD_PICKER (self->editor), sb_record_get_ref (record, index));
      break;

    case SB_FIELD_LIST:
      sb_item_list_load (SB_ITEM_LIST (self->editor), record, index);
      break;

    case SB_FIELD_TEXT:
    case SB_FIELD_TIME:
    default:
      set_text (self->editor, sb_record_get_text (record, index));
      break;
    }

  self->is_loading = FALSE;
}

/* "1 300", "1,300", "2,5", "2.5": as the interface writes numbers, and as code does. */
static gboolean
read_number (const char *text,
             double *value)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean is_french = sb_language_get_interface () == SB_LANGUAGE_FR;
  char *end;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isspace (character) || (character == ',' && !is_french))
        continue;
      g_string_append_unichar (digits, character == ',' ? '.' : (character == 0x2212 ? '-' : character));
    }

  *value = g_ascii_strtod (digits->str, &end);
  return digits->len > 0 && *end == '\0' && isfinite (*value);
}

static gboolean
store_number (SbFieldRow *self,
              SbRecordBuilder *builder,
              guint index)
{
  g_autofree char *text = dup_text (self->editor);
  double value;

  if (*text == '\0')
    {
      sb_record_builder_clear (builder, index);
      return TRUE;
    }
  if (!read_number (text, &value) || (self->field->type == SB_FIELD_INTEGER && fabs (value - round (value)) > 0))
    {
      sb_field_row_set_problem (self, self->field->type == SB_FIELD_INTEGER ? _ ("A whole number such as 12 goes here.")
                                                                            : _ ("A number such as 12 or 2.5 goes here."));
      return FALSE;
    }

  if (self->field->type == SB_FIELD_INTEGER)
    sb_record_builder_set_integer (builder, index, (gint64) value);
  else
    sb_record_builder_set_real (builder, index, value);
  return TRUE;
}

static gboolean
store_date (SbFieldRow *self,
            SbRecordBuilder *builder,
            guint index)
{
  g_autofree char *text = dup_text (self->editor);
  g_autoptr (SbDate) date = read_date (self);

  if (*text != '\0' && date == NULL)
    {
      sb_field_row_set_problem (self, _ ("A date such as 2025-09-03, 2025-09, 2025-09-05/2025-09-06 or “3 September 2025” goes here."));
      return FALSE;
    }

  sb_record_builder_set_date (builder, index, date);
  return TRUE;
}

static gboolean
store_ref (SbFieldRow *self,
           SbRecordBuilder *builder,
           guint index)
{
  SbRecordPicker *picker = SB_RECORD_PICKER (self->editor);

  if (sb_record_picker_is_undecided (picker))
    {
      sb_field_row_set_problem (self, _ ("Choose one of those found, or leave this empty."));
      return FALSE;
    }

  sb_record_builder_set_ref (builder, index, sb_record_picker_get_ref (picker));
  return TRUE;
}

static void
store_term (SbFieldRow *self,
            SbRecordBuilder *builder,
            guint index)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));

  if (position == 0 || position == GTK_INVALID_LIST_POSITION)
    sb_record_builder_clear (builder, index);
  else
    sb_record_builder_set_term (builder, index, self->field->vocabulary->terms[position - 1].value);
}

static void
store_text (SbFieldRow *self,
            SbRecordBuilder *builder,
            guint index)
{
  g_autofree char *text = dup_text (self->editor);
  g_autofree char *second = self->second != NULL ? dup_text (self->second) : NULL;

  if (self->field->type == SB_FIELD_BILINGUAL)
    sb_record_builder_set_words (builder, index, text, second);
  else
    sb_record_builder_set_text (builder, index, *text != '\0' ? text : NULL);
}

static gboolean
store_value (SbFieldRow *self,
             SbRecordBuilder *builder,
             guint index)
{
  switch (self->field->type)
    {
    case SB_FIELD_DATE:
      return store_date (self, builder, index);

    case SB_FIELD_INTEGER:
    case SB_FIELD_REAL:
      return store_number (self, builder, index);

    case SB_FIELD_REF:
      return store_ref (self, builder, index);

    case SB_FIELD_LIST:
      return sb_item_list_store (SB_ITEM_LIST (self->editor), builder, index);

    case SB_FIELD_BOOLEAN:
      sb_record_builder_set_boolean (builder, index, gtk_switch_get_active (GTK_SWITCH (self->editor)));
      return TRUE;

    case SB_FIELD_TERM:
      store_term (self, builder, index);
      return TRUE;

    case SB_FIELD_BILINGUAL:
    case SB_FIELD_TEXT:
    case SB_FIELD_TIME:
    default:
      store_text (self, builder, index);
      return TRUE;
    }
}

/* Whether nothing is filled in. */
static gboolean
is_empty (SbFieldRow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *second = NULL;

  switch (self->field->type)
    {
    case SB_FIELD_TERM:
      return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor)) == 0;
    case SB_FIELD_REF:
      return sb_record_picker_get_ref (SB_RECORD_PICKER (self->editor)) == NULL;
    case SB_FIELD_LIST:
    case SB_FIELD_BOOLEAN:
      return FALSE;
    default:
      text = dup_text (self->editor);
      second = self->second != NULL ? dup_text (self->second) : g_strdup ("");
      return *text == '\0' && *second == '\0';
    }
}

gboolean
sb_field_row_store (SbFieldRow *self,
                    SbRecordBuilder *builder,
                    guint index)
{
  g_return_val_if_fail (SB_IS_FIELD_ROW (self), FALSE);

  sb_field_row_set_problem (self, NULL);
  if (!store_value (self, builder, index))
    return FALSE;
  if ((self->field->flags & SB_FIELD_REQUIRED) != 0 && is_empty (self))
    {
      sb_field_row_set_problem (self, _ ("This is needed."));
      return FALSE;
    }

  return TRUE;
}

gboolean
sb_field_row_is_typed (SbFieldRow *self)
{
  g_return_val_if_fail (SB_IS_FIELD_ROW (self), FALSE);

  /* Nor is a name that nothing was chosen for yet. */
  return self->is_touched && (!is_empty (self) || (SB_IS_RECORD_PICKER (self->editor) && sb_record_picker_is_undecided (SB_RECORD_PICKER (self->editor))));
}

void
sb_field_row_complete (SbFieldRow *self,
                       SbRecord *record,
                       guint index)
{
  g_return_if_fail (SB_IS_FIELD_ROW (self));

  if (self->field->type != SB_FIELD_BILINGUAL)
    return;

  self->is_loading = TRUE;
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      GtkWidget *editor = i == SB_LANGUAGE_FR ? self->editor : self->second;
      const char *known = sb_bilingual_get (sb_record_get_bilingual (record, index), (SbLanguage) i);
      g_autofree char *text = dup_text (editor);
      g_autofree char *last = g_steal_pointer (&self->filled[i]);

      if (*text != '\0' && g_strcmp0 (text, last) != 0)
        continue;

      set_text (editor, known != NULL ? known : text);
      self->filled[i] = g_strdup (known != NULL ? known : text);
    }
  self->is_loading = FALSE;
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
