/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-document-reader.h"

#include "sb-document-error.h"
#include "sb-html.h"
#include "sb-mail.h"
#include "sb-markdown.h"
#include "sb-office.h"
#include "sb-pdf.h"
#include "sb-plain-text.h"

#include <string.h>

/* As much as is looked at to tell the format, in bytes. */
#define SNIFF_SIZE 2048

static const char *const html_marks[] = {
  "<!doctype html",
  "<html",
  "<head",
  "<body",
  "<article",
  "<div",
  "<p>",
  "<p ",
  "<h1",
  "<table",
  "<br",
  "<meta",
  "<title",
  "<script",
  "<a href",
  "<span",
  "<ul",
  "<ol",
  "<img",
};

/* The head of what word processors can read, and nothing that a program can be linked
 * with. */
static const char rtf_magic[] = "{\\rtf";
static const char ole_magic[] = "\320\317\021\340";

/* Headers that say of which kind of file this is, which we do not read. */
static const struct
{
  const char *magic;
  gsize length;
} foreign[] = {
  { "\211PNG", 4 },
  { "\377\330\377", 3 },
  { "GIF8", 4 },
  { "\037\213", 2 },
  { ole_magic, sizeof ole_magic - 1 },
  { rtf_magic, sizeof rtf_magic - 1 },
  { "SQLite format 3", 15 },
  { "\177ELF", 4 },
};

static gboolean
looks_like_html (const char *head)
{
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char *start = lower;

  while (g_ascii_isspace (*start) || (guchar) *start == 0xef || (guchar) *start == 0xbb || (guchar) *start == 0xbf)
    start++;
  if (*start != '<')
    return strstr (lower, "<!doctype html") != NULL || strstr (lower, "<html") != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (html_marks); i++)
    if (strstr (lower, html_marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

SbFormat
sb_format_guess (GBytes *bytes,
                 const char *content_type)
{
  gsize size;
  const char *data;
  g_autofree char *head = NULL;

  g_return_val_if_fail (bytes != NULL, SB_FORMAT_UNKNOWN);

  data = g_bytes_get_data (bytes, &size);
  head = g_strndup (size == 0 ? "" : data, MIN (size, SNIFF_SIZE));
  if (strncmp (head, "%PDF-", 5) == 0 || (strstr (head, "%PDF-") != NULL && *head != '<'))
    return SB_FORMAT_PDF;
  if (size >= 4 && memcmp (data, "PK\003\004", 4) == 0)
    return SB_FORMAT_OFFICE;
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (size >= foreign[i].length && memcmp (data, foreign[i].magic, foreign[i].length) == 0)
      return SB_FORMAT_UNKNOWN;
  if (sb_mail_is_likely (head))
    return SB_FORMAT_MAIL;
  if (content_type != NULL && strstr (content_type, "html") != NULL)
    return SB_FORMAT_HTML;
  if (sb_markdown_has_front_matter (head) || (content_type != NULL && strstr (content_type, "markdown") != NULL))
    return SB_FORMAT_MARKDOWN;
  if (content_type != NULL && g_str_has_prefix (content_type, "text/plain"))
    return SB_FORMAT_TEXT;
  return looks_like_html (head) ? SB_FORMAT_HTML : SB_FORMAT_TEXT;
}

static const struct
{
  const char *suffix;
  const char *content_type;
} suffixes[] = {
  { ".html", "text/html" },
  { ".htm", "text/html" },
  { ".xhtml", "application/xhtml+xml" },
  { ".txt", "text/plain" },
  { ".text", "text/plain" },
  { ".md", "text/markdown" },
  { ".markdown", "text/markdown" },
  { ".mht", "multipart/related" },
  { ".mhtml", "multipart/related" },
  { ".eml", "message/rfc822" },
  { ".pdf", "application/pdf" },
  { ".odt", "application/vnd.oasis.opendocument.text" },
  { ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
};

const char *
sb_content_type_for_name (const char *name)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  lower = g_ascii_strdown (name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i].suffix))
      return suffixes[i].content_type;
  return NULL;
}

/* The character set of "text/html; charset=utf-8". */
static char *
dup_charset (const char *content_type)
{
  const char *value = content_type == NULL ? NULL : strstr (content_type, "charset=");

  if (value == NULL)
    return NULL;
  value += strlen ("charset=");
  value += strspn (value, "\"' ");
  return g_strndup (value, strcspn (value, "\"'; "));
}

static gboolean
is_old_format (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return (size >= sizeof rtf_magic - 1 && memcmp (data, rtf_magic, sizeof rtf_magic - 1) == 0) ||
         (size >= sizeof ole_magic - 1 && memcmp (data, ole_magic, sizeof ole_magic - 1) == 0);
}

/* An Office Open XML file with a password is not an archive but an older kind
 * of container, with a stream of this name in UTF-16. */
static gboolean
is_encrypted_office (GBytes *bytes)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 4 && memcmp (data, "\320\317\021\340", 4) == 0 && memmem (data, size, name, sizeof name - 1) != NULL;
}

SbExtraction *
sb_extract (GBytes *bytes,
            const char *content_type,
            const char *base_url,
            SbExtractScope scope,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *charset = dup_charset (content_type);

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  switch (sb_format_guess (bytes, content_type))
    {
    case SB_FORMAT_HTML:
      return sb_html_extract (bytes, charset, base_url, scope, error);
    case SB_FORMAT_TEXT:
      return sb_plain_text_extract (bytes, charset, scope, error);
    case SB_FORMAT_PDF:
      return sb_pdf_extract (bytes, scope, cancellable, error);
    case SB_FORMAT_OFFICE:
      return sb_office_extract (bytes, error);
    case SB_FORMAT_MARKDOWN:
      return sb_markdown_extract (bytes, charset, scope, cancellable, error);
    case SB_FORMAT_MAIL:
      return sb_mail_extract (bytes, base_url, scope, cancellable, error);
    case SB_FORMAT_UNKNOWN:
    default:
      if (is_encrypted_office (bytes))
        g_set_error_literal (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_LOCKED, "The file is locked with a password");
      else if (is_old_format (bytes))
        g_set_error_literal (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_OLD_FORMAT, "The file is of a kind that only word processors read");
      else
        g_set_error_literal (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_UNSUPPORTED,
                             "The file is of a kind that is not read");
      return NULL;
    }
}
