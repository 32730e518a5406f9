"""What the site as a whole changes in Wagtail's admin and API."""

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.permissions import register_permission_policy

from config.closed_collections import KeptForGroupsPolicy

OWNER = "uploaded_by_user"
for model in (get_document_model(), get_image_model()):
    policy = KeptForGroupsPolicy(model, auth_model=model, owner_field_name=OWNER)
    # Exactly: Wagtail registers its own for these classes later than this is read.
    register_permission_policy(model, policy, exact_class=True)
