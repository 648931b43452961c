/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-briefing-dialog.h"
#include "sb-briefing-writer.h"
#include "sb-briefing.h"
#include "sb-record-builder.h"
#include "sb-test-letter.h"

#include <glib/gstdio.h>
#include <string.h>

/* 2 × 1 pixels. */
#define PICTURE "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGPYGqwFRAAJewJlZppzlQAAAABJRU5ErkJggg=="

static GtkWidget *
get_field (SbTestLetter *letter,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (letter->page->imprint), SB_TYPE_IMPRINT_FORM, name));
}

static void
type (SbTestLetter *letter,
      const char *name,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_field (letter, name)), text);
}

static const char *
get_typed (SbTestLetter *letter,
           const char *name)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_field (letter, name)));
}

static const char *
get_day (SbRecord *briefing,
         guint field)
{
  return sb_date_get_edtf (sb_record_get_date (briefing, field));
}

/* What the pages say, in French, whatever spaces are between the words. */
static gboolean
is_printed (SbTestLetter *letter,
            const char *words)
{
  SbSheets *sheets;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GRegex) spaces = g_regex_new ("[\\s\\x{a0}\\x{202f}]+", 0, 0, NULL);
  g_autofree char *copy = NULL;
  g_autofree char *plain = NULL;

  sb_test_letter_wait_until_composed (letter);
  sheets = sb_test_letter_get_sheets (letter);
  text = sb_briefing_render (&sheets, 1, SB_BRIEFING_FORMAT_TEXT, NULL);
  copy = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  plain = g_regex_replace_literal (spaces, copy, -1, 0, " ", 0, NULL);
  return strstr (plain, words) != NULL;
}

typedef struct
{
  SbTestLetter *letter;
  const char *field;
  const char *text;
} Typed;

static gboolean
is_typed (gpointer data)
{
  const Typed *typed = data;

  return g_str_equal (get_typed (typed->letter, typed->field), typed->text);
}

static void
undo_until (SbTestLetter *letter,
            const char *field,
            const char *text)
{
  Typed typed = { letter, field, text };

  sb_test_letter_wait_until_stored (letter);
  sb_test_activate (GTK_WIDGET (letter->page), "briefing.undo");
  sb_test_wait (is_typed, &typed);
  sb_test_letter_wait_until_stored (letter);
}

/* Of the days the one called @field alone is said to be wrong; NULL for none. */
static void
assert_wrong (SbTestLetter *letter,
              const char *field)
{
  static const char *const days[] = { "first", "last", "as_of" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *label = g_strconcat (days[i], "_problem", NULL);

      g_assert_cmpint (gtk_widget_get_visible (get_field (letter, label)), ==, g_strcmp0 (days[i], field) == 0);
      g_assert_cmpint (gtk_widget_has_css_class (get_field (letter, days[i]), "error"), ==, g_strcmp0 (days[i], field) == 0);
    }
}

/* What is no period is told below the day that is typed, and the briefing keeps the one
 * that it has. */
static void
test_days_refused (void)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *problem;
  } cases[] = {
    { "first", "2026-04-3", "Write a day such as 2026-04-29." },
    { "first", "", "Write a day such as 2026-04-29." },
    { "first", "2026-02-30", "Write a day such as 2026-04-29." },
    { "last", "tomorrow", "Write a day such as 2026-04-29." },
    { "first", "2027-01-01", "The last day is before the first one." },
    { "last", "2020-01-01", "The last day is before the first one." },
    { "as_of", "2020-01-01", "The briefing cannot stand as of a day before its period." },
  };
  SbTestLetter letter;
  g_autoptr (SbRecord) before = NULL;

  sb_test_letter_open (&letter);
  before = g_object_ref (letter.page->briefing);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *kept = g_strdup (get_typed (&letter, cases[i].field));
      g_autofree char *label = g_strconcat (cases[i].field, "_problem", NULL);
      GtkWidget *problem = get_field (&letter, label);

      assert_wrong (&letter, NULL);
      type (&letter, cases[i].field, cases[i].text);
      assert_wrong (&letter, cases[i].field);
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (problem)), ==, cases[i].problem);
      g_assert_true (sb_record_equal (letter.page->briefing, before));
      type (&letter, cases[i].field, kept);
    }
  assert_wrong (&letter, NULL);
  sb_test_letter_close (&letter);
}

static void
test_days (void)
{
  SbTestLetter letter;
  g_autoptr (SbRecord) stored = NULL;
  g_autofree char *first = NULL;

  sb_test_letter_open (&letter);
  g_assert_cmpstr (get_typed (&letter, "first"), ==, get_day (letter.page->briefing, SB_BRIEFING_FIRST));
  first = g_strdup (get_typed (&letter, "first"));
  type (&letter, "as_of", get_day (letter.page->briefing, SB_BRIEFING_LAST));
  sb_test_letter_wait_until_stored (&letter);

  /* One that stands as of its last day goes on doing so. */
  type (&letter, "last", "2026-05-12");
  g_assert_cmpstr (get_day (letter.page->briefing, SB_BRIEFING_LAST), ==, "2026-05-12");
  g_assert_cmpstr (get_day (letter.page->briefing, SB_BRIEFING_AS_OF), ==, "2026-05-12");
  g_assert_cmpstr (get_typed (&letter, "as_of"), ==, "2026-05-12");
  type (&letter, "as_of", "2026-05-14");
  type (&letter, "last", "2026-05-13");
  g_assert_cmpstr (get_day (letter.page->briefing, SB_BRIEFING_AS_OF), ==, "2026-05-14");
  g_assert_true (is_printed (&letter, "13 mai 2026"));
  sb_test_letter_wait_until_stored (&letter);

  type (&letter, "first", "2026-04-03");
  sb_test_letter_wait_until_stored (&letter);
  stored = sb_test_letter_read (&letter);
  g_assert_cmpstr (get_day (stored, SB_BRIEFING_FIRST), ==, "2026-04-03");
  undo_until (&letter, "first", first);
  sb_test_letter_close (&letter);
}

static void
test_cutoff (void)
{
  SbTestLetter letter;
  GtkWidget *problem;
  g_autoptr (SbRecord) stored = NULL;
  g_autofree char *before = NULL;

  sb_test_letter_open (&letter);
  before = g_strdup (get_typed (&letter, "cutoff"));
  problem = get_field (&letter, "cutoff_problem");
  type (&letter, "cutoff", "2026-05-17");
  g_assert_true (gtk_widget_get_visible (problem));
  type (&letter, "cutoff", "2026-05-17T25:00");
  g_assert_true (gtk_widget_get_visible (problem));
  type (&letter, "cutoff", "2026-05-17T06:30");
  g_assert_false (gtk_widget_get_visible (problem));
  g_assert_true (is_printed (&letter, "17 mai 2026 à 06 h 30"));

  sb_test_letter_wait_until_stored (&letter);
  stored = sb_test_letter_read (&letter);
  g_assert_cmpint (sb_record_get_time (stored, SB_BRIEFING_CUTOFF), ==, 1778999400);
  type (&letter, "cutoff", "");
  g_assert_false (sb_record_has (letter.page->briefing, SB_BRIEFING_CUTOFF));
  undo_until (&letter, "cutoff", "2026-05-17T06:30");
  undo_until (&letter, "cutoff", before);
  sb_test_letter_close (&letter);
}

static void
set_contacts (SbTestLetter *letter,
              const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_field (letter, "contacts_fr"))), text, -1);
}

/* Settings go before what the template says; one that is emptied prints nothing. */
static void
test_texts (void)
{
  SbTestLetter letter;
  g_autoptr (SbRecord) stored = NULL;
  const char *settings;

  sb_test_letter_open (&letter);
  g_assert_cmpstr (get_typed (&letter, "series_en"), ==, "Letter of the Observatory");
  type (&letter, "series_fr", "Carnets de MARQUE");
  type (&letter, "theme_fr", "");
  type (&letter, "theme_en", "");
  type (&letter, "subtitle_fr", "Le sous-titre du mois");
  set_contacts (&letter, "Rédaction\n\nredaction@example.org");
  g_assert_true (is_printed (&letter, "Carnets de MARQUE"));
  g_assert_true (is_printed (&letter, "Le sous-titre du mois"));
  g_assert_true (is_printed (&letter, "redaction@example.org"));
  g_assert_false (is_printed (&letter, "Sécurité et diplomatie au Sahel"));

  sb_test_letter_wait_until_stored (&letter);
  stored = sb_test_letter_read (&letter);
  settings = sb_record_get_text (stored, SB_BRIEFING_SETTINGS);
  g_assert_nonnull (strstr (settings, "Series[fr]=Carnets de MARQUE"));
  g_assert_nonnull (strstr (settings, "Contacts[fr]=Rédaction\\n\\nredaction@example.org"));

  /* As the template has it, nothing is kept. */
  type (&letter, "series_fr", "Lettre de l’Observatoire");
  g_assert_null (strstr (sb_record_get_text (letter.page->briefing, SB_BRIEFING_SETTINGS), "Series"));
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

static gboolean
has_logo (gpointer data)
{
  SbTestLetter *letter = data;

  return sb_record_has (letter->page->briefing, SB_BRIEFING_LOGO);
}

static gboolean
has_no_logo (gpointer data)
{
  return !has_logo (data);
}

static gboolean
is_visible (gpointer data)
{
  return gtk_widget_get_visible (data);
}

static void
read_logo (SbTestLetter *letter,
           const char *contents,
           gsize length)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "logo.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  sb_logo_field_read (letter->page->logo, file);
}

static void
test_logo (void)
{
  SbTestLetter letter;
  gsize length;
  g_autofree guchar *picture = g_base64_decode (PICTURE, &length);
  g_autoptr (SbRecord) stored = NULL;
  GtkWidget *problem, *shown;

  sb_test_letter_open (&letter);
  problem = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (letter.page->logo), SB_TYPE_LOGO_FIELD, "problem"));
  shown = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (letter.page->logo), SB_TYPE_LOGO_FIELD, "picture"));
  g_assert_false (has_logo (&letter));
  g_assert_false (is_visible (shown));

  read_logo (&letter, "no picture", 10);
  sb_test_wait (is_visible, problem);
  g_assert_false (has_logo (&letter));

  read_logo (&letter, (const char *) picture, length);
  g_assert_false (is_visible (problem));
  sb_test_wait (has_logo, &letter);
  sb_test_wait (is_visible, shown);
  sb_test_letter_wait_until_stored (&letter);
  stored = sb_test_letter_read (&letter);
  g_assert_cmpstr (sb_record_get_text (stored, SB_BRIEFING_LOGO), ==, "data:image/png;base64," PICTURE);

  sb_test_activate (GTK_WIDGET (letter.page->logo), "logo.remove");
  g_assert_false (has_logo (&letter));
  g_assert_false (is_visible (shown));
  sb_test_letter_wait_until_stored (&letter);
  sb_test_activate (GTK_WIDGET (letter.page), "briefing.undo");
  sb_test_wait (has_logo, &letter);
  sb_test_activate (GTK_WIDGET (letter.page), "briefing.undo");
  sb_test_wait (has_no_logo, &letter);
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

/* Of a language that it is not printed in, the form has no fields. */
static void
test_one_language (void)
{
  static const char *const fields[] = { "subtitle_en", "series_en", "theme_en", "contacts_en" };
  SbTestLetter letter;

  sb_test_letter_open (&letter);
  for (guint pass = 0; pass < 3; pass++)
    {
      gtk_check_button_set_active (letter.page->in_english, pass != 1);
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        {
          GtkWidget *field = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (letter.page->imprint), SB_TYPE_IMPRINT_FORM, fields[i]));
          g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (field);
          GtkWidget *shown = GTK_IS_TEXT_VIEW (field) ? gtk_widget_get_ancestor (field, GTK_TYPE_SCROLLED_WINDOW) : field;

          g_assert_true (gtk_widget_get_visible (shown) == (pass != 1));
          g_assert_true (gtk_widget_get_visible (labels->data) == (pass != 1));
        }
    }
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

static gboolean
has_dossier (gpointer data)
{
  return gtk_drop_down_get_selected_item (data) != NULL;
}

static gboolean
tells_events (gpointer data)
{
  return strstr (gtk_label_get_text (data), " · ") != NULL;
}

/* A new one has a cutoff, and is by whom the last one is. */
static void
test_new (void)
{
  SbTestLetter letter;
  GtkWidget *dialog;
  SbRecord *briefing;
  gint64 end;

  sb_test_letter_open (&letter);
  sb_test_activate (GTK_WIDGET (letter.page), "briefing.add");
  dialog = sb_test_find_window (SB_TYPE_BRIEFING_DIALOG);
  sb_test_wait (has_dossier, gtk_widget_get_template_child (dialog, SB_TYPE_BRIEFING_DIALOG, "dossier"));
  sb_test_wait (tells_events, gtk_widget_get_template_child (dialog, SB_TYPE_BRIEFING_DIALOG, "days"));
  sb_test_activate (dialog, "form.accept");
  briefing = letter.page->briefing;
  end = (gint64) sb_date_get_last_day (sb_record_get_date (briefing, SB_BRIEFING_AS_OF)) * 86400;
  g_assert_cmpstr (sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE), ==, "situation");
  g_assert_cmpstr (sb_record_get_text (briefing, SB_BRIEFING_INSTITUTION), ==, "SahelBrief");
  g_assert_true (sb_record_has (briefing, SB_BRIEFING_AUTHOR));
  g_assert_cmpint (sb_record_get_time (briefing, SB_BRIEFING_CUTOFF), >=, end);
  g_assert_cmpint (sb_record_get_time (briefing, SB_BRIEFING_CUTOFF), <, end + 86400);
  sb_test_letter_wait_until_stored (&letter);
  g_assert_true (is_printed (&letter, "Données arrêtées"));
  sb_test_letter_close (&letter);
}

/* At the clock where that is today, else at the end of the day; what it says of its author
 * itself stays. */
static void
test_proposal (void)
{
  static const struct
  {
    const char *as_of;
    gint64 cutoff;
  } cases[] = {
    { "2026-05-20", 1779235200 }, /* the clock of tests stands there, at midnight */
    { "2026-05-19", 1779235140 }, /* 23:59 */
    { "2026-04-30", 1777593540 },
  };
  SbTestLetter letter;

  sb_test_letter_open (&letter);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new_from (letter.page->briefing);
      g_autoptr (SbDate) as_of = sb_date_new (cases[i].as_of, NULL);
      g_autoptr (SbRecord) briefing = NULL;
      g_autoptr (SbRecord) proposed = NULL;

      sb_record_builder_set_date (builder, SB_BRIEFING_AS_OF, as_of);
      sb_record_builder_set_text (builder, SB_BRIEFING_AUTHOR, "Somebody else");
      briefing = sb_record_builder_end (builder);
      proposed = _sb_briefings_page_propose_imprint (letter.page, briefing);
      g_assert_cmpint (sb_record_get_time (proposed, SB_BRIEFING_CUTOFF), ==, cases[i].cutoff);
      g_assert_cmpstr (sb_record_get_text (proposed, SB_BRIEFING_AUTHOR), ==, "Somebody else");
    }
  sb_test_letter_close (&letter);
}

int
main (int argc,
      char **argv)
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/imprint/days-refused", test_days_refused);
  g_test_add_func ("/app/imprint/days", test_days);
  g_test_add_func ("/app/imprint/cutoff", test_cutoff);
  g_test_add_func ("/app/imprint/texts", test_texts);
  g_test_add_func ("/app/imprint/logo", test_logo);
  g_test_add_func ("/app/imprint/one-language", test_one_language);
  g_test_add_func ("/app/imprint/new", test_new);
  g_test_add_func ("/app/imprint/proposal", test_proposal);
  return sb_test_screen_run ();
}
