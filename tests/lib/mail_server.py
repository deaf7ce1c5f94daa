"""A mail server for the tests: aiosmtpd on loopback, STARTTLS and AUTH required, each mail a file.

usage: mail_server.py FOLDER, with cert.pem and key.pem in it. TDC_TEST_SMTP_PASSWORD is the password of user "notices".
Writes the port it took to FOLDER/port once it listens; mails go to FOLDER/new, each with what was said before it (names,
envelope) in a file beside it; the server's log to stderr.
"""
import asyncio
import json
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

folder = sys.argv[1]
password = os.environ["TDC_TEST_SMTP_PASSWORD"].encode()


class Keeper:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 5.1.1 no such person"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        Keeper.count += 1
        said = [session.host_name, envelope.mail_from, *envelope.mail_options, *envelope.rcpt_tos, *envelope.rcpt_options]
        with open(os.path.join(folder, "new", f"{Keeper.count}.json"), "w") as file:
            json.dump(said, file)
        draft = os.path.join(folder, "new", f".{Keeper.count}")
        with open(draft, "wb") as file:
            file.write(envelope.original_content)
        os.rename(draft, os.path.join(folder, "new", f"{Keeper.count}.eml"))
        return f"250 2.0.0 OK queued as {Keeper.count}"


def authenticate(server, session, envelope, mechanism, data):
    # "Not handled" leaves the answer, yes or no, to aiosmtpd.
    return AuthResult(success=(data.login, data.password) == (b"notices", password), handled=False)


async def serve():
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(os.path.join(folder, "cert.pem"), os.path.join(folder, "key.pem"))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(
            Keeper(), hostname="localhost", tls_context=context, require_starttls=True,
            authenticator=authenticate, auth_required=True, loop=loop,
        ),
        "127.0.0.1", 0,
    )
    draft = os.path.join(folder, ".port")
    with open(draft, "w") as file:
        file.write(str(server.sockets[0].getsockname()[1]))
    os.rename(draft, os.path.join(folder, "port"))
    await server.serve_forever()


asyncio.run(serve())
