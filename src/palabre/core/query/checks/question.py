"""Question marks that end a word, which stand for a letter where their author may have meant to ask."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def final_question(span: Span, written: str) -> Diagnostic:
    """A question mark stuck to the end of a word takes one more character."""
    plain = written.rstrip("?")
    return Diagnostic(
        "final_question", "warning", span,
        f"« ? » tient la place d’un caractère : « {written} » ne trouve pas « {plain} ».",
        f"“?” stands for one character: “{written}” does not find “{plain}”.",
        f"Si c’est une ponctuation, retirez-la ; pour un pluriel, écrivez « {plain}* ».",
        f"If it is punctuation, remove it; for a plural, write “{plain}*”.",
    )  # fmt: skip
