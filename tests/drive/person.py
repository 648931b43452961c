# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""A person at the window: what is on the screen is read from the accessibility
bus, as a screen reader reads it, and the keys and the mouse are those of the display."""

import os
import pathlib
import re
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'tools'))

from french import make_locale  # noqa: E402

# No warning of the reading side is a fault: that reads what may be gone before the answer
# comes. To be known before GLib is loaded.
ENVIRONMENT = dict(os.environ)
os.environ.pop('G_DEBUG', None)

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# How long somebody waits for what must come, in seconds: a machine under load is slow.
PATIENCE = 60
# Between two looks.
GLANCE = 0.1

# Rows of a list that are looked at: those on the screen are among them.
ROWS = 400

# What the keyboard lands on, and has to be called by a name.
USABLE = {getattr(Atspi.Role, name) for name in (
    'PUSH_BUTTON', 'TOGGLE_BUTTON', 'CHECK_BOX', 'RADIO_BUTTON', 'COMBO_BOX', 'ENTRY', 'SLIDER', 'SPIN_BUTTON',
    'LIST_ITEM', 'LINK')}


class Impatient(AssertionError):
    """What had to come did not."""


def same(text):
    """Without the spaces that typography wants."""
    return re.sub('[\u00a0\u202f]', ' ', text or '').strip()


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding='utf-8').stdout


class Person:
    """Somebody with the program open on a catalogue; leaving the context ends both."""

    def __init__(self, program, catalogue, language, home, localedir):
        locale = make_locale(pathlib.Path(home) / 'locales') if language == 'fr' else {}
        environment = {**ENVIRONMENT, 'LANGUAGE': language, **locale, 'HOME': str(home), 'SB_LOCALEDIR': str(localedir),
                       'GTK_A11Y': 'atspi', 'GSETTINGS_BACKEND': 'memory', 'G_DEBUG': 'fatal-criticals'}
        self.manager = self.start_manager()
        Atspi.init()
        Atspi.get_desktop(0).get_child_count()  # answered by the registry: from here on it is there
        self.said = pathlib.Path(home) / 'said'
        with self.said.open('wb') as said:
            self.program = subprocess.Popen([str(program), '--catalogue', str(catalogue)], env=environment, stderr=said)
        self.window = None
        try:
            self.window = self.wait(self.find_window, 'the window')
        except BaseException:
            self.__exit__()
            raise

    def start_manager(self):
        """The window manager, once it manages: a window opened before is never the active one."""
        manager = subprocess.Popen(['openbox'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + PATIENCE
        while subprocess.run(['xdotool', 'get_num_desktops'], capture_output=True).returncode != 0:
            if manager.poll() is not None or time.monotonic() > end:
                raise Impatient(f'the window manager did not come: {manager.poll()}')
            time.sleep(GLANCE)
        return manager

    def quit(self):
        """Returns the exit status."""
        self.keys('ctrl+q')
        return self.program.wait(PATIENCE)

    def warnings(self):
        """What the program itself warned of; GTK warns of the display and the bus that it is given, too."""
        return re.findall(r'.*\bsb-[a-z]+-WARNING.*', self.said.read_text(errors='replace'))

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        for process in (self.program, self.manager):
            process.kill()
            process.wait()

    def wait(self, look, what):
        """What @look returns once that is something."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.program.poll() is not None:
                raise Impatient(f'the program ended with {self.program.returncode} before {what} was there: '
                                + self.said.read_text(errors='replace')[-2000:])
            found = look()
            if found:
                return found
            time.sleep(GLANCE)
        seen = '' if self.window is None else f'; without a name: {self.nameless()}; on the screen: {self.read()}'
        raise Impatient(f'{what} did not come{seen}')

    def find_window(self):
        desktop = Atspi.get_desktop(0)
        for application in map(desktop.get_child_at_index, range(desktop.get_child_count())):
            if application is not None and application.get_process_id() == self.program.pid and application.get_child_count():
                # It has the keyboard as soon as the window manager says that it is the active one.
                if subprocess.run(['xdotool', 'getactivewindow'], capture_output=True).returncode == 0:
                    return application.get_child_at_index(0)
        return None

    def nodes(self):
        """What is on the screen, in its order, windows last opened first."""
        application = self.window.get_application()
        stack = [application.get_child_at_index(i) for i in range(application.get_child_count())]
        while stack:
            node = stack.pop()
            try:
                if node is None or not node.get_state_set().contains(Atspi.StateType.VISIBLE):
                    continue
                children = self.children(node)
            except GLib.Error:
                continue  # gone between two looks
            stack += children[::-1]
            yield node

    def children(self, node):
        return [child for child in map(node.get_child_at_index, range(min(node.get_child_count(), ROWS))) if child]

    def place(self, node):
        """Where it is in its window; None for what takes no room: a hidden page, a closed pane."""
        try:
            box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        except GLib.Error:
            return None
        return box if box.width > 1 and box.height > 1 else None

    def texts(self):
        """(node, what is said of it) of everything on the screen."""
        for node in self.nodes():
            try:
                said = same(node.get_name())
                if node.get_role() in (Atspi.Role.TEXT, Atspi.Role.ENTRY) and Atspi.Text.get_character_count(node):
                    yield node, same(Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)))
            except GLib.Error:
                continue
            if said:
                yield node, said

    def read(self):
        return [said for node, said in self.texts() if self.place(node)]

    def nameless(self):
        """What can be used and has no name but that of its class."""
        found = []
        for node in self.nodes():
            try:
                name = same(node.get_name())
                if node.get_role() in USABLE and self.place(node) and re.fullmatch('|(Gtk|Adw|Sb|Shumate)[A-Z].*', name):
                    inside = [same(child.get_name()) for child in self.children(node)]
                    found.append(f'{node.get_role_name()} {name} “{node.get_description()}” with {inside}')
            except GLib.Error:
                continue  # gone meanwhile
        return found

    def find(self, text, role=None):
        """The first thing whose name is @text; else the first that has @text in it."""
        within = None
        for node, said in self.texts():
            if text not in said or (role and node.get_role_name() != role) or not self.place(node):
                continue
            if said == text:
                return node
            within = within or node
        return within

    def see(self, text, role=None):
        return self.wait(lambda: self.find(text, role), f'“{text}”')

    def see_no(self, text, role=None):
        self.wait(lambda: self.find(text, role) is None, f'the end of “{text}”')

    def keys(self, *names, delay=40):
        run('xdotool', 'key', '--delay', str(delay), *names)

    def type(self, text):
        run('xdotool', 'type', '--delay', '10', text)

    def press(self, text, role=None, times=1):
        """Presses what is called so, with the mouse."""
        self.press_at(self.see(text, role), times)

    def act(self, text, role=None):
        """Does what is called so, as assistive technology does, wherever it is scrolled to."""
        if not Atspi.Action.do_action(self.see(text, role), 0):
            raise AssertionError(f'“{text}” does nothing')

    def press_at(self, node, times=1):
        window = node
        while window.get_parent().get_role() != Atspi.Role.APPLICATION:
            window = window.get_parent()
        box, frame = self.place(node), self.place(window)
        shape = dict(row.split('=') for row in run('xdotool', 'getactivewindow', 'getwindowgeometry', '--shell').split()
                     if '=' in row)
        # A window that draws its own shadow is larger than its frame by the same margin on each side.
        x = int(shape['X']) + (int(shape['WIDTH']) - frame.width) // 2 + box.x + box.width // 2
        y = int(shape['Y']) + (int(shape['HEIGHT']) - frame.height) // 2 + box.y + box.height // 2
        run('xdotool', 'mousemove', str(x), str(y), 'click', '--repeat', str(times), '1')

    def select(self, passage):
        """Marks @passage in the text that has it, by the keyboard."""
        def look():
            for node in self.nodes():
                if node.get_role() != Atspi.Role.TEXT or not self.place(node):
                    continue
                text = Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
                start = text.find(passage)
                if start >= 0:
                    return node, start
            return None

        node, start = self.wait(look, f'the passage “{passage}”')
        self.press_at(node)
        self.keys('ctrl+Home', *['Right'] * start, *['shift+Right'] * len(passage), delay=2)
        self.wait(lambda: self.selected(node) == passage, f'“{passage}”, marked')

    def selected(self, node):
        if Atspi.Text.get_n_selections(node) == 0:
            return ''
        marked = Atspi.Text.get_selection(node, 0)
        return Atspi.Text.get_text(node, marked.start_offset, marked.end_offset)
