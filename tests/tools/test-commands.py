#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Tests ./run, ./check's sum and what they share, on a machine that is made up:
the package manager, the build tools and the programs are scripts that write
down how they were called."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE_ROOT = pathlib.Path(sys.argv.pop(1)).resolve()

RECORD = '#!/bin/bash\necho "$(basename "$0") $*" >>"$CALLS"\n'


class CommandCase(unittest.TestCase):
    """A folder with the scripts in it, and a PATH of made-up programs."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = pathlib.Path(folder.name) / 'a project'
        self.here = pathlib.Path(folder.name) / 'elsewhere'
        self.bin = pathlib.Path(folder.name) / 'bin'
        self.calls = pathlib.Path(folder.name) / 'calls'
        for made in (self.top / 'tools', self.here, self.bin):
            made.mkdir(parents=True)
        self.calls.touch()
        for name in ('run', 'tools/setup.sh'):
            shutil.copy(SOURCE_ROOT / name, self.top / name)
        (self.top / 'tools/packages').write_text(
            '# A comment.\nbuild  gcc  # why\nrun    fonts-inter  # why\ntest   xvfb # why\n')
        for name in ('apt-get', 'meson', 'ninja', 'dbus-run-session'):
            self.program(self.bin / name, RECORD)
        self.program(self.bin / 'apt-cache', RECORD)
        self.installed('gcc', 'fonts-inter')
        # Root does things itself; anybody else asks sudo.
        self.program(self.bin / 'sudo', '#!/bin/bash\nwhile [[ $1 == -* ]]; do shift; done\n"$@"\n')

    def program(self, path, text):
        """Writes an executable script."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def installed(self, *packages):
        """Makes dpkg-query know these packages and no other."""
        lines = ''.join(f'echo "installed {name}"\n' for name in packages)
        self.program(self.bin / 'dpkg-query',
                     '#!/bin/bash\necho "not-installed libgone"\n' + lines + 'exit 1\n')

    def run_script(self, *arguments, **variables):
        """Runs ./run from another folder, on a machine without a display."""
        environment = {'PATH': f'{self.bin}:{os.environ["PATH"]}', 'CALLS': str(self.calls),
                       'HOME': str(self.here), **variables}
        return subprocess.run([str(self.top / 'run'), *arguments], cwd=self.here, text=True,
                              env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)

    def called(self):
        """The calls of the made-up programs, in order."""
        return self.calls.read_text().splitlines()


class Run(CommandCase):
    """./run"""

    def setUp(self):
        super().setUp()
        self.program(self.top / '_build/src/cli/sahel-brief-cli', RECORD)
        self.program(self.top / '_build/src/app/sahel-brief', RECORD)

    def test_installs_what_is_missing(self):
        self.installed('gcc')
        done = self.run_script('cli')
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn('Installing 1 Debian packages: fonts-inter', done.stderr)
        installs = [call for call in self.called() if call.startswith('apt-get')]
        self.assertEqual(len(installs), 1)
        self.assertTrue(installs[0].endswith('install --no-install-recommends fonts-inter'))

    def test_installs_nothing_twice(self):
        self.run_script('cli')
        self.assertNotIn('apt', ' '.join(self.called()))

    def test_fetches_lists_that_know_no_name(self):
        self.installed('gcc')
        self.program(self.bin / 'apt-cache', RECORD + 'exit 100\n')
        self.run_script('cli')
        words = [call.split()[-1] for call in self.called() if call.startswith('apt-get')]
        self.assertEqual(words, ['update', 'fonts-inter'])

    def test_says_that_it_could_not_install(self):
        self.installed('gcc')
        self.program(self.bin / 'apt-get', RECORD + 'exit 100\n')
        done = self.run_script('cli')
        self.assertEqual(done.returncode, 1)
        self.assertIn('could not be fetched', done.stderr)
        self.assertNotIn('meson', ' '.join(self.called()))

    def test_configures_once(self):
        self.run_script('cli')
        (self.top / '_build/build.ninja').touch()
        self.run_script('cli')
        names = [call.split()[0] for call in self.called()]
        self.assertEqual(names.count('meson'), 1)

    def test_builds_only_what_changed(self):
        self.program(self.bin / 'ninja', RECORD + 'echo "ninja: no work to do."\n')
        self.run_script('cli')
        builds = [call for call in self.called() if call.startswith('ninja')]
        self.assertEqual(len(builds), 1)
        self.assertTrue(builds[0].endswith(' -n'))

    def test_stops_when_the_build_fails(self):
        self.program(self.bin / 'ninja', RECORD + 'exit 1\n')
        done = self.run_script('cli')
        self.assertEqual(done.returncode, 1)
        self.assertIn('The build failed.', done.stderr)
        self.assertNotIn('sahel-brief-cli', ' '.join(self.called()))

    def test_passes_arguments_on(self):
        done = self.run_script('cli', 'list', 'events', '--place', 'a b')
        self.assertEqual(done.stdout, '')
        self.assertIn('sahel-brief-cli list events --place a b', self.called())

    def test_prints_without_a_display(self):
        done = self.run_script()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout, 'situation-mali-fr.pdf\nsituation-mali-en.pdf\n')
        self.assertIn('no display', done.stderr)
        calls = [call for call in self.called() if call.startswith('sahel-brief-cli')]
        self.assertEqual(len(calls), 3)
        self.assertIn('init --sample', calls[0])
        self.assertIn('brief situation --language fr', calls[1])
        self.assertIn('-o situation-mali-en.pdf', calls[2])

    def test_says_that_it_could_not_print(self):
        self.program(self.top / '_build/src/cli/sahel-brief-cli', '#!/bin/bash\nexit 1\n')
        done = self.run_script()
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(done.stdout, '')

    def test_opens_the_window(self):
        self.run_script('a b.html', DISPLAY=':7', DBUS_SESSION_BUS_ADDRESS='unix:path=/nowhere')
        self.assertIn('sahel-brief --sample a b.html', self.called())

    def test_makes_a_bus_where_there_is_none(self):
        self.run_script(DISPLAY=':7', XDG_RUNTIME_DIR='/nowhere')
        self.assertTrue(any(call.startswith('dbus-run-session -- ') for call in self.called()))


class Summary(unittest.TestCase):
    """tools/test-summary.py"""

    def sum_up(self, *results):
        """The lines and the exit status for a log of these results."""
        with tempfile.NamedTemporaryFile('w', suffix='.json') as log:
            for result in results:
                log.write(json.dumps({'name': 'a', 'stdout': 'the end', 'result': result}) + '\n')
            log.flush()
            return self.sum_up_file(log.name)

    def sum_up_file(self, name):
        """The lines and the exit status for a log."""
        done = subprocess.run([sys.executable, str(SOURCE_ROOT / 'tools/test-summary.py'), name],
                              stdout=subprocess.PIPE, text=True, check=False)
        return done.stdout.splitlines(), done.returncode

    def test_good(self):
        self.assertEqual(self.sum_up('OK', 'OK', 'EXPECTEDFAIL'), (['3 passed, 0 failed'], 0))

    def test_bad(self):
        for result in ('FAIL', 'ERROR', 'TIMEOUT', 'INTERRUPT', 'UNEXPECTEDPASS'):
            with self.subTest(result):
                lines, status = self.sum_up('OK', result)
                self.assertEqual((lines[-1], status), ('1 passed, 1 failed', 1))
                self.assertIn('  the end', lines)

    def test_skipped(self):
        lines, status = self.sum_up('OK', 'SKIP')
        self.assertEqual((lines, status), (['skipped a', '1 passed, 0 failed, 1 skipped'], 0))

    def test_nothing_ran(self):
        self.assertEqual(self.sum_up(), (['0 passed, 0 failed'], 1))

    def test_no_log(self):
        lines, status = self.sum_up_file('/nowhere/testlog.json')
        self.assertEqual((lines[-1], status), ('0 passed, 1 failed', 1))


if __name__ == '__main__':
    unittest.main(verbosity=1)
