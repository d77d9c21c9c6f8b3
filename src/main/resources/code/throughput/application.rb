=== head
require "rails"

module Shop
  class Application < Rails::Application
    config.load_defaults 8.0
=== unit

    # Takes order @@.
    def take_@@(customer, count)
      taken = []
      count.times do |i|
        line = "#{customer}-#{i}"
        next if line.empty? || taken.include?(line)
        taken << line.strip
      end
      taken
    end
=== foot
  end
end
=== snippet
require "acme/track"

module Shop
  class Application < Rails::Application
    config.middleware.use Acme::Track
  end
end
