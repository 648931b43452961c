/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include <string.h>

#include "sb-briefing.h"
#include "sb-briefings-page-private.h"
#include "sb-document.h"
#include "sb-documents-page.h"
#include "sb-merge.h"
#include "sb-page.h"
#include "sb-reader-text.h"
#include "sb-reader.h"
#include "sb-record-builder.h"
#include "sb-test-desk.h"

/* Two windows of one catalogue: what is done in one of them is seen in the other. */

#define UUID "3b1d6c5e-3b0e-4d53-9d1a-7f5a1c2b3d4e"

typedef struct
{
  SbApplication *application; /* (owned) */
  SbWindow *windows[2];
  SbReader *reader; /* of the second one */
  const char *awaited; /* what is to be shown there */
} Desk;

static SbCatalogue *
get_catalogue (Desk *desk)
{
  return sb_context_get_catalogue (sb_application_get_context (desk->application));
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
write_changes (Desk *desk,
               SbChangeSet *changes)
{
  gboolean is_written = FALSE;

  sb_catalogue_write_async (get_catalogue (desk), changes, NULL, written_cb, &is_written);
  sb_test_wait (is_true, &is_written);
}

static void
put_document (Desk *desk,
              const char *title,
              const char *text)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Put");
  g_autoptr (SbRecord) document = NULL;

  sb_record_builder_set_uuid (builder, UUID);
  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, title);
  document = sb_record_builder_end (builder);
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, text, NULL));
  sb_change_set_put_document (changes, document, blocks, NULL);
  write_changes (desk, changes);
}

/* Which record; the data of the worker. */
typedef struct
{
  SbKind kind;
  const char *uuid;
} Wanted;

/* Run in the worker. */
static gpointer
find_record (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const Wanted *wanted = data;

  return sb_store_get_by_uuid (store, wanted->kind, wanted->uuid, error);
}

static void
found_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  *(SbRecord **) user_data = sb_catalogue_read_finish (SB_CATALOGUE (object), result, NULL);
}

static SbRecord *
read_record (Desk *desk,
             SbKind kind,
             const char *uuid)
{
  Wanted wanted = { kind, uuid };
  SbRecord *record = NULL;

  sb_catalogue_read_async (get_catalogue (desk), find_record, &wanted, NULL, g_object_unref, NULL, found_cb, &record);
  sb_test_wait (is_set, &record);
  return record;
}

static void
remove_record (Desk *desk,
               SbRecord *record)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Remove");
  g_autoptr (SbRef) ref = sb_record_dup_ref (record);

  sb_change_set_remove (changes, ref);
  write_changes (desk, changes);
}

static SbPage *
find_page (Desk *desk,
           guint i,
           GType type)
{
  return SB_PAGE (sb_test_find_type (GTK_WIDGET (desk->windows[i]), type));
}

static void
start (Desk *desk)
{
  desk->application = sb_test_desk_start ();
  for (guint i = 0; i < G_N_ELEMENTS (desk->windows); i++)
    desk->windows[i] = sb_test_desk_open_window (desk->application);
}

static void
stop (Desk *desk)
{
  for (guint i = 0; i < G_N_ELEMENTS (desk->windows); i++)
    gtk_window_close (GTK_WINDOW (desk->windows[i]));
  sb_test_desk_stop (g_steal_pointer (&desk->application));
}

static gboolean
has_title (gpointer data)
{
  Desk *desk = data;
  SbRecord *document = sb_reader_get_document (desk->reader);

  return document != NULL && g_strcmp0 (sb_record_get_title (document, SB_LANGUAGE_FR), desk->awaited) == 0;
}

static gboolean
has_text (gpointer data)
{
  Desk *desk = data;
  GPtrArray *blocks = sb_reader_get_blocks (desk->reader);

  return blocks != NULL && blocks->len > 0 && g_str_equal (sb_block_get_text (g_ptr_array_index (blocks, 0)), desk->awaited);
}

static gboolean
is_starred (gpointer data)
{
  return sb_record_get_boolean (sb_reader_get_document (((Desk *) data)->reader), SB_DOCUMENT_STARRED);
}

static gboolean
is_empty (gpointer data)
{
  return sb_reader_get_document (((Desk *) data)->reader) == NULL;
}

static void
open_document (Desk *desk,
               guint i,
               SbRecord *document)
{
  SbPage *page;

  gtk_widget_activate_action (GTK_WIDGET (desk->windows[i]), "win.show-page", "s", "documents");
  page = find_page (desk, i, SB_TYPE_DOCUMENTS_PAGE);
  desk->reader = SB_READER (sb_test_find_type (GTK_WIDGET (page), SB_TYPE_READER));
  sb_session_request_document (sb_page_get_session (page), sb_record_get_id (document), 0, 0);
  desk->awaited = "Un convoi";
  sb_test_wait (has_title, desk);
}

/* The document that both read: it is starred, renamed, published anew, deleted. */
static void
test_document (void)
{
  Desk desk = { 0 };
  g_autoptr (SbRecord) document = NULL;

  start (&desk);
  put_document (&desk, "Un convoi", "Il est arrivé.");
  document = read_record (&desk, SB_KIND_DOCUMENT, UUID);
  open_document (&desk, 0, document);
  open_document (&desk, 1, document);

  sb_test_activate (GTK_WIDGET (find_page (&desk, 0, SB_TYPE_DOCUMENTS_PAGE)), "document.star");
  sb_test_wait (is_starred, &desk);

  put_document (&desk, "Un convoi attaqué", "Il est arrivé.");
  desk.awaited = "Un convoi attaqué";
  sb_test_wait (has_title, &desk);

  put_document (&desk, "Un convoi attaqué", "Il n’est pas arrivé.");
  desk.awaited = "Il n’est pas arrivé.";
  sb_test_wait (has_text, &desk);

  remove_record (&desk, document);
  sb_test_wait (is_empty, &desk);
  stop (&desk);
}

static SbBriefingsPage *
get_composer (Desk *desk)
{
  return SB_BRIEFINGS_PAGE (find_page (desk, 1, SB_TYPE_BRIEFINGS_PAGE));
}

static gboolean
has_briefing (gpointer data)
{
  SbRecord *shown = get_composer (data)->briefing;

  return shown != NULL && g_strcmp0 (sb_record_get_title (shown, SB_LANGUAGE_FR), ((Desk *) data)->awaited) == 0;
}

static gboolean
has_other_briefing (gpointer data)
{
  SbRecord *shown = get_composer (data)->briefing;

  return shown != NULL && g_strcmp0 (sb_record_get_uuid (shown), UUID) != 0;
}

static SbRecord *
put_briefing (Desk *desk,
              SbRecord *of,
              const char *title)
{
  SbRecordBuilder *builder = of != NULL ? sb_record_builder_new_from (of) : sb_record_builder_new (&sb_briefing_schema);
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Put");
  g_autoptr (SbRecord) briefing = NULL;

  if (of == NULL)
    {
      sb_record_builder_set_uuid (builder, UUID);
      sb_record_builder_set_text (builder, SB_BRIEFING_TEMPLATE, "sitrep");
    }
  sb_record_builder_set_words (builder, SB_BRIEFING_TITLE, title, title);
  briefing = sb_record_builder_end (builder);
  sb_change_set_put (changes, briefing);
  write_changes (desk, changes);
  return read_record (desk, SB_KIND_BRIEFING, sb_record_get_uuid (briefing));
}

/* A briefing is written in one window while the other one reads: that one follows, and
 * nothing is selected there. When it is deleted, another one takes its place. */
static void
test_briefing (void)
{
  Desk desk = { 0 };
  SbSession *session;
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (SbRecord) written = NULL;

  start (&desk);
  session = sb_window_get_session (desk.windows[1]);
  gtk_widget_activate_action (GTK_WIDGET (desk.windows[1]), "win.show-page", "s", "briefings");
  sb_test_wait_for_frame (GTK_WIDGET (desk.windows[1]));
  briefing = put_briefing (&desk, NULL, "Point du jour");
  _sb_briefings_page_show (get_composer (&desk), briefing);
  gtk_widget_activate_action (GTK_WIDGET (desk.windows[1]), "win.show-page", "s", "documents");
  sb_session_select (session, NULL);

  written = put_briefing (&desk, briefing, "Point de la semaine");
  desk.awaited = "Point de la semaine";
  sb_test_wait (has_briefing, &desk);
  g_assert_null (sb_session_get_selection (session));

  remove_record (&desk, written);
  sb_test_wait (has_other_briefing, &desk);
  stop (&desk);
}

/* Two actors of the sample, and what becomes of the first. */
typedef struct
{
  gint64 gone;
  gint64 kept;
  SbSession *session; /* of the second window */
} Merging;

/* Run in the worker. */
static gpointer
find_actors (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  Merging *merging = data;
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_ACTOR);
  g_autoptr (GPtrArray) actors = sb_store_list (store, query, error);

  merging->gone = sb_record_get_id (g_ptr_array_index (actors, 0));
  merging->kept = sb_record_get_id (g_ptr_array_index (actors, 1));
  return g_object_ref (g_ptr_array_index (actors, 0));
}

/* Run in the worker. */
static gpointer
merge_actors (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  const Merging *merging = data;

  return sb_store_merge (store, SB_KIND_ACTOR, merging->kept, merging->gone, "Merge", NULL, NULL, error);
}

static gboolean
is_kept_selected (gpointer data)
{
  Merging *merging = data;
  SbRef *selection = sb_session_get_selection (merging->session);

  return selection != NULL && sb_ref_get_id (selection) == merging->kept;
}

/* Who is looked at in one window is merged into another one: that one is looked at. */
static void
test_merge (void)
{
  Desk desk = { 0 };
  Merging merging = { 0 };
  g_autoptr (SbRecord) actor = NULL;
  g_autoptr (SbRef) ref = NULL;

  start (&desk);
  sb_catalogue_read_async (get_catalogue (&desk), find_actors, &merging, NULL, g_object_unref, NULL, found_cb, &actor);
  sb_test_wait (is_set, &actor);
  merging.session = sb_window_get_session (desk.windows[1]);
  ref = sb_record_dup_ref (actor);
  sb_session_select (merging.session, ref);
  sb_test_run_main_loop ();
  sb_catalogue_run_writer_async (get_catalogue (&desk), merge_actors, &merging, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, NULL, NULL);
  sb_test_wait (is_kept_selected, &merging);
  stop (&desk);
}

int
main (int argc,
      char *argv[])
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/two-windows/document", test_document);
  g_test_add_func ("/app/two-windows/briefing", test_briefing);
  g_test_add_func ("/app/two-windows/merge", test_merge);
  return g_test_run ();
}
