/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-code-names.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-text.h"
#include "sb-translate.h"

/* The letters that a code is long, of either kind. */
#define CODE_LENGTH 2

typedef struct
{
  const char *code;
  const char *name; /* translatable, in the context of its table */
} CodeName;

/* The states of West and Central Africa, of the Sahel and the Maghreb, and those
 * that have troops, embassies or business there. */
static const CodeName countries[] = {
  { "AE", NC_ ("country", "United Arab Emirates") },
  { "AO", NC_ ("country", "Angola") },
  { "BE", NC_ ("country", "Belgium") },
  { "BF", NC_ ("country", "Burkina Faso") },
  { "BJ", NC_ ("country", "Benin") },
  { "BR", NC_ ("country", "Brazil") },
  { "CA", NC_ ("country", "Canada") },
  { "CD", NC_ ("country", "DR Congo") },
  { "CF", NC_ ("country", "Central African Republic") },
  { "CG", NC_ ("country", "Congo") },
  { "CH", NC_ ("country", "Switzerland") },
  { "CI", NC_ ("country", "Côte d’Ivoire") },
  { "CM", NC_ ("country", "Cameroon") },
  { "CN", NC_ ("country", "China") },
  { "CV", NC_ ("country", "Cabo Verde") },
  { "DE", NC_ ("country", "Germany") },
  { "DZ", NC_ ("country", "Algeria") },
  { "EG", NC_ ("country", "Egypt") },
  { "ER", NC_ ("country", "Eritrea") },
  { "ES", NC_ ("country", "Spain") },
  { "ET", NC_ ("country", "Ethiopia") },
  { "FR", NC_ ("country", "France") },
  { "GA", NC_ ("country", "Gabon") },
  { "GB", NC_ ("country", "United Kingdom") },
  { "GH", NC_ ("country", "Ghana") },
  { "GM", NC_ ("country", "Gambia") },
  { "GN", NC_ ("country", "Guinea") },
  { "GQ", NC_ ("country", "Equatorial Guinea") },
  { "GW", NC_ ("country", "Guinea-Bissau") },
  { "IN", NC_ ("country", "India") },
  { "IR", NC_ ("country", "Iran") },
  { "IT", NC_ ("country", "Italy") },
  { "JP", NC_ ("country", "Japan") },
  { "KE", NC_ ("country", "Kenya") },
  { "KP", NC_ ("country", "North Korea") },
  { "LR", NC_ ("country", "Liberia") },
  { "LY", NC_ ("country", "Libya") },
  { "MA", NC_ ("country", "Morocco") },
  { "ML", NC_ ("country", "Mali") },
  { "MR", NC_ ("country", "Mauritania") },
  { "NE", NC_ ("country", "Niger") },
  { "NG", NC_ ("country", "Nigeria") },
  { "NL", NC_ ("country", "Netherlands") },
  { "PT", NC_ ("country", "Portugal") },
  { "QA", NC_ ("country", "Qatar") },
  { "RU", NC_ ("country", "Russia") },
  { "RW", NC_ ("country", "Rwanda") },
  { "SA", NC_ ("country", "Saudi Arabia") },
  { "SD", NC_ ("country", "Sudan") },
  { "SL", NC_ ("country", "Sierra Leone") },
  { "SN", NC_ ("country", "Senegal") },
  { "SO", NC_ ("country", "Somalia") },
  { "SS", NC_ ("country", "South Sudan") },
  { "TD", NC_ ("country", "Chad") },
  { "TG", NC_ ("country", "Togo") },
  { "TN", NC_ ("country", "Tunisia") },
  { "TR", NC_ ("country", "Türkiye") },
  { "UA", NC_ ("country", "Ukraine") },
  { "US", NC_ ("country", "United States") },
  { "ZA", NC_ ("country", "South Africa") },
};

static const CodeName tongues[] = {
  { "ar", NC_ ("language", "Arabic") },
  { "bm", NC_ ("language", "Bambara") },
  { "de", NC_ ("language", "German") },
  { "en", NC_ ("language", "English") },
  { "es", NC_ ("language", "Spanish") },
  { "ff", NC_ ("language", "Fula") },
  { "fr", NC_ ("language", "French") },
  { "ha", NC_ ("language", "Hausa") },
  { "it", NC_ ("language", "Italian") },
  { "nl", NC_ ("language", "Dutch") },
  { "pt", NC_ ("language", "Portuguese") },
  { "ru", NC_ ("language", "Russian") },
  { "sw", NC_ ("language", "Swahili") },
  { "tr", NC_ ("language", "Turkish") },
  { "wo", NC_ ("language", "Wolof") },
  { "zh", NC_ ("language", "Chinese") },
};

/* @code may go on behind its two letters, as "fr-ML" does. */
static const char *
find_name (const CodeName *names,
           guint n_names,
           const char *context,
           const char *code,
           SbLanguage language)
{
  if (code == NULL || strlen (code) < CODE_LENGTH || g_ascii_isalpha (code[CODE_LENGTH]))
    return NULL;

  for (guint i = 0; i < n_names; i++)
    if (g_ascii_strncasecmp (names[i].code, code, CODE_LENGTH) == 0)
      return sb_translate_context (language, context, names[i].name);

  return NULL;
}

const char *
sb_country_get_name (const char *code,
                     SbLanguage language)
{
  return find_name (countries, G_N_ELEMENTS (countries), "country", code, language);
}

const char *
sb_country_find (const char *name,
                 SbLanguage language)
{
  g_autofree char *sought = name != NULL ? g_utf8_casefold (name, -1) : NULL;

  for (guint i = 0; sought != NULL && i < G_N_ELEMENTS (countries); i++)
    {
      g_autofree char *own = g_utf8_casefold (sb_translate_context (language, "country", countries[i].name), -1);

      if (g_str_equal (own, sought))
        return countries[i].code;
    }

  return NULL;
}

const char *
sb_tongue_get_name (const char *code,
                    SbLanguage language)
{
  return find_name (tongues, G_N_ELEMENTS (tongues), "language", code, language);
}

/* "image/png, 4 kB" of a picture in a data: address. */
static char *
describe_picture (const char *address,
                  SbLanguage language)
{
  const char *type = g_str_has_prefix (address, "data:") ? address + strlen ("data:") : NULL;
  const char *content = type != NULL ? strchr (type, ',') : NULL;
  g_autofree char *size = NULL;

  if (content == NULL)
    return NULL;

  size = sb_size_format (strlen (content + 1) / 4 * 3, language);

  return g_strdup_printf ("%.*s, %s", (int) strcspn (type, ";,"), type, size);
}

char *
sb_record_format_codes (SbRecord *record,
                        guint field,
                        SbLanguage language)
{
  const SbField *described = &sb_record_get_schema (record)->fields[field];
  const char *(*get_name) (const char *, SbLanguage) = NULL;
  g_auto (GStrv) codes = NULL;

  if (described->type != SB_FIELD_TEXT || !sb_record_has (record, field))
    return NULL;

  if (g_str_equal (described->name, "logo"))
    return describe_picture (sb_record_get_text (record, field), language);
  if (g_str_equal (described->name, "country"))
    get_name = sb_country_get_name;
  else if (g_str_equal (described->name, "language") || g_str_equal (described->name, "languages"))
    get_name = sb_tongue_get_name;
  else
    return NULL;

  codes = g_strsplit_set (sb_record_get_text (record, field), " ,", -1);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      const char *name = get_name (codes[i], language);

      if (name != NULL)
        {
          g_free (codes[i]);
          codes[i] = g_strdup (name);
        }
    }

  return g_strjoinv (", ", codes);
}
