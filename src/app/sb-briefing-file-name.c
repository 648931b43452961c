/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefing-file-name.h"

#include "sb-briefing.h"

#include <string.h>

/* Of the title, in characters: with the rest, it stays below the 255 bytes of a name. */
#define MAX_LETTERS 80

/* What Windows and the formats of memory sticks refuse. */
#define REFUSED "\\/:*?\"<>|"

static gboolean
is_gap (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || (c < 0x80 && strchr (REFUSED, (int) c) != NULL);
}

/* A run of spaces and of what is refused becomes one space, and a dash where it had a
 * colon, a stroke or a bar in it: "Mali : avril" is "Mali - avril". */
static void
append_title (GString *name,
              const char *title)
{
  guint n_letters = 0;
  gboolean is_parted = FALSE;
  gboolean has_gap = FALSE;

  for (const char *at = title; *at != '\0' && n_letters < MAX_LETTERS; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_gap (c))
        {
          has_gap = has_gap || g_unichar_isspace (c);
          is_parted = is_parted || c == ':' || c == '/' || c == '|';
          continue;
        }
      if (n_letters > 0 && (has_gap || is_parted))
        g_string_append (name, has_gap && is_parted ? " - " : is_parted ? "-"
                                                                        : " ");
      g_string_append_unichar (name, c);
      n_letters++;
      has_gap = is_parted = FALSE;
    }

  /* A name that begins with a dot is hidden, one that ends with it is refused. */
  while (name->len > 0 && (name->str[name->len - 1] == '.' || name->str[name->len - 1] == ' '))
    g_string_truncate (name, name->len - 1);
  while (name->str[0] == '.')
    g_string_erase (name, 0, 1);
}

char *
sb_briefing_dup_file_name (SbRecord *briefing,
                           guint languages,
                           const char *what)
{
  SbBilingual *title;
  const char *words = NULL;
  GString *name = g_string_new (NULL);

  g_return_val_if_fail (SB_IS_RECORD (briefing), g_string_free (name, FALSE));

  title = sb_record_get_bilingual (briefing, SB_BRIEFING_TITLE);
  for (guint i = 0; i < SB_N_LANGUAGES && title != NULL && words == NULL; i++)
    if ((languages & 1u << i) != 0)
      words = sb_bilingual_get (title, (SbLanguage) i);
  append_title (name, words != NULL ? words : sb_record_get_title (briefing, SB_LANGUAGE_FR));
  if (name->len == 0)
    g_string_append (name, sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE));
  if (what != NULL)
    g_string_append_printf (name, " (%s)", what);

  return g_string_free (name, FALSE);
}
