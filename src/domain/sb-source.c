/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-source.h"

#include <glib/gi18n.h>

#include "sb-text.h"

static const SbTerm source_kind_terms[] = {
  { SB_SOURCE_KIND_MEDIA, "media", N_ ("Media") },
  { SB_SOURCE_KIND_THINK_TANK, "think-tank", N_ ("Think tank") },
  { SB_SOURCE_KIND_GOVERNMENT, "government", N_ ("Government") },
  { SB_SOURCE_KIND_ARMED_GROUP, "armed-group", N_ ("Armed group") },
  { SB_SOURCE_KIND_NGO, "ngo", N_ ("Non-governmental organisation") },
  { SB_SOURCE_KIND_UN, "un", N_ ("United Nations") },
  { SB_SOURCE_KIND_RESEARCH, "research", N_ ("University or research") },
  { SB_SOURCE_KIND_COMPANY, "company", N_ ("Company") },
  { SB_SOURCE_KIND_PERSON, "person", N_ ("Person") },
  { SB_SOURCE_KIND_ANONYMOUS, "anonymous", N_ ("Anonymous") },
  { SB_SOURCE_KIND_OTHER, "other", N_ ("Other") },
};

const SbVocabulary sb_source_kind_vocabulary = SB_VOCABULARY (source_kind_terms);

static const SbField fields[] = {
  [SB_SOURCE_NAME] = { .name = "name", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED | SB_FIELD_ONCE_TEXT, .label = N_ ("Name") },
  [SB_SOURCE_KIND] = { .name = "kind", .type = SB_FIELD_TERM, .vocabulary = &sb_source_kind_vocabulary, .label = N_ ("Kind") },
  [SB_SOURCE_COUNTRY] = { .name = "country", .type = SB_FIELD_TEXT, .label = N_ ("Country") },
  [SB_SOURCE_LANGUAGES] = { .name = "languages", .type = SB_FIELD_TEXT, .label = N_ ("Languages") },
  [SB_SOURCE_URL] = { .name = "url", .type = SB_FIELD_TEXT, .label = N_ ("Address") },
  [SB_SOURCE_RELIABILITY] = { .name = "reliability", .type = SB_FIELD_TERM, .vocabulary = &sb_reliability_vocabulary, .label = N_ ("Reliability") },
  [SB_SOURCE_DESCRIPTOR] = { .name = "descriptor", .type = SB_FIELD_BILINGUAL, .label = N_ ("How it is described when it is not named") },
  [SB_SOURCE_NOTE] = { .name = "note", .type = SB_FIELD_BILINGUAL, .label = N_ ("Note") },
};

const SbSchema sb_source_schema = {
  .kind = SB_KIND_SOURCE,
  .name = "source",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_SOURCE_NAME,
};

gboolean
sb_source_is_named (SbRecord *source,
                    const char *folded)
{
  SbBilingual *names;

  g_return_val_if_fail (SB_IS_RECORD (source) && folded != NULL, FALSE);

  names = sb_record_get_bilingual (source, SB_SOURCE_NAME);
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      const char *name = sb_bilingual_get (names, language);
      g_autofree char *folded_name = name != NULL ? sb_fold (name) : NULL;

      if (g_strcmp0 (folded_name, folded) == 0)
        return TRUE;
    }

  return FALSE;
}
