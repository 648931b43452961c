/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-records-page.h"

#include "sb-inspector.h"
#include "sb-record-view.h"

#include <glib/gi18n.h>

struct _SbRecordsPage
{
  SbPage parent_instance;

  SbKind kind;

  GtkPaned *paned;
  SbRecordView *records;
};

G_DEFINE_FINAL_TYPE (SbRecordsPage, sb_records_page, SB_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_KIND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What differs from kind to kind. */
static const struct
{
  SbKind kind;
  const char *title;
  const char *icon_name;
  const char *empty_title;
  const char *empty_description;
  GListModel *(*get_model) (SbMoment *moment);
} faces[] = {
  {
    SB_KIND_ACTOR,
    N_ ("Actors"),
    "sb-actors-symbolic",
    N_ ("No actors yet"),
    N_ ("Actors come with a dossier. Import one, or start again with the sample."),
    sb_moment_get_actors,
  },
  {
    SB_KIND_EVENT,
    N_ ("Chronology"),
    "sb-chronology-symbolic",
    N_ ("Nothing happened in this period"),
    N_ ("Widen the period in the time bar below, or lift events out of documents."),
    sb_moment_get_events,
  },
};

static guint
find_face (SbKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    if (faces[i].kind == kind)
      return i;

  g_return_val_if_reached (0);
}

static void
sb_records_page_focus_content (SbPage *page)
{
  sb_record_view_focus_list (SB_RECORDS_PAGE (page)->records);
}

static void
sb_records_page_connect (SbPage *page)
{
  SbRecordsPage *self = SB_RECORDS_PAGE (page);

  gtk_paned_set_end_child (self->paned, sb_inspector_new (sb_page_get_catalogue (page), sb_page_get_session (page)));
  sb_record_view_set_model (self->records, faces[find_face (self->kind)].get_model (sb_page_get_moment (page)));
  sb_record_view_set_session (self->records, sb_page_get_session (page));
  g_settings_bind (sb_context_get_settings (sb_page_get_context (page)), "actors-list-width", self->paned, "position",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
sb_records_page_constructed (GObject *object)
{
  SbRecordsPage *self = SB_RECORDS_PAGE (object);
  guint face = find_face (self->kind);

  G_OBJECT_CLASS (sb_records_page_parent_class)->constructed (object);

  g_object_set (self, "title", _ (faces[face].title), "icon-name", faces[face].icon_name, NULL);
  g_object_set (self->records,
                "label", _ (faces[face].title),
                "empty-icon-name", faces[face].icon_name,
                "empty-title", _ (faces[face].empty_title),
                "empty-description", _ (faces[face].empty_description),
                NULL);
}

static void
sb_records_page_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_KIND:
      SB_RECORDS_PAGE (object)->kind = (SbKind) g_value_get_int (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_records_page_class_init (SbRecordsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sb_records_page_constructed;
  object_class->set_property = sb_records_page_set_property;
  SB_PAGE_CLASS (klass)->connect = sb_records_page_connect;
  SB_PAGE_CLASS (klass)->focus_content = sb_records_page_focus_content;

  properties[PROP_KIND] =
    g_param_spec_int ("kind", NULL, NULL, 0, SB_N_KINDS - 1, SB_KIND_EVENT,
                      G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SB_TYPE_RECORD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-records-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SbRecordsPage, paned);
  gtk_widget_class_bind_template_child (widget_class, SbRecordsPage, records);
}

static void
sb_records_page_init (SbRecordsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
