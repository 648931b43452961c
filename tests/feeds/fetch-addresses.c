/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-fetcher.h"
#include "sb-parsed-feed.h"

#include <stdlib.h>
#include <string.h>

/* Fetches the addresses that are its arguments, all at once, and writes of each
 * what came of it: its number, the code of the error ("ok", "unchanged"), the
 * status, the bytes on the wire and of the body, the milliseconds. Names of
 * .example are on the loopback or at a public address, as they say. */

/* Of the tests: small enough for a second. */
#define MAX_BYTES     1000000
#define IDLE_TIMEOUT  400 /* milliseconds */
#define TOTAL_TIMEOUT 1200

static int max_bytes = MAX_BYTES;
static int idle_timeout = IDLE_TIMEOUT;
static int total_timeout = TOTAL_TIMEOUT;
static char *trusted = NULL;
static char **addresses = NULL;

static const GOptionEntry entries[] = {
  { "max-bytes", 0, 0, G_OPTION_ARG_INT, &max_bytes, NULL, NULL },
  { "idle-timeout", 0, 0, G_OPTION_ARG_INT, &idle_timeout, NULL, NULL },
  { "total-timeout", 0, 0, G_OPTION_ARG_INT, &total_timeout, NULL, NULL },
  { "trust", 0, 0, G_OPTION_ARG_FILENAME, &trusted, NULL, NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &addresses, NULL, NULL },
  { NULL },
};

typedef struct
{
  GResolver parent_instance;
} ExampleResolver;

typedef struct
{
  GResolverClass parent_class;
} ExampleResolverClass;

GType example_resolver_get_type (void);

G_DEFINE_TYPE (ExampleResolver, example_resolver, G_TYPE_RESOLVER)

static void
lookup_async (GResolver *resolver,
              const char *name,
              GResolverNameLookupFlags flags,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  static const char *const hosts[][3] = {
    { "inside.example", "127.0.0.1", NULL },
    { "outside.example", "5.5.5.5", NULL },
    { "both.example", "127.0.0.1", "5.5.5.5" },
    { "intranet", "127.0.0.1", NULL },
    { "printer.local", "127.0.0.1", NULL },
  };
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);
  GList *found = NULL;

  /* As resolvers do with the old forms of addresses. */
  if ((flags & G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY) == 0 && strspn (name, "0123456789abcdefx.") == strlen (name))
    found = g_list_append (found, g_inet_address_new_from_string ("127.0.0.1"));

  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (g_str_equal (hosts[i][0], name) && (flags & G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY) == 0)
      {
        found = g_list_append (found, g_inet_address_new_from_string (hosts[i][1]));
        if (hosts[i][2] != NULL)
          found = g_list_append (found, g_inet_address_new_from_string (hosts[i][2]));
      }

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_resolver_free_addresses);
  else
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "No such host: %s", name);
}

static GList *
lookup_finish (GResolver *resolver,
               GAsyncResult *result,
               GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
plain_lookup_async (GResolver *resolver,
                    const char *name,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  lookup_async (resolver, name, G_RESOLVER_NAME_LOOKUP_FLAGS_DEFAULT, cancellable, callback, user_data);
}

static void
example_resolver_class_init (ExampleResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  resolver_class->lookup_by_name_async = plain_lookup_async;
  resolver_class->lookup_by_name_finish = lookup_finish;
  resolver_class->lookup_by_name_with_flags_async = lookup_async;
  resolver_class->lookup_by_name_with_flags_finish = lookup_finish;
}

static void
example_resolver_init (ExampleResolver *self)
{
}

typedef struct
{
  guint number;
  guint *n_pending;
} Fetch;

static const char *
tell_code (SbFetchResult *result)
{
  const GError *failure = sb_fetch_result_get_error (result);
  g_autoptr (SbParsedFeed) feed = NULL;
  g_autoptr (GError) error = NULL;

  if (failure != NULL)
    return sb_feeds_error_get_name ((SbFeedsError) failure->code);

  if (sb_fetch_result_get_outcome (result) == SB_FETCH_NOT_MODIFIED)
    return "unchanged";

  feed = sb_feed_parse (sb_fetch_result_get_body (result), sb_fetch_result_get_url (result),
                        sb_fetch_result_get_content_type (result), &error);
  return feed != NULL ? "ok" : sb_feeds_error_get_name ((SbFeedsError) error->code);
}

static void
fetched_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autofree Fetch *fetch = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFetchResult) fetched = sb_fetcher_fetch_finish (SB_FETCHER (source), result, &error);
  GBytes *body;

  g_assert_no_error (error);
  body = sb_fetch_result_get_body (fetched);
  g_print ("%u %s %u %" G_GINT64_FORMAT " %" G_GSIZE_FORMAT " %u\n", fetch->number, tell_code (fetched),
           sb_fetch_result_get_status (fetched), sb_fetch_result_get_n_bytes (fetched),
           body != NULL ? g_bytes_get_size (body) : 0, sb_fetch_result_get_duration (fetched));
  (*fetch->n_pending)--;
}

static void
trust (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (path, &error);

  g_assert_no_error (error);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GResolver) resolver = NULL;
  SbFetcher *fetcher;
  guint n_pending = 0;

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_parse (context, &argc, &argv, &error);
  g_assert_no_error (error);
  resolver = g_object_new (example_resolver_get_type (), NULL);
  g_resolver_set_default (resolver);
  if (trusted != NULL)
    trust (trusted);

  fetcher = sb_fetcher_new ();
  g_object_set (fetcher, "allow-local", TRUE, "max-bytes", max_bytes, "idle-timeout", idle_timeout, "total-timeout",
                total_timeout, NULL);
  for (guint i = 0; addresses != NULL && addresses[i] != NULL; i++)
    {
      SbFetchRequest request = { .url = addresses[i] };
      Fetch *fetch = g_new0 (Fetch, 1);

      fetch->number = i;
      fetch->n_pending = &n_pending;
      n_pending++;
      sb_fetcher_fetch_async (fetcher, &request, NULL, fetched_cb, fetch);
    }

  while (n_pending > 0)
    g_main_context_iteration (NULL, TRUE);

  g_object_unref (fetcher);
  return EXIT_SUCCESS;
}
