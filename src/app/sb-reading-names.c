/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-reading-private.h"

#include "sb-actor.h"
#include "sb-document.h"
#include "sb-mention-follower.h"
#include "sb-mention-store.h"
#include "sb-name-dialog.h"
#include "sb-name-facts.h"
#include "sb-place.h"

#include <glib/gi18n.h>

/* Degrees around a place on the map. */
#define MAP_MARGIN 0.6

/* Run in the worker. (element-type SbReaderMark) */
static gpointer
load_names (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GPtrArray) mentions = sb_store_list_mentions (store, *(gint64 *) data, error);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_reader_mark_free);

  if (mentions == NULL)
    return NULL;

  for (guint i = 0; i < mentions->len; i++)
    {
      SbStoredMention *mention = g_ptr_array_index (mentions, i);
      SbReaderMarkKind kind;
      SbReaderMark *mark;

      if (!sb_reader_mark_kind_parse (mention->kind, &kind))
        continue;

      mark = sb_reader_mark_new (kind, mention->start, mention->end);
      mark->record = mention->record;
      mark->record_kind = mention->record_kind;
      mark->name = g_steal_pointer (&mention->name);
      mark->is_known = mention->is_known;
      g_ptr_array_add (marks, mark);
    }

  return g_steal_pointer (&marks);
}

/* What was looked up, and for which words. */
typedef struct
{
  SbReading *reading; /* (owned) */
  gint64 document;
  int start;
  int end;
  gboolean is_asked;
} Look;

static Look *
look_new (SbReading *self,
          int start,
          int end,
          gboolean is_asked)
{
  Look *look = g_new0 (Look, 1);

  look->reading = g_object_ref (self);
  look->document = _sb_reading_get_document (self);
  look->start = start;
  look->end = end;
  look->is_asked = is_asked;
  return look;
}

static void
look_free (Look *look)
{
  g_object_unref (look->reading);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static gboolean
is_current (const Look *look)
{
  return look->reading->page != NULL && look->document != 0 && look->document == _sb_reading_get_document (look->reading);
}

static void
names_loaded_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (!is_current (look))
    return;
  if (marks == NULL)
    sb_page_show_error (look->reading->page, error);
  else
    sb_reader_set_names (look->reading->reader, marks);
}

void
_sb_reading_load_names (SbReading *self)
{
  gint64 document = _sb_reading_get_document (self);

  if (document != 0)
    sb_catalogue_read_async (sb_page_get_catalogue (self->page), load_names, g_memdup2 (&document, sizeof document), g_free,
                             (GDestroyNotify) g_ptr_array_unref, self->cancellable, names_loaded_cb, look_new (self, 0, 0, FALSE));
}

/* A passage of a document; the data of the worker. */
typedef struct
{
  gint64 document;
  guint start;
  guint end;
} Passage;

/* Run in the worker. */
static gpointer
load_facts (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  const Passage *passage = data;

  return sb_load_name_facts (store, passage->document, passage->start, passage->end, error);
}

/* The office that @record held on the day of the document; NULL for none. */
static char *
dup_role (SbRecord *record,
          SbRecord *document)
{
  SbLanguage language = sb_language_get_interface ();
  SbDate *date = sb_record_get_date (document, SB_DOCUMENT_DATE);
  SbRecord *role = NULL;
  SbRef *body;

  if (record != NULL && sb_record_get_kind (record) == SB_KIND_ACTOR && date != NULL)
    role = sb_actor_find_role (record, date);
  if (role == NULL)
    return NULL;

  body = sb_record_get_ref (role, SB_ACTOR_ROLE_BODY);
  return body != NULL ? g_strdup_printf ("%s · %s", sb_record_get_words (role, SB_ACTOR_ROLE_TITLE, language), sb_ref_get_name (body, language))
                      : g_strdup (sb_record_get_words (role, SB_ACTOR_ROLE_TITLE, language));
}

static void
facts_loaded_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbNameFacts) facts = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  SbReader *reader = look->reading->reader;
  g_autofree char *words = NULL;
  g_autofree char *role = NULL;
  SbNameTold told = { 0 };

  if (!is_current (look))
    return;
  if (facts == NULL)
    {
      if (error != NULL)
        sb_page_show_error (look->reading->page, error);
      return;
    }

  words = sb_reader_dup_words (reader, look->start, look->end);
  role = dup_role (facts->record, sb_reader_get_document (reader));
  told.words = words;
  told.mark = sb_reader_find_name (reader, look->start, look->end);
  told.record = facts->record;
  told.role = role;
  told.n_documents = (guint) facts->n_documents;
  told.n_here = told.mark != NULL ? sb_reader_count_name (reader, told.mark) : 0;
  told.has_rule = facts->has_rule;
  told.can_write = !sb_catalogue_is_read_only (SB_CATALOGUE (object));
  if (words != NULL)
    sb_reader_show_name (reader, look->start, look->end, &told, look->is_asked);
}

static void
name_wanted_cb (SbReading *self,
                int start,
                int end,
                gboolean is_asked)
{
  Passage passage = { _sb_reading_get_document (self), (guint) start, (guint) end };

  g_cancellable_cancel (self->name_cancellable);
  g_clear_object (&self->name_cancellable);
  self->name_cancellable = g_cancellable_new ();
  if (passage.document != 0)
    sb_catalogue_read_async (sb_page_get_catalogue (self->page), load_facts, g_memdup2 (&passage, sizeof passage), g_free,
                             (GDestroyNotify) sb_name_facts_free, self->name_cancellable, facts_loaded_cb,
                             look_new (self, start, end, is_asked));
}

/* What is said of words; the data of the worker. */
typedef struct
{
  char *text; /* (owned) */
  SbNameWord word;
  char *label; /* (owned) of the unit of work */
} Saying;

static void
saying_free (gpointer data)
{
  Saying *saying = data;

  g_free (saying->text);
  g_free (saying->label);
  g_free (saying);
}

/* Run in the worker. NULL when it failed. */
static gpointer
say_in_store (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  const Saying *saying = data;

  return GINT_TO_POINTER (sb_name_word_say (store, saying->text, saying->word, 0, saying->label, error));
}

static void
show_undoable (SbReading *self,
               const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self->page), "win.show-undoable", "s", message);
}

/* What is to be said when it is done. */
typedef struct
{
  SbReading *reading; /* (owned) */
  char *message; /* (owned) */
} Telling;

static void
said_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  Telling *telling = user_data;
  g_autoptr (SbReading) self = telling->reading;
  g_autofree char *message = telling->message;
  g_autoptr (GError) error = NULL;
  gboolean is_said = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error) != NULL;

  g_free (telling);
  if (self->page == NULL)
    return;
  if (!is_said)
    sb_page_show_error (self->page, error);
  else
    show_undoable (self, message);
}

static void
say (SbReading *self,
     const char *words,
     SbNameWord word)
{
  Saying *saying = g_new0 (Saying, 1);
  Telling *telling = g_new0 (Telling, 1);

  saying->text = g_strdup (words);
  saying->word = word;
  /* Translators: what can be undone; %s is words of a text. */
  saying->label = g_strdup_printf (word == SB_NAME_WORD_NEVER ? _ ("“%s” is no name") : _ ("Forget what was said of “%s”"), words);
  telling->reading = g_object_ref (self);
  telling->message = g_strdup_printf (word == SB_NAME_WORD_NEVER
                                        /* Translators: %s is words of a text. */
                                        ? _ ("“%s” is no name, in any document.")
                                        /* Translators: %s is words of a text. */
                                        : _ ("What you said of “%s” is forgotten."),
                                      words);
  sb_catalogue_run_writer_async (sb_page_get_catalogue (self->page), say_in_store, saying, saying_free, NULL, NULL,
                                 said_cb, telling);
}

static void
corrected_cb (SbReading *self,
              const char *message,
              SbNameDialog *dialog)
{
  if (self->page != NULL && message != NULL)
    show_undoable (self, message);
}

/* What @mark may be, as far as it tells. */
static SbKind
guess_kind (const SbReaderMark *mark)
{
  if (mark == NULL)
    return SB_KIND_ACTOR;
  if (mark->record != 0)
    return mark->record_kind;

  switch (mark->kind)
    {
    case SB_READER_MARK_PLACE:
      return SB_KIND_PLACE;

    case SB_READER_MARK_ROUTE:
      return SB_KIND_CORRIDOR;

    case SB_READER_MARK_INSTRUMENT:
      return SB_KIND_INSTRUMENT;

    default:
      return SB_KIND_ACTOR;
    }
}

static void
correct (SbReading *self,
         const char *words,
         const SbReaderMark *mark)
{
  /* Words that are a known name of something else would be a name of both. */
  gboolean keeps_name = mark == NULL || !mark->is_known;
  SbNameDialog *dialog = sb_name_dialog_new (sb_page_get_catalogue (self->page), words, guess_kind (mark),
                                             mark != NULL && mark->kind == SB_READER_MARK_PERSON, keeps_name);

  g_signal_connect_object (dialog, "done", G_CALLBACK (corrected_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->page))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_record (SbReading *self,
             const SbReaderMark *mark)
{
  SbSession *session = sb_page_get_session (self->page);
  g_autoptr (SbRef) ref = sb_ref_new (mark->record_kind, mark->record, NULL, NULL);

  sb_session_select (session, ref);
  if (mark->record_kind == SB_KIND_ACTOR)
    sb_session_request_page (session, "actors");
}

/* Run in the worker. Where a name is. */
static gpointer
load_bounds (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const Passage *passage = data;
  g_autoptr (SbNameFacts) facts = sb_load_name_facts (store, passage->document, passage->start, passage->end, error);
  SbRecord *place = facts != NULL ? facts->record : NULL;
  double longitude;
  double latitude;
  SbBounds bounds;

  if (place == NULL || sb_record_get_kind (place) != SB_KIND_PLACE || !sb_record_has (place, SB_PLACE_LONGITUDE))
    return NULL;

  longitude = sb_record_get_real (place, SB_PLACE_LONGITUDE, 0);
  latitude = sb_record_get_real (place, SB_PLACE_LATITUDE, 0);
  bounds = (SbBounds) { longitude - MAP_MARGIN, latitude - MAP_MARGIN, longitude + MAP_MARGIN, latitude + MAP_MARGIN };
  return g_memdup2 (&bounds, sizeof bounds);
}

static void
bounds_loaded_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (Look) look = user_data;
  g_autofree SbBounds *bounds = sb_catalogue_read_finish (SB_CATALOGUE (object), result, NULL);
  SbSession *session;

  if (bounds == NULL || look->reading->page == NULL)
    return;

  session = sb_page_get_session (look->reading->page);
  sb_session_request_page (session, "map");
  sb_session_request_area (session, bounds);
}

static void
show_on_map (SbReading *self,
             const SbReaderMark *mark,
             int start,
             int end)
{
  Passage passage = { _sb_reading_get_document (self), (guint) start, (guint) end };

  if (mark->record != 0)
    {
      g_autoptr (SbRef) ref = sb_ref_new (mark->record_kind, mark->record, NULL, NULL);

      sb_session_select (sb_page_get_session (self->page), ref);
    }

  sb_catalogue_read_async (sb_page_get_catalogue (self->page), load_bounds, g_memdup2 (&passage, sizeof passage), g_free, g_free,
                           self->cancellable, bounds_loaded_cb, look_new (self, start, end, TRUE));
}

static void
name_chosen_cb (SbReading *self,
                int start,
                int end,
                SbNameChoice choice)
{
  const SbReaderMark *mark = sb_reader_find_name (self->reader, start, end);
  g_autofree char *words = sb_reader_dup_words (self->reader, start, end);

  if (words == NULL)
    return;

  switch (choice)
    {
    case SB_NAME_CHOICE_OPEN:
      if (mark != NULL && mark->record != 0)
        open_record (self, mark);
      break;

    case SB_NAME_CHOICE_MAP:
      if (mark != NULL)
        show_on_map (self, mark, start, end);
      break;

    case SB_NAME_CHOICE_NEVER:
      say (self, words, SB_NAME_WORD_NEVER);
      break;

    case SB_NAME_CHOICE_FORGET:
      say (self, words, SB_NAME_WORD_FORGET);
      break;

    case SB_NAME_CHOICE_CORRECT:
    default:
      correct (self, words, mark);
    }
}

void
_sb_reading_connect_names (SbReading *self)
{
  SbMentionFollower *mentions = sb_context_get_mentions (sb_page_get_context (self->page));

  g_signal_connect_object (self->reader, "name-wanted", G_CALLBACK (name_wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "name-chosen", G_CALLBACK (name_chosen_cb), self, G_CONNECT_SWAPPED);
  if (mentions != NULL)
    g_signal_connect_object (mentions, "stepped", G_CALLBACK (_sb_reading_load_names), self, G_CONNECT_SWAPPED);
}
