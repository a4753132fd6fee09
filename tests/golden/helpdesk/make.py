"""Makes golden.json from tests/fixtures/helpdesk/helpdesk.csv with pm4py, which no test needs:

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install pm4py && /tmp/venv/bin/python make.py

Figures: how many cases touch each activity, how often an activity directly follows another in a case (itself included), and the mean
and median time from the first to the last event of a case, in milliseconds.
"""

import json
import statistics
from pathlib import Path

import pandas
import pm4py

here = Path(__file__).parent
log = pandas.read_csv(here / "../../fixtures/helpdesk/helpdesk.csv", dtype=str)
events = len(log)
log["CompleteTimestamp"] = pandas.to_datetime(log["CompleteTimestamp"], utc=True)
log = pm4py.format_dataframe(
    log, case_id="CaseID", activity_key="ActivityID", timestamp_key="CompleteTimestamp"
)

follows, starts, ends = pm4py.discover_dfg(log)
seconds = pm4py.get_all_case_durations(log)
touched = {
    activity: len(pm4py.filter_event_attribute_values(
        log, "concept:name", [activity], level="case", retain=True
    )["case:concept:name"].unique())
    for activity in pm4py.get_event_attribute_values(log, "concept:name")
}

golden = {
    "made_with": f"pm4py {pm4py.__version__}",
    "cases": len(seconds),
    "events": events,
    "touched": dict(sorted(touched.items())),
    "starts": dict(sorted(starts.items())),
    "ends": dict(sorted(ends.items())),
    "directly_follows": [[a, b, count] for (a, b), count in sorted(follows.items())],
    "mean_duration_ms": statistics.fmean(seconds) * 1000,
    "median_duration_ms": statistics.median(seconds) * 1000,
}
(here / "golden.json").write_text(json.dumps(golden, indent=1) + "\n")
