/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-text-editor.h"

#include "sb-test-screen.h"

#include <string.h>

typedef struct
{
  SbTextEditor *editor; /* (not owned) of window */
  GtkWindow *window;
  guint n_edits;
} Fixture;

static void
edited_cb (Fixture *fixture)
{
  fixture->n_edits++;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->editor = SB_TEXT_EDITOR (sb_text_editor_new (SB_LANGUAGE_FR));
  fixture->window = sb_test_show (GTK_WIDGET (fixture->editor), 300, 200);
  g_signal_connect_swapped (fixture->editor, "edited", G_CALLBACK (edited_cb), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_test_close (fixture->window);
}

static void
assert_text (Fixture *fixture,
             const char *expected)
{
  g_autofree char *text = sb_text_editor_dup_text (fixture->editor);

  g_assert_cmpstr (text, ==, expected);
}

/* What is selected, what is done, and what comes of it; done again, it is undone. */
static void
test_marks (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint start;
    guint end;
    const char *action;
    const char *expected;
  } cases[] = {
    { "un convoi brûlé", 3, 9, "text.bold", "un **convoi** brûlé" },
    { "un convoi brûlé", 10, 15, "text.italic", "un convoi *brûlé*" },
    { "un\ndeux", 0, 7, "text.list", "- un\n- deux" },
    { "un\ndeux", 1, 1, "text.quote", "> un\ndeux" },
    { "Titre", 0, 0, "text.heading", "# Titre" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sb_text_editor_set_text (fixture->editor, cases[i].text);
      sb_text_editor_select (fixture->editor, cases[i].start, cases[i].end);
      sb_test_activate (GTK_WIDGET (fixture->editor), cases[i].action);
      assert_text (fixture, cases[i].expected);
      sb_test_activate (GTK_WIDGET (fixture->editor), cases[i].action);
      assert_text (fixture, cases[i].text);
    }
}

/* A text that is set is no edit, and the cursor stays in its word. */
static void
test_set_text (Fixture *fixture,
               gconstpointer data)
{
  sb_text_editor_set_text (fixture->editor, "Le blocus de Kayes est levé.");
  sb_text_editor_select (fixture->editor, 13, 18);
  sb_text_editor_set_text (fixture->editor, "Le blocus de Kayes n’est pas levé.");
  g_assert_cmpuint (fixture->n_edits, ==, 0);
  {
    g_autofree char *selected = sb_text_editor_dup_selection (fixture->editor);

    g_assert_cmpstr (selected, ==, "Kayes");
  }
  sb_text_editor_set_text (fixture->editor, "é");
  sb_text_editor_set_text (fixture->editor, "è");
  assert_text (fixture, "è");
}

/* A citation does not stick to the word before it, and a quotation stands alone. */
static void
test_insert (Fixture *fixture,
             gconstpointer data)
{
  sb_text_editor_set_text (fixture->editor, "Un convoi");
  sb_text_editor_select (fixture->editor, 9, 9);
  sb_text_editor_insert (fixture->editor, "[@x]");
  assert_text (fixture, "Un convoi [@x]");
  sb_text_editor_insert_paragraph (fixture->editor, "> cité");
  assert_text (fixture, "Un convoi [@x]\n\n> cité");
  g_assert_cmpuint (fixture->n_edits, >, 0);
  g_assert_cmpuint (sb_text_editor_get_line (fixture->editor), ==, 3);
}

static gboolean
is_marked (gpointer data)
{
  return sb_text_editor_get_n_misspelled (data) == 1;
}

static gboolean
is_unmarked (gpointer data)
{
  return sb_text_editor_get_n_misspelled (data) == 0;
}

/* Names of the catalogue, citations, addresses and abbreviations are no mistakes; what is
 * quoted is not ours. */
static void
test_spelling (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (SbSpelling) spelling = sb_spelling_new ();
  const char *const names[] = { "Tessalit", "Sévaré", NULL };

  sb_text_editor_set_spelling (fixture->editor, spelling);
  sb_text_editor_set_text (fixture->editor, "L’armée quitte Tessalit, le JNIM aussi [@4c8170f8-zzqx] https://zzqx.example.org, un blokus.");
  sb_spelling_add_names (spelling, names);
  sb_test_wait (is_marked, fixture->editor);
  sb_text_editor_set_text (fixture->editor, "L’armée quitte Tessalit, un blocus.");
  sb_test_wait (is_unmarked, fixture->editor);
  sb_text_editor_set_text (fixture->editor, "> «\302\240A convoy was attacked\302\240»\n\nUn blokus.");
  sb_test_wait (is_marked, fixture->editor);
}

#define CITATION "[@3dd95b07-2d71-41b6-91c9-a2e45c6cd6e2]"

static void
press (Fixture *fixture,
       const char *key)
{
  g_signal_emit_by_name (sb_test_find_type (GTK_WIDGET (fixture->editor), GTK_TYPE_TEXT_VIEW), key);
}

/* A citation is one thing: the cursor goes around it, and it is deleted whole. */
static void
test_citation (Fixture *fixture,
               gconstpointer data)
{
  const guint start = strlen ("Un fait ");
  const guint end = start + strlen (CITATION);

  sb_text_editor_set_text (fixture->editor, "Un fait " CITATION ". Fin.");
  sb_text_editor_select (fixture->editor, 0, 0);
  sb_text_editor_select (fixture->editor, start + 1, start + 1);
  g_assert_cmpuint (sb_text_editor_get_selection_start (fixture->editor), ==, end);
  g_assert_cmpuint (sb_text_editor_get_selection_end (fixture->editor), ==, end);
  sb_text_editor_select (fixture->editor, end - 1, end - 1);
  g_assert_cmpuint (sb_text_editor_get_selection_start (fixture->editor), ==, start);
  g_assert_cmpuint (sb_text_editor_get_selection_end (fixture->editor), ==, start);

  sb_text_editor_select (fixture->editor, end, end);
  press (fixture, "backspace");
  assert_text (fixture, "Un fait . Fin.");
  g_assert_cmpuint (fixture->n_edits, ==, 1);

  /* What is set is set as it is, and half a citation is none. */
  sb_text_editor_set_text (fixture->editor, "Un fait " CITATION ". Fin.");
  sb_text_editor_set_text (fixture->editor, "Un fait [@3dd95b07-2d71-41b6-91c9-a2e45c6cd6ff]. Fin.");
  assert_text (fixture, "Un fait [@3dd95b07-2d71-41b6-91c9-a2e45c6cd6ff]. Fin.");
  sb_text_editor_set_text (fixture->editor, "Un [@fait.");
  sb_text_editor_select (fixture->editor, 6, 6);
  press (fixture, "backspace");
  assert_text (fixture, "Un [@ait.");
}

int
main (int argc,
      char **argv)
{
  sb_test_screen_init (&argc, &argv);
  g_test_add ("/widgets/text-editor/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/widgets/text-editor/set-text", Fixture, NULL, set_up, test_set_text, tear_down);
  g_test_add ("/widgets/text-editor/insert", Fixture, NULL, set_up, test_insert, tear_down);
  g_test_add ("/widgets/text-editor/spelling", Fixture, NULL, set_up, test_spelling, tear_down);
  g_test_add ("/widgets/text-editor/citation", Fixture, NULL, set_up, test_citation, tear_down);
  return sb_test_screen_run ();
}
