"""The Treatments page: list, form, the plan that applies, the ordinary evening."""
