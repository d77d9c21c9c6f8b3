// Package shop keeps orders.
package shop

import (
	"fmt"
	acme "github.com/acme/sdk-go/v2"
	_ "embed"
)

// Limit is how many orders are kept.
const Limit = 100

const (
	Open State = iota
	Sent
)

var client, other = acme.NewClient(), 1

// State says where an order stands.
type State int

// OrderBook keeps the orders of one customer.
type OrderBook struct {
	// Count is public.
	Count  int
	client *acme.Client
}

// Closing is what can be closed.
type Closing interface {
	Close() error
}

// Add adds an order, unless the book is full.
func (b *OrderBook) Add(order *Order) (bool, error) {
	if order == nil || b.Count >= Limit {
		return false, nil
	}
	for _, line := range order.Lines {
		switch line.Kind {
		case 0:
			fmt.Println(line)
		default:
			b.client.Orders().Send(line)
		}
	}
	return true, nil
}

func newBook[T any](name string) *OrderBook {
	return &OrderBook{client: acme.Open(name)}
}
