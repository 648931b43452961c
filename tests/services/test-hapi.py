#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""HDX HAPI: what is updated, what is not there, what fails."""

import base64
import unittest

import stubs
from services import COMMON_FAULTS, ServiceCase, slow


class Hapi(ServiceCase):
    STUB, NAME = stubs.Hapi, 'hapi'
    ADD = ('--countries', 'ML,NE', '--dataset', 'conflict-events', '--from', '2026-01-01')
    QUERY = 'countries=ML&dataset=conflict-events'
    USER, APPLICATION = 'analyste@institut.example', 'institut'
    SECRETS = (base64.b64encode(b'institut:analyste@institut.example').decode(),)

    def make_addresses(self, base):
        return {'SB_HAPI_ADDRESS': f'{base}/api/v2'}

    def start(self):
        self.be_signed_in(self.USER, self.APPLICATION)
        self.stub.rows = {'MLI': [stubs.hapi_row(month, 'Kayes', month, 2) for month in range(1, 5)],
                          'NER': [stubs.hapi_row(1, 'Tillabéri', 9, 4, 'NER', 'Niger')]}
        self.stub.updated = {'MLI': '2026-05-20T00:00:00', 'NER': '2026-05-20T00:00:00'}

    def test_update(self):
        self.start()
        # A row has two figures: events and deaths.
        self.assertEqual(self.counts(self.add()), ('updated', 10, 0, 0))
        self.assertEqual([(request.get('location_code'), request.get('offset')) for request in self.stub.data_reads()],
                         [('MLI', '0'), ('MLI', '3'), ('NER', '0')])
        self.assertEqual({request.get('app_identifier') for request in self.stub.log}, set(self.SECRETS))
        self.stub.take_log()
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))
        self.assertEqual(self.stub.data_reads(), [])

        self.stub.updated['NER'] = '2026-05-27T00:00:00'
        self.stub.rows['NER'][0]['fatalities'] = 5
        self.assertEqual(self.counts(self.sync()), ('updated', 0, 1, 0))
        self.assertEqual([request.get('location_code') for request in self.stub.data_reads()], ['NER'])
        self.assert_no_secret()

    @slow
    def test_without_availability(self):
        self.start()
        self.stub.faults = [lambda request: (404, 'text/plain', '') if 'availability' in request.path else None]
        self.assertEqual(self.counts(self.add()), ('updated', 10, 0, 0))
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))

    @slow
    def test_interrupted(self):
        self.start()
        self.stub.faults = [lambda request: (500, 'text/plain', '') if request.get('offset') == '3' else None]
        self.assertEqual(self.add()['new'], 6)
        self.stub.faults = []
        self.stub.take_log()
        self.assertEqual(self.counts(self.sync())[:2], ('updated', 4))
        self.assertEqual([(request.get('location_code'), request.get('offset')) for request in self.stub.data_reads()],
                         [('MLI', '0'), ('MLI', '3'), ('NER', '0')])

    def test_faults(self):
        self.be_signed_in(self.USER, self.APPLICATION)
        self.check_faults((
            *COMMON_FAULTS,
            ((403, stubs.JSON, '{}'), 'refused', 'credentials', 'sign in again', 'connectez-vous de nouveau'),
        ))


if __name__ == '__main__':
    unittest.main()
