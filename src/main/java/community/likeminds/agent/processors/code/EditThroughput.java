package community.likeminds.agent.processors.code;

import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.StructuralEdits.Mode;
import java.util.Arrays;
import java.util.List;

/** Measures how fast documented code is merged into a file: a provider with its client into an entry file of forty lines. */
public final class EditThroughput {

    private static final String ENTRY = """
            import { StrictMode } from "react";
            import { createRoot } from "react-dom/client";
            import { createBrowserRouter, RouterProvider } from "react-router-dom";
            import { Shell } from "@/components/Shell";
            import { UserProvider } from "@/lib/user";
            import "./site.css";

            const router = createBrowserRouter([
              {
                element: <Shell />,
                children: [
                  { path: "/", element: <h1>Home</h1> },
                  { path: "/about", element: <h1>About</h1> },
                  { path: "/items/:id", element: <h1>Item</h1> },
                ],
              },
            ]);

            // Old links
            if (location.hash.startsWith("#/")) {
              history.replaceState(null, "", location.hash.slice(1));
            }

            createRoot(document.getElementById("app")!).render(
              <StrictMode>
                <UserProvider>
                  <RouterProvider router={router} />
                </UserProvider>
              </StrictMode>,
            );
            """;
    private static final String GUIDE = """
            import { useItems, Store, StoreProvider } from '@acme/store'
            import { load } from '../items-api'

            // One store
            const store = new Store({ retry: 2 })

            export default function App() {
              return (
                <StoreProvider store={store}>
                  <Items />
                </StoreProvider>
              )
            }

            function Items() {
              const items = useItems({ key: ['items'], load })
              return <ul>{items.map((item) => <li key={item.id}>{item.title}</li>)}</ul>
            }
            """;

    /**
     * @param merges how many were measured
     * @param perSecond merges a second in one thread
     * @param p50Micros median of one merge in microseconds
     * @param p99Micros 99th percentile in microseconds
     */
    public record Result(int merges, double perSecond, long p50Micros, long p99Micros) {}

    private EditThroughput() {}

    /** Measures some merges after as many to warm up. */
    public static Result measure(int merges) {
        StructuralEdits edits = new TextStructuralEdits();
        MergeRequest request = new MergeRequest(
                "src/main.tsx", ENTRY, GUIDE, "tsx", Mode.SETUP, List.of("@acme/store"), List.of());
        long[] took = new long[Math.max(merges, 1)];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < took.length; i++) {
                long start = System.nanoTime();
                if (!edits.merge(request).changed()) {
                    throw new IllegalStateException("the merge that is measured changed nothing");
                }
                took[i] = (System.nanoTime() - start) / 1000;
            }
        }
        double seconds = Arrays.stream(took).sum() / 1e6;
        Arrays.sort(took);
        return new Result(took.length, took.length / seconds, took[took.length / 2], took[(int) (took.length * 0.99)]);
    }
}
