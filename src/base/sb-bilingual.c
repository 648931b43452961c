/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-bilingual.h"

struct _SbBilingual
{
  char *texts[SB_N_LANGUAGES]; /* (owned) (nullable), never empty */
};

G_DEFINE_BOXED_TYPE (SbBilingual, sb_bilingual, sb_bilingual_ref, sb_bilingual_unref)

static void
sb_bilingual_clear (gpointer data)
{
  SbBilingual *self = data;

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    g_free (self->texts[i]);
}

static char *
dup_non_empty (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

SbBilingual *
sb_bilingual_new (const char *fr,
                  const char *en)
{
  SbBilingual *self = g_atomic_rc_box_new0 (SbBilingual);

  self->texts[SB_LANGUAGE_FR] = dup_non_empty (fr);
  self->texts[SB_LANGUAGE_EN] = dup_non_empty (en);

  return self;
}

SbBilingual *
sb_bilingual_ref (SbBilingual *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
sb_bilingual_unref (SbBilingual *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, sb_bilingual_clear);
}

const char *
sb_bilingual_get (const SbBilingual *self,
                  SbLanguage language)
{
  g_return_val_if_fail ((guint) language < SB_N_LANGUAGES, NULL);

  return self != NULL ? self->texts[language] : NULL;
}

const char *
sb_bilingual_get_any (const SbBilingual *self,
                      SbLanguage language)
{
  const char *text = sb_bilingual_get (self, language);

  for (guint i = 0; text == NULL && i < SB_N_LANGUAGES; i++)
    text = sb_bilingual_get (self, i);

  return text != NULL ? text : "";
}

gboolean
sb_bilingual_is_empty (const SbBilingual *self)
{
  return *sb_bilingual_get_any (self, SB_LANGUAGE_FR) == '\0';
}

gboolean
sb_bilingual_equal (const SbBilingual *a,
                    const SbBilingual *b)
{
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      if (g_strcmp0 (sb_bilingual_get (a, i), sb_bilingual_get (b, i)) != 0)
        return FALSE;
    }

  return TRUE;
}
