import 'dart:async';
import 'package:acme_sdk/acme_sdk.dart';
import 'package:http/http.dart' as http show Client;
part 'sample.g.dart';

/// Most orders that are kept.
const int limit = 100;

/// Keeps the orders of one customer.
///
/// More about it.
class OrderBook<T extends Order> extends Base with Closing implements Book {
  final Client client;
  int _count = 0;

  /// Opens the book.
  OrderBook(this.client, {required String name}) : super(name);

  OrderBook.empty() : client = Client();

  factory OrderBook.of(Client client) => OrderBook(client, name: 'x');

  /// Adds an order, unless the book is full.
  Future<bool> add(T? order) async {
    if (order == null || _count >= limit) {
      return false;
    }
    for (final line in order.lines) {
      while (client.busy()) {
        await client.wait();
      }
    }
    await client.orders().send(Message(order));
    return true;
  }

  int get size => _count;

  set size(int value) {
    _count = value;
  }

  @override
  void close() {}

  static OrderBook make() => OrderBook.empty();
}

enum State { open, sent }

mixin Closing {
  void close();
}

extension Loud on String {
  String shout() => toUpperCase() + '!';
}

typedef Callback = void Function(int value);

/// Makes a book.
OrderBook makeBook(String name) {
  http.get(Uri.parse(name));
  return OrderBook(Client(), name: name);
}

void _hidden() => makeBook('x').add(null);
