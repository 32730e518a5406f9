"""Largest sizes and numbers a rule set may have.

They keep one evaluation within two seconds, and every sum over all criteria
within one lane of `lanes.LANE_BITS` bits.
"""

MAX_FRAMEWORKS = 12
MAX_CRITERIA = 60
MAX_QUESTIONS = 60
MAX_OPTIONS = 12
MAX_DOCUMENT_BYTES = 256 * 1024
MAX_DEPTH = 20
MAX_SCALE = 100
# Of one base_points or one points entry; and of a criterion with all answers.
MAX_POINTS = 1_000
MAX_CRITERION_POINTS = 10_000
MAX_FACT_NUMBER = 1_000_000_000
MAX_ID_LENGTH = 80
MAX_FLIP_CHANGES = 3
MAX_FLIPS = 50
# Changes looked at in the search for flips, half a second's worth. Rule sets
# made to defeat its pruning reach this; those of people don't come near.
MAX_FLIP_STEPS = 500_000
# Integers beyond this are not read alike by every JSON reader.
MAX_JSON_INTEGER = 2**53 - 1
