/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-briefing.h"

#include "sb-record-builder.h"

#include <glib/gi18n.h>
#include <string.h>

static const SbField section_fields[] = {
  [SB_BRIEFING_SECTION_BLOCK] = { .name = "block", .type = SB_FIELD_TEXT, .flags = SB_FIELD_REQUIRED, .label = N_ ("Block") },
  [SB_BRIEFING_SECTION_TITLE] = { .name = "title", .type = SB_FIELD_BILINGUAL, .label = N_ ("Title") },
  [SB_BRIEFING_SECTION_TEXT] = { .name = "text", .type = SB_FIELD_BILINGUAL, .label = N_ ("Text") },
  [SB_BRIEFING_SECTION_MANUAL] = { .name = "manual", .type = SB_FIELD_BOOLEAN, .label = N_ ("Edited by hand") },
  [SB_BRIEFING_SECTION_KIND] = { .name = "kind", .type = SB_FIELD_TEXT, .label = N_ ("Kind of block") },
  [SB_BRIEFING_SECTION_KEYS] = { .name = "keys", .type = SB_FIELD_TEXT, .label = N_ ("Settings") },
  [SB_BRIEFING_SECTION_HIDDEN] = { .name = "hidden", .type = SB_FIELD_BOOLEAN, .label = N_ ("Hidden") },
  [SB_BRIEFING_SECTION_MADE_FROM] = { .name = "made_from", .type = SB_FIELD_BILINGUAL, .label = N_ ("Made from") },
};

const SbSchema sb_briefing_section_schema = {
  .kind = SB_KIND_NONE,
  .name = "briefing_section",
  .fields = section_fields,
  .n_fields = G_N_ELEMENTS (section_fields),
  .title = -1,
};

static const SbField comment_fields[] = {
  [SB_BRIEFING_COMMENT_BLOCK] = { .name = "block", .type = SB_FIELD_TEXT, .label = N_ ("Block") },
  [SB_BRIEFING_COMMENT_AUTHOR] = { .name = "author", .type = SB_FIELD_TEXT, .label = N_ ("Author") },
  [SB_BRIEFING_COMMENT_WRITTEN] = { .name = "written", .type = SB_FIELD_TIME, .label = N_ ("Written") },
  [SB_BRIEFING_COMMENT_PASSAGE] = { .name = "passage", .type = SB_FIELD_TEXT, .label = N_ ("Passage") },
  [SB_BRIEFING_COMMENT_TEXT] = { .name = "text", .type = SB_FIELD_TEXT, .flags = SB_FIELD_REQUIRED, .label = N_ ("Text") },
  [SB_BRIEFING_COMMENT_DONE] = { .name = "done", .type = SB_FIELD_BOOLEAN, .label = N_ ("Done") },
};

const SbSchema sb_briefing_comment_schema = {
  .kind = SB_KIND_NONE,
  .name = "briefing_comment",
  .fields = comment_fields,
  .n_fields = G_N_ELEMENTS (comment_fields),
  .title = -1,
};

/* That it was issued, and as what, is written down with the issue and never undone. */
static const SbField fields[] = {
  [SB_BRIEFING_TITLE] = { .name = "title", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Title") },
  [SB_BRIEFING_TEMPLATE] = { .name = "template", .type = SB_FIELD_TEXT, .flags = SB_FIELD_REQUIRED, .label = N_ ("Template") },
  [SB_BRIEFING_LANGUAGES] = { .name = "languages", .type = SB_FIELD_TEXT, .label = N_ ("Languages") },
  [SB_BRIEFING_DOSSIER] = { .name = "dossier", .type = SB_FIELD_REF, .target = SB_KIND_DOSSIER, .label = N_ ("Dossier") },
  [SB_BRIEFING_FIRST] = { .name = "first", .type = SB_FIELD_DATE, .label = N_ ("From") },
  [SB_BRIEFING_LAST] = { .name = "last", .type = SB_FIELD_DATE, .label = N_ ("To") },
  [SB_BRIEFING_AS_OF] = { .name = "as_of", .type = SB_FIELD_DATE, .label = N_ ("As of") },
  [SB_BRIEFING_CUTOFF] = { .name = "cutoff", .type = SB_FIELD_TIME, .label = N_ ("Data cutoff") },
  [SB_BRIEFING_TAG] = { .name = "tag", .type = SB_FIELD_BILINGUAL, .label = N_ ("Country tag") },
  [SB_BRIEFING_MARKING] = { .name = "marking", .type = SB_FIELD_TEXT, .label = N_ ("Marking") },
  [SB_BRIEFING_AUTHOR] = { .name = "author", .type = SB_FIELD_TEXT, .label = N_ ("Author") },
  [SB_BRIEFING_INSTITUTION] = { .name = "institution", .type = SB_FIELD_TEXT, .label = N_ ("Institution") },
  [SB_BRIEFING_NUMBER] = { .name = "number", .type = SB_FIELD_INTEGER, .flags = SB_FIELD_BOOKKEEPING, .label = N_ ("Issue number") },
  [SB_BRIEFING_ISSUED] = { .name = "issued", .type = SB_FIELD_TIME, .flags = SB_FIELD_BOOKKEEPING, .label = N_ ("Issued") },
  [SB_BRIEFING_SECTIONS] = { .name = "sections", .type = SB_FIELD_LIST, .item = &sb_briefing_section_schema, .label = N_ ("Sections") },
  [SB_BRIEFING_BLOCKS] = { .name = "blocks", .type = SB_FIELD_TEXT, .label = N_ ("Order of blocks") },
  [SB_BRIEFING_SETTINGS] = { .name = "settings", .type = SB_FIELD_TEXT, .label = N_ ("Settings") },
  [SB_BRIEFING_DISTRIBUTION] = { .name = "distribution", .type = SB_FIELD_TEXT, .label = N_ ("Distribution") },
  [SB_BRIEFING_LOGO] = { .name = "logo", .type = SB_FIELD_TEXT, .label = N_ ("Logo") },
  [SB_BRIEFING_COMMENTS] = { .name = "comments", .type = SB_FIELD_LIST, .item = &sb_briefing_comment_schema, .label = N_ ("Comments") },
};

const SbSchema sb_briefing_schema = {
  .kind = SB_KIND_BRIEFING,
  .name = "briefing",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_BRIEFING_TITLE,
};

SbRecord *
sb_briefing_new_draft (SbRecord *briefing)
{
  SbRecordBuilder *builder;

  g_return_val_if_fail (sb_record_get_kind (briefing) == SB_KIND_BRIEFING, NULL);

  if (!sb_record_has (briefing, SB_BRIEFING_ISSUED))
    return g_object_ref (briefing);

  builder = sb_record_builder_new_from (briefing);
  sb_record_builder_clear (builder, SB_BRIEFING_ISSUED);
  sb_record_builder_set_integer (builder, SB_BRIEFING_NUMBER, sb_record_get_integer (briefing, SB_BRIEFING_NUMBER, 0) + 1);

  return sb_record_builder_end (builder);
}

GDateTime *
sb_briefing_parse_cutoff (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *with_seconds = NULL;
  GDateTime *time;

  g_return_val_if_fail (text != NULL, NULL);

  time = g_date_time_new_from_iso8601 (text, utc);
  if (time != NULL)
    return time;

  with_seconds = g_strconcat (text, ":00", NULL);
  return g_date_time_new_from_iso8601 (with_seconds, utc);
}

int
sb_briefing_get_cutoff_day (SbRecord *briefing)
{
  g_return_val_if_fail (sb_record_get_kind (briefing) == SB_KIND_BRIEFING, SB_DATE_DAY_MAX);

  if (!sb_record_has (briefing, SB_BRIEFING_CUTOFF))
    return SB_DATE_DAY_MAX;

  return sb_day_from_time (sb_record_get_time (briefing, SB_BRIEFING_CUTOFF));
}

gboolean
sb_briefing_is_printed_in (SbRecord *briefing,
                           SbLanguage language)
{
  const char *languages = sb_record_get_text (briefing, SB_BRIEFING_LANGUAGES);

  return languages == NULL || strstr (languages, sb_language_get_code (language)) != NULL;
}
