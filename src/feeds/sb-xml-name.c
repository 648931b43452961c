/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-xml-name.h"

#include <string.h>

typedef struct
{
  const char *uri; /* lower case, no slash or number sign at its end */
  SbXmlNs ns;
} NamespaceUri;

typedef struct
{
  const char *prefix;
  SbXmlNs ns;
  const char *uri;
} NamespacePrefix;

static const NamespaceUri namespace_uris[] = {
  { "http://www.w3.org/2005/atom", SB_XML_NS_ATOM },
  { "http://purl.org/atom/ns", SB_XML_NS_ATOM },
  { "http://purl.org/net/rss1.1", SB_XML_NS_RSS },
  { "http://purl.org/rss/1.0", SB_XML_NS_RSS },
  { "http://my.netscape.com/rdf/simple/0.9", SB_XML_NS_RSS },
  { "http://my.netscape.com/publish/formats/rss-0.91.dtd", SB_XML_NS_RSS },
  { "http://channel.netscape.com/rdf/simple/0.9", SB_XML_NS_RSS },
  { "http://backend.userland.com/rss", SB_XML_NS_RSS },
  { "http://backend.userland.com/rss1", SB_XML_NS_RSS },
  { "http://backend.userland.com/rss2", SB_XML_NS_RSS },
  { "http://backend.userland.com/rss191", SB_XML_NS_RSS },
  { "http://blogs.law.harvard.edu/tech/rss", SB_XML_NS_RSS },
  { "http://cyber.law.harvard.edu/rss", SB_XML_NS_RSS },
  { "http://www.w3.org/1999/02/22-rdf-syntax-ns", SB_XML_NS_RDF },
  { "http://purl.org/rss/1.0/modules/content", SB_XML_NS_CONTENT },
  { "http://purl.org/dc/elements/1.0", SB_XML_NS_DC },
  { "http://purl.org/dc/elements/1.1", SB_XML_NS_DC },
  { "http://purl.org/dc/terms", SB_XML_NS_DCTERMS },
  { "http://search.yahoo.com/mrss", SB_XML_NS_MEDIA },
  { "http://video.search.yahoo.com/mrss", SB_XML_NS_MEDIA },
  { "http://www.itunes.com/dtds/podcast-1.0.dtd", SB_XML_NS_ITUNES },
  { "http://www.georss.org/georss", SB_XML_NS_GEORSS },
  { "http://www.georss.org/georss/10", SB_XML_NS_GEORSS },
  { "http://www.opengis.net/gml", SB_XML_NS_GML },
  { "http://www.opengis.net/gml/3.2", SB_XML_NS_GML },
  { "http://www.w3.org/2003/01/geo/wgs84_pos", SB_XML_NS_GEO },
  { "http://postneo.com/icbm", SB_XML_NS_GEO },
  { "http://purl.org/rss/1.0/modules/slash", SB_XML_NS_SLASH },
  { "http://rssnamespace.org/feedburner/ext/1.0", SB_XML_NS_FEEDBURNER },
  { "http://www.w3.org/1999/xhtml", SB_XML_NS_XHTML },
  { "http://www.w3.org/xml/1998/namespace", SB_XML_NS_XML },
};

static const NamespacePrefix namespace_prefixes[] = {
  { "atom", SB_XML_NS_ATOM, "http://www.w3.org/2005/Atom" },
  { "atom10", SB_XML_NS_ATOM, "http://www.w3.org/2005/Atom" },
  { "content", SB_XML_NS_CONTENT, "http://purl.org/rss/1.0/modules/content/" },
  { "dc", SB_XML_NS_DC, "http://purl.org/dc/elements/1.1/" },
  { "dcterms", SB_XML_NS_DCTERMS, "http://purl.org/dc/terms/" },
  { "feedburner", SB_XML_NS_FEEDBURNER, "http://rssnamespace.org/feedburner/ext/1.0" },
  { "geo", SB_XML_NS_GEO, "http://www.w3.org/2003/01/geo/wgs84_pos#" },
  { "georss", SB_XML_NS_GEORSS, "http://www.georss.org/georss" },
  { "gml", SB_XML_NS_GML, "http://www.opengis.net/gml" },
  { "itunes", SB_XML_NS_ITUNES, "http://www.itunes.com/dtds/podcast-1.0.dtd" },
  { "media", SB_XML_NS_MEDIA, "http://search.yahoo.com/mrss/" },
  { "rdf", SB_XML_NS_RDF, "http://www.w3.org/1999/02/22-rdf-syntax-ns#" },
  { "slash", SB_XML_NS_SLASH, "http://purl.org/rss/1.0/modules/slash/" },
  { "xhtml", SB_XML_NS_XHTML, "http://www.w3.org/1999/xhtml" },
};

static const char *const tag_names[] = {
  NULL,
#define X(symbol, name) name,
  SB_XML_TAGS (X)
#undef X
};

static const NamespacePrefix *
find_prefix (const char *prefix)
{
  if (prefix == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (namespace_prefixes); i++)
    {
      if (g_ascii_strcasecmp (namespace_prefixes[i].prefix, prefix) == 0)
        return &namespace_prefixes[i];
    }

  return NULL;
}

/* "HTTPS://…/" and "http://…#" name the same thing in feeds. */
static char *
normalise_uri (const char *uri)
{
  g_autofree char *lower = g_ascii_strdown (uri, -1);
  gsize length;

  g_strstrip (lower);
  length = strlen (lower);
  while (length > 0 && strchr ("/#", lower[length - 1]) != NULL)
    lower[--length] = '\0';
  if (g_str_has_prefix (lower, "https://"))
    return g_strconcat ("http://", lower + strlen ("https://"), NULL);

  return g_steal_pointer (&lower);
}

SbXmlNs
sb_xml_ns_lookup (const char *uri,
                  const char *prefix)
{
  g_autofree char *normal = NULL;
  const NamespacePrefix *usual;

  if (uri == NULL)
    return SB_XML_NS_NONE;

  normal = normalise_uri (uri);
  for (guint i = 0; i < G_N_ELEMENTS (namespace_uris); i++)
    {
      if (g_str_equal (namespace_uris[i].uri, normal))
        return namespace_uris[i].ns;
    }

  usual = find_prefix (prefix);
  return usual != NULL ? usual->ns : SB_XML_NS_OTHER;
}

SbXmlTag
sb_xml_tag_lookup (const char *local)
{
  for (guint i = 1; i < G_N_ELEMENTS (tag_names); i++)
    {
      if (g_ascii_strcasecmp (tag_names[i], local) == 0)
        return (SbXmlTag) i;
    }

  return SB_XML_OTHER;
}

const char *
sb_xml_ns_get_usual_uri (const char *prefix)
{
  const NamespacePrefix *usual = find_prefix (prefix);

  return usual != NULL ? usual->uri : NULL;
}
