/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-briefing-issuing.h"

#include "sb-briefing-loader.h"
#include "sb-briefing.h"
#include "sb-clock.h"
#include "sb-issue-difference.h"
#include "sb-json-member.h"
#include "sb-pdf-writer.h"
#include "sb-record-builder.h"
#include "sb-rich-text.h"
#include "sb-translate.h"

#define CORRECTION_TEMPLATE "correction"

static GPtrArray *
compose_all (SbTemplate *template,
             const SbBriefingInput *input,
             SbEditionsManner manner,
             SbPaper paper,
             SbBasemapPainter *painter)
{
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (paper);
  GPtrArray *editions;

  if (manner == SB_EDITIONS_IN_COLUMNS)
    return sb_edition_new_columns (template, input, typesetter, painter);

  editions = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_edition_unref);
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    if (sb_briefing_is_printed_in (sb_briefing_input_get_briefing (input), language))
      g_ptr_array_add (editions, sb_edition_new (template, input, language, typesetter, painter));

  return editions;
}

GPtrArray *
sb_briefing_issuing_compose (SbStore *store,
                             SbRecord *briefing,
                             SbTemplate *template,
                             SbEditionsManner manner,
                             SbPaper paper,
                             SbBasemapPainter *painter,
                             GPtrArray **findings,
                             GError **error)
{
  g_autoptr (SbBriefingInput) input = NULL;
  GPtrArray *editions;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  input = sb_briefing_loader_load (store, briefing, template, error);
  if (input == NULL)
    return NULL;

  editions = compose_all (template, input, manner, paper, painter);
  if (findings != NULL)
    *findings = sb_briefing_checks_run (template, input, (SbEdition *const *) editions->pdata, editions->len);

  return editions;
}

static void
add_finding (JsonBuilder *builder,
             const SbBriefingFinding *finding,
             SbLanguage reader)
{
  g_autofree char *sentence = sb_briefing_finding_dup_sentence (finding, reader);

  json_builder_begin_object (builder);
  sb_json_member_add_text (builder, "code", sb_briefing_finding_get_code (finding));
  json_builder_set_member_name (builder, "languages");
  json_builder_begin_array (builder);
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    if ((finding->languages & (1u << language)) != 0)
      json_builder_add_string_value (builder, sb_language_get_code (language));
  json_builder_end_array (builder);
  sb_json_member_add_text (builder, "block", finding->block);
  if (finding->line > 0)
    sb_json_member_add_integer (builder, "line", finding->line);
  if (finding->is_on_paper)
    {
      sb_json_member_add_integer (builder, "sheet", finding->place.sheet + 1);
      sb_json_member_add_double (builder, "x", finding->place.x);
      sb_json_member_add_double (builder, "y", finding->place.y);
      sb_json_member_add_double (builder, "width", finding->place.width);
      sb_json_member_add_double (builder, "height", finding->place.height);
    }
  if (finding->issue > 0)
    sb_json_member_add_integer (builder, "issue", finding->issue);
  sb_json_member_add_text (builder, "passage", finding->passage);
  if (finding->record != NULL)
    sb_json_member_add_text (builder, "record", sb_record_get_uuid (finding->record));
  sb_json_member_add_text (builder, "sentence", sentence);
  json_builder_end_object (builder);
}

JsonNode *
sb_briefing_findings_to_json (GPtrArray *findings,
                              SbLanguage language)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (findings != NULL, NULL);

  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    add_finding (builder, g_ptr_array_index (findings, i), language);
  json_builder_end_array (builder);

  return json_builder_get_root (builder);
}

gboolean
sb_briefing_issuing_check_issues (SbStore *store,
                                  SbRecord *briefing,
                                  GPtrArray *findings,
                                  GError **error)
{
  g_autoptr (GArray) damage = NULL;

  g_return_val_if_fail (sb_record_get_uuid (briefing) != NULL && findings != NULL, FALSE);

  damage = sb_issue_store_list_damage (store, sb_record_get_uuid (briefing), error);
  for (guint i = 0; damage != NULL && i < damage->len; i++)
    {
      const SbIssueDamage *part = &g_array_index (damage, SbIssueDamage, i);
      SbBriefingFinding *finding = g_new0 (SbBriefingFinding, 1);

      finding->kind = SB_BRIEFING_FINDING_DAMAGED;
      finding->languages = part->is_record ? 0 : 1u << part->language;
      finding->issue = part->number;
      g_ptr_array_add (findings, finding);
    }

  return damage != NULL;
}

static char *
dup_content (SbEdition *edition)
{
  g_autoptr (GPtrArray) blocks = sb_printed_block_list (edition);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < blocks->len; i++)
    {
      const SbPrintedBlock *block = g_ptr_array_index (blocks, i);

      json_builder_begin_object (builder);
      sb_json_member_add_text (builder, "block", block->block);
      sb_json_member_add_text (builder, "heading", block->heading);
      sb_json_member_add_text (builder, "text", block->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/* What sb_issue_store_add() stored; what is damaged is as if it were empty. */
static GPtrArray *
read_content (const SbIssue *issue,
              SbLanguage language)
{
  const SbIssueEdition *edition = sb_issue_find_edition (issue, language);
  g_autoptr (JsonNode) root = edition != NULL ? json_from_string (edition->content, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_printed_block_free);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (object != NULL)
        g_ptr_array_add (blocks, sb_printed_block_new (json_object_get_string_member_with_default (object, "block", ""),
                                                       json_object_get_string_member_with_default (object, "heading", ""),
                                                       json_object_get_string_member_with_default (object, "text", "")));
    }

  return blocks;
}

static SbRecord *
number_briefing (SbRecord *briefing,
                 guint number)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (briefing);

  sb_record_builder_set_integer (builder, SB_BRIEFING_NUMBER, number);
  sb_record_builder_set_time (builder, SB_BRIEFING_ISSUED, sb_clock_now ());

  return sb_record_builder_end (builder);
}

SbIssue *
sb_briefing_issuing_run (SbStore *store,
                         SbRecord *briefing,
                         SbTemplate *template,
                         SbPaper paper,
                         SbBasemapPainter *painter,
                         SbBilingual *reason,
                         GError **error)
{
  guint number = sb_issue_store_get_next_number (store, briefing, error);
  g_autoptr (SbIssue) issue = NULL;
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (JsonNode) found = NULL;

  if (number == 0)
    return NULL;

  issue = sb_issue_new ();
  issue->record = number_briefing (briefing, number);
  issue->reason = reason != NULL ? sb_bilingual_ref (reason) : NULL;
  editions = sb_briefing_issuing_compose (store, issue->record, template, SB_EDITIONS_APART, paper, painter, &findings, error);
  if (editions == NULL)
    return NULL;

  found = sb_briefing_findings_to_json (findings, SB_LANGUAGE_EN);
  issue->findings = json_to_string (found, FALSE);
  for (guint i = 0; i < editions->len; i++)
    {
      SbEdition *edition = g_ptr_array_index (editions, i);
      SbSheets *sheets = sb_edition_get_sheets (edition);
      g_autoptr (GBytes) pdf = sb_pdf_render (sheets, error);
      g_autofree char *content = NULL;

      if (pdf == NULL)
        return NULL;
      content = dup_content (edition);
      sb_issue_add_edition (issue, sb_edition_get_language (edition), sb_sheets_get_n_sheets (sheets), content, pdf);
    }
  if (!sb_issue_store_add (store, issue, error))
    return NULL;

  return sb_issue_store_get (store, sb_record_get_uuid (briefing), number, error);
}

GPtrArray *
sb_issue_list_differences (const SbIssue *before,
                           const SbIssue *after,
                           SbLanguage language)
{
  g_autoptr (GPtrArray) old_blocks = read_content (before, language);
  g_autoptr (GPtrArray) new_blocks = read_content (after, language);

  return sb_issue_difference_list (old_blocks, new_blocks);
}

/* The head of an issue has its number, which is no correction. */
static void
drop_heads (GPtrArray *differences)
{
  static const char *const heads[] = { "masthead", "cover", NULL };

  for (guint i = differences->len; i > 0; i--)
    if (g_strv_contains (heads, ((SbIssueDifference *) g_ptr_array_index (differences, i - 1))->block))
      g_ptr_array_remove_index (differences, i - 1);
}

/* As it is typeset; its spaces as they are typed. */
static char *
dup_number (const SbIssue *issue,
            SbLanguage language)
{
  g_autofree char *markup = g_strdup_printf (sb_translate (language, "No. %d"), (int) issue->number);
  g_autoptr (SbRichText) text = sb_rich_text_new_from_markup (markup, language);

  return g_strdup (sb_rich_text_get_text (text));
}

/* A line that repeats the imprint elsewhere is changed by its number alone. */
static void
drop_numbers (GPtrArray *differences,
              const SbIssue *before,
              const SbIssue *after,
              SbLanguage language)
{
  g_autofree char *old_number = dup_number (before, language);
  g_autofree char *new_number = dup_number (after, language);

  for (guint i = differences->len; i > 0; i--)
    {
      const SbIssueDifference *line = g_ptr_array_index (differences, i - 1);
      g_autoptr (GString) renumbered = line->before != NULL ? g_string_new (line->before) : NULL;

      if (renumbered == NULL || line->after == NULL)
        continue;
      g_string_replace (renumbered, old_number, new_number, 0);
      if (g_str_equal (renumbered->str, line->after))
        g_ptr_array_remove_index (differences, i - 1);
    }
}

/* What a notice says that corrects @before by @after. */
static SbCorrection *
new_correction (const SbIssue *before,
                const SbIssue *after)
{
  SbCorrection *correction = g_new0 (SbCorrection, 1);

  correction->number = before->number;
  correction->day = sb_day_from_time (before->time);
  correction->next_number = after->number;
  correction->next_day = sb_day_from_time (after->time);
  correction->reason = after->reason != NULL ? sb_bilingual_ref (after->reason) : NULL;
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      correction->lines[language] = sb_issue_list_differences (before, after, language);
      drop_heads (correction->lines[language]);
      drop_numbers (correction->lines[language], before, after, language);
    }

  return correction;
}

/* What the notice is not about is not said on it. */
static SbRecord *
dup_notice (const SbIssue *after)
{
  static const guint fields[] = { SB_BRIEFING_SECTIONS, SB_BRIEFING_BLOCKS, SB_BRIEFING_SETTINGS, SB_BRIEFING_COMMENTS };
  SbRecordBuilder *builder = sb_record_builder_new_from (after->record);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    sb_record_builder_clear (builder, fields[i]);
  sb_record_builder_set_text (builder, SB_BRIEFING_TEMPLATE, CORRECTION_TEMPLATE);

  return sb_record_builder_end (builder);
}

GPtrArray *
sb_issue_compose_correction (const SbIssue *before,
                             const SbIssue *after,
                             SbEditionsManner manner,
                             SbPaper paper,
                             GError **error)
{
  g_autoptr (SbTemplate) template = sb_template_new (CORRECTION_TEMPLATE, error);
  g_autoptr (SbRecord) notice = NULL;
  g_autoptr (SbBriefingInput) input = NULL;

  if (template == NULL)
    return NULL;

  notice = dup_notice (after);
  input = sb_briefing_input_new (notice);
  sb_briefing_input_take_correction (input, new_correction (before, after));

  return compose_all (template, input, manner, paper, NULL);
}
