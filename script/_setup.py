"""Make this working tree ready to run: environment, packages, front-end files, translations.

Every part looks first whether its work is already done, so a second time takes a moment.
Only the standard library is used here: nothing is installed yet.
"""

import json
import os
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import _node
from _places import BIN, CACHE, PYTHON, REQUIREMENTS, ROOT, VENV, fingerprint
from _say import Stop, say, step

INSTALLED = VENV / "plein-installed.json"
WITHIN = {"semantic": ("base",), "dev": ("base", "semantic")}
SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
PATHS = {
    "VIRTUAL_ENV": str(VENV),
    "PATH": os.pathsep.join([str(BIN), os.environ.get("PATH", os.defpath)]),
}
_writing = threading.Lock()
OFFLINE = ("Temporary failure in name resolution", "Name or service not known", "Could not resolve",
           "Connection refused", "Network is unreachable", "ConnectTimeout", "dns error",
           "Failed to establish a new connection", "error sending request", "ENOTFOUND",
           "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "timed out", "Read timed out",
           # pip that may not try again tells no more than this, and script/assets asks it itself.
           "(from versions: none)", "Is there a network?")  # fmt: skip


def prepare(*, dev: bool = False) -> None:
    """Do what is not done yet, the long parts side by side."""
    make_environment()
    with ThreadPoolExecutor(3) as several:
        parts = [
            several.submit(install, "dev" if dev else "semantic"),
            several.submit(_node.fetch_assets, dev=dev),
        ]
        for part in parts:
            part.result()
    compile_translations()


def make_environment() -> None:
    if _works(PYTHON):
        return
    if VENV.exists():
        shutil.rmtree(VENV)
    with step("Making an environment in .venv"):
        if uv := find_uv():
            run([uv, "venv", "--quiet", "--python", sys.executable, str(VENV)])
            return
        if not _can_make_environments():
            _install_venv_module()
        run([sys.executable, "-m", "venv", str(VENV)])


def install(name: str) -> None:
    """Install requirements/NAME.txt, every file checked by its hash."""
    wanted = fingerprint(REQUIREMENTS / f"{name}.txt")
    if _installed().get(name) == wanted:
        return
    lines = (REQUIREMENTS / f"{name}.txt").read_text().splitlines()
    count = sum("==" in line for line in lines)
    with step(f"Installing {count} Python packages"):
        run(_install_command(REQUIREMENTS / f"{name}.txt"))
    with _writing:
        done = _installed()
        done[name] = wanted
        for part in WITHIN.get(name, ()):
            done[part] = fingerprint(REQUIREMENTS / f"{part}.txt")
        INSTALLED.write_text(json.dumps(done))


def compile_translations() -> None:
    run([str(PYTHON), "script/_messages.py", "--compile"])


def find_uv() -> str | None:
    return shutil.which("uv") or (str(BIN / "uv") if _works(BIN / "uv") else None)


def run(words: list[str], *, env: dict[str, str] | None = None) -> None:
    """Run a command quietly; when it fails, tell why."""
    result = subprocess.run(
        words, cwd=ROOT, env=env or environment(), capture_output=True, text=True, check=False
    )
    if result.returncode == 0:
        return
    told = result.stdout + result.stderr
    if any(sign in told for sign in OFFLINE):
        raise Stop("Packages could not be fetched: is this machine online? Then run it again.")
    say(told[-4000:])
    raise Stop(f"This did not work: {' '.join(words[:6])}")


def environment(**more: str) -> dict[str, str]:
    """The environment for programs we start: in .venv, quiet, certificates of this system.

    A module is compiled once and kept, also where somebody asked Python not to: a run of the tests
    starts a hundred programs, and each would compile all of it again.
    """
    quiet = {
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
        "UV_SYSTEM_CERTS": "1",
        "UV_NO_PROGRESS": "1",
        "UV_LINK_MODE": "copy",
    }
    if SYSTEM_CERTIFICATES.exists():
        quiet["NODE_EXTRA_CA_CERTS"] = str(SYSTEM_CERTIFICATES)
    kept = {name: word for name, word in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**quiet, **kept, **PATHS, **more}


def _installed() -> dict[str, str]:
    """The lists that are in .venv, each with its fingerprint."""
    if not INSTALLED.exists():
        return {}
    found: dict[str, str] = json.loads(INSTALLED.read_text())
    return found


def _install_command(file: Path) -> list[str]:
    """A module is compiled when it is first used, instead of all that is installed."""
    if uv := find_uv():
        start = [uv, "pip", "install", "--no-config", "--python", str(PYTHON)]
    else:
        start = [str(PYTHON), "-m", "pip", "install", "--no-deps", "--no-compile"]
        start += ["--progress-bar", "off"]
    return [*start, "--require-hashes", "-r", str(file)]


def _works(program: Path) -> bool:
    try:
        return subprocess.run([program, "--version"], capture_output=True).returncode == 0
    except OSError:
        return False


def _can_make_environments() -> bool:
    test = [sys.executable, "-c", "import venv; from ensurepip import version"]
    return subprocess.run(test, capture_output=True).returncode == 0


def _install_venv_module() -> None:
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not apt_install("python3-venv", version) or not _can_make_environments():
        raise Stop(
            "This Python cannot make environments. Install its venv module "
            "(on Debian: apt-get install python3-venv) and try again."
        )


def apt_install(*packages: str) -> bool:
    """On Debian, as root, install what is missing; else leave it to the person."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with step(f"Installing {packages[0]} on this machine"):
        subprocess.run(["apt-get", "update", "-qq"], env=env, capture_output=True)
        for package in packages:
            words = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
            if subprocess.run(words, env=env, capture_output=True).returncode == 0:
                return True
    return False


CACHE.mkdir(exist_ok=True)
