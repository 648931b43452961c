/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-template-keys-private.h"

#include "sb-briefing-error.h"

static const SbTerm answer_terms[] = {
  { FALSE, "no", NULL },
  { TRUE, "yes", NULL },
};

const SbVocabulary _sb_template_answers = SB_VOCABULARY (answer_terms);

/* What is wrong, in no language: the key with its value, or a question mark where
 * there is none. */
void
_sb_template_set_error (GError **error,
                        const char *group,
                        const char *key,
                        const char *value)
{
  if (value != NULL)
    g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_TEMPLATE, "[%s] %s: “%s”", group, key, value);
  else
    g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_TEMPLATE, "[%s] %s: ?", group, key);
}

SbBilingual *
_sb_template_read_bilingual (GKeyFile *file,
                             const char *group,
                             const char *key)
{
  g_autofree char *en = g_key_file_get_string (file, group, key, NULL);
  g_autofree char *fr_key = g_strdup_printf ("%s[fr]", key);
  g_autofree char *fr = g_key_file_get_string (file, group, fr_key, NULL);

  return sb_bilingual_new (fr, en);
}

/* A whole number from 0 to @most; @fallback when the key is not there. */
gboolean
_sb_template_read_number (GKeyFile *file,
                          const char *group,
                          const char *key,
                          guint fallback,
                          guint most,
                          guint *number,
                          GError **error)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);
  guint64 value = fallback;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, most, &value, NULL))
    {
      _sb_template_set_error (error, group, key, text);
      return FALSE;
    }
  *number = (guint) value;

  return TRUE;
}

/* The value of a term; @fallback when the key is not there. */
gboolean
_sb_template_read_term (GKeyFile *file,
                        const char *group,
                        const char *key,
                        const SbVocabulary *vocabulary,
                        int fallback,
                        int *value,
                        GError **error)
{
  g_autofree char *name = g_key_file_get_string (file, group, key, NULL);
  const SbTerm *term = name != NULL ? sb_vocabulary_find_name (vocabulary, name) : NULL;

  if (name != NULL && term == NULL)
    {
      _sb_template_set_error (error, group, key, name);
      return FALSE;
    }
  *value = term != NULL ? term->value : fallback;

  return TRUE;
}
