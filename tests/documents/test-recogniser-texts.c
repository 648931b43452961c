/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-recogniser.h"

/* How much of what whole texts name is found, and how much of what is found they
 * name. The texts of tests/documents/mentions/texts are our own, in the style of the
 * trade, and marked by hand as those of fr.txt; the first line of each tells its
 * language and its day. SB_TEXTS is another folder of such texts. */

/* What has to be reached, of all texts together. */
#define LEAST_F1        0.92
#define LEAST_PRECISION 0.95
#define LEAST_KIND      0.95
#define LEAST_DATES     0.90

typedef struct
{
  char kind; /* the letter of the mark */
  guint start; /* in bytes of the text without its marks */
  guint end;
  char *date; /* (owned) (nullable) */
} Mark;

typedef struct
{
  guint n_true; /* names that are marked */
  guint n_found; /* names that were found */
  guint n_both; /* with just the same words */
  guint n_kind; /* of these, of the same kind */
  guint n_true_dates;
  guint n_found_dates;
  guint n_both_dates; /* the same words, and the same date */
} Score;

static SbNameSet *names;

static void
clear_mark (gpointer data)
{
  g_free (((Mark *) data)->date);
}

static char
get_letter (SbMentionKind kind)
{
  static const char letters[] = "aplrid";

  G_STATIC_ASSERT (G_N_ELEMENTS (letters) == SB_N_MENTION_KINDS + 1);
  return letters[kind];
}

/* Takes the marks off. Returns the text. */
static char *
read_marks (const char *marked,
            GArray *marks)
{
  GString *text = g_string_new (NULL);
  Mark mark = { 0 };

  for (const char *p = marked; *p != '\0'; p++)
    {
      if (p[0] == '[' && p[1] != '\0' && p[2] == ':')
        {
          mark = (Mark) { .kind = p[1], .start = (guint) text->len };
          p += 2;
        }
      else if (*p == '=' && mark.kind == 'd')
        {
          const char *close = strchr (p, ']');

          g_assert_nonnull (close);
          mark.date = g_strndup (p + 1, (gsize) (close - p - 1));
          p = close - 1;
        }
      else if (*p == ']' && mark.kind != 0)
        {
          mark.end = (guint) text->len;
          g_array_append_val (marks, mark);
          mark.kind = 0;
        }
      else
        g_string_append_c (text, *p);
    }

  return g_string_free (text, FALSE);
}

static void
read_found (const char *text,
            const SbMentions *mentions,
            GArray *marks)
{
  guint n;
  const SbMention *found = sb_mentions_get (mentions, &n);

  for (guint i = 0; i < n; i++)
    {
      Mark mark = {
        .kind = get_letter (found[i].kind),
        .start = (guint) (g_utf8_offset_to_pointer (text, (glong) found[i].start) - text),
        .end = (guint) (g_utf8_offset_to_pointer (text, (glong) found[i].end) - text),
        .date = found[i].kind == SB_MENTION_DATE ? g_strdup (found[i].name != NULL ? found[i].name : "NULL") : NULL,
      };

      g_array_append_val (marks, mark);
    }
}

static const Mark *
find_same (const GArray *marks,
           const Mark *mark)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *other = &g_array_index (marks, Mark, i);

      if (other->start == mark->start && other->end == mark->end)
        return other;
    }

  return NULL;
}

static void
tell (const char *file,
      const char *what,
      const char *text,
      const Mark *mark)
{
  g_test_message ("%s: %s [%c:%.*s%s%s]", file, what, mark->kind, (int) (mark->end - mark->start), text + mark->start,
                  mark->date != NULL ? "=" : "", mark->date != NULL ? mark->date : "");
}

static void
score_dates (Score *score,
             const char *file,
             const char *text,
             const Mark *mark,
             const Mark *same,
             gboolean is_true)
{
  gboolean is_right = same != NULL && g_strcmp0 (same->date, mark->date) == 0;

  if (is_true)
    {
      score->n_true_dates++;
      score->n_both_dates += is_right;
    }
  else
    score->n_found_dates++;
  if (!is_right)
    tell (file, is_true ? "missed" : "found", text, mark);
}

/* Instruments are told and do not count; what is one of them on one side only
 * does. */
static void
score_names (Score *score,
             const char *file,
             const char *text,
             const Mark *mark,
             const Mark *same,
             gboolean is_true)
{
  if (mark->kind == 'i' && (same == NULL || same->kind == 'i'))
    {
      if (same == NULL)
        tell (file, is_true ? "missed" : "found", text, mark);
      return;
    }

  if (is_true)
    {
      score->n_true++;
      score->n_both += same != NULL;
      score->n_kind += same != NULL && same->kind == mark->kind;
    }
  else
    score->n_found++;
  if (same == NULL || same->kind != mark->kind)
    tell (file, is_true ? "missed" : "found", text, mark);
}

static void
score_marks (Score *score,
             const char *file,
             const char *text,
             const GArray *marks,
             const GArray *others,
             gboolean is_true)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);
      const Mark *same = find_same (others, mark);

      if (mark->kind == 'd')
        score_dates (score, file, text, mark, same, is_true);
      else
        score_names (score, file, text, mark, same, is_true);
    }
}

static double
get_f1 (guint n_both,
        guint n_true,
        guint n_found)
{
  return n_true + n_found > 0 ? 2.0 * n_both / (n_true + n_found) : 1;
}

static void
tell_score (const char *name,
            const Score *score)
{
  g_test_message ("%s: %u names, F1 %.3f, precision %.3f, kind %.3f; %u dates, F1 %.3f", name, score->n_true,
                  get_f1 (score->n_both, score->n_true, score->n_found),
                  (double) score->n_both / MAX (score->n_found, 1), (double) score->n_kind / MAX (score->n_both, 1),
                  score->n_true_dates, get_f1 (score->n_both_dates, score->n_true_dates, score->n_found_dates));
}

static void
add_score (Score *sum,
           const Score *score)
{
  sum->n_true += score->n_true;
  sum->n_found += score->n_found;
  sum->n_both += score->n_both;
  sum->n_kind += score->n_kind;
  sum->n_true_dates += score->n_true_dates;
  sum->n_found_dates += score->n_found_dates;
  sum->n_both_dates += score->n_both_dates;
}

/* "# fr 2026-03-02" */
static const char *
read_head (const char *contents,
           SbTextFacts *facts)
{
  g_autofree char *day = NULL;

  g_assert_true (g_str_has_prefix (contents, "# "));
  facts->language = contents[2] == 'f' ? "fr" : "en";
  day = g_strndup (contents + 5, 10);
  facts->has_day = sb_day_parse (day, &facts->day);
  return strchr (contents, '\n') + 1;
}

static void
score_file (Score *sum,
            const char *folder,
            const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GArray) truth = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL, *text = NULL;
  g_autoptr (SbMentions) mentions = NULL;
  SbTextFacts facts = { NULL };
  Score score = { 0 };

  g_array_set_clear_func (truth, clear_mark);
  g_array_set_clear_func (found, clear_mark);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  text = read_marks (read_head (contents, &facts), truth);
  mentions = sb_recognise (names, text, strlen (text), &facts);
  read_found (text, mentions, found);
  score_marks (&score, file, text, truth, found, TRUE);
  score_marks (&score, file, text, found, truth, FALSE);
  tell_score (file, &score);
  add_score (sum, &score);
}

static void
test_texts (void)
{
  g_autofree char *own =
    g_build_filename (g_getenv ("SB_SOURCE_ROOT"), "tests", "documents", "mentions", "texts", NULL);
  const char *folder = g_getenv ("SB_TEXTS") != NULL ? g_getenv ("SB_TEXTS") : own;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  Score sum = { 0 };
  const char *file;

  g_assert_no_error (error);
  while ((file = g_dir_read_name (dir)) != NULL)
    score_file (&sum, folder, file);

  tell_score ("all", &sum);
  g_assert_cmpuint (sum.n_true, >, 0);
  g_assert_cmpfloat (get_f1 (sum.n_both, sum.n_true, sum.n_found), >=, LEAST_F1);
  g_assert_cmpfloat ((double) sum.n_both / sum.n_found, >=, LEAST_PRECISION);
  g_assert_cmpfloat ((double) sum.n_kind / sum.n_both, >=, LEAST_KIND);
  g_assert_cmpfloat (get_f1 (sum.n_both_dates, sum.n_true_dates, sum.n_found_dates), >=, LEAST_DATES);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  names = sb_name_set_new_shipped (&error);
  g_assert_no_error (error);

  g_test_add_func ("/documents/recogniser-texts/score", test_texts);
  status = g_test_run ();
  sb_name_set_unref (names);
  return status;
}
