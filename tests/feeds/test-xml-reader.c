/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-xml-reader.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Documents that are not well-formed, each with marks that need a look ahead. */
static const char *const broken[] = {
  "<kml><Placemark><name>a</<ae>mn</name><begin?<k4050</begml>in><<",
  "<rss><channel><title>a & b &amp; &#x20AC; &eacute; c</title></channel></rss>",
  "<rss><channel><item><![CDATA[ a ]]> <!-- b --> <?c d?> <e f=g/></item></channel></RSS>",
  "<rss><channel><item><![CDATA[ a </item><item h='i' j=\"k\" l></item></channel></rss>",
};

/* A text that ends where memory does, cut at each byte: as that of a file that
 * is mapped and fills its last page. */
static void
test_cut (void)
{
  gsize page = (gsize) sysconf (_SC_PAGESIZE);
  char *memory = mmap (NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  g_assert_true (memory != MAP_FAILED);
  g_assert_cmpint (mprotect (memory + page, page, PROT_NONE), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    for (gsize length = 1; length <= strlen (broken[i]); length++)
      {
        g_autoptr (SbXmlReading) reading = NULL;
        char *text = memory + page - length;

        memcpy (text, broken[i], length);
        reading = sb_xml_read (text, length);
        g_assert_true (reading->damage != 0);
      }

  g_assert_cmpint (munmap (memory, 2 * page), ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feeds/xml-reader/cut", test_cut);

  return g_test_run ();
}
