/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-claim-board.h"

#include "sb-claim.h"
#include "sb-record-builder.h"
#include "sb-test-screen.h"

static SbRecord *
create_claim (void)
{
  SbRecordBuilder *claim = sb_record_builder_new (&sb_claim_schema);
  static const SbClaimStance stances[] = { SB_CLAIM_STANCE_CLAIMS, SB_CLAIM_STANCE_DENIES };
  static const char *const speakers[] = { "JNIM", "The army" };

  sb_record_builder_set_id (claim, 7);
  sb_record_builder_set_words (claim, SB_CLAIM_PROPOSITION, "Kayes est sous blocus.", "Kayes is under blockade.");
  for (guint i = 0; i < G_N_ELEMENTS (stances); i++)
    {
      SbRecordBuilder *statement = sb_record_builder_new (&sb_claim_statement_schema);

      sb_record_builder_set_words (statement, SB_CLAIM_STATEMENT_ATTRIBUTION, speakers[i], speakers[i]);
      sb_record_builder_set_term (statement, SB_CLAIM_STATEMENT_STANCE, stances[i]);
      sb_record_builder_take_item (claim, SB_CLAIM_STATEMENTS, sb_record_builder_end (statement));
    }

  return sb_record_builder_end (claim);
}

static void
retained_cb (char **words,
             const char *fr,
             const char *en)
{
  g_free (*words);
  *words = g_strdup (en);
}

static gboolean
is_retain (GtkWidget *widget,
           gpointer data)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Retain") == 0;
}

/* Both sides are there; a statement becomes the version retained, which can be worded next
 * by keyboard when the board shows it. */
static void
test_retain (void)
{
  g_autoptr (SbSession) session = sb_session_new ();
  g_autoptr (SbRecord) claim = NULL;
  g_autofree char *words = NULL;
  SbClaimBoard *board;
  GtkWindow *window;
  GtkWidget *button;
  GtkWidget *focus;

  sb_test_screen_set_language (SB_LANGUAGE_EN);
  claim = create_claim ();
  board = SB_CLAIM_BOARD (sb_claim_board_new ());
  sb_claim_board_set_session (board, session);
  sb_claim_board_set_claim (board, claim, NULL, NULL);
  g_signal_connect_swapped (board, "retained", G_CALLBACK (retained_cb), &words);
  window = sb_test_show (GTK_WIDGET (board), 700, 500);

  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (board), "JNIM"));
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (board), "The army"));
  button = sb_test_find (GTK_WIDGET (board), GTK_TYPE_BUTTON, is_retain, NULL);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (words, ==, "JNIM claims responsibility");
  sb_claim_board_set_claim (board, claim, NULL, NULL);
  focus = gtk_window_get_focus (window);
  g_assert_true (GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (board)));

  sb_claim_board_set_claim (board, NULL, NULL, NULL);
  sb_test_close (window);
}

int
main (int argc,
      char **argv)
{
  sb_test_screen_init (&argc, &argv);

  g_test_add_func ("/widgets/claim-board/retain", test_retain);

  return sb_test_screen_run ();
}
