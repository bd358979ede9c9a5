"""Live reload under the pages' own policy: MkDocs' server adds a script to each page, and the policy does not know it.

The script holds a number of its own for each answer, so it cannot be named when the site is written. It is named on the
way to the browser; what is published is not touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from mkdocs_calculators.policy import naming

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


def allowing_live_reload(server: WSGIApplication) -> WSGIApplication:
    """Return an application that answers as `server` does, with the last script of each page named in its policy."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        begun: list[Any] = []

        def hold(*said: Any) -> Any:
            begun[:] = said

        body = server(environ, hold)
        status, headers, *error = begun
        fields = dict(headers)
        if fields.get("Content-Type") == "text/html":
            html = b"".join(body).decode("utf-8")
            body = [naming(last_script(html), html).encode("utf-8")]
            fields["Content-Length"] = str(len(body[0]))
        start_response(status, list(fields.items()), *error)
        return body

    return answer


def last_script(html: str) -> str:
    """Return the text of a page's last script without attributes."""
    return html.rpartition("<script>")[2].partition("</script>")[0]
