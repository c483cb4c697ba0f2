# SPDX-License-Identifier: Apache-2.0
"""A headless Chromium for tests of pages, spoken to over a pipe; needs nothing but Python.

    with Browser(chromium) as browser:
        browser.open(page.as_uri())
        assert browser.run("document.title") == "Reference"
"""

import itertools
import json
import os
import select
import subprocess
import tempfile
import time
from typing import Any

_PATIENCE = 500
_PAUSE_S = 0.01
_SECONDS = 60
_OPTIONS = "--headless=new --no-sandbox --disable-gpu --remote-debugging-pipe --no-first-run"
_LOADED = "new Promise(done => document.readyState == 'complete' ? done(1) : (onload = done))"


class Browser:
    """One page of a browser that has no window."""

    def __init__(self, program: str) -> None:
        # pylint: disable-next=consider-using-with
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        requests, self._out = os.pipe()
        self._in, answers = os.pipe()
        # The browser reads from descriptor 3 and writes to 4, whatever the pipes' own numbers are.
        shell = f'exec 3<&{requests} 4>&{answers}; exec "$0" "$@"'
        profile = f"--user-data-dir={self._folder.name}"
        # pylint: disable-next=consider-using-with
        self._process = subprocess.Popen(
            ["bash", "-c", shell, program, *_OPTIONS.split(), profile, "about:blank"],
            pass_fds=(requests, answers),
            stderr=subprocess.DEVNULL,
        )
        os.close(requests)
        os.close(answers)
        self._numbers = itertools.count(1)
        self._rest = b""
        self._session = ""
        page = self._call("Target.createTarget", url="about:blank")["targetId"]
        attached = self._call("Target.attachToTarget", targetId=page, flatten=True)
        self._session = attached["sessionId"]

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._out)
        self._process.terminate()
        self._process.wait()
        os.close(self._in)
        self._folder.cleanup()

    def open(self, address: str) -> None:
        """Goes to a page, and waits until all of it is there."""
        self._call("Page.navigate", url=address)
        self.arrive(address)

    def arrive(self, address: str) -> None:
        """Waits until all of a page is there to which a key or click leads."""
        for _ in range(_PATIENCE):
            if self._address() == address:
                break
            time.sleep(_PAUSE_S)
        self.run(_LOADED)
        assert self._address() == address

    def _address(self) -> str:
        """Where it is; nothing while it goes from one page to another."""
        request = {"expression": "location.href", "returnByValue": True}
        answer = self._answer("Runtime.evaluate", **request)
        return str(answer["result"]["result"]["value"]) if "result" in answer else ""

    def run(self, script: str) -> Any:
        """The value of an expression within the page."""
        answer = self._call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """Presses and releases a key, as the keyboard would."""
        self._call("Input.dispatchKeyEvent", type="keyDown", key=key)
        self._call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def type(self, text: str) -> None:
        self._call("Input.insertText", text=text)

    def prefer(self, scheme: str) -> None:
        """Sets what the system prefers: light or dark."""
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self._call("Emulation.setEmulatedMedia", features=[feature])

    def resize(self, width: int, height: int) -> None:
        """Makes the window so large, in pixels."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._call("Emulation.setDeviceMetricsOverride", **size)

    def _call(self, method: str, **parameters: object) -> Any:
        answer = self._answer(method, **parameters)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def _answer(self, method: str, **parameters: object) -> Any:
        number = next(self._numbers)
        request: dict[str, object] = {"id": number, "method": method, "params": parameters}
        if self._session:
            request["sessionId"] = self._session
        os.write(self._out, json.dumps(request).encode() + b"\0")
        while (message := self._receive()).get("id") != number:
            pass
        return message

    def _receive(self) -> Any:
        while b"\0" not in self._rest:
            assert select.select([self._in], [], [], _SECONDS)[0], "the browser does not answer"
            data = os.read(self._in, 1 << 16)
            assert data, "the browser has ended"
            self._rest += data
        message, _, self._rest = self._rest.partition(b"\0")
        return json.loads(message)
