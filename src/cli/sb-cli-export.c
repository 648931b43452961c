/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-lookup.h"
#include "sb-cli-numbers.h"
#include "sb-clock.h"
#include "sb-dossier-writer.h"
#include "sb-export.h"
#include "sb-feed-subscriptions.h"
#include "sb-file-sink.h"
#include "sb-text-intake.h"
#include "sb-text-store.h"
#include "sb-text.h"

#define STANDARD_OUTPUT "-"

/* What the command was asked for, read and checked. */
typedef struct
{
  SbQuery *query; /* (owned) */
  SbBounds bounds;
  SbExportRequest request;
} Order;

static void
order_clear (Order *order)
{
  g_clear_pointer (&order->query, sb_query_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

static const char *
get_path (SbCli *self)
{
  return self->output != NULL ? self->output : STANDARD_OUTPUT;
}

static gint64
write_opml (SbStore *store,
            const char *path,
            GError **error)
{
  g_autoptr (SbFeedList) list = sb_feeds_list_subscriptions (store, error);
  g_autoptr (SbFileSink) sink = list != NULL ? sb_file_sink_new (path, error) : NULL;
  g_autofree char *opml = NULL;
  guint n_feeds;

  if (sink == NULL)
    return -1;

  opml = sb_feed_list_to_opml (list, sb_clock_now ());
  sb_feed_list_get_entries (list, &n_feeds);
  if (!g_output_stream_write_all (sb_file_sink_get_stream (sink), opml, strlen (opml), NULL, NULL, error) ||
      !sb_file_sink_commit (sink, error))
    return -1;

  return n_feeds;
}

/* A container holds a dossier or everything: a part of one would not stand. */
static gboolean
check_dossier_options (SbCli *self)
{
  if (self->from == NULL && self->to == NULL && self->as_of == NULL && self->actor == NULL && self->place == NULL &&
      self->bounds == NULL)
    return TRUE;

  sb_cli_refuse ("%s", _ ("A dossier is exported whole: of the choices, only --dossier goes with it."));
  return FALSE;
}

/* Reads the options that say what is wanted; says so when one is wrong. */
static gboolean
read_order (SbCli *self,
            Order *order)
{
  SbLanguage language = sb_language_get_interface ();

  if (self->language != NULL && !sb_language_parse (self->language, &language))
    {
      g_autofree char *word = sb_cli_quote (self->language);

      sb_cli_refuse (_ ("--language needs fr or en, not “%s”."), word);
      return FALSE;
    }

  order->request.language = language;
  order->request.kind = self->kind != NULL ? sb_cli_read_kind (self->kind) : SB_KIND_EVENT;
  if (order->request.kind == SB_KIND_NONE)
    return FALSE;

  if (self->bounds != NULL && !sb_cli_read_bounds (self->bounds, &order->bounds))
    return FALSE;
  if (self->format != NULL && (g_str_equal (self->format, "dossier") || g_str_equal (self->format, "opml")))
    return g_str_equal (self->format, "opml") || check_dossier_options (self);
  if (self->format != NULL && sb_export_format_parse (self->format, &order->request.format))
    return TRUE;

  sb_cli_refuse ("%s", _ ("--format needs one of dossier, geojson, csv, acled-csv, stix, opml, ris, graphml."));
  return FALSE;
}

static gint64
write_order (SbCli *self,
             SbStore *store,
             Order *order,
             GError **error)
{
  if (g_str_equal (self->format, "dossier"))
    return sb_dossier_write (store, order->query->dossier, get_path (self), NULL, NULL, error);
  if (g_str_equal (self->format, "opml"))
    return write_opml (store, get_path (self), error);

  order->request.query = order->query;
  order->request.bounds = self->bounds != NULL ? &order->bounds : NULL;
  return sb_export_write (store, &order->request, get_path (self), NULL, NULL, error);
}

static void
tell_done (SbCli *self,
           gint64 n_records)
{
  const char *path = get_path (self);

  if (self->wants_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      sb_cli_add_text (builder, "file", path);
      sb_cli_add_text (builder, "format", self->format);
      sb_cli_add_integer (builder, "records", n_records);
      json_builder_end_object (builder);
      sb_cli_print_json (json_builder_get_root (builder));
    }
  else if (!g_str_equal (path, STANDARD_OUTPUT))
    {
      g_autofree char *name = g_filename_display_name (path);
      g_autofree char *number = sb_number_format ((double) n_records, 0, sb_language_get_interface ());

      /* Translators: a file name and a number. */
      sb_cli_tell (g_dngettext (GETTEXT_PACKAGE, "%s: %s record written.", "%s: %s records written.", (gulong) n_records),
                   name, number);
    }
}

/* What a feed brought may be without its text still, and without the number of its words.
 * Of a catalogue that cannot be written to, the texts are taken out as they are asked
 * for. */
static void
take_texts_out (SbCli *self,
                SbStore *store)
{
  g_autoptr (SbStore) writer = NULL;
  g_autoptr (GError) error = NULL;

  if (sb_store_count_waiting_texts (store, NULL) > 0)
    writer = sb_store_open (self->catalogue, SB_STORE_DEFAULT, &error);
  if (writer != NULL)
    sb_text_intake_run (writer, NULL, &error);
  if (error != NULL)
    g_debug ("%s", error->message);
}

SbCliStatus
sb_cli_export (SbCli *self)
{
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Order) order = { 0 };
  gint64 n_records;

  if (!read_order (self, &order))
    return SB_CLI_WRONG_ARGUMENTS;
  if (self->wants_json && g_str_equal (get_path (self), STANDARD_OUTPUT))
    return sb_cli_refuse ("%s", _ ("--json answers on standard output: the export needs a file, -o FILE."));

  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  if (store == NULL)
    return SB_CLI_FAILED;

  order.query = sb_query_new (SB_KIND_EVENT);
  if (!sb_cli_fill_query (self, store, order.query))
    return SB_CLI_WRONG_ARGUMENTS;

  take_texts_out (self, store);
  n_records = write_order (self, store, &order, &error);
  if (n_records < 0)
    return sb_cli_fail (get_path (self), error);

  tell_done (self, n_records);
  return SB_CLI_DONE;
}
