/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-key-figures-field.h"

#include "sb-figure.h"
#include "sb-query.h"
#include "sb-record-list.h"
#include "sb-seen.h"
#include "sb-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of those that are not checked; whoever wants another one types some of its words. */
#define MAX_OTHERS  40
#define MAX_FIGURES 1000

struct _SbKeyFiguresField
{
  SbKeyField parent_instance;

  SbRecordList *figures; /* (owned) (nullable) */
  GPtrArray *printed; /* (owned) (element-type utf8) while the strip chooses itself */
  gboolean is_filling; /* rows are being made, not checked */

  GtkWidget *words; /* not owned */
  GtkWidget *list; /* not owned */
  GtkWidget *automatic; /* not owned */
};

G_DEFINE_FINAL_TYPE (SbKeyFiguresField, sb_key_figures_field, SB_TYPE_KEY_FIELD)

static void fill (SbKeyFiguresField *self);

static gboolean
is_automatic (SbKeyFiguresField *self)
{
  return *sb_key_field_get_value (SB_KEY_FIELD (self)) == '\0';
}

/* The UUIDs of those that are checked, in their order (element-type utf8). */
static GPtrArray *
list_checked (SbKeyFiguresField *self)
{
  g_auto (GStrv) uuids = g_strsplit (sb_key_field_get_value (SB_KEY_FIELD (self)), ";", -1);
  GPtrArray *checked = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; is_automatic (self) && i < self->printed->len; i++)
    g_ptr_array_add (checked, g_strdup (g_ptr_array_index (self->printed, i)));
  for (guint i = 0; uuids[i] != NULL; i++)
    if (uuids[i][0] != '\0')
      g_ptr_array_add (checked, g_strdup (uuids[i]));

  return checked;
}

static char *
join (GPtrArray *uuids)
{
  GString *value = g_string_new (NULL);

  for (guint i = 0; i < uuids->len; i++)
    g_string_append_printf (value, "%s%s", i > 0 ? ";" : "", (const char *) g_ptr_array_index (uuids, i));

  return g_string_free (value, FALSE);
}

static SbRecord *
dup_figure (SbKeyFiguresField *self,
            const char *uuid)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->figures)); i++)
    {
      g_autoptr (SbRecord) figure = g_list_model_get_item (G_LIST_MODEL (self->figures), i);

      if (g_strcmp0 (sb_record_get_uuid (figure), uuid) == 0)
        return g_steal_pointer (&figure);
    }

  return NULL;
}

static const char *
get_uuid (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "sb-uuid");
}

/* The keyboard stays with the figure, wherever it goes. */
static void
focus_row (SbKeyFiguresField *self,
           const char *uuid)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (g_strcmp0 (get_uuid (row), uuid) == 0)
      gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
choose (SbKeyFiguresField *self,
        GPtrArray *uuids,
        const char *uuid)
{
  g_autofree char *value = join (uuids);
  g_autofree char *kept = g_strdup (uuid);

  if (*value == '\0')
    {
      sb_key_field_set_problem (SB_KEY_FIELD (self), _ ("One of them at least; a strip without any is hidden in the outline."));
      fill (self);
      focus_row (self, kept);
      return;
    }

  sb_key_field_edit (SB_KEY_FIELD (self), value);
  fill (self);
  focus_row (self, kept);
}

static void
toggled_cb (SbKeyFiguresField *self,
            GtkCheckButton *check)
{
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW));
  g_autoptr (GPtrArray) uuids = NULL;
  guint found;

  if (self->is_filling)
    return;

  uuids = list_checked (self);
  if (g_ptr_array_find_with_equal_func (uuids, get_uuid (row), g_str_equal, &found))
    g_ptr_array_remove_index (uuids, found);
  else
    g_ptr_array_add (uuids, g_strdup (get_uuid (row)));
  choose (self, uuids, get_uuid (row));
}

static void
move (SbKeyFiguresField *self,
      GtkWidget *button,
      gboolean is_up)
{
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW));
  g_autoptr (GPtrArray) uuids = list_checked (self);
  guint found;

  if (!g_ptr_array_find_with_equal_func (uuids, get_uuid (row), g_str_equal, &found) || (is_up ? found == 0 : found + 1 == uuids->len))
    return;

  g_ptr_array_insert (uuids, (int) (is_up ? found - 1 : found + 1), g_ptr_array_steal_index (uuids, found));
  choose (self, uuids, get_uuid (row));
}

static void
up_cb (SbKeyFiguresField *self,
       GtkWidget *button)
{
  move (self, button, TRUE);
}

static void
down_cb (SbKeyFiguresField *self,
         GtkWidget *button)
{
  move (self, button, FALSE);
}

static GtkWidget *
create_button (SbKeyFiguresField *self,
               const char *icon,
               const char *label,
               GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
append_row (SbKeyFiguresField *self,
            SbRecord *figure,
            gboolean is_checked)
{
  SbLanguage language = sb_language_get_interface ();
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  g_autofree char *value = sb_figure_dup_value (figure, language);
  g_autofree char *text = g_strdup_printf ("%s — %s", value, sb_record_get_title (figure, language));
  GtkWidget *check = gtk_check_button_new_with_label (text);
  GtkWidget *label = gtk_widget_get_last_child (check);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_checked);
  gtk_widget_set_hexpand (check, TRUE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), check);
  if (is_checked)
    {
      gtk_box_append (GTK_BOX (box), create_button (self, "go-up-symbolic", _ ("Move the figure up"), G_CALLBACK (up_cb)));
      gtk_box_append (GTK_BOX (box), create_button (self, "go-down-symbolic", _ ("Move the figure down"), G_CALLBACK (down_cb)));
    }

  g_object_set_data_full (G_OBJECT (row), "sb-uuid", g_strdup (sb_record_get_uuid (figure)), g_free);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* Whether all of the words that are typed are in it, wherever. */
static gboolean
is_sought (SbKeyFiguresField *self,
           SbRecord *figure)
{
  g_autofree char *typed = sb_fold (gtk_editable_get_text (GTK_EDITABLE (self->words)));
  g_autofree char *french = sb_fold (sb_record_get_title (figure, SB_LANGUAGE_FR));
  g_autofree char *english = sb_fold (sb_record_get_title (figure, SB_LANGUAGE_EN));
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (french, words[i]) == NULL && strstr (english, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
fill (SbKeyFiguresField *self)
{
  g_autoptr (GPtrArray) checked = list_checked (self);
  GtkListBoxRow *row;
  guint n_others = 0;

  self->is_filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < checked->len; i++)
    {
      g_autoptr (SbRecord) figure = dup_figure (self, g_ptr_array_index (checked, i));

      if (figure != NULL)
        append_row (self, figure, TRUE);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->figures)) && n_others < MAX_OTHERS; i++)
    {
      g_autoptr (SbRecord) figure = g_list_model_get_item (G_LIST_MODEL (self->figures), i);

      if (g_ptr_array_find_with_equal_func (checked, sb_record_get_uuid (figure), g_str_equal, NULL) || !is_sought (self, figure))
        continue;
      append_row (self, figure, FALSE);
      n_others++;
    }
  sb_seen_set (self->automatic, !is_automatic (self));
  self->is_filling = FALSE;
}

static void
automatic_cb (SbKeyFiguresField *self)
{
  gtk_widget_grab_focus (self->words);
  sb_key_field_edit (SB_KEY_FIELD (self), "");
  fill (self);
}

static void
sb_key_figures_field_show (SbKeyField *field,
                           const char *value)
{
  fill (SB_KEY_FIGURES_FIELD (field));
}

static void
sb_key_figures_field_dispose (GObject *object)
{
  g_clear_object (&SB_KEY_FIGURES_FIELD (object)->figures);

  G_OBJECT_CLASS (sb_key_figures_field_parent_class)->dispose (object);
}

static void
sb_key_figures_field_finalize (GObject *object)
{
  g_ptr_array_unref (SB_KEY_FIGURES_FIELD (object)->printed);

  G_OBJECT_CLASS (sb_key_figures_field_parent_class)->finalize (object);
}

static void
sb_key_figures_field_class_init (SbKeyFiguresFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sb_key_figures_field_dispose;
  object_class->finalize = sb_key_figures_field_finalize;
  SB_KEY_FIELD_CLASS (klass)->show = sb_key_figures_field_show;
}

static void
sb_key_figures_field_init (SbKeyFiguresField *self)
{
  self->printed = g_ptr_array_new_with_free_func (g_free);
  self->words = gtk_search_entry_new ();
  self->list = gtk_list_box_new ();
  self->automatic = gtk_button_new_with_mnemonic (_ ("Let the strip _choose"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "composer-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Figures"), -1);
  gtk_widget_set_halign (self->automatic, GTK_ALIGN_START);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->words), NULL);
  g_object_set (self->words, "placeholder-text", _ ("Words of a figure"), NULL);
  sb_key_field_add (SB_KEY_FIELD (self), self->words);
  sb_key_field_add (SB_KEY_FIELD (self), self->list);
  sb_key_field_add (SB_KEY_FIELD (self), self->automatic);
  g_signal_connect_object (self->words, "search-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->automatic, "clicked", G_CALLBACK (automatic_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sb_key_figures_field_new (const SbBlockKey *key,
                          SbCatalogue *catalogue,
                          SbRef *dossier)
{
  SbKeyFiguresField *self = g_object_new (SB_TYPE_KEY_FIGURES_FIELD, NULL);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_FIGURE);

  query->limit = MAX_FIGURES;
  if (dossier != NULL)
    query->dossier = sb_ref_get_id (dossier);
  sb_key_field_set_key (SB_KEY_FIELD (self), key);
  self->figures = sb_record_list_new (catalogue, query);
  g_signal_connect_object (self->figures, "items-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
sb_key_figures_field_set_printed (SbKeyFiguresField *self,
                                  GPtrArray *figures)
{
  gboolean is_same;

  g_return_if_fail (SB_IS_KEY_FIGURES_FIELD (self));

  is_same = self->printed->len == (figures != NULL ? figures->len : 0);
  for (guint i = 0; is_same && i < self->printed->len; i++)
    is_same = g_strcmp0 (g_ptr_array_index (self->printed, i), sb_record_get_uuid (g_ptr_array_index (figures, i))) == 0;
  if (is_same)
    return;

  g_ptr_array_set_size (self->printed, 0);
  for (guint i = 0; figures != NULL && i < figures->len; i++)
    g_ptr_array_add (self->printed, g_strdup (sb_record_get_uuid (g_ptr_array_index (figures, i))));
  if (is_automatic (self))
    fill (self);
}

char *
sb_key_figures_field_dup_with (SbKeyFiguresField *self,
                               const char *uuid)
{
  g_autoptr (GPtrArray) uuids = NULL;

  g_return_val_if_fail (SB_IS_KEY_FIGURES_FIELD (self) && uuid != NULL, NULL);

  uuids = list_checked (self);
  if (!g_ptr_array_find_with_equal_func (uuids, uuid, g_str_equal, NULL))
    g_ptr_array_add (uuids, g_strdup (uuid));
  return join (uuids);
}
