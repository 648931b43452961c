/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-document-filter-bar.h"

#include "sb-clock.h"
#include "sb-date.h"
#include "sb-drop-down-name.h"
#include "sb-record-list.h"

#include <glib/gi18n.h>

struct _SbDocumentFilterBar
{
  AdwBin parent_instance;

  GSettings *settings; /* (owned) (nullable) until it is connected */
  SbRecordList *sources; /* (owned) (nullable) until it is connected */
  GPtrArray *source_records; /* (owned) (element-type SbRecord) as in the list, but its first row */
  gboolean is_filling; /* the choices are being set, not made */

  GtkToggleButton *unread;
  GtkToggleButton *starred;
  GtkDropDown *language;
  GtkDropDown *since;
  GtkDropDown *source;
  GtkStringList *source_titles;
};

G_DEFINE_FINAL_TYPE (SbDocumentFilterBar, sb_document_filter_bar, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* As in the .ui, the first of each is any. */
static const char *const languages[] = { "", "fr", "en", "ar" };
static const int days[] = { 0, 1, 7, 30, 365 };

/* Of these, searches know what is before this one. */
#define N_SEARCHED_LANGUAGES 3

static guint
find_language (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (languages[i], code) == 0)
      return i;

  return 0;
}

static guint
find_days (int n_days)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i] == n_days)
      return i;

  return 0;
}

static SbRecord *
get_source (SbDocumentFilterBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->source);

  return selected > 0 && selected <= self->source_records->len ? g_ptr_array_index (self->source_records, selected - 1) : NULL;
}

/* The button that shows the bar is marked when something is chosen in it. */
static void
tell_changed (SbDocumentFilterBar *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chosen_cb (SbDocumentFilterBar *self)
{
  SbRecord *source = get_source (self);

  if (self->is_filling || self->settings == NULL)
    return;

  g_settings_set_boolean (self->settings, "documents-unread", gtk_toggle_button_get_active (self->unread));
  g_settings_set_boolean (self->settings, "documents-starred", gtk_toggle_button_get_active (self->starred));
  g_settings_set_string (self->settings, "documents-language", languages[gtk_drop_down_get_selected (self->language)]);
  g_settings_set_int (self->settings, "documents-since", days[gtk_drop_down_get_selected (self->since)]);
  g_settings_set_string (self->settings, "documents-source", source != NULL ? sb_record_get_uuid (source) : "");
  tell_changed (self);
}

static int
compare_sources (gconstpointer a,
                 gconstpointer b)
{
  SbRecord *one = *(SbRecord *const *) a;
  SbRecord *other = *(SbRecord *const *) b;
  SbLanguage language = sb_language_get_interface ();

  return g_utf8_collate (sb_record_get_title (one, language), sb_record_get_title (other, language));
}

/* Fills the list of sources anew; the one that was chosen stays so. */
static void
fill_sources (SbDocumentFilterBar *self)
{
  guint n_sources = g_list_model_get_n_items (G_LIST_MODEL (self->sources));
  g_autofree char *chosen = g_settings_get_string (self->settings, "documents-source");
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  guint selected = 0;

  self->is_filling = TRUE;
  g_ptr_array_set_size (self->source_records, 0);
  for (guint i = 0; i < n_sources; i++)
    g_ptr_array_add (self->source_records, g_list_model_get_item (G_LIST_MODEL (self->sources), i));
  g_ptr_array_sort (self->source_records, compare_sources);

  for (guint i = 0; i < self->source_records->len; i++)
    {
      SbRecord *source = g_ptr_array_index (self->source_records, i);

      g_ptr_array_add (titles, (char *) sb_record_get_title (source, sb_language_get_interface ()));
      if (g_strcmp0 (sb_record_get_uuid (source), chosen) == 0)
        selected = i + 1;
    }

  g_ptr_array_add (titles, NULL);
  gtk_string_list_splice (self->source_titles, 1, g_list_model_get_n_items (G_LIST_MODEL (self->source_titles)) - 1,
                          (const char *const *) titles->pdata);
  gtk_drop_down_set_selected (self->source, selected);
  self->is_filling = FALSE;
}

/* It is known only now which source was chosen the last time. */
static void
sources_changed_cb (SbDocumentFilterBar *self)
{
  SbRecord *before = get_source (self);
  g_autofree char *uuid = before != NULL ? g_strdup (sb_record_get_uuid (before)) : NULL;
  SbRecord *source;

  fill_sources (self);
  source = get_source (self);
  if (g_strcmp0 (uuid, source != NULL ? sb_record_get_uuid (source) : NULL) != 0)
    tell_changed (self);
}

static void
sb_document_filter_bar_dispose (GObject *object)
{
  SbDocumentFilterBar *self = SB_DOCUMENT_FILTER_BAR (object);

  self->is_filling = TRUE;
  g_clear_object (&self->settings);
  g_clear_object (&self->sources);

  G_OBJECT_CLASS (sb_document_filter_bar_parent_class)->dispose (object);
}

static void
sb_document_filter_bar_finalize (GObject *object)
{
  g_ptr_array_unref (SB_DOCUMENT_FILTER_BAR (object)->source_records);

  G_OBJECT_CLASS (sb_document_filter_bar_parent_class)->finalize (object);
}

static void
sb_document_filter_bar_class_init (SbDocumentFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_document_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = sb_document_filter_bar_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-document-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SbDocumentFilterBar, unread);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentFilterBar, starred);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentFilterBar, language);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentFilterBar, since);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentFilterBar, source);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentFilterBar, source_titles);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
sb_document_filter_bar_init (SbDocumentFilterBar *self)
{
  self->source_records = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  sb_drop_down_name_all (GTK_WIDGET (self));
}

void
sb_document_filter_bar_connect (SbDocumentFilterBar *self,
                                SbContext *context)
{
  GSettings *settings = sb_context_get_settings (context);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_SOURCE);
  g_autofree char *language = g_settings_get_string (settings, "documents-language");

  g_return_if_fail (SB_IS_DOCUMENT_FILTER_BAR (self));
  g_return_if_fail (self->settings == NULL);

  self->is_filling = TRUE;
  gtk_toggle_button_set_active (self->unread, g_settings_get_boolean (settings, "documents-unread"));
  gtk_toggle_button_set_active (self->starred, g_settings_get_boolean (settings, "documents-starred"));
  gtk_drop_down_set_selected (self->language, find_language (language));
  gtk_drop_down_set_selected (self->since, find_days (g_settings_get_int (settings, "documents-since")));
  self->is_filling = FALSE;

  self->settings = g_object_ref (settings);
  self->sources = sb_record_list_new (sb_context_get_catalogue (context), query);
  g_signal_connect_object (self->sources, "items-changed", G_CALLBACK (sources_changed_cb), self, G_CONNECT_SWAPPED);
}

void
sb_document_filter_bar_restrict (SbDocumentFilterBar *self,
                                 SbQuery *query)
{
  guint language = gtk_drop_down_get_selected (self->language);
  int n_days = days[gtk_drop_down_get_selected (self->since)];
  SbRecord *source = get_source (self);

  g_return_if_fail (SB_IS_DOCUMENT_FILTER_BAR (self));
  g_return_if_fail (query != NULL);

  if (gtk_toggle_button_get_active (self->unread))
    query->flags |= SB_QUERY_UNREAD;
  if (gtk_toggle_button_get_active (self->starred))
    query->flags |= SB_QUERY_STARRED;
  if (language > 0)
    query->language = g_strdup (languages[language]);
  if (source != NULL)
    query->source = sb_record_get_id (source);
  if (n_days == 0)
    return;

  query->has_period = TRUE;
  query->first_day = sb_clock_today () - n_days + 1;
  query->last_day = SB_DATE_DAY_MAX;
}

gboolean
sb_document_filter_bar_is_active (SbDocumentFilterBar *self)
{
  g_return_val_if_fail (SB_IS_DOCUMENT_FILTER_BAR (self), FALSE);

  return gtk_toggle_button_get_active (self->unread) || gtk_toggle_button_get_active (self->starred) ||
         gtk_drop_down_get_selected (self->language) > 0 || gtk_drop_down_get_selected (self->since) > 0 ||
         get_source (self) != NULL;
}

void
sb_document_filter_bar_clear (SbDocumentFilterBar *self)
{
  g_return_if_fail (SB_IS_DOCUMENT_FILTER_BAR (self));

  self->is_filling = TRUE;
  gtk_toggle_button_set_active (self->unread, FALSE);
  gtk_toggle_button_set_active (self->starred, FALSE);
  gtk_drop_down_set_selected (self->language, 0);
  gtk_drop_down_set_selected (self->since, 0);
  gtk_drop_down_set_selected (self->source, 0);
  self->is_filling = FALSE;
  chosen_cb (self);
}

char *
sb_document_filter_bar_dup_words (SbDocumentFilterBar *self)
{
  guint language = gtk_drop_down_get_selected (self->language);
  SbRecord *source = get_source (self);
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (SB_IS_DOCUMENT_FILTER_BAR (self), NULL);

  if (language > 0 && language < N_SEARCHED_LANGUAGES)
    g_string_append_printf (words, "lang:%s", languages[language]);
  if (source != NULL)
    g_string_append_printf (words, "%ssource:\"%s\"", words->len > 0 ? " " : "",
                            sb_record_get_title (source, sb_language_get_interface ()));

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}
