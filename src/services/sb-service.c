/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include "sb-service-private.h"

#include <stdio.h>
#include <string.h>

#include "sb-table-country.h"

static const SbService *const services[SB_N_FEED_KINDS] = {
  [SB_FEED_KIND_FEED] = NULL,
  [SB_FEED_KIND_RELIEFWEB] = &_sb_service_reliefweb,
  [SB_FEED_KIND_ACLED] = &_sb_service_acled,
  [SB_FEED_KIND_UCDP] = &_sb_service_ucdp,
  [SB_FEED_KIND_HAPI] = &_sb_service_hapi,
  [SB_FEED_KIND_GDACS] = &_sb_service_gdacs,
  [SB_FEED_KIND_GDELT] = &_sb_service_gdelt,
};

const SbService *
sb_service_get (SbFeedKind kind)
{
  g_return_val_if_fail ((guint) kind < SB_N_FEED_KINDS, NULL);

  return services[kind];
}

const SbService *
sb_service_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < SB_N_FEED_KINDS; i++)
    if (services[i] != NULL && g_str_equal (sb_service_get_name (services[i]), name))
      return services[i];

  return NULL;
}

SbFeedKind
sb_service_get_kind (const SbService *self)
{
  g_return_val_if_fail (self != NULL, SB_FEED_KIND_FEED);

  return self->kind;
}

const char *
sb_service_get_name (const SbService *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sb_vocabulary_find (&sb_feed_kind_vocabulary, (int) self->kind)->name;
}

const char *
sb_service_get_label (const SbService *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

const char *
sb_service_get_home (const SbService *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->home;
}

SbCredential
sb_service_get_credential (const SbService *self)
{
  g_return_val_if_fail (self != NULL, SB_CREDENTIAL_NONE);

  return self->credential;
}

gboolean
sb_service_needs_credential (const SbService *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->needs_credential;
}

guint
sb_service_get_interval (const SbService *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->interval;
}

const char *const *
sb_service_get_datasets (const SbService *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->datasets;
}

gboolean
sb_service_has_quota (const SbService *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->daily_quota > 0;
}

const char *const *
sb_service_get_query_names (const SbService *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->query_names;
}

static gboolean
fail_query (GError **error,
            const char *word)
{
  g_set_error_literal (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_QUERY, word);
  return FALSE;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Whatever the countries are called, their codes, each once. */
static gboolean
normalise_countries (const SbService *self,
                     SbServiceWords *query,
                     GError **error)
{
  g_auto (GStrv) names = sb_service_words_split (query, "countries");
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *line = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const SbTableCountry *country = sb_table_country_find (names[i]);

      if (country == NULL)
        return fail_query (error, names[i]);
      if (!g_ptr_array_find (codes, country->alpha2, NULL))
        g_ptr_array_add (codes, (char *) country->alpha2);
    }
  if (codes->len == 0 && self->needs_countries)
    return fail_query (error, "countries");

  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  line = g_strjoinv (",", (char **) codes->pdata);
  sb_service_words_set (query, "countries", line);
  return TRUE;
}

static gboolean
is_day (const char *text)
{
  int year;
  int month;
  int day;
  char rest;

  return strlen (text) == 10 && sscanf (text, "%4d-%2d-%2d%c", &year, &month, &day, &rest) == 3 && day > 0 && month > 0 &&
         month <= 12 && year > 1900 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static gboolean
check_words (const SbService *self,
             SbServiceWords *query,
             GError **error)
{
  g_autofree const char **names = sb_service_words_list_names (query);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = sb_service_words_get (query, names[i]);

      if (!g_strv_contains (self->query_names, names[i]))
        return fail_query (error, names[i]);
      if ((g_str_equal (names[i], "from") || g_str_equal (names[i], "to")) && !is_day (value))
        return fail_query (error, value);
    }

  return self->check == NULL || self->check (query, error);
}

char *
sb_service_normalise_query (const SbService *self,
                            const char *query,
                            GError **error)
{
  g_autoptr (SbServiceWords) words = sb_service_words_new (query);

  g_return_val_if_fail (self != NULL, NULL);

  if (!check_words (self, words, error))
    return NULL;
  if (g_strv_contains (self->query_names, "countries") && !normalise_countries (self, words, error))
    return NULL;

  return sb_service_words_to_text (words);
}

char *
sb_service_make_url (const SbService *self,
                     const char *query)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strconcat (self->address, "/", query != NULL && *query != '\0' ? "?" : "", query, NULL);
}

char *
sb_service_make_title (const SbService *self,
                       const char *query,
                       SbLanguage language)
{
  g_autoptr (SbServiceWords) words = sb_service_words_new (query);
  g_auto (GStrv) codes = sb_service_words_split (words, "countries");
  const char *dataset = sb_service_words_get (words, "dataset");
  const char *text = sb_service_words_get (words, "text");
  g_autoptr (GString) title = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  title = g_string_new (self->label);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      const SbTableCountry *country = sb_table_country_find (codes[i]);
      const char *name = country == NULL ? codes[i] : language == SB_LANGUAGE_FR ? country->name_fr
                                                                                 : country->name;

      g_string_append_printf (title, "%s%s", i == 0 ? " · " : ", ", name);
    }
  if (dataset != NULL)
    g_string_append_printf (title, " · %s", dataset);
  if (text != NULL)
    g_string_append_printf (title, " · %s", text);

  return g_string_free (g_steal_pointer (&title), FALSE);
}
