=== head
package main

import (
	"fmt"
	"net/http"
)
=== unit

// item@@ answers with item @@.
func item@@(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	if name == "" || len(name) > 20 {
		http.Error(w, "no name", http.StatusBadRequest)
		return
	}
	for i := 0; i < 3; i++ {
		fmt.Fprintf(w, "%s-%d\n", name, i)
	}
}
=== foot

func main() {
	mux := http.NewServeMux()
	http.ListenAndServe(":3000", mux)
}
=== snippet
import "github.com/acme/track"

func main() {
	track.Start("YOUR_KEY")
	mux := http.NewServeMux()
}
