/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-record-row.h"

#include "sb-actor.h"
#include "sb-document.h"
#include "sb-event.h"
#include "sb-record-description.h"
#include "sb-symbol.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Logical pixels. */
#define SYMBOL_SIZE 13

struct _SbRecordRow
{
  GtkWidget parent_instance;

  SbRecord *record; /* (owned) (nullable) */

  GtkDrawingArea *symbol;
  GtkLabel *title;
  GtkLabel *description;
  GtkButton *group;
  GtkWidget *star;
  GtkWidget *unsourced;
};

G_DEFINE_FINAL_TYPE (SbRecordRow, sb_record_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
draw_symbol (GtkDrawingArea *area,
             cairo_t *cr,
             int width,
             int height,
             gpointer user_data)
{
  SbRecordRow *self = user_data;
  SbBasemapStyle style = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? SB_BASEMAP_STYLE_DARK
                                                                                       : SB_BASEMAP_STYLE_LIGHT;
  SbSymbolFlags flags;
  SbKind kind;

  if (self->record == NULL)
    return;

  kind = sb_record_get_kind (self->record);
  flags = sb_record_get_n_extracts (self->record) == 0 ? SB_SYMBOL_UNSOURCED : SB_SYMBOL_DEFAULT;
  if (kind == SB_KIND_EVENT)
    sb_symbol_draw_event (cr, sb_record_get_term (self->record, SB_EVENT_TYPE, SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT),
                          width / 2.0, height / 2.0, SYMBOL_SIZE, style, flags);
  else if (kind == SB_KIND_ACTOR)
    sb_symbol_draw_actor (cr, sb_record_get_term (self->record, SB_ACTOR_FAMILY, SB_ACTOR_FAMILY_ORGANISATION),
                          width / 2.0, height / 2.0, SYMBOL_SIZE, style, SB_SYMBOL_DEFAULT);
  else if (kind == SB_KIND_RESTRICTION)
    sb_symbol_draw_restriction (cr, width / 2.0, height / 2.0, SYMBOL_SIZE, style, SB_SYMBOL_DEFAULT);
}

static gboolean
has_symbol (SbKind kind)
{
  return kind == SB_KIND_EVENT || kind == SB_KIND_ACTOR || kind == SB_KIND_RESTRICTION;
}

/* A document that others republish says so, and leads to them where the page can. */
static void
update_group (SbRecordRow *self)
{
  gboolean is_document = sb_record_get_kind (self->record) == SB_KIND_DOCUMENT;
  gint64 n = is_document ? sb_record_get_integer (self->record, SB_DOCUMENT_REPUBLICATIONS, 0) : 0;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->group), n > 0);
  if (n == 0)
    return;

  label = g_strdup_printf (ngettext ("+%u republication", "+%u republications", (gulong) n), (guint) n);
  gtk_button_set_label (self->group, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->group), "x", sb_record_get_id (self->record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->group), "document.show-group");
}

/* A row whose record is still to be read says nothing of the one before. */
static void
clear (SbRecordRow *self)
{
  gtk_label_set_label (self->title, "");
  gtk_label_set_label (self->description, "");
  gtk_widget_set_visible (GTK_WIDGET (self->symbol), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->group), FALSE);
  gtk_widget_set_visible (self->star, FALSE);
  gtk_widget_set_visible (self->unsourced, FALSE);
}

static void
update (SbRecordRow *self)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *description = NULL;
  gboolean is_document;
  gboolean is_unread;
  SbKind kind;

  if (self->record == NULL)
    {
      clear (self);
      return;
    }

  kind = sb_record_get_kind (self->record);
  is_document = kind == SB_KIND_DOCUMENT;
  is_unread = is_document && !sb_record_has (self->record, SB_DOCUMENT_READ);
  description = sb_record_describe (self->record, language);

  gtk_label_set_label (self->title, sb_record_get_title (self->record, language));
  gtk_label_set_label (self->description, description);
  gtk_widget_set_visible (GTK_WIDGET (self->symbol), has_symbol (kind));
  gtk_widget_set_visible (self->star, is_document && sb_record_get_boolean (self->record, SB_DOCUMENT_STARRED));
  gtk_widget_set_visible (self->unsourced,
                          kind > SB_KIND_CORRIDOR && kind < SB_KIND_DOSSIER && sb_record_get_n_extracts (self->record) == 0);
  if (is_unread)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "unread");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "unread");

  update_group (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->symbol));
}

/* What the keyboard lands on is the item of the list around the row. */
static void
name_item (SbRecordRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *title = gtk_label_get_label (self->title);
  const char *description = gtk_label_get_label (self->description);
  g_autofree char *name = NULL;

  if (item == NULL || gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (item)) != GTK_ACCESSIBLE_ROLE_LIST_ITEM)
    return;

  name = g_strjoin (", ", title, description[0] != '\0' ? description : NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
sb_record_row_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, SB_RECORD_ROW (object)->record);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_record_row_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_RECORD:
      sb_record_row_set_record (SB_RECORD_ROW (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_record_row_dispose (GObject *object)
{
  SbRecordRow *self = SB_RECORD_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->record);

  G_OBJECT_CLASS (sb_record_row_parent_class)->dispose (object);
}

static void
sb_record_row_class_init (SbRecordRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sb_record_row_get_property;
  object_class->set_property = sb_record_row_set_property;
  object_class->dispose = sb_record_row_dispose;

  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, SB_TYPE_RECORD, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-record-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SbRecordRow, symbol);
  gtk_widget_class_bind_template_child (widget_class, SbRecordRow, title);
  gtk_widget_class_bind_template_child (widget_class, SbRecordRow, description);
  gtk_widget_class_bind_template_child (widget_class, SbRecordRow, group);
  gtk_widget_class_bind_template_child (widget_class, SbRecordRow, star);
  gtk_widget_class_bind_template_child (widget_class, SbRecordRow, unsourced);
}

static void
sb_record_row_init (SbRecordRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_drawing_area_set_draw_func (self->symbol, draw_symbol, self, NULL);
}

GtkWidget *
sb_record_row_new (void)
{
  return g_object_new (SB_TYPE_RECORD_ROW, NULL);
}

void
sb_record_row_set_record (SbRecordRow *self,
                          SbRecord *record)
{
  g_return_if_fail (SB_IS_RECORD_ROW (self));

  if (!g_set_object (&self->record, record))
    return;

  update (self);
  name_item (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}
