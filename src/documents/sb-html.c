/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html.h"

#include "sb-appendix.h"
#include "sb-article-edges.h"
#include "sb-boilerplate.h"
#include "sb-charset.h"
#include "sb-document-error.h"
#include "sb-html-article.h"
#include "sb-html-blocks.h"
#include "sb-html-guard.h"
#include "sb-html-lighten.h"
#include "sb-html-metadata.h"
#include "sb-html-neat.h"
#include "sb-html-tree.h"
#include "sb-illustration.h"
#include "sb-link.h"
#include "sb-repetition.h"
#include "sb-teasers.h"
#include "sb-text-language.h"
#include "sb-text-parser.h"

#include <string.h>

/* What is made of a text. A piece of a page is told of by whoever gives it: a feed
 * has the title, the author and the date of its items. */
typedef enum
{
  READ_ARTICLE,
  READ_PAGE,
  READ_PIECE,
} Reading;

/* Less than this may be said twice on a page on purpose. */
#define MIN_REPEATED_BLOCKS  3
#define MIN_REPEATED_LETTERS 700

/* The address that relative ones are read against: "base" in the page goes
 * before where it came from. */
static char *
dup_base (const GumboNode *root,
          const char *base_url)
{
  const GumboNode *element = _sb_html_find (root, GUMBO_TAG_BASE);
  g_autofree char *base = NULL;

  if (element != NULL)
    base = _sb_link_resolve (base_url, _sb_html_get (element, "href"));
  return base != NULL ? g_steal_pointer (&base) : g_strdup (base_url);
}

static gpointer
copy_block (gconstpointer block,
            gpointer data)
{
  return sb_block_ref ((SbBlock *) block);
}

/* Where @block is among @blocks, or -1. */
static int
find_block (GPtrArray *blocks,
            gconstpointer block)
{
  guint i;

  return block != NULL && g_ptr_array_find (blocks, block, &i) ? (int) i : -1;
}

/* Pictures go where the blocks of @before that they stood between are now. One whose
 * neighbours are both gone was a part of what is not read. */
static void
place_illustrations (SbExtraction *extraction,
                     GPtrArray *before)
{
  g_autoptr (GPtrArray) placed = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_illustration_unref);

  for (guint i = 0; i < extraction->illustrations->len; i++)
    {
      const SbIllustration *illustration = g_ptr_array_index (extraction->illustrations, i);
      guint block = sb_illustration_get_block (illustration);
      int next = find_block (extraction->blocks, block < before->len ? g_ptr_array_index (before, block) : NULL);
      int last = find_block (extraction->blocks, block > 0 && block <= before->len ? g_ptr_array_index (before, block - 1) : NULL);

      if (next >= 0 || last >= 0)
        g_ptr_array_add (placed, sb_illustration_new (sb_illustration_get_address (illustration), sb_illustration_get_description (illustration),
                                                      (guint) (next >= 0 ? next : last + 1)));
    }

  g_ptr_array_unref (extraction->illustrations);
  extraction->illustrations = g_steal_pointer (&placed);
}

static void
append_article (SbExtraction *extraction,
                const GumboNode *root,
                const char *base)
{
  g_autoptr (SbHtmlArticle) article = _sb_html_article_find (root, extraction->title, base);
  g_autoptr (GPtrArray) before = NULL;

  for (guint i = 0; i < article->lead->len; i++)
    _sb_html_append_blocks (extraction, g_ptr_array_index (article->lead, i), article->omitted, base);
  _sb_html_append_blocks (extraction, article->root, article->omitted, base);
  before = g_ptr_array_copy (extraction->blocks, copy_block, NULL);
  _sb_drop_appendix (extraction->blocks, extraction->byline);
  _sb_drop_boilerplate (extraction->blocks);
  _sb_drop_teasers (extraction->blocks);
  _sb_drop_repetitions (extraction->blocks, MIN_REPEATED_BLOCKS, MIN_REPEATED_LETTERS);
  _sb_trim_article (extraction, article->lead->len);
  place_illustrations (extraction, before);
}

/* What a page declares is often left over from a template: the text decides,
 * and the declaration tells the variety ("fr-ML") or what the text does not. */
static void
settle_language (SbExtraction *extraction)
{
  g_autofree char *guess = _sb_guess_language (extraction->blocks);

  if (guess == NULL || (extraction->language != NULL && g_ascii_strncasecmp (guess, extraction->language, 2) == 0))
    return;
  g_free (extraction->language);
  extraction->language = g_steal_pointer (&guess);
}

static SbExtraction *
extract_tree (const SbHtmlTree *tree,
              const char *base_url,
              Reading reading)
{
  SbExtraction *extraction = _sb_extraction_new ();
  const GumboNode *root = _sb_html_tree_get_root (tree);
  g_autofree char *base = dup_base (root, base_url);
  g_autoptr (SbHtmlMetadata) metadata = _sb_html_metadata_new (root, base_url);

  if (reading == READ_PIECE)
    extraction->language = _sb_html_metadata_find_language (metadata);
  else
    _sb_html_metadata_describe (metadata, extraction);
  if (reading == READ_ARTICLE)
    append_article (extraction, root, base);
  else
    _sb_html_append_blocks (extraction, root, NULL, base);
  settle_language (extraction);
  return extraction;
}

/* A piece that is plain: it declares nothing, and what languages it is in its text
 * alone says. */
static SbExtraction *
extract_neat (const SbHtmlNeat *neat,
              const char *base_url)
{
  SbExtraction *extraction = _sb_extraction_new ();

  _sb_html_append_blocks (extraction, neat->nodes, NULL, base_url);
  _sb_extraction_seal (extraction);
  extraction->language = _sb_find_languages (extraction->blocks);
  return extraction;
}

/* Takes over @text. */
static SbExtraction *
extract_text (char *text,
              gsize length,
              const char *base_url,
              Reading reading)
{
  g_autofree char *html = text;
  g_autofree char *plain = NULL;
  g_autoptr (SbHtmlTree) tree = NULL;
  SbExtraction *extraction;

  length = _sb_html_lighten (html, length);
  if (_sb_html_is_affordable (html, length))
    {
      tree = _sb_html_tree_new (g_steal_pointer (&html), length);
      extraction = extract_tree (tree, base_url, reading);
    }
  else
    {
      extraction = _sb_extraction_new ();
      plain = _sb_html_strip (html, length);
      _sb_text_append_blocks (extraction->blocks, plain, reading == READ_ARTICLE ? SB_EXTRACT_ARTICLE : SB_EXTRACT_WHOLE);
      extraction->language = _sb_guess_language (extraction->blocks);
    }
  _sb_extraction_seal (extraction);
  return extraction;
}

SbExtraction *
sb_html_extract (GBytes *bytes,
                 const char *charset,
                 const char *base_url,
                 SbExtractScope scope,
                 GError **error)
{
  g_autofree char *named = NULL;
  const guint8 *data;
  gsize size;
  gsize length;
  char *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > SB_HTML_MAX_BYTES)
    {
      g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_LARGE,
                   "The page has %" G_GSIZE_FORMAT " bytes; at most %d are read", size, SB_HTML_MAX_BYTES);
      return NULL;
    }
  if (charset == NULL)
    charset = named = _sb_charset_in_html (data, size);
  text = _sb_decode (data, size, charset, &length);
  return extract_text (text, length, base_url, scope == SB_EXTRACT_ARTICLE ? READ_ARTICLE : READ_PAGE);
}

SbExtraction *
sb_html_extract_fragment (const char *html,
                          const char *base_url,
                          GError **error)
{
  g_autoptr (SbHtmlNeat) neat = NULL;
  gsize size;
  char *text;

  g_return_val_if_fail (html != NULL, NULL);

  size = strlen (html);
  if (size > SB_HTML_MAX_BYTES)
    {
      g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_LARGE,
                   "The text has %" G_GSIZE_FORMAT " bytes; at most %d are read", size, SB_HTML_MAX_BYTES);
      return NULL;
    }
  if (g_utf8_validate (html, (gssize) size, NULL) && (neat = _sb_html_neat_new (html, size)))
    return extract_neat (neat, base_url);
  text = g_utf8_make_valid (html, (gssize) size);
  return extract_text (text, strlen (text), base_url, READ_PIECE);
}
