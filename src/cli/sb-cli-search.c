/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"
#include "sb-cli-lookup.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "sb-cli-record-text.h"
#include "sb-date-format.h"
#include "sb-document.h"
#include "sb-search.h"
#include "sb-sqlite-error.h"
#include "sb-text-intake.h"
#include "sb-text.h"

/* The sequences of a terminal for bold, and for no more of it. */
#define BOLD  "\033[1m"
#define PLAIN "\033[0m"

/* Progress is told when at least so many records wait. */
#define TOLD_MIN 2000

static void
index_cb (gint64 n_done,
          gint64 n_all,
          gpointer user_data)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *done = sb_number_format ((double) n_done, 0, language);
  g_autofree char *all = sb_number_format ((double) n_all, 0, language);

  if (n_all >= TOLD_MIN)
    sb_cli_tell (_ ("Indexing: %s of %s records."), done, all);
}

/* Opens the catalogue and brings its index up to date. One that may not be
 * written to, or that somebody else is writing to, is searched as it is. */
SbStore *
sb_cli_open_indexed (SbCli *self)
{
  g_autoptr (GError) error = NULL;
  SbStore *store = sb_store_open (self->catalogue, SB_STORE_DEFAULT, &error);

  if (store == NULL)
    {
      g_debug ("%s", error->message);
      return sb_cli_open_store (self, SB_STORE_READ_ONLY);
    }

  if (!sb_text_intake_run (store, NULL, &error) || !sb_store_index (store, index_cb, NULL, &error))
    g_debug ("%s", error->message);
  return store;
}

static gboolean
read_kind (SbCli *self,
           guint *kinds)
{
  SbKind kind;

  if (self->kind == NULL)
    return TRUE;

  kind = sb_cli_read_kind (self->kind);
  if (kind == SB_KIND_NONE)
    return FALSE;

  *kinds = 1u << kind;
  return TRUE;
}

static gboolean
read_order (SbCli *self,
            SbSearchOrder *order)
{
  *order = SB_SEARCH_RELEVANCE;
  if (self->order == NULL || g_str_equal (self->order, "relevance"))
    return TRUE;

  *order = SB_SEARCH_NEWEST;
  if (g_str_equal (self->order, "newest"))
    return TRUE;

  sb_cli_refuse ("%s", _ ("--order is relevance or newest."));
  return FALSE;
}

static gboolean
fill_request (SbCli *self,
              SbSearchRequest *request)
{
  request->text = self->arguments[0];
  request->language = sb_language_get_interface ();
  request->limit = self->limit;
  request->has_period = self->since != NULL || self->until != NULL;
  request->first_day = SB_DATE_DAY_MIN;
  request->last_day = SB_DATE_DAY_MAX;

  return sb_cli_check_text (request->text) && sb_cli_check_text (self->kind) && sb_cli_check_text (self->order) &&
         read_kind (self, &request->kinds) && read_order (self, &request->order) &&
         (self->since == NULL || sb_cli_read_day ("since", self->since, &request->first_day)) &&
         (self->until == NULL || sb_cli_read_day ("until", self->until, &request->last_day));
}

static void
add_strings (JsonBuilder *builder,
             const char *name,
             GPtrArray *strings)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < strings->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (strings, i));
  json_builder_end_array (builder);
}

static void
add_marks (JsonBuilder *builder,
           GArray *marks)
{
  json_builder_set_member_name (builder, "marks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < marks->len; i++)
    {
      const SbSearchMark *mark = &g_array_index (marks, SbSearchMark, i);

      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, mark->start);
      json_builder_add_int_value (builder, mark->end);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_boolean (JsonBuilder *builder,
             const char *name,
             gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/* A relation or a control may have no words of its own. */
static char *
format_title (SbStore *store,
              const SbSearchResult *result,
              SbLanguage language)
{
  g_autoptr (SbRecord) record = NULL;

  if (result->title[0] != '\0')
    return g_strdup (result->title);

  record = sb_store_get (store, result->kind, result->id, NULL);
  return record != NULL ? sb_cli_format_title (record, language) : g_strdup ("");
}

/* The first document of the group that a result is of; 0 for what is no document, or
 * alone. */
static gint64
find_group (SbStore *store,
            const SbSearchResult *result)
{
  g_autoptr (SbRecord) document = result->kind == SB_KIND_DOCUMENT ? sb_store_get (store, SB_KIND_DOCUMENT, result->id, NULL) : NULL;
  SbRef *first = document != NULL ? sb_record_get_ref (document, SB_DOCUMENT_FIRST) : NULL;

  if (first != NULL)
    return sb_ref_get_id (first);

  return document != NULL && sb_record_has (document, SB_DOCUMENT_REPUBLICATIONS) ? result->id : 0;
}

static void
add_result (JsonBuilder *builder,
            SbStore *store,
            const SbSearchResult *result,
            SbLanguage language)
{
  g_autofree char *title = format_title (store, result, language);
  gint64 group = find_group (store, result);

  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "kind", sb_kind_get_name (result->kind));
  sb_cli_add_integer (builder, "id", result->id);
  sb_cli_add_text (builder, "title", title);
  sb_cli_add_text (builder, "date", result->date != NULL ? sb_date_get_edtf (result->date) : NULL);
  sb_cli_add_text (builder, "source", result->source);
  sb_cli_add_text (builder, "snippet", result->snippet);
  add_marks (builder, result->marks);
  json_builder_set_member_name (builder, "score");
  json_builder_add_double_value (builder, result->score);
  add_boolean (builder, "withdrawn", result->is_withdrawn);
  /* One text is one source, however many results it is. */
  if (group != 0)
    sb_cli_add_integer (builder, "group", group);
  else
    sb_cli_add_text (builder, "group", NULL);
  json_builder_end_object (builder);
}

static void
print_answer_json (SbStore *store,
                   SbSearchAnswer *answer,
                   SbLanguage language)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sb_cli_add_integer (builder, "total", answer->total);
  add_boolean (builder, "total_exact", answer->is_total_exact);
  add_boolean (builder, "ranked", answer->is_ranked);
  add_boolean (builder, "newest_only", answer->is_ranking_partial);
  sb_cli_add_integer (builder, "unindexed", answer->n_unindexed);
  add_strings (builder, "also", answer->names);
  add_strings (builder, "ignored", answer->ignored);
  add_strings (builder, "shortened", answer->shortened);
  json_builder_set_member_name (builder, "results");
  json_builder_begin_array (builder);
  for (guint i = 0; i < answer->results->len; i++)
    add_result (builder, store, g_ptr_array_index (answer->results, i), language);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

/* The snippet with its hits in bold; nothing in it may steer a terminal. */
static char *
format_snippet (const SbSearchResult *result)
{
  gboolean is_terminal = isatty (STDOUT_FILENO) == 1 && g_getenv ("NO_COLOR") == NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  guint next = 0;
  guint i = 0;

  for (const char *p = result->snippet; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      const SbSearchMark *mark = next < result->marks->len ? &g_array_index (result->marks, SbSearchMark, next) : NULL;

      if (is_terminal && mark != NULL && mark->start == i)
        g_string_append (out, BOLD);
      g_string_append_unichar (out, g_unichar_iscntrl (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));
      if (mark != NULL && mark->end == i + 1)
        {
          g_string_append (out, is_terminal ? PLAIN : "");
          next++;
        }
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* One line that nothing in @text can steer. */
static char *
flatten (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (line, g_unichar_iscntrl (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* What it is, when it was, and who published it. */
static char *
format_heading (const SbSearchResult *result,
                SbLanguage language)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *source = result->source != NULL ? flatten (result->source) : NULL;

  g_string_append_printf (out, "%s %" G_GINT64_FORMAT, sb_kind_get_label (result->kind, language), result->id);
  if (result->date != NULL)
    {
      g_autofree char *date = sb_date_format (result->date, language, SB_DATE_STYLE_MEDIUM);

      g_string_append_printf (out, " · %s", date);
    }
  if (source != NULL)
    g_string_append_printf (out, " · %s", source);
  if (result->is_withdrawn)
    g_string_append_printf (out, " · %s", _ ("withdrawn"));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
print_result (SbStore *store,
              const SbSearchResult *result,
              SbLanguage language)
{
  g_autofree char *title = format_title (store, result, language);
  g_autofree char *line = flatten (title);
  g_autofree char *heading = format_heading (result, language);
  g_autofree char *snippet = format_snippet (result);

  sb_cli_print ("%s\n  %s\n", line, heading);
  if (snippet[0] != '\0')
    sb_cli_print ("  %s\n", snippet);
  sb_cli_print ("\n");
}

/* The results, but of documents that are one text only the best one. */
static void
print_results (SbStore *store,
               SbSearchAnswer *answer,
               SbLanguage language)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n_left_out = 0;

  for (guint i = 0; i < answer->results->len; i++)
    {
      const SbSearchResult *result = g_ptr_array_index (answer->results, i);
      gint64 group = find_group (store, result);

      if (group != 0 && !g_hash_table_add (groups, g_memdup2 (&group, sizeof group)))
        n_left_out++;
      else
        print_result (store, result, language);
    }

  if (n_left_out > 0)
    sb_cli_tell (ngettext ("%u result has the text of one above and was left out.",
                           "%u results have the text of one above and were left out.", n_left_out),
                 n_left_out);
}

static char *
join_strings (GPtrArray *strings)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < strings->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (strings, i));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
tell_total (SbSearchAnswer *answer,
            SbLanguage language)
{
  g_autofree char *total = sb_number_format ((double) answer->total, 0, language);
  gulong n = (gulong) answer->total;

  if (n == 0)
    sb_cli_tell ("%s", _ ("Nothing was found."));
  else if (answer->is_total_exact)
    sb_cli_tell (ngettext ("%s result.", "%s results.", n), total);
  else
    sb_cli_tell (ngettext ("At least %s result.", "At least %s results.", n), total);
}

/* What the reader should know beside the results. */
static void
tell_answer (SbSearchAnswer *answer,
             SbLanguage language)
{
  g_autofree char *names = join_strings (answer->names);
  g_autofree char *ignored = join_strings (answer->ignored);
  g_autofree char *shortened = join_strings (answer->shortened);
  g_autofree char *n_unindexed = sb_number_format ((double) answer->n_unindexed, 0, language);

  if (names[0] != '\0')
    sb_cli_tell (_ ("Also looked for: %s"), names);
  if (ignored[0] != '\0')
    sb_cli_tell (_ ("Too common to be looked for: %s"), ignored);
  if (shortened[0] != '\0')
    sb_cli_tell (_ ("So many words begin like this that only the commonest were looked for: %s"), shortened);
  if (answer->n_unindexed > 0)
    sb_cli_tell (ngettext ("%s record is not indexed yet.", "%s records are not indexed yet.", (gulong) answer->n_unindexed), n_unindexed);
  if (answer->is_ranking_partial)
    sb_cli_tell ("%s", _ ("There are so many that only the newest were ranked."));
  tell_total (answer, language);
}

/* A damaged index is made anew from the records, which are all there. */
static SbSearchAnswer *
search (SbStore *store,
        const SbSearchRequest *request,
        GError **error)
{
  g_autoptr (GError) failure = NULL;
  SbSearchAnswer *answer = sb_store_search (store, request, &failure);

  if (answer != NULL)
    return answer;

  if (!g_error_matches (failure, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT) || !sb_store_rebuild_index (store, index_cb, NULL, NULL))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  sb_cli_tell ("%s", _ ("The index of the search was damaged and was made anew."));
  return sb_store_search (store, request, error);
}

SbCliStatus
sb_cli_search (SbCli *self)
{
  SbSearchRequest request = { 0 };
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbSearchAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  if (!fill_request (self, &request))
    return SB_CLI_WRONG_ARGUMENTS;

  store = sb_cli_open_indexed (self);
  if (store == NULL)
    return SB_CLI_FAILED;

  answer = search (store, &request, &error);
  if (answer == NULL && error->domain == SB_SEARCH_ERROR)
    {
      sb_cli_fail (NULL, error);
      return SB_CLI_WRONG_ARGUMENTS;
    }

  if (answer == NULL)
    return sb_cli_fail (self->catalogue, error);

  if (self->wants_json)
    {
      print_answer_json (store, answer, request.language);
      return SB_CLI_DONE;
    }

  print_results (store, answer, request.language);
  tell_answer (answer, request.language);
  return SB_CLI_DONE;
}
