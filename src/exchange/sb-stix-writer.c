/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-stix-writer.h"

#include <string.h>

#include "sb-evidence.h"
#include "sb-grade.h"

/* The name space of the ids that are made, itself made at random once. */
static const guint8 name_space[16] = {
  0x3c,
  0x0e,
  0x5b,
  0x92,
  0x6d,
  0x1f,
  0x4a,
  0x57,
  0x9e,
  0x24,
  0x71,
  0xc8,
  0xd0,
  0x46,
  0xab,
  0x13,
};

/* Of the text of a quotation in a reference, in bytes. */
#define MAX_QUOTE 2000

void
sb_stix_writer_init (SbStixWriter *self,
                     SbExporter *exporter)
{
  self->exporter = exporter;
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_document = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->sum = g_checksum_new (G_CHECKSUM_SHA1);
}

void
sb_stix_writer_clear (SbStixWriter *self)
{
  g_clear_pointer (&self->written, g_hash_table_unref);
  g_clear_pointer (&self->by_document, g_hash_table_unref);
  g_clear_pointer (&self->sum, g_checksum_free);
}

/* A UUID of version 5 of @name (RFC 4122, 4.3). */
static char *
make_uuid (const char *name)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;

  g_checksum_update (checksum, name_space, sizeof name_space);
  g_checksum_update (checksum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_get_digest (checksum, digest, &length);
  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", digest[0], digest[1],
                          digest[2], digest[3], digest[4], digest[5], digest[6], digest[7], digest[8], digest[9], digest[10],
                          digest[11], digest[12], digest[13], digest[14], digest[15]);
}

char *
sb_stix_dup_id (const char *type,
                const char *uuid)
{
  g_autofree char *made = NULL;

  /* Versions 1 to 5 of the usual variant. */
  if (uuid[14] >= '1' && uuid[14] <= '5' && strchr ("89abAB", uuid[19]) != NULL)
    return g_strconcat (type, "--", uuid, NULL);

  made = make_uuid (uuid);
  return g_strconcat (type, "--", made, NULL);
}

char *
sb_stix_dup_derived_id (const char *type,
                        const char *first,
                        const char *second,
                        const char *third)
{
  g_autofree char *name = g_strjoin ("\n", type, first, second, third, NULL);
  g_autofree char *made = make_uuid (name);

  return g_strconcat (type, "--", made, NULL);
}

static void
add_time (JsonBuilder *builder,
          const char *name,
          gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%S.000Z") : NULL;

  _sb_json_add_text (builder, name, text);
}

void
sb_stix_add_day (JsonBuilder *builder,
                 const char *name,
                 int day,
                 gboolean is_end)
{
  g_autofree char *text = NULL;
  g_autofree char *time = NULL;

  if (day <= SB_DATE_DAY_MIN || day >= SB_DATE_DAY_MAX)
    return;

  text = sb_day_to_string (day);
  time = g_strconcat (text, is_end ? "T23:59:59.000Z" : "T00:00:00.000Z", NULL);
  _sb_json_add_text (builder, name, time);
}

static JsonBuilder *
begin (SbStixWriter *self,
       const char *type,
       const char *id,
       SbRecord *record)
{
  JsonBuilder *builder = json_builder_new_immutable ();

  g_checksum_update (self->sum, (const guchar *) id, (gssize) strlen (id));
  json_builder_begin_object (builder);
  _sb_json_add_text (builder, "type", type);
  _sb_json_add_text (builder, "spec_version", "2.1");
  _sb_json_add_text (builder, "id", id);
  add_time (builder, "created", sb_record_get_created (record));
  add_time (builder, "modified", MAX (sb_record_get_changed (record), sb_record_get_created (record)));
  if (sb_record_is_withdrawn (record))
    {
      json_builder_set_member_name (builder, "revoked");
      json_builder_add_boolean_value (builder, TRUE);
    }
  return builder;
}

JsonBuilder *
sb_stix_writer_begin (SbStixWriter *self,
                      const char *type,
                      const char *id,
                      SbRecord *record)
{
  return g_hash_table_add (self->written, g_strdup (id)) ? begin (self, type, id, record) : NULL;
}

/* The first of the words is what the object is called: they are in the language
 * in which that is. */
static SbLanguage
choose_language (const SbStixWords *words,
                 SbLanguage wanted)
{
  SbBilingual *name = words[0].text;

  return name == NULL || sb_bilingual_get (name, wanted) != NULL || sb_bilingual_get (name, !wanted) == NULL ? wanted : !wanted;
}

SbLanguage
sb_stix_writer_add_words (SbStixWriter *self,
                          JsonBuilder *builder,
                          const SbStixWords *words)
{
  SbLanguage language = choose_language (words, self->exporter->request->language);

  _sb_json_add_text (builder, "lang", sb_language_get_code (language));
  for (guint i = 0; words[i].member != NULL; i++)
    if (words[i].text != NULL)
      _sb_json_add_text (builder, words[i].member, sb_bilingual_get (words[i].text, language));

  return language;
}

gboolean
sb_stix_writer_add_translation (SbStixWriter *self,
                                const char *id,
                                SbRecord *record,
                                SbLanguage language,
                                const SbStixWords *words,
                                GError **error)
{
  SbLanguage other = language == SB_LANGUAGE_FR ? SB_LANGUAGE_EN : SB_LANGUAGE_FR;
  g_autofree char *own_id = sb_stix_dup_derived_id ("language-content", id, sb_language_get_code (other), "");
  g_autoptr (JsonBuilder) builder = NULL;
  gboolean has_words = FALSE;

  for (guint i = 0; words[i].member != NULL; i++)
    has_words |= words[i].text != NULL && sb_bilingual_get (words[i].text, other) != NULL;
  if (!has_words)
    return TRUE;

  builder = begin (self, "language-content", own_id, record);
  _sb_json_add_text (builder, "object_ref", id);
  add_time (builder, "object_modified", MAX (sb_record_get_changed (record), sb_record_get_created (record)));
  json_builder_set_member_name (builder, "contents");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, sb_language_get_code (other));
  json_builder_begin_object (builder);
  for (guint i = 0; words[i].member != NULL; i++)
    if (words[i].text != NULL)
      _sb_json_add_text (builder, words[i].member, sb_bilingual_get (words[i].text, other));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  return sb_stix_writer_end (self, g_steal_pointer (&builder), error);
}

/* Credibility on the scale of 0 to 100 (STIX 2.1, appendix A, Admiralty scale); -1
 * for what has no basis, which is not the middle. */
static int
get_confidence (SbRecord *evidence)
{
  switch (sb_record_get_term (evidence, SB_EVIDENCE_CREDIBILITY, SB_CREDIBILITY_NONE))
    {
    case SB_CREDIBILITY_1:
      return 90;

    case SB_CREDIBILITY_2:
      return 70;

    case SB_CREDIBILITY_3:
      return 50;

    case SB_CREDIBILITY_4:
      return 30;

    case SB_CREDIBILITY_5:
      return 10;

    default:
      return -1;
    }
}

static gboolean
is_web_address (const char *text)
{
  return text != NULL && (g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://")) &&
         g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL);
}

/* One extract: who says it, where, and the words. */
static void
add_reference (JsonBuilder *builder,
               SbRecord *evidence,
               SbLanguage language)
{
  SbRef *source = sb_record_get_ref (evidence, SB_EVIDENCE_SOURCE);
  const char *name = source != NULL ? sb_ref_get_name (source, language) : "";
  const char *quote = sb_record_get_text (evidence, SB_EVIDENCE_QUOTE);
  const char *url = sb_record_get_text (evidence, SB_EVIDENCE_URL);
  g_autofree char *citation = _sb_evidence_dup_citation (evidence, language);
  g_autofree char *grade = _sb_evidence_dup_grade (evidence);
  g_autoptr (GString) text = g_string_new (citation);

  if (grade != NULL)
    g_string_append_printf (text, " [%s]", grade);
  if (sb_record_get_term (evidence, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) == SB_STANCE_CONTRADICTS)
    g_string_append (text, language == SB_LANGUAGE_FR ? " (contredit)" : " (contradicts)");
  if (quote != NULL)
    g_string_append_printf (text, "\n%.*s", MAX_QUOTE, quote);

  json_builder_begin_object (builder);
  _sb_json_add_text (builder, "source_name", *name != '\0' ? name : "SahelBrief");
  if (!g_utf8_validate (text->str, -1, NULL))
    {
      /* The quotation was cut inside a character. */
      g_autofree char *valid = g_utf8_make_valid (text->str, -1);

      g_string_assign (text, valid);
    }
  _sb_json_add_text (builder, "description", text->str);
  if (is_web_address (url))
    _sb_json_add_text (builder, "url", url);
  json_builder_end_object (builder);
}

static void
note_document (SbStixWriter *self,
               SbRecord *evidence,
               const char *id)
{
  SbRef *document = sb_record_get_ref (evidence, SB_EVIDENCE_DOCUMENT);
  gint64 key = document != NULL ? sb_ref_get_id (document) : 0;
  GPtrArray *ids = g_hash_table_lookup (self->by_document, &key);

  if (document == NULL)
    return;

  if (ids == NULL)
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->by_document, g_memdup2 (&key, sizeof key), ids);
    }
  if (ids->len == 0 || !g_str_equal (g_ptr_array_index (ids, ids->len - 1), id))
    g_ptr_array_add (ids, g_strdup (id));
}

gboolean
sb_stix_writer_add_evidence (SbStixWriter *self,
                             JsonBuilder *builder,
                             const char *id,
                             SbRecord *record,
                             int confidence,
                             GError **error)
{
  g_autoptr (GPtrArray) evidence = _sb_exporter_list_evidence (self->exporter, record, error);
  int best = -1;

  if (evidence == NULL)
    return FALSE;

  if (evidence->len > 0)
    {
      json_builder_set_member_name (builder, "external_references");
      json_builder_begin_array (builder);
    }
  for (guint i = 0; i < evidence->len; i++)
    {
      SbRecord *item = g_ptr_array_index (evidence, i);

      add_reference (builder, item, self->exporter->request->language);
      note_document (self, item, id);
      if (sb_record_get_term (item, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) == SB_STANCE_SUPPORTS)
        best = MAX (best, get_confidence (item));
    }
  if (evidence->len > 0)
    json_builder_end_array (builder);
  if (confidence >= 0 || best >= 0)
    _sb_json_add_integer (builder, "confidence", confidence >= 0 ? confidence : best);
  return TRUE;
}

gboolean
sb_stix_writer_end (SbStixWriter *self,
                    JsonBuilder *builder,
                    GError **error)
{
  g_autoptr (JsonBuilder) owned = builder;

  json_builder_end_object (owned);
  return _sb_exporter_take_json (self->exporter, self->exporter->n_records++ == 0 ? "\n" : ",\n",
                                 json_builder_get_root (owned), error);
}
