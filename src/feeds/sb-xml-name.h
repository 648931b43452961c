/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to this layer: the names of XML that feeds use. Each distinct name of
 * a document is looked up once, so that readers can switch on numbers. */

typedef enum
{
  SB_XML_NS_NONE,
  SB_XML_NS_OTHER,
  SB_XML_NS_RSS,
  SB_XML_NS_ATOM,
  SB_XML_NS_RDF,
  SB_XML_NS_CONTENT,
  SB_XML_NS_DC,
  SB_XML_NS_DCTERMS,
  SB_XML_NS_MEDIA,
  SB_XML_NS_ITUNES,
  SB_XML_NS_GEORSS,
  SB_XML_NS_GML,
  SB_XML_NS_GEO,
  SB_XML_NS_SLASH,
  SB_XML_NS_FEEDBURNER,
  SB_XML_NS_XHTML,
  SB_XML_NS_XML,
} SbXmlNs;

#define SB_XML_TAGS(X)                 \
  X (ABOUT, "about")                   \
  X (ABSTRACT, "abstract")             \
  X (ALTERNATIVE, "alternative")       \
  X (AUTHOR, "author")                 \
  X (BASE, "base")                     \
  X (BODY, "body")                     \
  X (BOX, "box")                       \
  X (CATEGORY, "category")             \
  X (CHANNEL, "channel")               \
  X (CIRCLE, "circle")                 \
  X (CONTENT, "content")               \
  X (COORDINATES, "coordinates")       \
  X (COPYRIGHT, "copyright")           \
  X (CREATED, "created")               \
  X (CREATOR, "creator")               \
  X (DATE, "date")                     \
  X (DESCRIPTION, "description")       \
  X (DIV, "div")                       \
  X (DOMAIN, "domain")                 \
  X (EMAIL, "email")                   \
  X (ENCLOSURE, "enclosure")           \
  X (ENCODED, "encoded")               \
  X (ENTRY, "entry")                   \
  X (FEED, "feed")                     \
  X (FILESIZE, "filesize")             \
  X (FULLTEXT, "fulltext")             \
  X (GROUP, "group")                   \
  X (GUID, "guid")                     \
  X (HEAD, "head")                     \
  X (HREF, "href")                     \
  X (HTML, "html")                     \
  X (ID, "id")                         \
  X (IMAGE, "image")                   \
  X (INFO, "info")                     \
  X (ISPERMALINK, "ispermalink")       \
  X (ISSUED, "issued")                 \
  X (ITEM, "item")                     \
  X (ITEMS, "items")                   \
  X (KEYWORDS, "keywords")             \
  X (LABEL, "label")                   \
  X (LANG, "lang")                     \
  X (LANGUAGE, "language")             \
  X (LASTBUILDDATE, "lastbuilddate")   \
  X (LAT, "lat")                       \
  X (LATITUDE, "latitude")             \
  X (LENGTH, "length")                 \
  X (LINE, "line")                     \
  X (LINK, "link")                     \
  X (LINEARRING, "linearring")         \
  X (LON, "lon")                       \
  X (LOWERCORNER, "lowercorner")       \
  X (LOCATION, "location")             \
  X (LONG, "long")                     \
  X (LONGITUDE, "longitude")           \
  X (MANAGINGEDITOR, "managingeditor") \
  X (MODE, "mode")                     \
  X (MODIFIED, "modified")             \
  X (NAME, "name")                     \
  X (OPML, "opml")                     \
  X (ORIGLINK, "origlink")             \
  X (OUTLINE, "outline")               \
  X (OWNER, "owner")                   \
  X (OWNERNAME, "ownername")           \
  X (POINT, "point")                   \
  X (POLYGON, "polygon")               \
  X (POS, "pos")                       \
  X (POSLIST, "poslist")               \
  X (PUBDATE, "pubdate")               \
  X (PUBLISHED, "published")           \
  X (PUBLISHER, "publisher")           \
  X (RDF, "rdf")                       \
  X (REL, "rel")                       \
  X (RSS, "rss")                       \
  X (SOURCE, "source")                 \
  X (SRC, "src")                       \
  X (SRSNAME, "srsname")               \
  X (SUBJECT, "subject")               \
  X (SUBTITLE, "subtitle")             \
  X (SUMMARY, "summary")               \
  X (TAGLINE, "tagline")               \
  X (TERM, "term")                     \
  X (TEXT, "text")                     \
  X (THUMBNAIL, "thumbnail")           \
  X (TITLE, "title")                   \
  X (TTL, "ttl")                       \
  X (TYPE, "type")                     \
  X (UPPERCORNER, "uppercorner")       \
  X (UPDATED, "updated")               \
  X (URI, "uri")                       \
  X (URL, "url")                       \
  X (VALUE, "value")                   \
  X (WHERE, "where")                   \
  X (XMLURL, "xmlurl")                 \
  X (HTMLURL, "htmlurl")

typedef enum
{
  SB_XML_OTHER,
#define X(symbol, name) SB_XML_##symbol,
  SB_XML_TAGS (X)
#undef X
} SbXmlTag;

typedef struct
{
  SbXmlNs ns;
  SbXmlTag tag;
  const char *local; /* as written, without prefix */
} SbXmlName;

/* What readers switch on: a known name in a known namespace. */
#define SB_XML_KEY(ns, tag) (((guint) (ns) << 16) | (guint) (tag))

/* @uri may be NULL. An unknown namespace is taken for the one that its prefix
 * usually stands for: feeds often get the address wrong. */
SbXmlNs sb_xml_ns_lookup (const char *uri,
                          const char *prefix);
/* Letter case does not count. */
SbXmlTag sb_xml_tag_lookup (const char *local);

/* The address that a prefix usually stands for; static; (nullable). */
const char *sb_xml_ns_get_usual_uri (const char *prefix);

G_END_DECLS
