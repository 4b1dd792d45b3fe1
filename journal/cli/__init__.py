"""The command line: every change and every view of a journal without a window.

Commands only; what they do lives in changes, domain, store and report. Statuses: 0 done, 1 could not, 2 wrong arguments
or values. ``border`` is the one place that turns errors into lines and statuses.
"""
