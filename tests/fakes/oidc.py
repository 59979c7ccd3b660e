"""An OpenID Connect provider for the tests, on the loopback interface: discovery, keys, tokens, user (RS256)."""

import base64
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT = "palabre"


@dataclass
class Provider:
    """A provider that vouches for one person; ``claims`` may be changed between two sign-ins."""

    address: str
    claims: dict[str, Any]
    nonces: list[str] = field(default_factory=list)
    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))

    def discovery(self) -> dict[str, Any]:
        """Return what is read at /.well-known/openid-configuration."""
        places = ("authorization", "token", "userinfo")
        return {
            "issuer": self.address,
            **{f"{place}_endpoint": f"{self.address}/{place}" for place in places},
            "jwks_uri": f"{self.address}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def keys(self) -> dict[str, Any]:
        """Return the public key."""
        numbers = self.key.public_key().public_numbers()
        return {
            "keys": [{"kty": "RSA", "kid": "k", "alg": "RS256", "n": _number(numbers.n), "e": _number(numbers.e)}]
        }

    def token(self) -> dict[str, Any]:
        """Return the tokens for a code."""
        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 60, **self.claims}
        if self.nonces:
            claims["nonce"] = self.nonces[-1]
        signed = jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "k"})
        return {"access_token": "open", "token_type": "Bearer", "id_token": signed}


@contextmanager
def provider(**claims: Any) -> Iterator[Provider]:
    """Run a provider that vouches for ``claims``."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    made = Provider(f"http://127.0.0.1:{server.server_port}", claims)
    server.RequestHandlerClass = _handler(made)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def _handler(made: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answers = {
                "/.well-known/openid-configuration": made.discovery,
                "/keys": made.keys,
                "/userinfo": lambda: made.claims,
            }
            self._answer(answers[self.path.split("?")[0]]())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            assert parse_qs(body)["code"] == ["the-code"]
            self._answer(made.token())

        def _answer(self, said: Any) -> None:
            body = json.dumps(said).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


def _number(value: int) -> str:
    return base64.urlsafe_b64encode(value.to_bytes((value.bit_length() + 7) // 8, "big")).rstrip(b"=").decode()
