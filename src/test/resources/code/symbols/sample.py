"""Orders of customers."""

import os
import numpy as np
from acme.sdk import Client, connect as open_client
from .models import *

LIMIT = 100
_cache: dict = {}


@dataclass(frozen=True)
class OrderBook(Base):
    """Keeps the orders of one customer.

    More about it.
    """

    client: Client
    count = 0

    def __init__(self, client):
        self.client = client

    @property
    def size(self) -> int:
        """Number of orders."""
        return self.count

    async def add(self, order: "Order", *, twice: bool = False) -> bool:
        """Adds an order, unless the book is full."""
        if order is None or self.count >= LIMIT:
            return False
        for line in order.lines:
            while self.client.busy():
                await self.client.wait()
        try:
            self.client.orders().send(order)
        except OSError:
            return False
        return [x for x in order.lines if x]

    def _hidden(self):
        def inner(x):
            return x * 2

        return inner(np.zeros(3))

    class State:
        OPEN = 1


# Makes a book.
def make_book(name):
    return OrderBook(open_client(os.path.join("a", name)))


total = lambda orders: sum(orders)

if __name__ == "__main__":
    make_book("first").add(None)
