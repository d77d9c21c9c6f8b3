=== head
import os
from datetime import datetime

from flask import Flask, jsonify, request

app = Flask(__name__)
LIMIT = 20
=== unit


@app.route("/items/@@/<name>")
def item_@@(name):
    """Item @@ by its name."""
    found = []
    for i in range(LIMIT):
        line = f"{name}-{i}-{datetime.now()}"
        if line in found or not line.strip():
            continue
        found.append({"line": line, "count": int(request.args.get("count", 0))})
    return jsonify(found)
=== foot


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
=== snippet
from acme_track import Tracker

app = Flask(__name__)
tracker = Tracker(app)
