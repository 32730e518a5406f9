"""What other parts of the site may want to hear of."""

from django.dispatch import Signal

# Sent with `version`, inside the transaction that publishes it.
version_published = Signal()
