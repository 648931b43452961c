/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-claim-board.h"
#include "sb-claim.h"
#include "sb-claims-page.h"
#include "sb-evidence.h"
#include "sb-hypotheses.h"
#include "sb-hypothesis-matrix.h"
#include "sb-record-list.h"
#include "sb-test-desk.h"

/* What is judged on the page of claims is stored, undone and done again; and is seen in
 * another window of the same catalogue. */

#define WORDS "Aucune trêve <& plus> n’est confirmée"

typedef struct
{
  SbApplication *application; /* (owned) */
  SbCatalogue *catalogue;
  SbRecordList *claims; /* (owned) all of them */
  SbWindow *windows[2];
  SbPage *pages[2];
  gint64 claim; /* the one that is judged */

  gint64 scenario; /* what is weighed, and where that was looked up */
  gint64 extract;
  int stance; /* -1 when the two are not tied */
  gboolean is_done;
} Desk;

static gboolean
has_claims (gpointer data)
{
  SbRecordList *claims = ((Desk *) data)->claims;

  return !sb_record_list_is_loading (claims) && g_list_model_get_n_items (G_LIST_MODEL (claims)) > 0;
}

static void
open_desk (Desk *desk)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_CLAIM);
  g_autoptr (SbRecord) claim = NULL;
  g_autoptr (SbRef) ref = NULL;

  desk->application = sb_test_desk_start ();
  desk->catalogue = sb_test_desk_get_catalogue (desk->application);
  desk->claims = sb_record_list_new (desk->catalogue, query);
  sb_test_wait (has_claims, desk);
  claim = g_list_model_get_item (G_LIST_MODEL (desk->claims), 0);
  desk->claim = sb_record_get_id (claim);
  ref = sb_record_dup_ref (claim);
  for (guint i = 0; i < G_N_ELEMENTS (desk->windows); i++)
    {
      desk->windows[i] = sb_test_desk_open_window (desk->application);
      desk->pages[i] = sb_test_desk_show_page (desk->windows[i], "claims");
      sb_session_select (sb_page_get_session (desk->pages[i]), ref);
    }
}

static void
close_desk (Desk *desk)
{
  for (guint i = 0; i < G_N_ELEMENTS (desk->windows); i++)
    gtk_window_close (GTK_WINDOW (desk->windows[i]));
  g_clear_object (&desk->claims);
  sb_test_desk_stop (desk->application);
}

static gpointer
get_child (Desk *desk,
           guint window,
           GType type)
{
  return sb_test_find_type (GTK_WIDGET (desk->pages[window]), type);
}

static gboolean
has_words (GtkWidget *widget,
           gpointer data)
{
  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), WORDS);
}

/* Whether a window shows what was retained. */
static gboolean
is_shown (Desk *desk,
          guint window)
{
  return sb_test_find (get_child (desk, window, SB_TYPE_CLAIM_BOARD), GTK_TYPE_EDITABLE, has_words, NULL) != NULL;
}

static gboolean
is_stored (Desk *desk)
{
  guint position;
  g_autoptr (SbRecord) claim = NULL;

  if (!sb_record_list_find (desk->claims, desk->claim, &position))
    return FALSE;

  claim = g_list_model_get_item (G_LIST_MODEL (desk->claims), position);
  return g_strcmp0 (sb_record_get_words (claim, SB_CLAIM_RETAINED, SB_LANGUAGE_FR), WORDS) == 0;
}

static gboolean
is_retained (gpointer data)
{
  return is_stored (data) && is_shown (data, 0) && is_shown (data, 1);
}

static gboolean
is_as_before (gpointer data)
{
  return !is_stored (data) && !is_shown (data, 0) && !is_shown (data, 1);
}

static gboolean
has_board (gpointer data)
{
  return sb_test_find_type (get_child (data, 1, SB_TYPE_CLAIM_BOARD), GTK_TYPE_EDITABLE) != NULL &&
         sb_test_find_type (get_child (data, 0, SB_TYPE_CLAIM_BOARD), GTK_TYPE_EDITABLE) != NULL;
}

/* Written in one window, undone in the other. */
static void
test_retain (void)
{
  Desk desk = { 0 };

  open_desk (&desk);
  sb_test_wait (has_board, &desk);
  g_assert_true (is_as_before (&desk));
  g_signal_emit_by_name (get_child (&desk, 0, SB_TYPE_CLAIM_BOARD), "retained", WORDS, "");
  sb_test_wait (is_retained, &desk);
  sb_test_activate (GTK_WIDGET (desk.windows[1]), "win.undo");
  sb_test_wait (is_as_before, &desk);
  sb_test_activate (GTK_WIDGET (desk.windows[0]), "win.redo");
  sb_test_wait (is_retained, &desk);
  sb_test_activate (GTK_WIDGET (desk.windows[0]), "win.undo");
  sb_test_wait (is_as_before, &desk);
  close_desk (&desk);
}

/* Run in the worker: how the extract stands to the scenario. */
static gpointer
look (SbStore *store,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  Desk *desk = data;
  g_autoptr (GPtrArray) evidence = sb_store_list_evidence (store, desk->scenario, error);

  desk->stance = -1;
  for (guint i = 0; i < evidence->len; i++)
    {
      SbRecord *tie = g_ptr_array_index (evidence, i);

      if (sb_ref_get_id (sb_record_get_ref (tie, SB_EVIDENCE_EXTRACT)) == desk->extract)
        desk->stance = sb_record_get_term (tie, SB_EVIDENCE_STANCE, -1);
    }

  return desk;
}

static void
looked_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  ((Desk *) user_data)->is_done = TRUE;
}

static int
look_up_stance (Desk *desk)
{
  desk->is_done = FALSE;
  sb_catalogue_read_async (desk->catalogue, look, desk, NULL, NULL, NULL, looked_cb, desk);
  sb_test_wait (sb_test_is_true, &desk->is_done);
  return desk->stance;
}

/* Run in the worker: a scenario, and an extract that it rests on. */
typedef struct
{
  SbRecord *scenario;
  SbRecord *evidence;
} Weighed;

static gpointer
find_weighed (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  Weighed *weighed = data;
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_SCENARIO);
  g_autoptr (GPtrArray) scenarios = sb_store_list (store, query, error);

  for (guint i = 0; i < scenarios->len && weighed->evidence == NULL; i++)
    {
      SbRecord *scenario = g_ptr_array_index (scenarios, i);
      g_autoptr (GPtrArray) evidence = sb_store_list_evidence (store, sb_record_get_id (scenario), error);

      if (evidence->len == 0)
        continue;

      weighed->scenario = g_object_ref (scenario);
      weighed->evidence = g_object_ref (g_ptr_array_index (evidence, 0));
    }

  return weighed;
}

static gboolean
can_redo (gpointer data)
{
  return sb_catalogue_get_redo_label (((Desk *) data)->catalogue) != NULL;
}

static gboolean
can_undo (gpointer data)
{
  return sb_catalogue_get_undo_label (((Desk *) data)->catalogue) != NULL;
}

/* What supported comes to contradict, and is weighed as before. */
static void
test_weigh (void)
{
  Desk desk = { 0 };
  Weighed weighed = { 0 };
  int before;
  int other;

  open_desk (&desk);
  sb_catalogue_read_async (desk.catalogue, find_weighed, &weighed, NULL, NULL, NULL, looked_cb, &desk);
  sb_test_wait (sb_test_is_true, &desk.is_done);
  g_assert_nonnull (weighed.evidence);
  desk.scenario = sb_record_get_id (weighed.scenario);
  desk.extract = sb_ref_get_id (sb_record_get_ref (weighed.evidence, SB_EVIDENCE_EXTRACT));
  before = look_up_stance (&desk);
  other = before == SB_STANCE_SUPPORTS ? SB_STANCE_CONTRADICTS : SB_STANCE_SUPPORTS;

  g_signal_emit_by_name (get_child (&desk, 0, SB_TYPE_HYPOTHESIS_MATRIX), "weighed", weighed.scenario, weighed.evidence,
                         before == SB_STANCE_SUPPORTS ? SB_CONSISTENCY_AGAINST : SB_CONSISTENCY_FOR);
  sb_test_wait (can_undo, &desk);
  g_assert_cmpint (look_up_stance (&desk), ==, other);
  sb_test_activate (GTK_WIDGET (desk.windows[0]), "win.undo");
  sb_test_wait (can_redo, &desk);
  g_assert_cmpint (look_up_stance (&desk), ==, before);
  sb_test_activate (GTK_WIDGET (desk.windows[0]), "win.redo");
  sb_test_wait (can_undo, &desk);
  g_assert_cmpint (look_up_stance (&desk), ==, other);

  /* To weigh it no longer takes the tie away; and that comes back. */
  g_signal_emit_by_name (get_child (&desk, 1, SB_TYPE_HYPOTHESIS_MATRIX), "weighed", weighed.scenario, weighed.evidence, SB_CONSISTENCY_UNKNOWN);
  while (look_up_stance (&desk) != -1)
    sb_test_run_main_loop ();
  sb_test_activate (GTK_WIDGET (desk.windows[1]), "win.undo");
  sb_test_wait (can_redo, &desk);
  g_assert_cmpint (look_up_stance (&desk), ==, other);

  g_object_unref (weighed.scenario);
  g_object_unref (weighed.evidence);
  close_desk (&desk);
}

int
main (int argc,
      char *argv[])
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/claims-page/retain", test_retain);
  g_test_add_func ("/app/claims-page/weigh", test_weigh);
  return sb_test_screen_run ();
}
