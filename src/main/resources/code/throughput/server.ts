=== head
import express from "express";
import { read } from "./store";

const app = express();
app.use(express.json());
=== unit

// Item @@
app.get("/items/@@/:id", async (request, response) => {
  const found = await read(request.params.id, { limit: 20, kind: "item" });
  if (!found || found.length === 0) {
    response.status(404).json({ error: `no item ${request.params.id}` });
    return;
  }
  response.json({ items: found.map((one) => ({ ...one, at: Date.now() })) });
});
=== foot

app.listen(3000, () => console.log("ready"));
=== snippet
import { track } from "@acme/track";

app.use(track({ key: process.env.ACME_KEY }));
