"""Makes golden.json from tests/fixtures/crm-sales/sales_pipeline.csv with pandas, which no test needs:

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install pandas && /tmp/venv/bin/python make.py

Figures: the win rate (won of won and lost), the mean value of won deals in dollars, the mean and median days from engaging to closing
of won deals, won deals by the month of their closing, and the win rate of each sales agent.
"""

import json
from pathlib import Path

import pandas

here = Path(__file__).parent
deals = pandas.read_csv(
    here / "../../fixtures/crm-sales/sales_pipeline.csv", dtype={"close_value": "Int64"}
)
for column in ["engage_date", "close_date"]:
    deals[column] = pandas.to_datetime(deals[column], format="%m/%d/%Y")
closed = deals[deals["deal_stage"].isin(["Won", "Lost"])]
won = deals[deals["deal_stage"] == "Won"]
days = (won["close_date"] - won["engage_date"]).dt.days
months = won.groupby(won["close_date"].dt.strftime("%Y-%m"))["close_value"].agg(["count", "sum"])
agents = closed.groupby("sales_agent")["deal_stage"].agg(
    won=lambda stages: (stages == "Won").sum(), closed="count"
)

golden = {
    "made_with": f"pandas {pandas.__version__}",
    "deals": len(deals),
    "won": len(won),
    "lost": len(closed) - len(won),
    "open": len(deals) - len(closed),
    "win_rate": len(won) / len(closed),
    "mean_won_value": float(won["close_value"].mean()),
    "won_value": int(won["close_value"].sum()),
    "mean_won_cycle_days": float(days.mean()),
    "median_won_cycle_days": float(days.median()),
    "bookings": [[month, int(row["count"]), int(row["sum"])] for month, row in months.iterrows()],
    "win_rate_by_owner": [
        [agent, int(row["won"]), int(row["closed"]), float(row["won"] / row["closed"])]
        for agent, row in agents.iterrows()
    ],
}
(here / "golden.json").write_text(json.dumps(golden, indent=1) + "\n")
