/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-service-query.h"

#include "sb-drop-down-name.h"
#include "sb-table-country.h"

struct _SbServiceQuery
{
  AdwPreferencesGroup parent_instance;

  const SbService *service; /* (nullable) before it is set */

  GtkWidget *dataset_row;
  GtkDropDown *dataset;
  GtkEditable *countries;
  GtkEditable *from;
  GtkEditable *to;
  GtkEditable *version;
  GtkEditable *text;
};

G_DEFINE_FINAL_TYPE (SbServiceQuery, sb_service_query, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The words that are typed, and the rows that they are typed into. */
static const struct
{
  const char *name;
  gsize row;
} words[] = {
  { "countries", G_STRUCT_OFFSET (SbServiceQuery, countries) },
  { "from", G_STRUCT_OFFSET (SbServiceQuery, from) },
  { "to", G_STRUCT_OFFSET (SbServiceQuery, to) },
  { "version", G_STRUCT_OFFSET (SbServiceQuery, version) },
  { "text", G_STRUCT_OFFSET (SbServiceQuery, text) },
};

static GtkEditable *
get_row (SbServiceQuery *self,
         guint word)
{
  return G_STRUCT_MEMBER (GtkEditable *, self, words[word].row);
}

static gboolean
has_word (SbServiceQuery *self,
          const char *name)
{
  return self->service != NULL && g_strv_contains (sb_service_get_query_names (self->service), name);
}

static void
row_changed_cb (SbServiceQuery *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
sb_service_query_class_init (SbServiceQueryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-service-query.ui");
  gtk_widget_class_bind_template_child (widget_class, SbServiceQuery, dataset_row);
  gtk_widget_class_bind_template_child (widget_class, SbServiceQuery, dataset);
  gtk_widget_class_bind_template_child (widget_class, SbServiceQuery, countries);
  gtk_widget_class_bind_template_child (widget_class, SbServiceQuery, from);
  gtk_widget_class_bind_template_child (widget_class, SbServiceQuery, to);
  gtk_widget_class_bind_template_child (widget_class, SbServiceQuery, version);
  gtk_widget_class_bind_template_child (widget_class, SbServiceQuery, text);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
}

static void
sb_service_query_init (SbServiceQuery *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sb_drop_down_name_all (GTK_WIDGET (self));
}

void
sb_service_query_set_service (SbServiceQuery *self,
                              const SbService *service)
{
  const char *const *datasets;
  g_autoptr (GtkStringList) names = NULL;

  g_return_if_fail (SB_IS_SERVICE_QUERY (self));
  g_return_if_fail (service != NULL);

  self->service = service;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    gtk_widget_set_visible (GTK_WIDGET (get_row (self, i)), has_word (self, words[i].name));

  datasets = sb_service_get_datasets (service);
  names = gtk_string_list_new (datasets);
  gtk_widget_set_visible (self->dataset_row, datasets != NULL);
  gtk_drop_down_set_model (self->dataset, G_LIST_MODEL (names));
  /* Of a service that is asked for nothing there is nothing to show. */
  gtk_widget_set_visible (GTK_WIDGET (self), sb_service_get_query_names (service)[0] != NULL);
}

/* The codes of a query as people call the countries. */
static char *
name_countries (const SbServiceWords *query)
{
  g_auto (GStrv) codes = sb_service_words_split (query, "countries");

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const SbTableCountry *country = sb_table_country_find (codes[i]);

      if (country == NULL)
        continue;

      g_free (codes[i]);
      codes[i] = g_strdup (sb_language_get_interface () == SB_LANGUAGE_FR ? country->name_fr : country->name);
    }

  return g_strjoinv (", ", codes);
}

void
sb_service_query_set_text (SbServiceQuery *self,
                           const char *text)
{
  g_autoptr (SbServiceWords) query = sb_service_words_new (text);
  g_autofree char *countries = name_countries (query);
  const char *dataset = sb_service_words_get (query, "dataset");
  const char *const *datasets;

  g_return_if_fail (SB_IS_SERVICE_QUERY (self));
  g_return_if_fail (self->service != NULL);

  sb_service_words_set (query, "countries", countries);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *value = sb_service_words_get (query, words[i].name);

      gtk_editable_set_text (get_row (self, i), value != NULL ? value : "");
    }

  datasets = sb_service_get_datasets (self->service);
  for (guint i = 0; datasets != NULL && datasets[i] != NULL; i++)
    if (g_strcmp0 (datasets[i], dataset) == 0)
      gtk_drop_down_set_selected (self->dataset, i);
}

char *
sb_service_query_dup_text (SbServiceQuery *self)
{
  g_autoptr (SbServiceWords) query = sb_service_words_new (NULL);
  const char *const *datasets;

  g_return_val_if_fail (SB_IS_SERVICE_QUERY (self), NULL);
  g_return_val_if_fail (self->service != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_word (self, words[i].name))
      sb_service_words_set (query, words[i].name, gtk_editable_get_text (get_row (self, i)));

  datasets = sb_service_get_datasets (self->service);
  if (datasets != NULL)
    sb_service_words_set (query, "dataset", datasets[gtk_drop_down_get_selected (self->dataset)]);
  return sb_service_words_to_text (query);
}
