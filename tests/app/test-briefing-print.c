/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-briefing-file-name.h"
#include "sb-briefing-print.h"
#include "sb-briefing.h"
#include "sb-print-memory.h"
#include "sb-record-builder.h"
#include "sb-test-desk.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

static const struct
{
  const char *name; /* of the paper, as the dialog has it */
  SbPaper paper; /* that its pages are set for */
} papers[] = {
  { GTK_PAPER_NAME_A4, SB_PAPER_A4 },
  { GTK_PAPER_NAME_LETTER, SB_PAPER_LETTER },
  { GTK_PAPER_NAME_A3, SB_PAPER_A4 },
  { GTK_PAPER_NAME_A5, SB_PAPER_A4 },
};

/* Pages are set for the paper that has most of it covered by them. */
static void
test_choice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      GtkPaperSize *size = gtk_paper_size_new (papers[i].name);

      g_assert_cmpint (sb_briefing_print_choose_paper (gtk_paper_size_get_width (size, GTK_UNIT_POINTS), gtk_paper_size_get_height (size, GTK_UNIT_POINTS)), ==, papers[i].paper);
      gtk_paper_size_free (size);
    }
}

static void
done_cb (GtkPrintOperation *operation,
         GtkPrintOperationResult result,
         int *told)
{
  *told = (int) result;
}

static gboolean
is_told (gpointer data)
{
  return *(int *) data >= 0;
}

/* The note of the sample. */
static SbRecord *
read_note (SbCatalogue *catalogue)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = sb_store_open (sb_catalogue_get_path (catalogue), SB_STORE_READ_ONLY, &error);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_BRIEFING);
  g_autoptr (GPtrArray) briefings = NULL;

  g_assert_no_error (error);
  briefings = sb_store_list (store, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < briefings->len; i++)
    if (g_strcmp0 (sb_record_get_text (g_ptr_array_index (briefings, i), SB_BRIEFING_TEMPLATE), "note") == 0)
      return g_object_ref (g_ptr_array_index (briefings, i));

  g_assert_not_reached ();
}

/* Prints to a file on that paper, as if it had been chosen in the dialog; what the first
 * of its pages says. */
static char *
run (SbBriefingPrint *operation,
     const char *paper)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "print.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;
  PopplerPage *page;
  double width, height;
  char *text;
  int told = -1;

  gtk_page_setup_set_paper_size (setup, size);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (operation), setup);
  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (operation), path);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &told);
  gtk_print_operation_run (GTK_PRINT_OPERATION (operation), GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  sb_test_wait (is_told, &told);
  g_assert_cmpint (told, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (sb_briefing_print_get_failure (operation));

  document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  page = poppler_document_get_page (document, 0);
  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, gtk_paper_size_get_width (size, GTK_UNIT_POINTS), 1);
  g_assert_cmpfloat_with_epsilon (height, gtk_paper_size_get_height (size, GTK_UNIT_POINTS), 1);
  g_unlink (path);
  gtk_paper_size_free (size);
  g_assert_cmpint (poppler_document_get_n_pages (document), >, 5);
  text = poppler_page_get_text (page);
  g_object_unref (page);
  g_object_unref (document);

  return text;
}

static char *
print (SbCatalogue *catalogue,
       SbRecord *note,
       const char *paper)
{
  static const SbEditionManner manner = { .languages = 1u << SB_LANGUAGE_FR, .paper = SB_PAPER_A4 };
  g_autoptr (SbBriefingPrint) operation = sb_briefing_print_new (catalogue, note, &manner, NULL);

  return run (operation, paper);
}

/* Whatever paper is chosen, it has its pages whole: a lower one breaks them elsewhere, and
 * one of the same form has them larger or smaller. */
static void
test_papers (void)
{
  SbApplication *application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbCatalogue *catalogue = sb_context_get_catalogue (sb_application_get_context (application));
  g_autoptr (SbRecord) note = read_note (catalogue);
  g_autofree char *on_a4 = print (catalogue, note, GTK_PAPER_NAME_A4);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *text = print (catalogue, note, papers[i].name);

      g_test_message ("%s", papers[i].name);
      if (papers[i].paper == SB_PAPER_A4)
        g_assert_cmpstr (text, ==, on_a4);
      else
        g_assert_cmpstr (text, !=, on_a4);
    }

  gtk_window_close (GTK_WINDOW (window));
  sb_test_desk_stop (application);
}

/* A briefing that cannot be set is not printed, and says why. */
static void
test_failure (void)
{
  SbApplication *application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbCatalogue *catalogue = sb_context_get_catalogue (sb_application_get_context (application));
  static const SbEditionManner manner = { .languages = 1u << SB_LANGUAGE_FR, .paper = SB_PAPER_A4 };
  g_autoptr (SbRecord) note = read_note (catalogue);
  SbRecordBuilder *builder = sb_record_builder_new_from (note);
  g_autoptr (SbRecord) wrong = NULL;
  g_autoptr (SbBriefingPrint) operation = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "none.pdf", NULL);
  int told = -1;

  sb_record_builder_set_text (builder, SB_BRIEFING_TEMPLATE, "nothing");
  wrong = sb_record_builder_end (builder);
  operation = sb_briefing_print_new (catalogue, wrong, &manner, NULL);
  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (operation), path);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &told);
  gtk_print_operation_run (GTK_PRINT_OPERATION (operation), GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
  sb_test_wait (is_told, &told);
  g_assert_cmpint (told, ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_nonnull (sb_briefing_print_get_failure (operation));
  g_clear_object (&operation);

  gtk_window_close (GTK_WINDOW (window));
  sb_test_desk_stop (application);
}

/* The dialog asks for the languages of a briefing that has both, beginning with what is on
 * the screen; what is chosen is printed. */
static void
test_languages (void)
{
  static const struct
  {
    const char *languages;
    guint n_choices; /* 0 for no list */
  } cases[] = {
    { "fr en", 4 },
    { "fr", 0 },
  };
  static const SbEditionManner manner = { .languages = (1u << SB_LANGUAGE_FR) | (1u << SB_LANGUAGE_EN), .paper = SB_PAPER_A4 };
  SbApplication *application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbCatalogue *catalogue = sb_context_get_catalogue (sb_application_get_context (application));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbRecord) note = read_note (catalogue);
      SbRecordBuilder *builder = sb_record_builder_new_from (note);
      g_autoptr (SbRecord) briefing = NULL;
      g_autoptr (SbBriefingPrint) operation = NULL;
      g_autofree char *text = NULL;
      GtkWidget *page;
      GtkWidget *list;

      sb_record_builder_set_text (builder, SB_BRIEFING_LANGUAGES, cases[i].languages);
      briefing = sb_record_builder_end (builder);
      operation = sb_briefing_print_new (catalogue, briefing, &manner, NULL);
      page = GTK_PRINT_OPERATION_GET_CLASS (operation)->create_custom_widget (GTK_PRINT_OPERATION (operation));
      g_assert_true ((page != NULL) == (cases[i].n_choices > 0));
      if (page == NULL)
        continue;

      g_object_ref_sink (page);
      list = sb_test_find_type (page, GTK_TYPE_DROP_DOWN);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (list))), ==, cases[i].n_choices);
      g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (list)), ==, 2);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (list), 3);
      GTK_PRINT_OPERATION_GET_CLASS (operation)->custom_widget_apply (GTK_PRINT_OPERATION (operation), page);
      g_object_unref (page);
      text = run (operation, GTK_PAPER_NAME_A4);
      g_assert_nonnull (strstr (text, "Période"));
      g_assert_nonnull (strstr (text, "Period:"));
    }
  gtk_window_close (GTK_WINDOW (window));
  sb_test_desk_stop (application);
}

/* What is kept of one printing for the next. */
static void
test_lasting (void)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPrintSettings) lasting = NULL;

  gtk_print_settings_set_printer (settings, "Bureau");
  gtk_print_settings_set_n_copies (settings, 3);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///home/awa/lettre.pdf");
  lasting = sb_print_memory_dup_lasting (settings);
  g_assert_cmpstr (gtk_print_settings_get_printer (lasting), ==, "Bureau");
  g_assert_null (gtk_print_settings_get (lasting, GTK_PRINT_SETTINGS_OUTPUT_URI));
  g_assert_null (gtk_print_settings_get (lasting, GTK_PRINT_SETTINGS_N_COPIES));
}

/* Files are called by the title, by what of it every file system takes. */
static void
test_file_name (void)
{
  static const struct
  {
    const char *fr;
    const char *en;
    guint languages;
    const char *what;
    const char *name;
  } cases[] = {
    { "Mali\302\240: ce qui a changé", "Mali: what changed", 1u << SB_LANGUAGE_FR, "fr", "Mali - ce qui a changé (fr)" },
    { "Mali\302\240: ce qui a changé", "Mali: what changed", 1u << SB_LANGUAGE_EN, "2-en", "Mali - what changed (2-en)" },
    { "Bamako peut-elle tomber\342\200\257?", NULL, 3, NULL, "Bamako peut-elle tomber" },
    { NULL, "FLA/JNIM\nat \"war\"", 3, NULL, "FLA-JNIM at war" },
    { "...", NULL, 1u << SB_LANGUAGE_FR, "fr", "note (fr)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_briefing_schema);
      g_autoptr (SbRecord) briefing = NULL;
      g_autofree char *name = NULL;

      sb_record_builder_set_text (builder, SB_BRIEFING_TEMPLATE, "note");
      sb_record_builder_set_words (builder, SB_BRIEFING_TITLE, cases[i].fr, cases[i].en);
      briefing = sb_record_builder_end (builder);
      name = sb_briefing_dup_file_name (briefing, cases[i].languages, cases[i].what);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int argc,
      char *argv[])
{
  sb_test_desk_init (&argc, &argv);

  g_test_add_func ("/app/briefing-print/choice", test_choice);
  g_test_add_func ("/app/briefing-print/papers", test_papers);
  g_test_add_func ("/app/briefing-print/failure", test_failure);
  g_test_add_func ("/app/briefing-print/languages", test_languages);
  g_test_add_func ("/app/briefing-print/lasting", test_lasting);
  g_test_add_func ("/app/briefing-print/file-name", test_file_name);

  return sb_test_screen_run ();
}
