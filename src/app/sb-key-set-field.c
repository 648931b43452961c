/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-key-set-field.h"

#include "sb-kind.h"
#include "sb-wrap-layout.h"

#include <glib/gi18n.h>

struct _SbKeySetField
{
  SbKeyField parent_instance;

  GtkWidget *box; /* not owned; of check buttons, each with its word */
};

G_DEFINE_FINAL_TYPE (SbKeySetField, sb_key_set_field, SB_TYPE_KEY_FIELD)

static const char *
get_word (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "sb-word");
}

static GtkWidget *
find_check (SbKeySetField *self,
            const char *word)
{
  for (GtkWidget *check = gtk_widget_get_first_child (self->box); check != NULL; check = gtk_widget_get_next_sibling (check))
    if (g_str_equal (get_word (check), word))
      return check;

  return NULL;
}

/* Those of the value first, then the others, as far as they are checked. */
static char *
dup_checked (SbKeySetField *self)
{
  g_auto (GStrv) before = g_strsplit (sb_key_field_get_value (SB_KEY_FIELD (self)), ";", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; before[i] != NULL; i++)
    {
      GtkWidget *check = find_check (self, before[i]);

      if (check != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_ptr_array_add (words, before[i]);
    }
  for (GtkWidget *check = gtk_widget_get_first_child (self->box); check != NULL; check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)) && !g_ptr_array_find_with_equal_func (words, get_word (check), g_str_equal, NULL))
      g_ptr_array_add (words, (gpointer) get_word (check));
  g_ptr_array_add (words, NULL);

  return g_strjoinv (";", (char **) words->pdata);
}

static void
checked_cb (SbKeySetField *self)
{
  g_autofree char *value = dup_checked (self);

  if (*value != '\0')
    sb_key_field_edit (SB_KEY_FIELD (self), value);
  else
    sb_key_field_set_problem (SB_KEY_FIELD (self), _ ("One of them at least."));
}

static void
append_check (SbKeySetField *self,
              const char *word,
              const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_object_set_data (G_OBJECT (check), "sb-word", (gpointer) word);
  g_signal_connect_object (check, "toggled", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), check);
}

/* Without a value they are those of the fallback. */
static gboolean
is_fallback (const SbBlockKey *key,
             const char *word)
{
  const SbTerm *term = key->words != NULL ? sb_vocabulary_find_name (key->words, word) : NULL;

  return term != NULL && (term->value & key->fallback) != 0;
}

static void
sb_key_set_field_show (SbKeyField *field,
                       const char *value)
{
  SbKeySetField *self = SB_KEY_SET_FIELD (field);
  g_auto (GStrv) words = g_strsplit (value, ";", -1);

  for (GtkWidget *check = gtk_widget_get_first_child (self->box); check != NULL; check = gtk_widget_get_next_sibling (check))
    {
      const char *word = get_word (check);
      gboolean is_chosen = *value != '\0' ? g_strv_contains ((const char *const *) words, word) : is_fallback (sb_key_field_get_key (field), word);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen);
    }
}

static void
sb_key_set_field_class_init (SbKeySetFieldClass *klass)
{
  SB_KEY_FIELD_CLASS (klass)->show = sb_key_set_field_show;
}

static void
sb_key_set_field_init (SbKeySetField *self)
{
  self->box = g_object_new (GTK_TYPE_BOX, "layout-manager", sb_wrap_layout_new (), "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  sb_key_field_add (SB_KEY_FIELD (self), self->box);
}

GtkWidget *
sb_key_set_field_new (const SbBlockKey *key,
                      SbTemplateBlockKind kind)
{
  SbKeySetField *self = g_object_new (SB_TYPE_KEY_SET_FIELD, NULL);
  SbLanguage language = sb_language_get_interface ();
  guint kinds = key->type == SB_BLOCK_KEY_RECORDS ? sb_block_key_get_record_kinds (kind) : 0;

  sb_key_field_set_key (SB_KEY_FIELD (self), key);
  for (guint i = 0; key->words != NULL && i < key->words->n_terms; i++)
    append_check (self, key->words->terms[i].name, sb_vocabulary_get_label (key->words, key->words->terms[i].value, language));
  for (SbKind record_kind = 0; record_kind < SB_N_KINDS; record_kind++)
    if ((kinds & (1u << record_kind)) != 0)
      append_check (self, sb_kind_get_name (record_kind), sb_kind_get_plural_label (record_kind, language));
  return GTK_WIDGET (self);
}
