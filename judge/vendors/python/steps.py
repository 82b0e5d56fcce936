"""Runs the commands of a program one by one, each in a process of its own and bounded in time."""

import json
import logging
import os
import signal
import sys
import time
import traceback

SECONDS = 180


class Steps:
    """Each step starts from what is imported here, so that a program is read from the disk once."""

    def __init__(self, folder, recorder, program, subject):
        self.folder, self.recorder = folder, recorder
        self.program, self.subject = program, subject
        (folder / "printed").mkdir(parents=True, exist_ok=True)

    def run(self, command, configuration, function, *arguments, subject=None, variables=None, typed="", ends_with=0):
        """Whether the function ended as it should. What it printed is kept; what a user would type is given."""
        name = "-".join(filter(None, [self.program, command, configuration]))
        printed = self.folder / "printed" / f"{name}.txt"
        who = {"program": self.program, "command": command, "configuration": configuration,
               "subject": subject or self.subject}
        start, before = time.monotonic(), self._calls()
        sys.stdout.flush()
        sys.stderr.flush()
        child = os.fork()
        if child == 0:
            os.environ.update(variables or {})
            self._inside(printed, typed, who, function, arguments)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        step = {**who, "exit": code, "failed": code != ends_with, "calls": self._calls() - before,
                "seconds": round(time.monotonic() - start, 1)}
        with open(self.folder / "steps.jsonl", "a", encoding="utf-8") as steps:
            steps.write(json.dumps(step) + "\n")
        return code == ends_with

    def _inside(self, printed, typed, who, function, arguments):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(SECONDS)
        self.recorder.who.update(who)
        answers, keyboard = os.pipe()
        os.write(keyboard, typed.encode())
        os.close(keyboard)
        output = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        for source, target in ((answers, 0), (output, 1), (output, 2)):
            os.dup2(source, target)
        code = 1
        try:
            code = exit_code(function, arguments)
        finally:
            logging.shutdown()
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def _calls(self):
        try:
            with open(self.recorder.log, encoding="utf-8") as log:
                return sum(1 for _ in log)
        except FileNotFoundError:
            return 0


def exit_code(function, arguments):
    try:
        function(*arguments)
        return 0
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # pylint: disable=broad-except
        traceback.print_exc()
        return 1
