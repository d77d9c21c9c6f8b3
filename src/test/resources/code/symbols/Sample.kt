package com.example.shop

import com.acme.sdk.Client
import com.acme.sdk.model.*
import com.acme.sdk.Message as Note

/** Keeps the orders of one customer. */
class OrderBook<T : Any>(private val client: Client, val owner: String) : AutoCloseable {
    /** Orders so far. */
    var count: Int = 0
        private set

    /**
     * Adds an order, unless the book is full.
     *
     * @param order what is added
     */
    fun add(order: T?): Boolean {
        if (order == null || count >= LIMIT) {
            return false
        }
        for (i in 0 until count) {
            while (client.busy()) {
                Thread.onSpinWait()
            }
        }
        when (count) {
            0 -> client.open()
            else -> client.orders().send(Note(order))
        }
        return true
    }

    override fun close() = client.close()

    companion object {
        const val LIMIT = 100

        fun empty(): OrderBook<String> = OrderBook(Client(), "nobody")
    }
}

data class Line(val article: String, val pieces: Int)

sealed interface State {
    object Open : State
}

enum class Color { RED, GREEN }

object Registry {
    internal val books = mutableListOf<OrderBook<*>>()
}

/** Says it loudly. */
fun String.shout(): String = uppercase() + "!"

typealias Books = List<OrderBook<*>>
