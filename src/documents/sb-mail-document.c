/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-mail-document.h"

#include "sb-document-error.h"
#include "sb-extraction-private.h"
#include "sb-html.h"
#include "sb-plain-text.h"

#include <gmime/gmime.h>
#include <string.h>

/* Parts within parts go no deeper, and no more of them are looked at. */
#define MAX_DEPTH 16
#define MAX_PARTS 2000
/* Frames are tried until one has text. */
#define MAX_FRAMES 8

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

/* The parts that have text, in the order of the file. */
typedef struct
{
  GPtrArray *pages; /* (owned) (element-type GMimePart) */
  GPtrArray *texts; /* (owned) (element-type GMimePart) */
  const char *start; /* (nullable) the identifier of the page that the others belong to */
  guint n_parts;
} Parts;

static void
take_part (Parts *self,
           GMimePart *part)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));
  const char *id = g_mime_part_get_content_id (part);

  if (g_mime_part_is_attachment (part))
    return;
  if (g_mime_content_type_is_type (type, "text", "html") || g_mime_content_type_is_type (type, "application", "xhtml+xml"))
    {
      if (self->start != NULL && id != NULL && strstr (self->start, id) != NULL)
        g_ptr_array_insert (self->pages, 0, part);
      else
        g_ptr_array_add (self->pages, part);
    }
  else if (g_mime_content_type_is_type (type, "text", "plain"))
    g_ptr_array_add (self->texts, part);
}

static void
list_parts (Parts *self,
            GMimeObject *object,
            guint depth)
{
  if (object == NULL || depth > MAX_DEPTH || self->n_parts++ > MAX_PARTS)
    return;
  if (GMIME_IS_MULTIPART (object))
    {
      int n = g_mime_multipart_get_count (GMIME_MULTIPART (object));

      if (self->start == NULL)
        self->start = g_mime_object_get_content_type_parameter (object, "start");
      for (int i = 0; i < n && self->n_parts <= MAX_PARTS; i++)
        list_parts (self, g_mime_multipart_get_part (GMIME_MULTIPART (object), i), depth + 1);
    }
  else if (GMIME_IS_MESSAGE_PART (object))
    {
      GMimeMessage *message = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));

      if (message != NULL)
        list_parts (self, g_mime_message_get_mime_part (message), depth + 1);
    }
  else if (GMIME_IS_PART (object))
    take_part (self, GMIME_PART (object));
}

/* The bytes of a part, decoded; NULL when there are too many. Decoding never adds
 * any. */
static GBytes *
read_part (GMimePart *part,
           gint64 max_bytes)
{
  GMimeDataWrapper *content = g_mime_part_get_content (part);
  GMimeStream *stream;
  GByteArray *array;

  if (content == NULL || g_mime_stream_length (g_mime_data_wrapper_get_stream (content)) > 2 * max_bytes)
    return NULL;
  array = g_byte_array_new ();
  stream = g_mime_stream_mem_new_with_byte_array (array);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  g_mime_data_wrapper_write_to_stream (content, stream);
  g_object_unref (stream);
  return g_byte_array_free_to_bytes (array);
}

/* The address that a page was saved from. */
static const char *
find_address (GMimeObject *object)
{
  static const char *const names[] = { "Content-Location", "Snapshot-Content-Location", "Content-Base" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_mime_object_get_header (object, names[i]);

      if (value != NULL && (g_str_has_prefix (value, "http://") || g_str_has_prefix (value, "https://")))
        return value;
    }
  return NULL;
}

static const char *
get_charset (GMimePart *part)
{
  return g_mime_object_get_content_type_parameter (GMIME_OBJECT (part), "charset");
}

/* The first page that has text. */
static SbExtraction *
extract_pages (const Parts *parts,
               const char *base_url,
               SbExtractScope scope,
               GError **error)
{
  SbExtraction *extraction = NULL;

  for (guint i = 0; i < MIN (parts->pages->len, MAX_FRAMES); i++)
    {
      GMimePart *part = g_ptr_array_index (parts->pages, i);
      g_autoptr (GBytes) bytes = read_part (part, SB_HTML_MAX_BYTES);
      const char *address = find_address (GMIME_OBJECT (part));

      if (bytes == NULL)
        continue;
      g_clear_pointer (&extraction, sb_extraction_unref);
      extraction = sb_html_extract (bytes, get_charset (part), address != NULL ? address : base_url, scope, error);
      if (extraction == NULL || extraction->blocks->len > 0)
        return extraction;
    }
  return extraction;
}

static SbExtraction *
extract_parts (const Parts *parts,
               const char *base_url,
               SbExtractScope scope,
               GError **error)
{
  g_autoptr (GError) local = NULL;
  SbExtraction *extraction = extract_pages (parts, base_url, scope, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (extraction == NULL && parts->texts->len > 0)
    {
      GMimePart *part = g_ptr_array_index (parts->texts, 0);
      g_autoptr (GBytes) bytes = read_part (part, SB_PLAIN_TEXT_MAX_BYTES);

      if (bytes != NULL)
        return sb_plain_text_extract (bytes, get_charset (part), scope, error);
    }
  if (extraction == NULL)
    g_set_error_literal (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_EMPTY, "There is no text in the file");
  return extraction;
}

/* Browsers name themselves as who sent the page. */
static gboolean
is_saved_page (GMimeMessage *message)
{
  const char *from = g_mime_object_get_header (GMIME_OBJECT (message), "From");

  return from == NULL || strstr (from, "Saved by") != NULL || find_address (GMIME_OBJECT (message)) != NULL;
}

static char *
dup_sender (GMimeMessage *message)
{
  InternetAddressList *from = g_mime_message_get_from (message);
  InternetAddress *address = from == NULL ? NULL : internet_address_list_get_address (from, 0);
  const char *name = address == NULL ? NULL : internet_address_get_name (address);

  if ((name == NULL || *name == '\0') && address != NULL && INTERNET_ADDRESS_IS_MAILBOX (address))
    name = internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (address));
  return name == NULL ? NULL : g_utf8_make_valid (name, -1);
}

static char *
dup_date (GMimeMessage *message)
{
  GDateTime *date = g_mime_message_get_date (message);

  return date == NULL ? NULL : g_date_time_format (date, "%Y-%m-%dT%H:%M:%S%:z");
}

/* What a message says of itself goes before what its text seems to say. */
static void
describe (SbExtraction *extraction,
          GMimeMessage *message)
{
  const char *subject = g_mime_message_get_subject (message);
  gboolean has_subject = subject != NULL && *subject != '\0';
  char *sender;
  char *date;

  if (has_subject && (extraction->title == NULL || !is_saved_page (message)))
    {
      g_free (extraction->title);
      extraction->title = g_utf8_make_valid (subject, -1);
    }
  if (is_saved_page (message))
    return;
  if ((sender = dup_sender (message)))
    {
      g_free (extraction->byline);
      extraction->byline = sender;
    }
  if ((date = dup_date (message)))
    {
      g_free (extraction->date);
      extraction->date = date;
    }
}

SbExtraction *
_sb_mail_document_extract (int fd,
                           const char *base_url,
                           SbExtractScope scope,
                           GError **error)
{
  g_autoptr (GMimeStream) stream = NULL;
  g_autoptr (GMimeParser) parser = NULL;
  g_autoptr (GMimeMessage) message = NULL;
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  Parts parts = { .pages = pages, .texts = texts };
  SbExtraction *extraction;

  g_mime_init ();
  stream = g_mime_stream_fs_new (fd);
  g_mime_stream_fs_set_owner (GMIME_STREAM_FS (stream), FALSE);
  parser = g_mime_parser_new_with_stream (stream);
  message = g_mime_parser_construct_message (parser, NULL);
  if (message == NULL)
    {
      g_set_error_literal (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_BROKEN, "The file is no message");
      return NULL;
    }
  list_parts (&parts, g_mime_message_get_mime_part (message), 0);
  if (find_address (GMIME_OBJECT (message)) != NULL)
    base_url = find_address (GMIME_OBJECT (message));
  extraction = extract_parts (&parts, base_url, is_saved_page (message) ? scope : SB_EXTRACT_WHOLE, error);
  if (extraction != NULL)
    describe (extraction, message);
  return extraction;
}
