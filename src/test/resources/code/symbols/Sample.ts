import type { Options } from '@acme/sdk';
import { Client } from '@acme/sdk';
import legacy = require('acme-legacy');
export { helper } from './helper';

/** What can be ordered. */
export interface Article {
  /** Shown to people. */
  readonly name: string;
  price(currency: string): number;
}

export type Currency = 'EUR' | 'USD';

export enum State {
  Open = 1,
  Sent,
}

/** Keeps the orders of one customer. */
export abstract class OrderBook<T extends Article> implements Iterable<T> {
  private orders: T[] = [];
  protected static limit = 100;

  constructor(private readonly client: Client, options?: Options) {
    legacy.trace(options);
  }

  /** Adds an order. */
  public add(order: T): boolean;
  public add(order: T, twice?: boolean): boolean {
    if (this.orders.length >= OrderBook.limit && !twice) {
      return false;
    }
    this.orders.push(order);
    return order.price('EUR') > 0 ? true : this.client.send(order);
  }

  abstract close(): void;
}

export namespace Books {
  export function open(name: string): string {
    return name;
  }
}

declare function track(event: string): void;

export const total = async (orders: Article[]): Promise<number> => {
  track('total');
  return orders.length;
};
