/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-markup-escape-private.h"

#include <string.h>

/* The Char production of XML 1.0. */
static gboolean
is_character (gunichar c)
{
  if (c < 0x20)
    return c == '\t' || c == '\n' || c == '\r';

  return c != 0xfffe && c != 0xffff && c != 0x7f && (c < 0xd800 || c > 0xdfff);
}

static void
append_character (GString *out,
                  gunichar c,
                  gboolean is_value)
{
  if (c == '&')
    g_string_append (out, "&amp;");
  else if (c == '<')
    g_string_append (out, "&lt;");
  else if (c == '>')
    g_string_append (out, "&gt;");
  else if (is_value && c == '"')
    g_string_append (out, "&quot;");
  else if (is_value && (c == '\n' || c == '\r' || c == '\t'))
    g_string_append_printf (out, "&#%u;", c);
  else if (is_character (c))
    g_string_append_unichar (out, c);
}

static void
append (GString *out,
        const char *text,
        gssize length,
        gboolean is_value)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return;

  valid = g_utf8_make_valid (text, length);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    append_character (out, g_utf8_get_char (at), is_value);
}

void
_sb_markup_append_text (GString *out,
                        const char *text,
                        gssize length)
{
  append (out, text, length, FALSE);
}

void
_sb_markup_append_attribute (GString *out,
                             const char *name,
                             const char *value)
{
  if (value == NULL)
    return;

  g_string_append_printf (out, " %s=\"", name);
  append (out, value, -1, TRUE);
  g_string_append_c (out, '"');
}

gboolean
_sb_markup_is_safe_address (const char *uri)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:" };

  for (guint i = 0; uri != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (uri, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;

  return FALSE;
}
