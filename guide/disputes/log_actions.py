"""What the admin's history says when a probe disputes a claim."""

from wagtail import hooks

from guide.disputes.claims import LOG_ACTION


@hooks.register("register_log_actions")
def name_the_dispute(actions):
    actions.register_action(
        LOG_ACTION, "Dispute by probe", "Disputed: its probe observed something else"
    )
