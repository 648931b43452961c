/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-table-intake-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-block.h"
#include "sb-clock.h"
#include "sb-document.h"
#include "sb-extract.h"

/* Characters of the text around an extract that are kept with it, as for those that
 * an analyst lifts. */
#define CONTEXT_LENGTH 48

#define SECONDS_OF_A_DAY 86400

/* A passage of the text, in characters and in bytes. */
typedef struct
{
  char *uuid; /* (owned) of the event */
  char *note; /* (owned) (nullable) */
  char *tags; /* (owned) (nullable) */
  guint start;
  guint end;
  gsize start_byte;
  gsize end_byte;
} Quote;

static void
quote_clear (gpointer data)
{
  Quote *quote = data;

  g_free (quote->uuid);
  g_free (quote->note);
  g_free (quote->tags);
}

void
_sb_intake_text_init (SbIntakeText *self)
{
  *self = (SbIntakeText) { 0 };
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  self->text = g_string_new (NULL);
  self->quotes = g_array_new (FALSE, TRUE, sizeof (Quote));
  g_array_set_clear_func (self->quotes, quote_clear);
}

void
_sb_intake_text_clear (SbIntakeText *self)
{
  if (self->text == NULL)
    return;

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->quotes, g_array_unref);
  g_string_free (self->text, TRUE);
  self->text = NULL;
}

void
_sb_intake_text_add (SbIntakeText *self,
                     const char *paragraph,
                     guint start,
                     const char *uuid,
                     const char *note,
                     const char *tags,
                     guint line)
{
  guint length = (guint) g_utf8_strlen (paragraph, -1);
  Quote quote = { 0 };

  if (self->text->len > 0)
    {
      g_string_append (self->text, "\n\n");
      self->length += 2;
    }
  else
    {
      self->first_line = line;
    }

  quote.uuid = g_strdup (uuid);
  quote.note = g_strdup (note);
  quote.tags = g_strdup (tags);
  quote.start = self->length + start;
  quote.end = self->length + length;
  quote.start_byte = self->text->len + (gsize) (g_utf8_offset_to_pointer (paragraph, start) - paragraph);
  quote.end_byte = self->text->len + strlen (paragraph);
  g_array_append_val (self->quotes, quote);

  g_string_append (self->text, paragraph);
  self->length += length;
  self->last_line = line;
  g_ptr_array_add (self->blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, paragraph, NULL));
}

/* The characters next to @byte on one side, at most CONTEXT_LENGTH. */
static char *
dup_before (const char *text,
            gsize byte)
{
  const char *start = text + byte;

  for (guint i = 0; i < CONTEXT_LENGTH && start > text; i++)
    start = g_utf8_prev_char (start);

  return g_strndup (start, (gsize) (text + byte - start));
}

static char *
dup_after (const char *text,
           gsize byte)
{
  const char *end = text + byte;

  for (guint i = 0; i < CONTEXT_LENGTH && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  return g_strndup (text + byte, (gsize) (end - (text + byte)));
}

/* sb_extract_lift() would join the text anew for each. */
static SbRecord *
lift (SbIntakeText *self,
      const Quote *quote,
      SbRef *document,
      const char *hash)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_extract_schema);
  const char *text = self->text->str;
  g_autofree char *words = g_strndup (text + quote->start_byte, quote->end_byte - quote->start_byte);
  g_autofree char *prefix = dup_before (text, quote->start_byte);
  g_autofree char *suffix = dup_after (text, quote->end_byte);

  sb_record_builder_set_ref (builder, SB_EXTRACT_DOCUMENT, document);
  sb_record_builder_set_integer (builder, SB_EXTRACT_START, quote->start);
  sb_record_builder_set_integer (builder, SB_EXTRACT_END, quote->end);
  sb_record_builder_set_text (builder, SB_EXTRACT_QUOTE, words);
  sb_record_builder_set_text (builder, SB_EXTRACT_PREFIX, prefix);
  sb_record_builder_set_text (builder, SB_EXTRACT_SUFFIX, suffix);
  sb_record_builder_set_text (builder, SB_EXTRACT_TEXT_HASH, hash);
  sb_record_builder_set_text (builder, SB_EXTRACT_NOTE, quote->note);
  sb_record_builder_set_text (builder, SB_EXTRACT_TAGS, quote->tags);
  return sb_record_builder_end (builder);
}

static SbRecord *
make_document (SbIntake *intake)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  const SbIntakeText *self = &intake->text;
  gint64 now = sb_clock_now ();
  g_autoptr (SbDate) day = sb_date_new_for_day ((int) (now / SECONDS_OF_A_DAY));
  g_autofree char *file = g_filename_display_basename (intake->request->file);
  /* Translators: the name of a file of data, then which of its lines. */
  g_autofree char *title = g_strdup_printf (_ ("Data of %s, lines %u to %u"), file, self->first_line, self->last_line);

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, title);
  sb_record_builder_set_ref (builder, SB_DOCUMENT_SOURCE, intake->publisher);
  sb_record_builder_set_ref (builder, SB_DOCUMENT_FEED, intake->request->feed);
  sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, day);
  sb_record_builder_set_time (builder, SB_DOCUMENT_FETCHED, now);
  sb_record_builder_set_term (builder, SB_DOCUMENT_KIND, SB_DOCUMENT_KIND_OTHER);
  /* It is there to be cited, not to be read. */
  sb_record_builder_set_time (builder, SB_DOCUMENT_READ, now);
  return sb_record_builder_end (builder);
}

void
_sb_intake_text_end (SbIntake *intake)
{
  SbIntakeText *self = &intake->text;
  g_autoptr (SbRecord) document = NULL;
  g_autoptr (SbRef) ref = NULL;
  g_autofree char *hash = NULL;

  if (self->quotes->len == 0)
    return;

  document = make_document (intake);
  ref = sb_record_dup_ref (document);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->text->str, -1);
  sb_change_set_put_document (intake->changes, document, self->blocks, NULL);
  for (guint i = 0; i < self->quotes->len; i++)
    {
      const Quote *quote = &g_array_index (self->quotes, Quote, i);
      g_autoptr (SbRecord) extract = lift (self, quote, ref, hash);
      g_autoptr (SbRef) extract_ref = sb_record_dup_ref (extract);
      g_autoptr (SbRef) event = sb_ref_new (SB_KIND_EVENT, 0, quote->uuid, NULL);

      sb_change_set_put (intake->changes, extract);
      sb_change_set_put_evidence (intake->changes, event, extract_ref, SB_STANCE_SUPPORTS, intake->credibility);
    }

  _sb_intake_text_clear (self);
  _sb_intake_text_init (self);
}
