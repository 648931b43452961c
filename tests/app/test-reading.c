/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include <string.h>

#include "sb-document.h"
#include "sb-name-dialog.h"
#include "sb-page.h"
#include "sb-reader-text.h"
#include "sb-reader.h"
#include "sb-record-builder.h"
#include "sb-record-picker.h"
#include "sb-test-document.h"

/* A document is read in the window: what it names is marked, told, and corrected. */

#define TITLE "Le blocus vu de Kayes"
#define UUID  "5f0d6c5e-3b0e-4d53-9d1a-7f5a1c2b3d4e"
#define TEXT  "Le JNIM tient la RN1. Les gens du puits sont à Kayes, et Kayes attend."

typedef struct
{
  SbApplication *application; /* (owned) */
  SbWindow *window;
  SbPage *page;
  SbReader *reader;
  SbReaderText *text;
} Desk;

/* Its UUID is always the same, so that it is there once. */
static void
put_document (SbApplication *application)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) document = sb_test_document_new (UUID, TITLE, "2026-05-15");
  g_autoptr (GPtrArray) blocks = sb_test_document_make_blocks (TEXT);

  sb_change_set_put_document (changes, document, blocks, NULL);
  sb_test_desk_write (application, changes);
}

/* Opens the document that @put stores. */
static void
open_document_put (Desk *desk,
                   void (*put) (SbApplication *application))
{
  desk->application = sb_test_desk_start ();
  put (desk->application);
  desk->window = sb_test_desk_open_window (desk->application);
  desk->reader = sb_test_document_read (desk->window, UUID);
  desk->page = SB_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (desk->reader), SB_TYPE_PAGE));
  desk->text = SB_READER_TEXT (sb_test_find_type (GTK_WIDGET (desk->reader), SB_TYPE_READER_TEXT));
}

static void
open_document (Desk *desk)
{
  open_document_put (desk, put_document);
}

/* “Dakar” is marked in what was captured. */
static gboolean
has_names (gpointer data)
{
  return sb_reader_find_name (((Desk *) data)->reader, 11, 16) != NULL;
}

static void
close_document (Desk *desk)
{
  gtk_window_close (GTK_WINDOW (desk->window));
  sb_test_desk_stop (g_steal_pointer (&desk->application));
}

/* Where @words first stand in the text. */
static int
find_words (const char *words)
{
  return (int) g_utf8_pointer_to_offset (TEXT, strstr (TEXT, words));
}

static const SbReaderMark *
find_mark (Desk *desk,
           const char *words)
{
  int start = find_words (words);

  return sb_reader_find_name (desk->reader, start, start + (int) g_utf8_strlen (words, -1));
}

static gboolean
is_kayes_marked (gpointer data)
{
  return find_mark (data, "Kayes") != NULL;
}

static gboolean
is_kayes_plain (gpointer data)
{
  Desk *desk = data;

  return find_mark (desk, "Kayes") == NULL && find_mark (desk, "JNIM") != NULL;
}

static gboolean
is_puits_marked (gpointer data)
{
  return find_mark (data, "gens du puits") != NULL;
}

static gboolean
is_puits_plain (gpointer data)
{
  return find_mark (data, "gens du puits") == NULL;
}

static GtkWidget *
get_card (Desk *desk)
{
  return sb_test_find_type (GTK_WIDGET (desk->reader), SB_TYPE_NAME_CARD);
}

static gboolean
is_card_shown (gpointer data)
{
  return gtk_widget_get_mapped (get_card (data));
}

static void
ask_for (Desk *desk,
         const char *words)
{
  int start = find_words (words);

  sb_reader_text_show_range (desk->text, start, start + (int) g_utf8_strlen (words, -1));
  sb_test_wait_for_frame (GTK_WIDGET (desk->text));
  g_assert_true (sb_test_press (GTK_WIDGET (desk->text), "m"));
  sb_test_wait (is_card_shown, desk);
}

static GtkButton *
get_button (Desk *desk,
            const char *id)
{
  return GTK_BUTTON (gtk_widget_get_template_child (get_card (desk), SB_TYPE_NAME_CARD, id));
}

static GtkWidget *
find_toast_button (Desk *desk)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (desk->page), ADW_TYPE_TOAST_OVERLAY);

  for (GtkWidget *child = gtk_widget_get_last_child (overlay); child != NULL; child = gtk_widget_get_prev_sibling (child))
    if (child != adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay)))
      return sb_test_find_type (child, GTK_TYPE_BUTTON);

  return NULL;
}

static gboolean
has_toast (gpointer data)
{
  GtkWidget *button = find_toast_button (data);

  /* It undoes, which is known to be possible a little behind. */
  return button != NULL && gtk_widget_is_sensitive (button);
}

/* The card tells who it is; that it is no name holds for all of the text, until it is
 * taken back. */
static void
test_not_a_name (void)
{
  Desk desk = { 0 };
  g_autofree char *told = NULL;

  open_document (&desk);
  sb_test_wait (is_kayes_marked, &desk);
  g_assert_cmpint (find_mark (&desk, "RN1")->kind, ==, SB_READER_MARK_ROUTE);
  ask_for (&desk, "JNIM");
  told = sb_name_card_dup_text (SB_NAME_CARD (get_card (&desk)));
  g_assert_nonnull (strstr (told, "JNIM"));
  gtk_popover_popdown (GTK_POPOVER (get_card (&desk)));

  ask_for (&desk, "Kayes");
  g_signal_emit_by_name (get_button (&desk, "never"), "clicked");
  sb_test_wait (is_kayes_plain, &desk);
  sb_test_wait (has_toast, &desk);
  g_signal_emit_by_name (find_toast_button (&desk), "clicked");
  sb_test_wait (is_kayes_marked, &desk);
  close_document (&desk);
}

static SbRecord *
make_capture (const char *hash,
              gint64 time)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_capture_schema);

  sb_record_builder_set_text (builder, SB_CAPTURE_URL, "https://presse.example/kayes");
  sb_record_builder_set_text (builder, SB_CAPTURE_MEDIA_TYPE, "text/html");
  sb_record_builder_set_text (builder, SB_CAPTURE_HASH, hash);
  sb_record_builder_set_time (builder, SB_CAPTURE_TIME, time);
  sb_record_builder_set_integer (builder, SB_CAPTURE_STATUS, 200);
  return sb_record_builder_end (builder);
}

/* The same page, captured twice: the second time with other words. */
static void
put_captured (SbApplication *application)
{
  static const char *const pages[] = {
    "<html><body><article><p>Le port de Dakar est ouvert aux camions de Bamako.</p><p>Kayes attend le carburant depuis un mois.</p></article></body></html>",
    "<html><body><article><p>Le port de Dakar est ouvert aux camions de Bamako.</p><p>Kayes attend le carburant depuis deux mois.</p></article></body></html>",
  };
  g_autofree char *first = g_compute_checksum_for_string (G_CHECKSUM_SHA256, pages[0], -1);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, pages[i], -1);
      g_autoptr (GBytes) bytes = g_bytes_new_static (pages[i], strlen (pages[i]));
      g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
      g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
      g_autoptr (SbRecord) document = NULL;

      sb_record_builder_set_uuid (builder, UUID);
      sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, TITLE);
      sb_record_builder_set_text (builder, SB_DOCUMENT_HASH, hash);
      sb_record_builder_take_item (builder, SB_DOCUMENT_CAPTURES, make_capture (first, 1778800000));
      if (i > 0)
        sb_record_builder_take_item (builder, SB_DOCUMENT_CAPTURES, make_capture (hash, 1778900000));
      document = sb_record_builder_end (builder);
      g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, "Le port de Dakar est ouvert aux camions de Bamako.", NULL));
      g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0,
                                             i == 0 ? "Kayes attend le carburant depuis un mois." : "Kayes attend le carburant depuis deux mois.", NULL));
      sb_change_set_put_document (changes, document, blocks, bytes);
      sb_test_desk_write (application, changes);
    }
}

static gboolean
has_links (gpointer data)
{
  return sb_reader_get_link (((Desk *) data)->reader, 0) != NULL;
}

static gpointer
get_reader_child (Desk *desk,
                  const char *id)
{
  return gtk_widget_get_template_child (GTK_WIDGET (desk->reader), SB_TYPE_READER, id);
}

static gboolean
shows_changes (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (get_reader_child (data, "stack")), "changes") == 0;
}

/* The page as it was once is held against the text as it is; other documents on the
 * same things tell why. */
static void
test_related (void)
{
  Desk desk = { 0 };
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  gboolean has_other = FALSE;

  open_document_put (&desk, put_captured);
  sb_test_wait (has_names, &desk);
  g_signal_emit_by_name (desk.reader, "related-wanted");
  sb_test_wait (has_links, &desk);
  g_assert_cmpint (sb_reader_get_link (desk.reader, 0)->kind, ==, SB_READER_LINK_CAPTURE);
  for (guint i = 1; sb_reader_get_link (desk.reader, i) != NULL; i++)
    {
      const SbReaderLink *link = sb_reader_get_link (desk.reader, i);

      g_assert_cmpint (link->kind, ==, SB_READER_LINK_SAME_THINGS);
      has_other |= strstr (link->detail, "Kayes") != NULL || strstr (link->detail, "Dakar") != NULL;
    }
  g_assert_true (has_other);

  g_signal_emit_by_name (desk.reader, "link-activated", 0);
  sb_test_wait (shows_changes, &desk);
  buffer = gtk_text_view_get_buffer (get_reader_child (&desk, "changes"));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_nonnull (strstr (text, "Le port de Dakar"));
  g_assert_nonnull (strstr (text, "depuis un deux mois."));
  sb_test_activate (GTK_WIDGET (desk.reader), "reader.close-changes");
  g_assert_false (shows_changes (&desk));
  close_document (&desk);
}

static SbNameDialog *
find_dialog (void)
{
  return SB_NAME_DIALOG (sb_test_find_window (SB_TYPE_NAME_DIALOG));
}

static gboolean
is_dialog_gone (gpointer data)
{
  return find_dialog () == NULL;
}

static gboolean
has_choice (gpointer data)
{
  GtkWidget *list = sb_test_find_type (data, GTK_TYPE_LIST_BOX_ROW);

  return list != NULL && gtk_widget_get_mapped (list);
}

/* A passage becomes a new actor, by its words; that can be undone. */
static void
test_new_actor (void)
{
  Desk desk = { 0 };
  GtkWidget *picker;
  GtkWidget *row;

  open_document (&desk);
  sb_test_wait (is_kayes_marked, &desk);
  g_assert_true (is_puits_plain (&desk));
  ask_for (&desk, "gens du puits");
  g_signal_emit_by_name (get_button (&desk, "correct"), "clicked");
  g_assert_nonnull (find_dialog ());
  picker = sb_test_find_type (GTK_WIDGET (find_dialog ()), SB_TYPE_RECORD_PICKER);
  sb_test_wait (has_choice, picker);
  row = sb_test_find_type (picker, GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_nonnull (sb_record_picker_get_new (SB_RECORD_PICKER (picker)));
  sb_test_activate (GTK_WIDGET (find_dialog ()), "form.accept");
  sb_test_wait (is_dialog_gone, NULL);
  sb_test_wait (is_puits_marked, &desk);
  g_assert_cmpint (find_mark (&desk, "gens du puits")->record_kind, ==, SB_KIND_ACTOR);

  sb_test_activate (GTK_WIDGET (desk.window), "win.undo");
  sb_test_wait (is_puits_plain, &desk);
  close_document (&desk);
}

int
main (int argc,
      char **argv)
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/reading/not-a-name", test_not_a_name);
  g_test_add_func ("/app/reading/new-actor", test_new_actor);
  g_test_add_func ("/app/reading/related", test_related);
  return sb_test_screen_run ();
}
