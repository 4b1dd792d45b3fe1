"""Why a flag is there, and what every rule says of a day: two dialogs. Their sentences are in ``finding_words``."""
