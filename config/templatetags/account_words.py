"""allauth's own words in this site's typography."""

from django import template

register = template.Library()


@register.filter
def sentence_case(text: str) -> str:
    """Turn "Two-Factor Authentication" into "Two-factor authentication"."""
    words = text.split()
    rest = [word if word.isupper() else word.lower() for word in words[1:]]
    return " ".join([first_word(words[0]), *rest]) if words else ""


def first_word(word: str) -> str:
    return word if word.isupper() else word.capitalize()
