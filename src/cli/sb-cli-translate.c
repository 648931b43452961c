/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-claim.h"
#include "sb-cli-lookup.h"
#include "sb-extract.h"
#include "sb-record-builder.h"

/* Translations of what is quoted: the passage of an extract, or the words of one of the
 * statements of a claim. */

/* @text and whose it is in @language, and what there was in the other one. */
static void
set_translation (SbCli *self,
                 SbRecordBuilder *builder,
                 SbRecord *record,
                 guint translation,
                 guint translator,
                 SbLanguage language,
                 const char *text)
{
  const guint fields[] = { translation, translator };
  const char *texts[] = { text, text[0] != '\0' && self->translator != NULL ? self->translator : "" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      SbBilingual *words = sb_record_get_bilingual (record, fields[i]);

      sb_record_builder_set_words (builder, fields[i],
                                   language == SB_LANGUAGE_FR ? texts[i] : sb_bilingual_get (words, SB_LANGUAGE_FR),
                                   language == SB_LANGUAGE_EN ? texts[i] : sb_bilingual_get (words, SB_LANGUAGE_EN));
    }
}

static SbRecord *
translate_extract (SbCli *self,
                   SbRecord *extract,
                   SbLanguage language)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new_from (extract);

  set_translation (self, builder, extract, SB_EXTRACT_TRANSLATION, SB_EXTRACT_TRANSLATOR, language, self->arguments[2]);

  return sb_record_builder_end (g_steal_pointer (&builder));
}

/* The statements of a claim are numbered from 1, as “show claim” has them. NULL when
 * there is no such one, or it has no words. */
static SbRecord *
translate_statement (SbCli *self,
                     SbRecord *claim,
                     SbLanguage language)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new_from (claim);
  guint n_items = sb_record_get_n_items (claim, SB_CLAIM_STATEMENTS);
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (self->arguments[2], 10, 1, n_items, &number, NULL) ||
      !sb_record_has (sb_record_get_item (claim, SB_CLAIM_STATEMENTS, (guint) number - 1), SB_CLAIM_STATEMENT_WORDS))
    return NULL;

  sb_record_builder_clear (builder, SB_CLAIM_STATEMENTS);
  for (guint i = 0; i < n_items; i++)
    {
      SbRecord *statement = sb_record_get_item (claim, SB_CLAIM_STATEMENTS, i);
      g_autoptr (SbRecordBuilder) item = sb_record_builder_new_from (statement);

      if (i + 1 == number)
        set_translation (self, item, statement, SB_CLAIM_STATEMENT_TRANSLATION, SB_CLAIM_STATEMENT_TRANSLATOR, language, self->arguments[3]);
      sb_record_builder_take_item (builder, SB_CLAIM_STATEMENTS, sb_record_builder_end (g_steal_pointer (&item)));
    }

  return sb_record_builder_end (g_steal_pointer (&builder));
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
