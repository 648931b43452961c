/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-lookup.h"
#include "sb-translation.h"

/* Translations of what is quoted: the passage of an extract, or the words of one of the
 * statements of a claim. */

static SbRecord *
translate_extract (SbCli *self,
                   SbRecord *extract,
                   SbLanguage language)
{
  return sb_translation_put (extract, 0, language, self->arguments[2], self->translator != NULL ? self->translator : "");
}

/* The statements of a claim are numbered from 1, as “show claim” has them. NULL when
 * there is no such one, or it has no words. */
static SbRecord *
translate_statement (SbCli *self,
                     SbRecord *claim,
                     SbLanguage language)
{
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (self->arguments[2], 10, 1, G_MAXUINT, &number, NULL))
    return NULL;

  return sb_translation_put (claim, (guint) number - 1, language, self->arguments[3], self->translator != NULL ? self->translator : "");
}

SbCliStatus
sb_cli_translate (SbCli *self)
{
  SbKind kind = sb_kind_parse (self->arguments[0]);
  SbLanguage language;
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (SbRecord) translated = NULL;
  g_autoptr (SbChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

  if (kind != SB_KIND_EXTRACT && kind != SB_KIND_CLAIM)
    return sb_cli_refuse ("%s", _ ("Only the passage of an extract and the words of a claim are translated."));
  if (self->n_arguments != (kind == SB_KIND_CLAIM ? 4 : 3))
    return sb_cli_refuse ("%s", kind == SB_KIND_CLAIM ? _ ("A claim needs the number of a statement and the translation of its words.") : _ ("An extract needs the translation of its passage."));
  if (self->language == NULL || !sb_language_parse (self->language, &language))
    return sb_cli_refuse ("%s", _ ("--language needs fr or en."));
  store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  if (store == NULL)
    return SB_CLI_FAILED;
  record = sb_cli_find_record (store, kind, self->arguments[1]);
  if (record == NULL)
    return SB_CLI_FAILED;

  translated = kind == SB_KIND_EXTRACT ? translate_extract (self, record, language) : translate_statement (self, record, language);
  if (translated == NULL)
    return sb_cli_refuse ("%s", _ ("The claim has no statement of this number with words of its own."));

  changes = sb_change_set_new (_ ("Translate a quotation"));
  sb_change_set_put (changes, translated);
  if (sb_store_apply (store, changes, &error) < 0)
    return sb_cli_fail (self->catalogue, error);

  return SB_CLI_DONE;
}
