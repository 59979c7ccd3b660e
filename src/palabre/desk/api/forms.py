"""What calls give and receive: types that every schema is made of."""

from typing import Annotated, Any

from ninja import Field, Path, Query, Schema

#: PostgreSQL stores no NUL.
NO_NUL = r"^[^\u0000]*$"
BIGGEST = 2**63 - 1
#: Rows of a page.
PAGE, MOST = 50, 100

Id = Annotated[int, Path(ge=1, le=BIGGEST)]
Limit = Annotated[int, Query(ge=1, le=MOST, description="Rows of the page.")]
Cursor = Annotated[int | None, Query(ge=1, le=BIGGEST, description="`next` of the page before.")]
Name = Annotated[str, Field(min_length=1, max_length=120, pattern=r"^[^\u0000]*[^\s\u0000][^\u0000]*$")]


class Error(Schema):
    """Why a call did not succeed: a stable code, a sentence for a person, the field it is about ('' for none)."""

    error: str
    message: str
    where: str = ""


class Done(Schema):
    """A change was made, or there was nothing left to change."""

    changed: bool


#: The errors that any operation may answer with, beside its success.
ERRORS: dict[Any, Any] = {400: Error, 401: Error, 403: Error, 404: Error, 409: Error, 422: Error}
