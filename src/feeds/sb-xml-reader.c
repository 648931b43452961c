/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-xml-reader.h"

#include <expat.h>
#include <string.h>

/* Cannot occur in the address of a namespace: XML makes it a space. */
#define SEPARATOR '\n'

#define CDATA "<![CDATA["

typedef struct
{
  XML_Parser parser;
  SbXmlTree *tree; /* (owned) (nullable) */
  SbXmlNode *current; /* (nullable) */
  GString *text; /* (owned) not yet in the tree */
  guint depth;
  guint n_elements;
  gboolean over_limit;
} Builder;

/* White space between the elements of these says nothing. */
static gboolean
is_container (const SbXmlName *name)
{
  switch (name->tag)
    {
    case SB_XML_RSS:
    case SB_XML_RDF:
    case SB_XML_CHANNEL:
    case SB_XML_FEED:
    case SB_XML_ITEM:
    case SB_XML_ENTRY:
    case SB_XML_GROUP:
    case SB_XML_OPML:
    case SB_XML_BODY:
    case SB_XML_HEAD:
    case SB_XML_OUTLINE:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
flush_text (Builder *builder)
{
  GString *text = builder->text;

  if (text->len == 0)
    return;

  if (builder->current != NULL && !(is_container (builder->current->name) &&
                                    strspn (text->str, " \t\r\n") == text->len))
    {
      SbXmlNode *node = sb_xml_tree_add (builder->tree, builder->current);

      node->text = sb_xml_tree_copy (builder->tree, text->str, text->len);
    }
  g_string_truncate (text, 0);
}

static void
stop_over_limit (Builder *builder)
{
  builder->over_limit = TRUE;
  XML_StopParser (builder->parser, XML_FALSE);
}

static void
add_attributes (Builder *builder,
                SbXmlNode *node,
                const char **pairs)
{
  guint n = 0;
  SbXmlAttribute *attributes;

  while (pairs[2 * n] != NULL)
    n++;
  if (n == 0)
    return;
  if (n > SB_XML_MAX_ATTRIBUTES)
    {
      stop_over_limit (builder);
      return;
    }

  attributes = sb_xml_tree_alloc (builder->tree, n * sizeof *attributes);
  for (guint i = 0; i < n; i++)
    {
      attributes[i].name = sb_xml_tree_intern (builder->tree, pairs[2 * i]);
      attributes[i].value = sb_xml_tree_copy (builder->tree, pairs[2 * i + 1], strlen (pairs[2 * i + 1]));
    }
  node->attributes = attributes;
  node->n_attributes = n;
}

static void XMLCALL
element_started_cb (void *user_data,
                    const char *name,
                    const char **attributes)
{
  Builder *builder = user_data;
  SbXmlNode *node;

  /* Expat may still deliver an event after it was told to stop. */
  if (builder->over_limit)
    return;
  if (++builder->depth > SB_XML_MAX_DEPTH || ++builder->n_elements > SB_XML_MAX_ELEMENTS)
    {
      stop_over_limit (builder);
      return;
    }

  flush_text (builder);
  node = sb_xml_tree_add (builder->tree, builder->current);
  node->name = sb_xml_tree_intern (builder->tree, name);
  node->line = (guint) MIN (XML_GetCurrentLineNumber (builder->parser), G_MAXINT32);
  add_attributes (builder, node, attributes);
  builder->current = node;
}

static void XMLCALL
element_ended_cb (void *user_data,
                  const char *name)
{
  Builder *builder = user_data;

  if (builder->over_limit)
    return;

  flush_text (builder);
  builder->current->whole = TRUE;
  builder->current = builder->current->parent;
  builder->depth--;
}

static void XMLCALL
text_read_cb (void *user_data,
              const char *text,
              int length)
{
  Builder *builder = user_data;

  g_string_append_len (builder->text, text, length);
}

/* The declaration was cut out before: what is here now tries to hide. */
static void XMLCALL
doctype_started_cb (void *user_data,
                    const char *name,
                    const char *system_id,
                    const char *public_id,
                    int has_internal_subset)
{
  stop_over_limit (user_data);
}

static void
builder_clear (Builder *builder)
{
  g_clear_pointer (&builder->parser, XML_ParserFree);
  g_clear_pointer (&builder->tree, sb_xml_tree_free);
  if (builder->text != NULL)
    g_string_free (builder->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static SbXmlReading *
read_well_formed (const char *text,
                  gsize length)
{
  SbXmlReading *reading = g_new0 (SbXmlReading, 1);
  g_auto (Builder) builder = { NULL };

  builder.parser = XML_ParserCreateNS ("UTF-8", SEPARATOR);
  builder.tree = sb_xml_tree_new ();
  builder.text = g_string_new (NULL);
  XML_SetReturnNSTriplet (builder.parser, 1);
  XML_SetUserData (builder.parser, &builder);
  XML_SetElementHandler (builder.parser, element_started_cb, element_ended_cb);
  XML_SetCharacterDataHandler (builder.parser, text_read_cb);
  XML_SetStartDoctypeDeclHandler (builder.parser, doctype_started_cb);
  XML_SetParamEntityParsing (builder.parser, XML_PARAM_ENTITY_PARSING_NEVER);

  if (XML_Parse (builder.parser, text, (int) length, XML_TRUE) != XML_STATUS_OK)
    {
      if (!builder.over_limit)
        flush_text (&builder);
      reading->damage = SB_XML_TRUNCATED;
      reading->over_limit = builder.over_limit;
      reading->line = (guint) XML_GetCurrentLineNumber (builder.parser);
      reading->stop_line = reading->line;
      reading->message = g_strdup (XML_ErrorString (XML_GetErrorCode (builder.parser)));
    }
  reading->tree = g_steal_pointer (&builder.tree);

  return reading;
}

/* A tag of a megabyte is an attack on the memory of the parser, which holds a
 * tag whole. Long texts without any mark are no tags: they are cheap. */
static gboolean
has_monstrous_tag (const char *text,
                   gsize length)
{
  const char *end = text + length;
  const char *p = text;
  gboolean has_cdata_end = TRUE;

  while (p < end && (p = memchr (p, '<', end - p)) != NULL)
    {
      const char *close = NULL;

      if (has_cdata_end && (gsize) (end - p) > strlen (CDATA) && memcmp (p, CDATA, strlen (CDATA)) == 0)
        {
          close = memmem (p, end - p, "]]>", 3);
          has_cdata_end = close != NULL;
        }
      if (close == NULL)
        {
          close = memchr (p, '>', end - p);
          if (close == NULL)
            close = end;
          if (close - p > SB_XML_MAX_TAG && p + 1 < end && strchr ("!?", p[1]) == NULL)
            return TRUE;
        }
      p = close;
    }

  return FALSE;
}

/* Reads what is left of a document without its type declaration. */
static SbXmlReading *
read_document (const char *text,
               gsize length)
{
  g_autoptr (SbXmlReading) strict = NULL;
  SbXmlReading *lenient;
  g_autofree char *repaired = NULL;
  gsize repaired_length = 0;

  if (has_monstrous_tag (text, length))
    {
      strict = g_new0 (SbXmlReading, 1);
      strict->over_limit = TRUE;
      strict->damage = SB_XML_TRUNCATED;
      return g_steal_pointer (&strict);
    }

  strict = read_well_formed (text, length);
  if (strict->damage == 0 || strict->over_limit)
    return g_steal_pointer (&strict);

  g_clear_pointer (&strict->tree, sb_xml_tree_free);
  repaired = sb_xml_repair (text, length, &repaired_length);
  lenient = read_well_formed (repaired, repaired_length);
  lenient->damage |= SB_XML_REPAIRED;
  lenient->line = strict->line;
  g_free (lenient->message);
  lenient->message = g_steal_pointer (&strict->message);

  return lenient;
}

SbXmlReading *
sb_xml_read (const char *text,
             gsize length)
{
  g_autoptr (SbXmlProlog) prolog = sb_xml_prolog_read (text, length);
  g_autoptr (GString) body = NULL;

  if (prolog->doctype_start == prolog->doctype_end)
    return read_document (text + prolog->start, length - prolog->start);

  body = g_string_sized_new (length);
  g_string_append_len (body, text + prolog->start, (gssize) (prolog->doctype_start - prolog->start));
  g_string_append_len (body, text + prolog->doctype_end, (gssize) (length - prolog->doctype_end));

  return read_document (body->str, body->len);
}

void
sb_xml_reading_free (SbXmlReading *self)
{
  g_clear_pointer (&self->tree, sb_xml_tree_free);
  g_free (self->message);
  g_free (self);
}
