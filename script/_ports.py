"""Is the door still free?"""

import socket

from _say import Stop


def make_sure_port_is_free(host: str, port: int) -> None:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OverflowError:
            raise Stop(f"There is no port {port}; choose one between 1024 and 65535.") from None
        except PermissionError:
            raise Stop(f"Port {port} is only for root; choose another with --port.") from None
        except OSError:
            raise Stop(
                f"Port {port} is in use, perhaps by a Plein that runs already. "
                f"Stop that one, or choose another with --port {port + 1}."
            ) from None
