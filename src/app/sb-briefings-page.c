/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page.h"

#include "sb-briefings-page-private.h"

#include "sb-briefing-loader.h"
#include "sb-briefing.h"
#include "sb-date-format.h"
#include "sb-record-builder.h"

#include <glib/gi18n.h>

/* How long after the last key the briefing is stored and set anew. */
#define SAVE_MS 400

G_DEFINE_FINAL_TYPE (SbBriefingsPage, sb_briefings_page, SB_TYPE_PAGE)

SbPaper
_sb_briefings_page_get_paper (SbBriefingsPage *self)
{
  GSettings *settings = sb_context_get_settings (sb_page_get_context (SB_PAGE (self)));
  g_autofree char *name = g_settings_get_string (settings, "briefing-paper");
  SbPaper paper = SB_PAPER_A4;

  sb_paper_parse (name, &paper);
  return paper;
}

/* What the reader has to know before it goes out: facts without a source, and
 * what had to give way. */
static void
show_findings (SbBriefingsPage *self)
{
  guint n_unsourced = sb_edition_get_n_unsourced (self->edition);
  guint n_left_out = sb_edition_get_left_out (self->edition)->len;
  guint n_sources = sb_edition_get_n_sources (self->edition);
  guint n_words = sb_edition_get_n_words (self->edition);
  g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);
  g_autofree char *sources = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);
  g_autofree char *unsourced =
    g_strdup_printf (ngettext ("%u fact without a source", "%u facts without a source", n_unsourced), n_unsourced);
  g_autofree char *left_out =
    g_strdup_printf (ngettext ("%u item gave way for want of room", "%u items gave way for want of room", n_left_out), n_left_out);
  g_autofree char *text = g_strjoin ("\n", words, sources, unsourced, n_left_out > 0 ? left_out : NULL, NULL);

  gtk_label_set_label (self->findings, text);
}

static void
composed_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (SbBriefingsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbEdition) edition = sb_edition_request_finish (SB_CATALOGUE (object), result, &error);

  if (edition == NULL)
    {
      sb_page_show_error (SB_PAGE (self), error);
      return;
    }

  g_clear_pointer (&self->edition, sb_edition_unref);
  self->edition = g_steal_pointer (&edition);
  sb_page_preview_set_sheets (self->preview, sb_edition_get_sheets (self->edition));
  show_findings (self);
}

static void
compose (SbBriefingsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->briefing == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  sb_edition_request_async (sb_page_get_catalogue (SB_PAGE (self)), self->briefing, self->language,
                            _sb_briefings_page_get_paper (self), self->painter, self->cancellable, composed_cb,
                            g_object_ref (self));
}

static void
set_text (GtkEditable *editable,
          const char *text)
{
  gtk_editable_set_text (editable, text != NULL ? text : "");
}

static void
fill_form (SbBriefingsPage *self)
{
  SbRecord *briefing = self->briefing;
  SbDate *first = sb_record_get_date (briefing, SB_BRIEFING_FIRST);
  SbDate *last = sb_record_get_date (briefing, SB_BRIEFING_LAST);
  g_autofree char *period = NULL;

  self->is_filling = TRUE;
  set_text (self->title_fr, sb_bilingual_get (sb_record_get_bilingual (briefing, SB_BRIEFING_TITLE), SB_LANGUAGE_FR));
  set_text (self->title_en, sb_bilingual_get (sb_record_get_bilingual (briefing, SB_BRIEFING_TITLE), SB_LANGUAGE_EN));
  set_text (self->tag_fr, sb_bilingual_get (sb_record_get_bilingual (briefing, SB_BRIEFING_TAG), SB_LANGUAGE_FR));
  set_text (self->tag_en, sb_bilingual_get (sb_record_get_bilingual (briefing, SB_BRIEFING_TAG), SB_LANGUAGE_EN));
  set_text (self->author, sb_record_get_text (briefing, SB_BRIEFING_AUTHOR));
  set_text (self->institution, sb_record_get_text (briefing, SB_BRIEFING_INSTITUTION));
  set_text (self->marking, sb_record_get_text (briefing, SB_BRIEFING_MARKING));
  self->is_filling = FALSE;

  period = sb_period_format (first != NULL ? sb_date_get_first_day (first) : SB_DATE_DAY_MIN,
                             last != NULL ? sb_date_get_last_day (last) : SB_DATE_DAY_MAX,
                             sb_session_get_language (sb_page_get_session (SB_PAGE (self))));
  gtk_label_set_label (self->period, period);
}

static void
show_briefing (SbBriefingsPage *self,
               SbRecord *briefing)
{
  g_set_object (&self->briefing, briefing);
  gtk_stack_set_visible_child_name (self->stack, briefing != NULL ? "briefing" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "briefing.print", briefing != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "briefing.export-pdf", briefing != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "briefing.take-period", briefing != NULL);
  if (briefing == NULL)
    return;

  fill_form (self);
  compose (self);
}

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SbPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    sb_page_show_error (self, error);
}

static void
store_briefing (SbBriefingsPage *self,
                SbRecord *briefing,
                const char *label)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (label);

  sb_change_set_put (changes, briefing);
  sb_catalogue_write_async (sb_page_get_catalogue (SB_PAGE (self)), changes, NULL, written_cb, g_object_ref (self));
}

static SbRecord *
read_form (SbBriefingsPage *self)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (self->briefing);

  sb_record_builder_set_words (builder, SB_BRIEFING_TITLE,
                               gtk_editable_get_text (self->title_fr), gtk_editable_get_text (self->title_en));
  sb_record_builder_set_words (builder, SB_BRIEFING_TAG,
                               gtk_editable_get_text (self->tag_fr), gtk_editable_get_text (self->tag_en));
  sb_record_builder_set_text (builder, SB_BRIEFING_AUTHOR, gtk_editable_get_text (self->author));
  sb_record_builder_set_text (builder, SB_BRIEFING_INSTITUTION, gtk_editable_get_text (self->institution));
  sb_record_builder_set_text (builder, SB_BRIEFING_MARKING, gtk_editable_get_text (self->marking));
  return sb_record_builder_end (builder);
}

static gboolean
save_cb (gpointer data)
{
  SbBriefingsPage *self = data;
  g_autoptr (SbRecord) edited = read_form (self);

  self->save_source = 0;

  /* A briefing needs a name: until it has one again the last one stays. */
  if (!sb_record_has (edited, SB_BRIEFING_TITLE) || sb_record_equal (edited, self->briefing))
    return G_SOURCE_REMOVE;

  g_set_object (&self->briefing, edited);
  store_briefing (self, edited, _ ("Edit the briefing"));
  compose (self);
  return G_SOURCE_REMOVE;
}

static void
edited_cb (SbBriefingsPage *self)
{
  if (self->is_filling || self->briefing == NULL)
    return;

  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_MS, save_cb, self);
}

static void
language_toggled_cb (SbBriefingsPage *self)
{
  SbLanguage language = gtk_toggle_button_get_active (self->french) ? SB_LANGUAGE_FR : SB_LANGUAGE_EN;

  if (self->language == language)
    return;

  self->language = language;
  if (sb_page_get_context (SB_PAGE (self)) != NULL)
    g_settings_set_string (sb_context_get_settings (sb_page_get_context (SB_PAGE (self))), "briefing-language",
                           sb_language_get_code (language));

  compose (self);
}

static void
briefing_chosen_cb (SbBriefingsPage *self,
                    SbRecord *briefing)
{
  show_briefing (self, briefing);
}

/* Keeps up with the catalogue: an undo, an edit in another window. Without a
 * choice yet, the first one is shown. */
static void
briefings_changed_cb (SbBriefingsPage *self)
{
  guint position;

  if (self->briefing == NULL && g_list_model_get_n_items (G_LIST_MODEL (self->briefings)) > 0)
    {
      g_autoptr (SbRecord) first = g_list_model_get_item (G_LIST_MODEL (self->briefings), 0);
      g_autoptr (SbRef) ref = sb_record_dup_ref (first);

      sb_session_select (sb_page_get_session (SB_PAGE (self)), ref);
      show_briefing (self, first);
      return;
    }

  if (self->briefing == NULL || self->save_source != 0)
    return;

  if (sb_record_list_find (self->briefings, sb_record_get_id (self->briefing), &position))
    {
      g_autoptr (SbRecord) stored = g_list_model_get_item (G_LIST_MODEL (self->briefings), position);

      if (!sb_record_equal (stored, self->briefing))
        show_briefing (self, stored);
    }
  else if (sb_record_get_id (self->briefing) != 0)
    {
      show_briefing (self, NULL);
    }
}

static void
set_days (SbBriefingsPage *self,
          SbRecordBuilder *builder)
{
  SbSession *session = sb_page_get_session (SB_PAGE (self));
  g_autoptr (SbDate) first = sb_date_new_for_day (sb_session_get_first_day (session));
  g_autoptr (SbDate) last = sb_date_new_for_day (sb_session_get_last_day (session));
  g_autoptr (SbDate) as_of = sb_date_new_for_day (sb_session_get_as_of (session));

  sb_record_builder_set_date (builder, SB_BRIEFING_FIRST, first);
  sb_record_builder_set_date (builder, SB_BRIEFING_LAST, last);
  sb_record_builder_set_date (builder, SB_BRIEFING_AS_OF, as_of);
}

static void
take_period_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (widget);
  SbRecordBuilder *builder = sb_record_builder_new_from (self->briefing);
  g_autoptr (SbRecord) moved = NULL;

  set_days (self, builder);
  moved = sb_record_builder_end (builder);
  store_briefing (self, moved, _ ("Change the period of the briefing"));
  show_briefing (self, moved);
}

static void
add_action (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (widget);
  SbRecordBuilder *builder = sb_record_builder_new (&sb_briefing_schema);
  g_autoptr (SbRecord) added = NULL;

  sb_briefing_loader_set_template (builder, "situation");
  sb_record_builder_set_text (builder, SB_BRIEFING_LANGUAGES, "fr en");
  set_days (self, builder);
  added = sb_record_builder_end (builder);
  store_briefing (self, added, _ ("Add a briefing"));
  show_briefing (self, added);
}

static void
print_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  _sb_briefings_page_print (SB_BRIEFINGS_PAGE (widget));
}

static void
export_pdf_action (GtkWidget *widget,
                   const char *action,
                   GVariant *parameter)
{
  _sb_briefings_page_export_pdf (SB_BRIEFINGS_PAGE (widget));
}

static void
load_painter (SbBriefingsPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbBasemap) basemap = sb_basemap_new (&error);

  if (basemap != NULL)
    self->painter = sb_basemap_painter_new (basemap);
  else
    g_warning ("No base map: %s", error->message);
}

static void
sb_briefings_page_connect (SbPage *page)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (page);
  GSettings *settings = sb_context_get_settings (sb_page_get_context (page));
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_BRIEFING);
  g_autofree char *language = g_settings_get_string (settings, "briefing-language");

  load_painter (self);
  if (!sb_language_parse (language, &self->language))
    self->language = sb_session_get_language (sb_page_get_session (page));

  gtk_toggle_button_set_active (self->language == SB_LANGUAGE_FR ? self->french : self->english, TRUE);
  self->briefings = sb_record_list_new (sb_page_get_catalogue (page), query);
  sb_record_view_set_model (self->records, G_LIST_MODEL (self->briefings));
  sb_record_view_set_session (self->records, sb_page_get_session (page));
  g_signal_connect_object (self->briefings, "items-changed", G_CALLBACK (briefings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sb_page_get_catalogue (page), "changed", G_CALLBACK (compose), self, G_CONNECT_SWAPPED);
  g_settings_bind (settings, "briefing-outline-width", self->paned, "position", G_SETTINGS_BIND_DEFAULT);
  briefings_changed_cb (self);
}

static void
sb_briefings_page_dispose (GObject *object)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->briefings);
  g_clear_object (&self->briefing);
  g_clear_pointer (&self->edition, sb_edition_unref);
  g_clear_pointer (&self->painter, sb_basemap_painter_unref);

  G_OBJECT_CLASS (sb_briefings_page_parent_class)->dispose (object);
}

static void
sb_briefings_page_class_init (SbBriefingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_briefings_page_dispose;
  SB_PAGE_CLASS (klass)->connect = sb_briefings_page_connect;

  g_type_ensure (SB_TYPE_PAGE_PREVIEW);
  g_type_ensure (SB_TYPE_RECORD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-briefings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, paned);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, records);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, title_fr);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, title_en);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, tag_fr);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, tag_en);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, author);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, institution);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, marking);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, period);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, findings);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, french);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, english);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, preview);
  gtk_widget_class_bind_template_callback (widget_class, briefing_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_toggled_cb);

  gtk_widget_class_install_action (widget_class, "briefing.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "briefing.take-period", NULL, take_period_action);
  gtk_widget_class_install_action (widget_class, "briefing.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "briefing.export-pdf", NULL, export_pdf_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "briefing.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "briefing.export-pdf", NULL);
}

static void
sb_briefings_page_init (SbBriefingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_briefing (self, NULL);
}
