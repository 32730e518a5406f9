"""The rule set in force, without asking the database each time."""

from advisor.models.rule_set_version import RuleSetVersion
from guide.kept_for_edition import KeptForEdition

# Publishing a version begins an edition (advisor/apps.py). Not for code that publishes:
# inside its transaction only `RuleSetVersion.objects.current()` tells the truth.
version_in_force = KeptForEdition(RuleSetVersion.objects.current)
