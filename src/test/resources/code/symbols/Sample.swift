import Foundation
@testable import AcmeSDK

/// Keeps the orders of one customer.
///
/// More about it.
public final class OrderBook<T: Order>: NSObject, Closing {
    /// Most orders that are kept.
    public static let limit = 100

    private let client: Client
    var count: Int = 0 {
        didSet { client.changed() }
    }

    public init(client: Client) {
        self.client = client
        super.init()
    }

    deinit {
        client.close()
    }

    /// Adds an order, unless the book is full.
    /// - Parameter order: what is added
    @discardableResult
    public func add(_ order: T?, twice: Bool = false) throws -> Bool {
        guard let order = order, count < OrderBook.limit else {
            return false
        }
        for line in order.lines {
            while client.busy() || line.isEmpty {
                Thread.sleep(forTimeInterval: 1)
            }
        }
        switch count {
        case 0: client.open()
        default: try client.orders().send(Message(order))
        }
        return true
    }

    var size: Int {
        return count
    }
}

struct Line {
    let article: String
}

enum State {
    case open
    case sent(at: Date)
}

protocol Closing {
    func close()
}

extension OrderBook {
    fileprivate func shout() -> String { "!" }
}

/** Makes a book. */
func makeBook(name: String) -> OrderBook<Order> {
    OrderBook(client: Client(name))
}

typealias Books = [OrderBook<Order>]
