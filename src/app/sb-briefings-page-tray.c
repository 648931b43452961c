/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-actor.h"
#include "sb-briefing.h"
#include "sb-extract.h"
#include "sb-figure.h"

#include <glib/gi18n.h>

/* Nobody pages through more. */
#define MAX_RECORDS 500

/* The newest of all names are enough for a dictionary. */
#define MAX_NAMES 50000

/* Passages and documents are what a dossier is drawn from: they are not members of it. */
static gboolean
is_source_material (SbKind kind)
{
  return kind == SB_KIND_EXTRACT || kind == SB_KIND_DOCUMENT;
}

static SbQuery *
create_query (SbBriefingsPage *self)
{
  SbQuery *query = sb_query_new (sb_composer_tray_get_kind (self->tray));
  SbRef *dossier = sb_record_get_ref (self->briefing, SB_BRIEFING_DOSSIER);
  SbDate *first = sb_record_get_date (self->briefing, SB_BRIEFING_FIRST);
  SbDate *last = sb_record_get_date (self->briefing, SB_BRIEFING_LAST);
  const char *words = sb_composer_tray_get_words (self->tray);

  query->limit = MAX_RECORDS;
  if (dossier != NULL && !is_source_material (query->kind) && sb_composer_tray_is_of_dossier (self->tray))
    query->dossier = sb_ref_get_id (dossier);
  query->text = words[0] != '\0' ? g_strdup (words) : NULL;
  /* What a passage tells of is told by what rests on it: it has no day of its own. */
  if (query->kind != SB_KIND_EXTRACT && sb_composer_tray_is_of_period (self->tray) && first != NULL && last != NULL)
    {
      query->has_period = TRUE;
      query->first_day = sb_date_get_first_day (first);
      query->last_day = sb_date_get_last_day (last);
    }

  return query;
}

void
_sb_briefings_page_update_tray (SbBriefingsPage *self)
{
  g_autoptr (SbQuery) query = NULL;

  if (self->briefing == NULL || sb_page_get_catalogue (SB_PAGE (self)) == NULL)
    return;

  sb_composer_tray_set_has_dossier (self->tray, sb_record_get_ref (self->briefing, SB_BRIEFING_DOSSIER) != NULL);
  query = create_query (self);
  if (self->tray_records == NULL)
    {
      self->tray_records = sb_record_list_new (sb_page_get_catalogue (SB_PAGE (self)), query);
      sb_composer_tray_set_model (self->tray, G_LIST_MODEL (self->tray_records));
    }
  else
    {
      sb_record_list_set_query (self->tray_records, query);
    }
}

static void
record_cited_cb (SbBriefingsPage *self,
                 SbRecord *record)
{
  g_autofree char *citation = sb_composer_tray_dup_citation (record);
  SbTextEditor *editor = sb_section_editor_get_current (self->editor);

  sb_text_editor_insert (editor, citation);
  _sb_briefings_page_show_pane (self, SB_BRIEFINGS_PANE_TEXT);
  gtk_widget_grab_focus (GTK_WIDGET (editor));
}

/* An extract is quoted in its words, which stay in its language; of a figure it is said how
 * much, and of what; of what else is known, the title. */
static char *
dup_words (SbRecord *record,
           SbLanguage language)
{
  g_autofree char *citation = sb_composer_tray_dup_citation (record);
  const char *quote = sb_record_get_kind (record) == SB_KIND_EXTRACT ? sb_record_get_text (record, SB_EXTRACT_QUOTE) : NULL;
  const char *title = sb_record_get_title (record, language);

  if (sb_record_get_kind (record) == SB_KIND_FIGURE)
    {
      g_autofree char *value = sb_figure_dup_value (record, language);

      return g_strdup_printf (language == SB_LANGUAGE_FR ? "**%s**\302\240: %s %s" : "**%s**: %s %s", value, title, citation);
    }
  if (quote == NULL)
    return g_strdup_printf ("%s %s", title, citation);

  return language == SB_LANGUAGE_FR ? g_strdup_printf ("> «\302\240%s\302\240» %s", quote, citation)
                                    : g_strdup_printf ("> “%s” %s", quote, citation);
}

/* Where there is no text to put it into, it becomes one of its own; a figure becomes one of
 * the strip of key figures that is chosen. */
static void
record_inserted_cb (SbBriefingsPage *self,
                    SbRecord *record)
{
  SbTextEditor *editor = sb_section_editor_get_current (self->editor);
  g_autofree char *french = dup_words (record, SB_LANGUAGE_FR);
  g_autofree char *english = dup_words (record, SB_LANGUAGE_EN);
  const char *const texts[SB_N_LANGUAGES] = { [SB_LANGUAGE_FR] = french, [SB_LANGUAGE_EN] = english };
  const char *words = texts[sb_text_editor_get_language (editor)];

  if (self->outline == NULL)
    return;
  if (!sb_section_editor_is_writable (self->editor))
    {
      if (!_sb_briefings_page_add_key_figure (self, record))
        _sb_briefings_page_add_text (self, texts);
      return;
    }

  if (words[0] == '>')
    sb_text_editor_insert_paragraph (editor, words);
  else
    sb_text_editor_insert (editor, words);
  _sb_briefings_page_show_pane (self, SB_BRIEFINGS_PANE_TEXT);
  gtk_widget_grab_focus (GTK_WIDGET (editor));
}

/* Into the text that it is dropped on, as a paragraph, or behind what it is dropped on. */
static void
record_on_page_cb (SbBriefingsPage *self,
                   SbRecord *record,
                   guint sheet,
                   double x,
                   double y)
{
  SbTextEditor *editor;
  g_autofree char *words = NULL;

  _sb_briefings_page_choose_point (self, sheet, x, y);
  if (!sb_section_editor_is_writable (self->editor))
    {
      record_inserted_cb (self, record);
      return;
    }

  editor = sb_section_editor_get_current (self->editor);
  words = dup_words (record, sb_text_editor_get_language (editor));
  sb_text_editor_insert_paragraph (editor, words);
  _sb_briefings_page_show_pane (self, SB_BRIEFINGS_PANE_TEXT);
  gtk_widget_grab_focus (GTK_WIDGET (editor));
}

static void
record_dropped_cb (SbBriefingsPage *self,
                   SbRecord *record,
                   const char *parent,
                   guint position)
{
  g_autofree char *french = dup_words (record, SB_LANGUAGE_FR);
  g_autofree char *english = dup_words (record, SB_LANGUAGE_EN);
  const char *const texts[SB_N_LANGUAGES] = { [SB_LANGUAGE_FR] = french, [SB_LANGUAGE_EN] = english };

  if (self->outline != NULL)
    _sb_briefings_page_add_text_at (self, texts, parent, position);
}

/* An extract by its words and its document, all else by its title. */
char *
_sb_briefings_page_name_citation (const char *uuid,
                                  gpointer data)
{
  SbBriefingsPage *self = data;
  SbRecord *record = self->live != NULL ? sb_live_edition_find_citation (self->live, uuid) : NULL;
  const char *quote = record != NULL && sb_record_get_kind (record) == SB_KIND_EXTRACT ? sb_record_get_text (record, SB_EXTRACT_QUOTE) : NULL;
  const char *title = record != NULL ? sb_record_get_title (record, sb_language_get_interface ()) : NULL;

  if (quote == NULL)
    return g_strdup (title);

  /* Translators: the words of an extract, and the document that they are from. */
  return g_strdup_printf (_ ("“%s” – %s"), quote, title);
}

static void
tray_wanted_cb (SbBriefingsPage *self)
{
  _sb_briefings_page_update_tray (self);
}

/* What actors are called for short, or by others, stands in texts as well: "FAMa". */
static void
add_other_names (GStrvBuilder *names,
                 SbRecord *actor)
{
  if (sb_record_has (actor, SB_ACTOR_SHORT_NAME))
    g_strv_builder_add (names, sb_record_get_text (actor, SB_ACTOR_SHORT_NAME));
  for (guint i = 0; i < sb_record_get_n_items (actor, SB_ACTOR_ALIASES); i++)
    g_strv_builder_add (names, sb_record_get_text (sb_record_get_item (actor, SB_ACTOR_ALIASES, i), SB_ACTOR_ALIAS_NAME));
}

/* Run in the worker. */
static gboolean
add_names (SbStore *store,
           SbKind kind,
           GStrvBuilder *names,
           GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  query->limit = MAX_NAMES;
  if (!(records = sb_store_list (store, query, error)))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      g_strv_builder_add (names, sb_record_get_title (g_ptr_array_index (records, i), SB_LANGUAGE_FR));
      g_strv_builder_add (names, sb_record_get_title (g_ptr_array_index (records, i), SB_LANGUAGE_EN));
      if (kind == SB_KIND_ACTOR)
        add_other_names (names, g_ptr_array_index (records, i));
    }

  return TRUE;
}

/* Run in the worker. */
static gpointer
list_names (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  static const SbKind kinds[] = { SB_KIND_ACTOR, SB_KIND_PLACE, SB_KIND_SOURCE, SB_KIND_CORRIDOR };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!add_names (store, kinds[i], names, error))
      return NULL;

  return g_strv_builder_end (names);
}

static void
names_listed_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (SbBriefingsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  /* Names are marked as wrong then; no more. */
  if (names == NULL)
    g_warning ("Cannot list names: %s", error->message);
  else if (self->spelling != NULL)
    sb_spelling_add_names (self->spelling, (const char *const *) names);
}

void
_sb_briefings_page_load_names (SbBriefingsPage *self)
{
  sb_catalogue_read_async (sb_page_get_catalogue (SB_PAGE (self)), list_names, NULL, NULL, (GDestroyNotify) g_strfreev,
                           NULL, names_listed_cb, g_object_ref (self));
}

void
_sb_briefings_page_class_init_tray (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, tray);
  gtk_widget_class_bind_template_callback (widget_class, tray_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_cited_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_inserted_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_on_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_dropped_cb);
}
