#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Runs test-keyring with the Secret Service of gnome-keyring, on a bus and with a home
of its own, and where there is none."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop(1)
START = 'printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$0" "$@"'


def make_environment(folder, **more):
    environment = {name: value for name, value in os.environ.items()
                   if name not in ('DBUS_SESSION_BUS_ADDRESS', 'DISPLAY', 'WAYLAND_DISPLAY', 'GNOME_KEYRING_CONTROL')}
    # gnome-keyring and D-Bus warn about what a container lacks.
    environment.pop('G_DEBUG', None)
    return {**environment, 'HOME': folder, 'XDG_DATA_HOME': folder, 'XDG_RUNTIME_DIR': folder, **more}


class Keyring(unittest.TestCase):
    def run_test(self, *command, **more):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(command, env=make_environment(folder, **more), stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=60, check=False, encoding='utf-8')
        self.assertEqual(done.returncode, 0, done.stdout)
        return done.stdout

    @unittest.skipUnless(shutil.which('gnome-keyring-daemon') and shutil.which('dbus-run-session'),
                         'there is no gnome-keyring')
    def test_service(self):
        answer = self.run_test('dbus-run-session', '--', 'sh', '-c', START, PROGRAM, '--service')
        self.assertIn('ok 2 /services/keyring/service', answer.replace('# ', ''))

    def test_none(self):
        answer = self.run_test(PROGRAM, '--none', DBUS_SESSION_BUS_ADDRESS='unix:path=/nowhere')
        self.assertIn('ok 2 /services/keyring/none', answer.replace('# ', ''))


if __name__ == '__main__':
    unittest.main()
