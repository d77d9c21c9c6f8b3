package com.example.shop;

import com.acme.sdk.Client;
import com.acme.sdk.model.*;
import static java.util.Objects.requireNonNull;

/** Keeps the orders of one customer. */
@Deprecated
public final class OrderBook<T extends Order> implements AutoCloseable {

    /** Most orders that are kept. */
    public static final int LIMIT = 100;

    private final Client client;
    private int count, size;

    /** Opens the book. */
    public OrderBook(Client client) {
        this.client = requireNonNull(client);
    }

    /**
     * Adds an order, unless the book is full.
     *
     * @param order what is added
     */
    public boolean add(T order) {
        if (order == null || count >= LIMIT) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            while (client.busy()) {
                Thread.onSpinWait();
            }
        }
        client.orders().send(new Message(order));
        return true;
    }

    @Override
    public void close() {}

    /** Where an order stands. */
    enum State {
        /** Not sent. */
        OPEN,
        SENT;

        boolean done() {
            return this == SENT;
        }
    }

    record Line(String article, int pieces) {
        Line {
            requireNonNull(article);
        }
    }

    interface Listener {
        void changed(State state);

        default void closed() {}
    }

    @interface Marked {
        String value();
    }
}
