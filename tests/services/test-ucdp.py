#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""UCDP: its yearly versions, its candidate events, its quota."""

import json
import unittest

import stubs
from services import COMMON_FAULTS, DAY_S, NOW_S, ServiceCase, slow


class Ucdp(ServiceCase):
    STUB, NAME, ADD = stubs.Ucdp, 'ucdp', ('--countries', 'Mali,BF')
    QUERY = 'countries=BF,ML'
    SECRETS = (stubs.Ucdp.TOKEN,)

    def make_addresses(self, base):
        return {'SB_UCDP_ADDRESS': f'{base}/api'}

    def paths(self):
        return [request.path.removeprefix('/api/gedevents/') for request in self.stub.take_log()]

    def test_versions(self):
        self.be_signed_in(self.stub.TOKEN)
        self.stub.versions = {'25.1': [stubs.ucdp_row(number) for number in range(1, 9)]}
        self.assertEqual(self.counts(self.add()), ('updated', 8, 0, 0))
        first = self.stub.log[0]
        self.assertEqual((first.get('Country'), first.get('pagesize'), first.get('page')), ('439,432', '3', None))
        self.assertEqual(self.paths(), ['25.1', '25.1', '25.1', '26.1'])
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))
        self.assertEqual(self.paths(), ['26.1'])

        self.stub.versions['26.1'] = [stubs.ucdp_row(1, best=5, high=6), stubs.ucdp_row(9)]
        self.assertEqual(self.counts(self.sync()), ('updated', 1, 1, 0))
        self.assertEqual(self.paths(), ['26.1', '27.1'])
        self.assert_no_secret()

    @slow
    def test_candidates(self):
        """A month in which nothing happened does not hold up those after it."""
        self.be_signed_in(self.stub.TOKEN)
        self.stub.versions = {'26.0.1': [stubs.ucdp_row(1)], '26.0.2': [], '26.0.3': [stubs.ucdp_row(3)]}
        self.ADD = (*self.ADD, '--dataset', 'candidate')
        self.assertEqual(self.counts(self.add()), ('updated', 2, 0, 0))
        self.assertEqual(self.paths(), ['26.0.1', '26.0.2', '26.0.3', '26.0.4'])
        self.stub.versions['26.0.4'] = []
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))
        self.assertEqual(self.paths(), ['26.0.4', '26.0.5'])
        # What is empty today may only be early: it is looked for again.
        self.stub.versions['26.0.4'] = [stubs.ucdp_row(4)]
        self.assertEqual(self.counts(self.sync()), ('updated', 1, 0, 0))

    def test_quota(self):
        self.be_signed_in(self.stub.TOKEN)
        self.stub.versions = {'25.1': [stubs.ucdp_row(1)]}
        self.add()
        self.set_cursor(lambda cursor: cursor.replace('asked=2', 'asked=5000'))
        self.stub.take_log()
        self.assert_failed(self.sync(), 'refused', 'quota', 'it goes on tomorrow')
        self.assertEqual(self.get_feed()['next_due'], (NOW_S // DAY_S + 1) * DAY_S)
        self.assertEqual(self.stub.log, [])
        self.assertEqual(self.sync(SB_CLOCK='2026-06-02T00:00:01Z')['state'], 'unchanged')

    @slow
    def test_refused_for_today(self):
        """429 without a time is the end of the day's quota."""
        self.be_signed_in(self.stub.TOKEN)
        self.stub.faults = [lambda request: (429, 'text/plain', 'quota')]
        self.assertEqual(self.add()['error']['code'], 'rate-limited')
        self.assertGreaterEqual(self.get_feed()['next_due'], (NOW_S // DAY_S + 1) * DAY_S)

    @slow
    def test_wrong_token(self):
        self.assert_failed(self.add(), 'refused', 'sign-in', 'wants to know who asks')
        self.sign_in('wrong-token')
        self.assert_failed(self.sync(), 'refused', 'credentials', 'sign in again')
        self.assertNotIn('wrong-token', self.said)

    def test_faults(self):
        self.be_signed_in(self.stub.TOKEN)
        self.check_faults((
            *COMMON_FAULTS,
            ((404, 'text/plain', 'no'), 'failed', 'not-found', 'nothing at this address', 'rien à cette adresse'),
        ))

    @slow
    def test_endless(self):
        self.be_signed_in(self.stub.TOKEN)
        rows = [stubs.ucdp_row(1)]
        self.stub.faults = [lambda request: (200, stubs.JSON, json.dumps({
            'TotalCount': 9, 'TotalPages': 9, 'NextPageUrl': 'https://x.example/?page=1', 'Result': rows}))]
        self.assert_failed(self.add(), 'failed', 'paging', 'the same page')
        self.assertEqual(len(self.stub.log), 2)


if __name__ == '__main__':
    unittest.main()
