=== head
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Shell } from "./Shell";
import "./site.css";
=== unit

type Item@@ = { id: number; title: string; done?: boolean };

/** Shows list @@. */
function List@@({ items, onPick }: { items: Item@@[]; onPick: (id: number) => void }) {
  const open = items.filter((one) => !one.done && one.title.length > 0);
  if (open.length === 0) {
    return <p className="empty">Nothing here</p>;
  }
  return (
    <ul className="list" aria-label={`list ${open.length}`}>
      {open.map((one) => (
        <li key={one.id} onClick={() => onPick(one.id)}>
          <strong>{one.title}</strong>
        </li>
      ))}
    </ul>
  );
}
=== foot

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <Shell />
  </StrictMode>,
);
=== snippet
import { Store, StoreProvider } from "@acme/store";

const store = new Store({ retry: 2 });

createRoot(document.getElementById("root")!).render(
  <StoreProvider store={store}>
    <App />
  </StoreProvider>,
);
