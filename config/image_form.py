"""Wagtail's form for images, for files that begin like an image and do not go on so."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.forms import BaseImageForm


class ImageForm(BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("file")
        if field is not None:
            field.check_image_pixel_size = readable(field)


def readable(field: Any) -> Any:
    """Its check of the size; a file whose size cannot be read is no image."""
    check = field.check_image_pixel_size

    def checked(file: Any) -> None:
        try:
            check(file)
        except ValidationError:
            raise
        except Exception as error:  # Pillow's formats raise what they like
            message = field.error_messages["invalid_image"]
            raise ValidationError(message, code="invalid_image") from error

    return checked
