"""Every write, one verb each."""

from guide.feedback.actions.deciding import (
    ChangedMeanwhileError,
    accept_correction,
    answer_correction,
    discard_message,
    publish_comment,
    reject_comment,
    reject_correction,
)
from guide.feedback.actions.forgetting import forget_readers
from guide.feedback.actions.reporting import report_comment, settle_reports
from guide.feedback.actions.sending import (
    AlreadySentError,
    confirm_message,
    send_comment,
    send_correction,
)
from guide.feedback.actions.withdrawing import withdraw_message

__all__ = [
    "AlreadySentError",
    "ChangedMeanwhileError",
    "accept_correction",
    "answer_correction",
    "confirm_message",
    "discard_message",
    "forget_readers",
    "publish_comment",
    "reject_comment",
    "reject_correction",
    "report_comment",
    "send_comment",
    "send_correction",
    "settle_reports",
    "withdraw_message",
]
