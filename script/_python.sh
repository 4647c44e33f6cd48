# Sourced by the commands beside it: finds a Python that can run Plein and hands over to it.
# A Python that can also make environments (ensurepip) goes first.

PLEIN_COMMAND=$(basename "$0")
cd "$(dirname "$0")/.." || exit 1

find_python() {
    for python in python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3 python; do
        if "$python" -c "import sys; assert sys.version_info >= (3, 11); $1" >/dev/null 2>&1; then
            return 0
        fi
    done
    return 1
}

find_python "from ensurepip import version" || find_python "import venv" || {
    echo "Plein needs Python 3.11 or newer, and none was found. Install it (on Debian: apt-get install python3 python3-venv) and try again." >&2
    exit 1
}

export PYTHONUTF8=1 PYTHONUNBUFFERED=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
exec "$python" "script/_$PLEIN_COMMAND.py" "$@"
