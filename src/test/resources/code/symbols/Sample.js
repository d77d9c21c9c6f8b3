import { Client, connect as open } from '@acme/sdk/core';
import fs from 'node:fs';
import * as path from 'path';
import './polyfill.js';
const { join } = require('acme-paths');

/** Most orders that are kept. */
export const LIMIT = 100;

/**
 * Keeps the orders of one customer.
 */
export class OrderBook extends Base {
  #client;
  static count = 0;

  constructor(client) {
    super();
    this.#client = client;
  }

  /** Adds an order, unless the book is full. */
  async add(order) {
    if (!order || this.count >= LIMIT) {
      return false;
    }
    for (const line of order.lines) {
      while (this.#client.busy()) {
        await this.#client.wait();
      }
    }
    return this.#client.orders().send(order);
  }

  get size() {
    return this.count;
  }

  #hidden() {}
}

// Makes a book.
// On its own.
export default function makeBook(name) {
  const client = new Client({ name });
  return new OrderBook(open(client));
}

const total = (orders) => orders.reduce((sum, one) => sum + one.price, 0);

let started = false;

export const handlers = {
  start() {
    started = true;
    fs.writeFileSync(path.join(join('a', 'b')), 'x');
  },
  stop: () => {
    started = false;
  },
};

makeBook('first').add(null);
