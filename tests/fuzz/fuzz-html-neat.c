/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include <string.h>

#include "sb-html-neat.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

static void
compare_attributes (const GumboVector *ours,
                    const GumboVector *theirs)
{
  g_assert_cmpuint (ours->length, ==, theirs->length);
  for (guint i = 0; i < ours->length; i++)
    {
      const GumboAttribute *one = ours->data[i];
      const GumboAttribute *other = theirs->data[i];

      g_assert_cmpstr (one->name, ==, other->name);
      g_assert_cmpstr (one->value, ==, other->value);
    }
}

static void
compare_nodes (const GumboNode *ours,
               const GumboNode *theirs)
{
  g_assert_cmpint (ours->type, ==, theirs->type);
  g_assert_cmpuint (ours->index_within_parent, ==, theirs->parent->type == GUMBO_NODE_DOCUMENT ? 0 : theirs->index_within_parent);
  if (ours->type != GUMBO_NODE_ELEMENT)
    {
      g_assert_cmpstr (ours->v.text.text, ==, theirs->v.text.text);
      return;
    }

  g_assert_cmpint (ours->v.element.tag, ==, theirs->v.element.tag);
  compare_attributes (&ours->v.element.attributes, &theirs->v.element.attributes);
  g_assert_cmpuint (ours->v.element.children.length, ==, theirs->v.element.children.length);
  for (guint i = 0; i < ours->v.element.children.length; i++)
    compare_nodes (ours->v.element.children.data[i], theirs->v.element.children.data[i]);
}

/* Whatever is held to be neat has the tree that a parser makes of it. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autofree char *html = g_strndup ((const char *) data, size);
  g_autoptr (SbHtmlNeat) neat = NULL;
  GumboOutput *output;

  if (!g_utf8_validate (html, -1, NULL) || !(neat = _sb_html_neat_new (html, strlen (html))))
    return 0;

  output = gumbo_parse_with_options (&kGumboDefaultOptions, html, strlen (html));
  compare_nodes (neat->nodes, output->root);
  gumbo_destroy_output (&kGumboDefaultOptions, output);
  return 0;
}
