/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-translation.h"

#include "sb-claim.h"
#include "sb-extract.h"
#include "sb-record-builder.h"

/* The fields of the passage of an extract, and of the words of a statement. */
typedef struct
{
  guint words;
  guint text;
  guint translator;
} Fields;

static const Fields extract_fields = { SB_EXTRACT_QUOTE, SB_EXTRACT_TRANSLATION, SB_EXTRACT_TRANSLATOR };
static const Fields statement_fields = { SB_CLAIM_STATEMENT_WORDS, SB_CLAIM_STATEMENT_TRANSLATION, SB_CLAIM_STATEMENT_TRANSLATOR };

/* What has the fields: an extract itself, or the statement. NULL for none. */
static SbRecord *
find_holder (SbRecord *record,
             guint statement,
             const Fields **fields)
{
  *fields = &extract_fields;
  if (sb_record_get_kind (record) == SB_KIND_EXTRACT)
    return record;

  *fields = &statement_fields;
  if (sb_record_get_kind (record) != SB_KIND_CLAIM || statement >= sb_record_get_n_items (record, SB_CLAIM_STATEMENTS))
    return NULL;

  return sb_record_get_item (record, SB_CLAIM_STATEMENTS, statement);
}

const char *
sb_translation_get_words (SbRecord *record,
                          guint statement)
{
  const Fields *fields;
  SbRecord *holder;

  g_return_val_if_fail (SB_IS_RECORD (record), NULL);

  holder = find_holder (record, statement, &fields);
  return holder != NULL ? sb_record_get_text (holder, fields->words) : NULL;
}

guint
sb_translation_find_statement (SbRecord *record,
                               const char *words)
{
  g_return_val_if_fail (SB_IS_RECORD (record), 0);

  if (sb_record_get_kind (record) != SB_KIND_CLAIM)
    return 0;

  for (guint i = 0; i < sb_record_get_n_items (record, SB_CLAIM_STATEMENTS); i++)
    if (g_strcmp0 (sb_translation_get_words (record, i), words) == 0)
      return i;

  return 0;
}

static const char *
get_words_in (SbRecord *record,
              guint statement,
              SbLanguage language,
              gboolean is_text)
{
  const Fields *fields;
  SbRecord *holder = find_holder (record, statement, &fields);

  return holder != NULL ? sb_bilingual_get (sb_record_get_bilingual (holder, is_text ? fields->text : fields->translator), language) : NULL;
}

const char *
sb_translation_get_text (SbRecord *record,
                         guint statement,
                         SbLanguage language)
{
  g_return_val_if_fail (SB_IS_RECORD (record), NULL);

  return get_words_in (record, statement, language, TRUE);
}

const char *
sb_translation_get_translator (SbRecord *record,
                               guint statement,
                               SbLanguage language)
{
  g_return_val_if_fail (SB_IS_RECORD (record), NULL);

  return get_words_in (record, statement, language, FALSE);
}

static void
set_words_in (SbRecordBuilder *builder,
              SbRecord *holder,
              guint field,
              SbLanguage language,
              const char *text)
{
  SbBilingual *words = sb_record_get_bilingual (holder, field);

  sb_record_builder_set_words (builder, field,
                               language == SB_LANGUAGE_FR ? text : sb_bilingual_get (words, SB_LANGUAGE_FR),
                               language == SB_LANGUAGE_EN ? text : sb_bilingual_get (words, SB_LANGUAGE_EN));
}

/* Nobody translated what is not translated. */
static SbRecord *
put_in (SbRecord *holder,
        const Fields *fields,
        SbLanguage language,
        const char *text,
        const char *translator)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (holder);

  set_words_in (builder, holder, fields->text, language, text);
  set_words_in (builder, holder, fields->translator, language, text[0] != '\0' ? translator : "");
  return sb_record_builder_end (builder);
}

SbRecord *
sb_translation_put (SbRecord *record,
                    guint statement,
                    SbLanguage language,
                    const char *text,
                    const char *translator)
{
  const Fields *fields;
  SbRecord *holder;
  SbRecordBuilder *builder;

  g_return_val_if_fail (SB_IS_RECORD (record), NULL);
  g_return_val_if_fail (text != NULL && translator != NULL, NULL);

  holder = find_holder (record, statement, &fields);
  if (holder == NULL || !sb_record_has (holder, fields->words))
    return NULL;
  if (holder == record)
    return put_in (holder, fields, language, text, translator);

  builder = sb_record_builder_new_from (record);
  sb_record_builder_clear (builder, SB_CLAIM_STATEMENTS);
  for (guint i = 0; i < sb_record_get_n_items (record, SB_CLAIM_STATEMENTS); i++)
    {
      SbRecord *item = sb_record_get_item (record, SB_CLAIM_STATEMENTS, i);

      sb_record_builder_take_item (builder, SB_CLAIM_STATEMENTS,
                                   i == statement ? put_in (item, fields, language, text, translator) : g_object_ref (item));
    }
  return sb_record_builder_end (builder);
}
