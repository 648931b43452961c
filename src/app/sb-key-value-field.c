/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-key-value-field.h"

#include <glib/gi18n.h>
#include <math.h>

struct _SbKeyValueField
{
  SbKeyField parent_instance;

  GtkWidget *control; /* not owned; by the type of the key */
};

G_DEFINE_FINAL_TYPE (SbKeyValueField, sb_key_value_field, SB_TYPE_KEY_FIELD)

static const SbBlockKey *
get_key (SbKeyValueField *self)
{
  return sb_key_field_get_key (SB_KEY_FIELD (self));
}

/* One word: before the others stands none, where that is a choice. */

static void
word_chosen_cb (SbKeyValueField *self)
{
  const SbBlockKey *key = get_key (self);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));
  guint n_before = key->none != NULL ? 1 : 0;

  if (selected != GTK_INVALID_LIST_POSITION)
    sb_key_field_edit (SB_KEY_FIELD (self), selected < n_before ? "" : key->words->terms[selected - n_before].name);
}

static void
show_word (SbKeyValueField *self,
           const char *value)
{
  const SbBlockKey *key = get_key (self);
  const SbTerm *term = *value != '\0' ? sb_vocabulary_find_name (key->words, value) : sb_vocabulary_find (key->words, key->fallback);
  guint n_before = key->none != NULL ? 1 : 0;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), term != NULL ? (guint) (term - key->words->terms) + n_before : 0);
}

static GtkWidget *
create_words (SbKeyValueField *self)
{
  const SbBlockKey *key = get_key (self);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  if (key->none != NULL)
    gtk_string_list_append (labels, _ (key->none));
  for (guint i = 0; i < key->words->n_terms; i++)
    gtk_string_list_append (labels, sb_vocabulary_get_label (key->words, key->words->terms[i].value, sb_language_get_interface ()));

  self->control = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  g_signal_connect_object (self->control, "notify::selected", G_CALLBACK (word_chosen_cb), self, G_CONNECT_SWAPPED);
  return self->control;
}

/* Yes or no */

static void
answered_cb (SbKeyValueField *self)
{
  sb_key_field_edit (SB_KEY_FIELD (self), gtk_switch_get_active (GTK_SWITCH (self->control)) ? "yes" : "no");
}

static GtkWidget *
create_answer (SbKeyValueField *self)
{
  self->control = gtk_switch_new ();
  gtk_widget_set_halign (self->control, GTK_ALIGN_START);
  g_signal_connect_object (self->control, "notify::active", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  return self->control;
}

/* A number: where none is a choice, it stands for one less than the least. */

static void
number_chosen_cb (SbKeyValueField *self)
{
  const SbBlockKey *key = get_key (self);
  int number = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->control));
  g_autofree char *value = g_strdup_printf ("%d", number);

  sb_key_field_edit (SB_KEY_FIELD (self), key->none != NULL && number < (int) key->least ? "" : value);
}

static gboolean
number_shown_cb (GtkSpinButton *control,
                 SbKeyValueField *self)
{
  const SbBlockKey *key = get_key (self);
  gboolean is_none = key->none != NULL && gtk_spin_button_get_value_as_int (control) < (int) key->least;

  if (is_none)
    gtk_editable_set_text (GTK_EDITABLE (control), _ (key->none));
  return is_none;
}

static int
number_read_cb (GtkSpinButton *control,
                double *number,
                SbKeyValueField *self)
{
  const SbBlockKey *key = get_key (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (control));

  if (key->none == NULL || (*text != '\0' && g_strcmp0 (text, _ (key->none)) != 0))
    return FALSE;

  *number = key->least - 1.0;
  return TRUE;
}

static void
show_number (SbKeyValueField *self,
             const char *value)
{
  const SbBlockKey *key = get_key (self);
  gint64 number = *value != '\0' ? g_ascii_strtoll (value, NULL, 10) : key->none != NULL ? (gint64) key->least - 1
                                                                                         : key->fallback;

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->control), (double) number);
}

static GtkWidget *
create_number (SbKeyValueField *self)
{
  const SbBlockKey *key = get_key (self);
  double least = key->none != NULL ? key->least - 1.0 : key->least;

  self->control = gtk_spin_button_new_with_range (least, key->most, key->least > 1 ? 10 : 1);
  /* None is a word. */
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (self->control), key->none == NULL);
  gtk_widget_set_halign (self->control, GTK_ALIGN_START);
  g_signal_connect_object (self->control, "output", G_CALLBACK (number_shown_cb), self, 0);
  g_signal_connect_object (self->control, "input", G_CALLBACK (number_read_cb), self, 0);
  g_signal_connect_object (self->control, "value-changed", G_CALLBACK (number_chosen_cb), self, G_CONNECT_SWAPPED);
  /* It is shown as none from the beginning on. */
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->control));
  return self->control;
}

/* A text */

static void
text_typed_cb (SbKeyValueField *self)
{
  sb_key_field_edit (SB_KEY_FIELD (self), gtk_editable_get_text (GTK_EDITABLE (self->control)));
}

static GtkWidget *
create_text (SbKeyValueField *self)
{
  self->control = gtk_entry_new ();
  g_signal_connect_object (self->control, "changed", G_CALLBACK (text_typed_cb), self, G_CONNECT_SWAPPED);
  return self->control;
}

static void
sb_key_value_field_show (SbKeyField *field,
                         const char *value)
{
  SbKeyValueField *self = SB_KEY_VALUE_FIELD (field);

  if (GTK_IS_DROP_DOWN (self->control))
    show_word (self, value);
  else if (GTK_IS_SWITCH (self->control))
    gtk_switch_set_active (GTK_SWITCH (self->control), g_str_equal (value, "yes"));
  else if (GTK_IS_SPIN_BUTTON (self->control))
    show_number (self, value);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->control), value);
}

static void
sb_key_value_field_class_init (SbKeyValueFieldClass *klass)
{
  SB_KEY_FIELD_CLASS (klass)->show = sb_key_value_field_show;
}

static void
sb_key_value_field_init (SbKeyValueField *self)
{
}

GtkWidget *
sb_key_value_field_new (const SbBlockKey *key)
{
  SbKeyValueField *self = g_object_new (SB_TYPE_KEY_VALUE_FIELD, NULL);
  GtkWidget *control;

  sb_key_field_set_key (SB_KEY_FIELD (self), key);
  if (key->type == SB_BLOCK_KEY_WORD)
    control = create_words (self);
  else if (key->type == SB_BLOCK_KEY_ANSWER)
    control = create_answer (self);
  else if (key->type == SB_BLOCK_KEY_NUMBER)
    control = create_number (self);
  else
    control = create_text (self);
  sb_key_field_add (SB_KEY_FIELD (self), control);
  return GTK_WIDGET (self);
}
