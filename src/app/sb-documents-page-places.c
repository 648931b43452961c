/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-documents-page-private.h"

#include <glib/gi18n.h>

/* So many rows are made for one frame. */
#define ROWS_A_FRAME 8

SbDocumentPlace *
_sb_documents_page_get_place (SbDocumentsPage *self)
{
  return self->places != NULL ? sb_document_places_find (self->places, self->place_key) : NULL;
}

/* The count is a bare number on screen; a screen reader is told what of. */
static void
update_count (SbDocumentPlace *place,
              GParamSpec *pspec,
              GtkWidget *row)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (row), "count");
  guint n = sb_document_place_get_count (place);
  gboolean is_saved = sb_document_place_get_kind (place) == SB_DOCUMENT_PLACE_SAVED;
  int total = sb_document_place_get_total (place);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *text = is_saved ? g_strdup_printf (ngettext ("%u new", "%u new", n), n)
                                   : g_strdup_printf (ngettext ("%u unread", "%u unread", n), n);
  g_autofree char *all = g_strdup_printf (n > 0 ? "%s · %d" : "%s%d", n > 0 ? number : "", total);

  gtk_label_set_label (GTK_LABEL (label), is_saved && total >= 0 ? all : number);
  gtk_widget_set_visible (label, n > 0 || (is_saved && total >= 0));
  if (n > 0)
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, n > 0 ? text : "", -1);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  SbDocumentPlace *place = item;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  g_object_bind_property (place, "icon-name", icon, "icon-name", G_BINDING_SYNC_CREATE);
  g_object_bind_property (place, "title", title, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (place, "title", row, "tooltip-text", G_BINDING_SYNC_CREATE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  if (sb_document_place_is_inner (place))
    gtk_widget_add_css_class (box, "inner-place");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "count", count);
  g_object_set_data_full (G_OBJECT (row), "place", g_object_ref (place), g_object_unref);
  g_signal_connect_object (place, "notify::count", G_CALLBACK (update_count), row, 0);
  g_signal_connect_object (place, "notify::total", G_CALLBACK (update_count), row, 0);
  update_count (place, NULL, row);
  return row;
}

static SbDocumentPlace *
get_row_place (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "place");
}

/* Which heading a place stands under. */
static const char *
get_heading (SbDocumentPlace *place)
{
  switch (sb_document_place_get_kind (place))
    {
    case SB_DOCUMENT_PLACE_SAVED:
      return _ ("Saved searches");

    case SB_DOCUMENT_PLACE_FOLDER:
    case SB_DOCUMENT_PLACE_FEED:
      return _ ("Feeds");

    case SB_DOCUMENT_PLACE_ALL:
    case SB_DOCUMENT_PLACE_UNREAD:
    case SB_DOCUMENT_PLACE_STARRED:
    case SB_DOCUMENT_PLACE_ARCHIVE:
    default:
      return NULL;
    }
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer user_data)
{
  const char *heading = get_heading (get_row_place (row));
  const char *last = before != NULL ? get_heading (get_row_place (before)) : NULL;
  GtkWidget *label;

  if (heading == NULL || g_strcmp0 (heading, last) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "place-heading");
  gtk_list_box_row_set_header (row, label);
}

/* Selects the row of the place that is listed. */
static void
select_place (SbDocumentsPage *self)
{
  GtkListBoxRow *row;

  self->is_following = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->places_list, i)) != NULL; i++)
    if (g_strcmp0 (sb_document_place_get_key (get_row_place (row)), self->place_key) == 0)
      {
        gtk_list_box_select_row (self->places_list, row);
        break;
      }
  self->is_following = FALSE;
}

static gboolean
grow_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (widget);
  guint size = gtk_slice_list_model_get_size (self->places_slice);

  gtk_slice_list_model_set_size (self->places_slice, size + ROWS_A_FRAME);
  select_place (self);
  return size + ROWS_A_FRAME < g_list_model_get_n_items (G_LIST_MODEL (self->places));
}

/* What was listed may be gone; or is known only now. */
static void
places_read_cb (SbDocumentsPage *self)
{
  guint n_places = g_list_model_get_n_items (G_LIST_MODEL (self->places));

  if (gtk_slice_list_model_get_size (self->places_slice) < n_places)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);

  if (_sb_documents_page_get_place (self) == NULL)
    {
      g_free (self->place_key);
      self->place_key = g_strdup ("all");
    }

  select_place (self);
  _sb_documents_page_update_saved (self);
  _sb_documents_page_update_list (self);
}

/* The place with @key is listed, at once or when it is known. */
static void
choose_place (SbDocumentsPage *self,
              const char *key)
{
  GSettings *settings = sb_context_get_settings (sb_page_get_context (SB_PAGE (self)));

  g_settings_set_string (settings, "documents-place", key);
  g_free (self->place_key);
  self->place_key = g_strdup (key);
  if (self->places == NULL)
    return;

  if (self->group != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "document.close-group", NULL);
  _sb_documents_page_update_saved (self);
  _sb_documents_page_update_list (self);
}

void
_sb_documents_page_place_selected_cb (SbDocumentsPage *self,
                                      GtkListBoxRow *row)
{
  if (!self->is_following && row != NULL)
    choose_place (self, sb_document_place_get_key (get_row_place (row)));
}

static void
show_place_action (GtkWidget *widget,
                   const char *action,
                   GVariant *parameter)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (widget);

  choose_place (self, g_variant_get_string (parameter, NULL));
  if (self->places != NULL)
    select_place (self);
}

void
_sb_documents_page_class_install_places (SbDocumentsPageClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "document.show-place", "s", show_place_action);
}

/* On with what is listed there. */
void
_sb_documents_page_place_activated_cb (SbDocumentsPage *self)
{
  sb_document_view_focus_list (self->view);
}

void
_sb_documents_page_connect_places (SbDocumentsPage *self)
{
  GSettings *settings = sb_context_get_settings (sb_page_get_context (SB_PAGE (self)));

  self->place_key = g_settings_get_string (settings, "documents-place");
  self->places = sb_document_places_new (sb_page_get_catalogue (SB_PAGE (self)),
                                         sb_context_get_saved_searches (sb_page_get_context (SB_PAGE (self))));
  gtk_list_box_set_header_func (self->places_list, update_header, NULL, NULL);
  self->places_slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->places)), 0, ROWS_A_FRAME);
  gtk_list_box_bind_model (self->places_list, G_LIST_MODEL (self->places_slice), create_row, NULL, NULL);
  g_signal_connect_object (self->places, "read", G_CALLBACK (places_read_cb), self, G_CONNECT_SWAPPED);
  select_place (self);
}
