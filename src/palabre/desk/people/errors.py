"""Why an act was refused, said to the person who tried it."""


class Refused(Exception):
    """A rule of the house says no. ``where`` names the field that is wrong, '' where it is not one field.

    The message is a whole sentence, translated, that says how to mend it: pages and the API show it as it is.
    """

    def __init__(self, message: object, where: str = "") -> None:
        super().__init__(str(message))
        self.message = str(message)
        self.where = where
