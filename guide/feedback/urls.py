"""Addresses of corrections and comments. Part of the `guide` namespace."""

from django.urls import path

from guide.feedback.views import comments, corrections, own_message

urlpatterns = [
    path("corrections/", corrections.correction_list, name="corrections"),
    path("corrections/new/", corrections.correction_new, name="correction-new"),
    path("corrections/<uuid:key>/", corrections.correction_detail, name="correction"),
    path("comments/on/<int:key>/", comments.comment_list, name="comments"),
    path("comments/on/<int:key>/new/", comments.comment_new, name="comment-new"),
    path(
        "comments/on/<int:key>/reported/",
        comments.comment_reported,
        name="comment-reported",
    ),
    path("comments/<uuid:key>/reply/", comments.comment_reply, name="comment-reply"),
    path("comments/<uuid:key>/report/", comments.comment_report, name="comment-report"),
    path("feedback/thanks/<str:token>/", own_message.thanks, name="feedback-thanks"),
    path("feedback/confirm/<str:token>/", own_message.confirm, name="feedback-confirm"),
    path("feedback/message/<str:token>/", own_message.manage, name="feedback-message"),
    path("feedback/withdrawn/", own_message.withdrawn, name="feedback-withdrawn"),
]
