require 'json'
require_relative './models'

# Orders of customers.
module Shop
  LIMIT = 100

  # Keeps the orders of one customer.
  #
  # More about it.
  class OrderBook < Base
    include Comparable
    attr_reader :client, :count

    def initialize(client)
      @client = client
    end

    # Adds an order, unless the book is full.
    def add(order, twice: false)
      return false if order.nil? || count >= LIMIT
      order.lines.each do |line|
        client.wait while client.busy?
        puts line
      end
      case count
      when 0 then client.open
      else client.orders.send_message(Message.new(order))
      end
      true
    end

    def self.make(name)
      new(Client.new(name))
    end

    private

    def hidden
      JSON.parse('{}')
    end
  end
end

def make_book(name) = Shop::OrderBook.make(name)
