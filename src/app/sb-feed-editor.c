/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-feed-editor.h"

#include "sb-drop-down-name.h"
#include "sb-feed-edit.h"
#include "sb-feed-health.h"
#include "sb-feed-schedule.h"
#include "sb-feed-words.h"
#include "sb-feed.h"
#include "sb-service-query.h"
#include "sb-source.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

struct _SbFeedEditor
{
  SbFormDialog parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbRecord *feed; /* (owned) as it was */
  const SbService *service; /* (nullable) of a feed */
  GArray *intervals; /* (owned) (element-type int) minutes, of the rows of @interval */
  char *languages_before; /* (owned) (nullable) before they were read */
  char *query_before; /* (owned) (nullable) of a feed */
  SbFeedEditorChanges changes;

  GtkEditable *title;
  GtkEditable *address;
  GtkEditable *source;
  GtkEditable *languages;
  SbServiceQuery *query;
  GtkDropDown *interval;
  GtkWidget *full_text_row;
  GtkSwitch *full_text;
  GtkSwitch *paused;
  AdwPreferencesGroup *place_group;
  GtkEditable *place;
  GtkEditable *rss_place;
};

G_DEFINE_FINAL_TYPE (SbFeedEditor, sb_feed_editor, SB_TYPE_FORM_DIALOG)

/* What of the form is another one than it was, on its way to the writer. */
typedef struct
{
  gint64 feed;
  SbFeedEdit edit;
  char *title; /* (owned) (nullable) and so on: what @edit borrows */
  char *url;
  char *source;
  char *languages;
  SbServiceWords *query;
  SbFeedEditWord *words;
} Save;

static void
save_free (Save *save)
{
  g_free (save->title);
  g_free (save->url);
  g_free (save->source);
  g_free (save->languages);
  g_clear_pointer (&save->query, sb_service_words_free);
  g_free (save->words);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

/* What is typed; NULL when it is what was there before. */
static char *
dup_changed (GtkEditable *editable,
             const char *before)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return g_strcmp0 (text, before != NULL ? before : "") == 0 ? NULL : g_steal_pointer (&text);
}

static const char *
get_source_name (SbFeedEditor *self)
{
  SbRef *source = sb_record_get_ref (self->feed, SB_FEED_SOURCE);

  return source != NULL ? sb_ref_get_name (source, SB_LANGUAGE_FR) : NULL;
}

/* Every word that the service knows, so that one that was emptied is taken away. */
static void
add_words (SbFeedEditor *self,
           Save *save)
{
  const char *const *names = sb_service_get_query_names (self->service);
  g_autofree char *query = sb_service_query_dup_text (self->query);

  if (g_strcmp0 (query, self->query_before) == 0)
    return;

  save->query = sb_service_words_new (query);
  save->edit.n_words = g_strv_length ((char **) names);
  save->words = g_new0 (SbFeedEditWord, save->edit.n_words);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = sb_service_words_get (save->query, names[i]);

      save->words[i].name = names[i];
      save->words[i].value = value != NULL ? value : "";
    }
  save->edit.words = save->words;
}

static gint64
get_usual_interval (SbFeedEditor *self)
{
  return self->service != NULL ? sb_service_get_interval (self->service) : SB_FEED_DEFAULT_INTERVAL;
}

/* 0 for the usual one. */
static int
get_interval_before (SbFeedEditor *self)
{
  gint64 interval = sb_record_get_integer (self->feed, SB_FEED_INTERVAL, 0);

  return interval == get_usual_interval (self) ? 0 : (int) interval;
}

static int
get_switched (GtkSwitch *button,
              SbRecord *feed,
              guint field)
{
  gboolean is_on = gtk_switch_get_active (button);

  return is_on == sb_record_get_boolean (feed, field) ? SB_FEED_EDIT_KEEP : is_on;
}

static Save *
make_save (SbFeedEditor *self)
{
  Save *save = g_new0 (Save, 1);
  int interval = g_array_index (self->intervals, int, gtk_drop_down_get_selected (self->interval));

  save->feed = sb_record_get_id (self->feed);
  save->edit = (SbFeedEdit) SB_FEED_EDIT_INIT;
  save->edit.title = save->title = dup_changed (self->title, sb_record_get_text (self->feed, SB_FEED_TITLE));
  save->edit.is_paused = get_switched (self->paused, self->feed, SB_FEED_PAUSED);
  save->edit.interval = interval == get_interval_before (self) ? SB_FEED_EDIT_KEEP : interval;
  if (self->service != NULL)
    {
      add_words (self, save);
      return save;
    }

  save->edit.url = save->url = dup_changed (self->address, sb_record_get_text (self->feed, SB_FEED_URL));
  save->edit.source = save->source = dup_changed (self->source, get_source_name (self));
  save->edit.languages = save->languages = dup_changed (self->languages, self->languages_before);
  save->edit.has_full_text = get_switched (self->full_text, self->feed, SB_FEED_FULL_TEXT);
  return save;
}

static SbFeedEditorChanges
find_changes (const SbFeedEdit *edit)
{
  if (edit->url != NULL || edit->n_words > 0)
    return SB_FEED_EDITOR_FEED | SB_FEED_EDITOR_PLACE;

  return edit->title != NULL || edit->source != NULL || edit->languages != NULL || edit->interval != SB_FEED_EDIT_KEEP ||
             edit->has_full_text != SB_FEED_EDIT_KEEP || edit->is_paused != SB_FEED_EDIT_KEEP
           ? SB_FEED_EDITOR_FEED
           : SB_FEED_EDITOR_NOTHING;
}

/* Run in the worker. */
static gpointer
save_in_writer (SbStore *store,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  const Save *save = data;

  return sb_feed_edit (store, &save->feed, 1, &save->edit, error) ? store : NULL;
}

/* Writes the address of the service down; FALSE when it was not another one. */
static gboolean
set_place (SbFeedEditor *self,
           GtkEditable *editable,
           SbServiceAddress address,
           GError **error)
{
  g_autofree char *before = self->service != NULL ? sb_service_dup_set_address (self->service, address) : NULL;
  g_autofree char *text = before != NULL ? dup_changed (editable, before) : NULL;

  return text != NULL && sb_service_set_address (self->service, address, text, error);
}

/* Where a service is asked comes last: it cannot be taken back. */
static void
finish (SbFeedEditor *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_moved = set_place (self, self->place, SB_SERVICE_ADDRESS_INTERFACE, &error);
  g_autofree char *message = NULL;

  if (error == NULL && gtk_widget_get_visible (GTK_WIDGET (self->rss_place)))
    is_moved |= set_place (self, self->rss_place, SB_SERVICE_ADDRESS_RSS, &error);
  if (error != NULL)
    {
      sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
      return;
    }

  if (is_moved)
    self->changes |= SB_FEED_EDITOR_PLACE;
  if (self->changes != SB_FEED_EDITOR_NOTHING)
    /* Translators: %s is the title of a feed. */
    message = g_strdup_printf (_ ("%s was changed."), sb_feed_words_get_title (self->feed));
  sb_form_dialog_finish (SB_FORM_DIALOG (self), message);
}

static void
saved_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (SbFeedEditor) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  gpointer saved = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  /* Closed meanwhile. */
  if (self == NULL)
    return;

  if (saved == NULL)
    sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
  else
    finish (self);
}

/* Whether the addresses of the service may be such. */
static gboolean
check_places (SbFeedEditor *self,
              GError **error)
{
  return self->service == NULL ||
         (sb_service_check_address (self->service, gtk_editable_get_text (self->place), error) &&
          sb_service_check_address (self->service, gtk_editable_get_text (self->rss_place), error));
}

static void
sb_feed_editor_accept (SbFormDialog *dialog)
{
  SbFeedEditor *self = SB_FEED_EDITOR (dialog);
  g_autoptr (Save) save = make_save (self);
  g_autoptr (GError) error = NULL;

  if (!check_places (self, &error))
    {
      sb_form_dialog_fail (dialog, error);
      return;
    }

  self->changes = find_changes (&save->edit);
  if (self->changes == SB_FEED_EDITOR_NOTHING)
    {
      finish (self);
      return;
    }

  sb_catalogue_run_writer_async (self->catalogue, save_in_writer, g_steal_pointer (&save), (GDestroyNotify) save_free, NULL,
                                 sb_form_dialog_begin (dialog), saved_cb, sb_weak_ref_new (self));
}

static void
text_changed_cb (SbFeedEditor *self)
{
  sb_form_dialog_clear_problem (SB_FORM_DIALOG (self));
}

static void
sb_feed_editor_dispose (GObject *object)
{
  SbFeedEditor *self = SB_FEED_EDITOR (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->feed);
  g_clear_pointer (&self->intervals, g_array_unref);
  g_clear_pointer (&self->languages_before, g_free);
  g_clear_pointer (&self->query_before, g_free);

  G_OBJECT_CLASS (sb_feed_editor_parent_class)->dispose (object);
}

static void
sb_feed_editor_class_init (SbFeedEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_feed_editor_dispose;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_feed_editor_accept;

  g_type_ensure (SB_TYPE_SERVICE_QUERY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-feed-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SbFeedEditor, title);
  gtk_widget_class_bind_template_child (widget_class, SbFeedEditor, address);
  gtk_widget_class_bind_template_child (widget_class, SbFeedEditor, source);
  gtk_widget_class_bind_template_child (widget_class, SbFeedEditor, languages);
  gtk_widget_class_bind_template_child (widget_class, SbFeedEditor, query);
  gtk_widget_class_bind_template_child (widget_class, SbFeedEditor, interval);
  gtk_widget_class_bind_template_child (widget_class, SbFeedEditor, full_text_row);
  gtk_widget_class_bind_template_child (widget_class, SbFeedEditor, full_text);
  gtk_widget_class_bind_template_child (widget_class, SbFeedEditor, paused);
  gtk_widget_class_bind_template_child (widget_class, SbFeedEditor, place_group);
  gtk_widget_class_bind_template_child (widget_class, SbFeedEditor, place);
  gtk_widget_class_bind_template_child (widget_class, SbFeedEditor, rss_place);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
}

static void
sb_feed_editor_init (SbFeedEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sb_drop_down_name_all (GTK_WIDGET (self));

  self->intervals = g_array_new (FALSE, FALSE, sizeof (int));
}

static void
set_text (GtkEditable *editable,
          const char *text)
{
  gtk_editable_set_text (editable, text != NULL ? text : "");
}

static int
compare_minutes (gconstpointer a,
                 gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
add_interval (SbFeedEditor *self,
              int minutes)
{
  for (guint i = 0; i < self->intervals->len; i++)
    if (g_array_index (self->intervals, int, i) == minutes)
      return;

  g_array_append_val (self->intervals, minutes);
}

/* The usual one, those that make sense, and that which the feed has. */
static void
show_intervals (SbFeedEditor *self)
{
  static const int minutes[] = { 0, 15, 30, 60, 3 * 60, 6 * 60, 12 * 60, 24 * 60, 7 * 24 * 60 };
  SbLanguage language = sb_language_get_interface ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int before = get_interval_before (self);

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    if (minutes[i] != get_usual_interval (self))
      add_interval (self, minutes[i]);
  add_interval (self, before);
  g_array_sort (self->intervals, compare_minutes);

  for (guint i = 0; i < self->intervals->len; i++)
    {
      int interval = g_array_index (self->intervals, int, i);
      g_autofree char *name = sb_feed_format_interval (interval != 0 ? interval : get_usual_interval (self), language);
      /* Translators: %s is how often something is done, “every hour”. */
      g_autofree char *usual = g_strdup_printf (_ ("As usual, %s"), name);

      gtk_string_list_append (names, interval != 0 ? name : usual);
    }

  gtk_drop_down_set_model (self->interval, G_LIST_MODEL (names));
  for (guint i = 0; i < self->intervals->len; i++)
    if (g_array_index (self->intervals, int, i) == before)
      gtk_drop_down_set_selected (self->interval, i);
}

static void
show_place (SbFeedEditor *self,
            GtkEditable *editable,
            SbServiceAddress address)
{
  const char *public = sb_service_get_public_address (self->service, address);
  g_autofree char *text = sb_service_dup_set_address (self->service, address);

  gtk_widget_set_visible (GTK_WIDGET (editable), public != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (editable), public);
  set_text (editable, text);
}

static void
show_service (SbFeedEditor *self)
{
  /* Translators: %s is a data service. */
  g_autofree char *description =
    g_strdup_printf (_ ("For all feeds of %s, and not to be undone. Empty for its public address."), sb_service_get_label (self->service));

  sb_service_query_set_service (self->query, self->service);
  sb_service_query_set_text (self->query, sb_record_get_text (self->feed, SB_FEED_QUERY));
  self->query_before = sb_service_query_dup_text (self->query);
  adw_preferences_group_set_description (self->place_group, description);
  show_place (self, self->place, SB_SERVICE_ADDRESS_INTERFACE);
  show_place (self, self->rss_place, SB_SERVICE_ADDRESS_RSS);
}

static void
source_read_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (SbFeedEditor) self = sb_weak_ref_take (user_data);
  g_autoptr (SbRecord) source = sb_catalogue_read_finish (SB_CATALOGUE (object), result, NULL);

  if (self == NULL || source == NULL)
    return;

  self->languages_before = g_strdup (sb_record_get_text (source, SB_SOURCE_LANGUAGES));
  /* Somebody may have typed meanwhile. */
  if (*gtk_editable_get_text (self->languages) == '\0')
    set_text (self->languages, self->languages_before);
}

/* Run in the worker. */
static gpointer
read_source (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  return sb_store_get (store, SB_KIND_SOURCE, *(const gint64 *) data, error);
}

static void
show_source (SbFeedEditor *self)
{
  SbRef *source = sb_record_get_ref (self->feed, SB_FEED_SOURCE);
  gint64 id;

  set_text (self->source, get_source_name (self));
  if (source == NULL)
    return;

  id = sb_ref_get_id (source);
  sb_catalogue_read_async (self->catalogue, read_source, g_memdup2 (&id, sizeof id), g_free, g_object_unref, NULL,
                           source_read_cb, sb_weak_ref_new (self));
}

static void
show_feed (SbFeedEditor *self)
{
  gboolean is_feed = self->service == NULL;

  set_text (self->title, sb_record_get_text (self->feed, SB_FEED_TITLE));
  set_text (self->address, sb_record_get_text (self->feed, SB_FEED_URL));
  gtk_switch_set_active (self->full_text, sb_record_get_boolean (self->feed, SB_FEED_FULL_TEXT));
  gtk_switch_set_active (self->paused, sb_record_get_boolean (self->feed, SB_FEED_PAUSED));
  gtk_widget_set_visible (GTK_WIDGET (self->address), is_feed);
  gtk_widget_set_visible (GTK_WIDGET (self->source), is_feed);
  gtk_widget_set_visible (GTK_WIDGET (self->languages), is_feed);
  gtk_widget_set_visible (self->full_text_row, is_feed);
  gtk_widget_set_visible (GTK_WIDGET (self->query), !is_feed);
  gtk_widget_set_visible (GTK_WIDGET (self->place_group), !is_feed);
  show_intervals (self);
  if (is_feed)
    show_source (self);
  else
    show_service (self);
}

SbFeedEditor *
sb_feed_editor_new (SbCatalogue *catalogue,
                    SbRecord *feed)
{
  SbFeedEditor *self = g_object_new (SB_TYPE_FEED_EDITOR, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->feed = g_object_ref (feed);
  self->service = sb_service_get ((SbFeedKind) sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED));
  show_feed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  return self;
}

gint64
sb_feed_editor_get_feed (SbFeedEditor *self)
{
  g_return_val_if_fail (SB_IS_FEED_EDITOR (self), 0);

  return sb_record_get_id (self->feed);
}

SbFeedEditorChanges
sb_feed_editor_get_changes (SbFeedEditor *self)
{
  g_return_val_if_fail (SB_IS_FEED_EDITOR (self), SB_FEED_EDITOR_NOTHING);

  return self->changes;
}
