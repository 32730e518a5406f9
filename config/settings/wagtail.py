"""Wagtail: search, limits on uploads, and nothing that phones home."""

WAGTAIL_SITE_NAME = "Flask or Django?"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAIL_MODERATION_ENABLED = True

# No third party: not for avatars, update checks or news in the admin.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False

# Accounts have one home, /account/.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_FRONTEND_LOGIN_URL = "/account/login/"

# The rule set's form has thousands of inputs: not every half second, please.
WAGTAIL_AUTOSAVE_INTERVAL = 3000  # milliseconds

WAGTAILDOCS_EXTENSIONS = ["csv", "json", "md", "odt", "pdf", "txt"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024  # bytes
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "config.image_form.ImageForm"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a rule set's form has thousands of inputs

WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "code", "link", "ol", "ul"]},
    }
}
