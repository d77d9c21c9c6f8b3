=== head
import UIKit

@main
class AppDelegate: UIResponder, UIApplicationDelegate {

    var window: UIWindow?

    func application(_ application: UIApplication, didFinishLaunchingWithOptions options: [UIApplication.LaunchOptionsKey: Any]?) -> Bool {
        print("ready")
        return true
    }
=== unit

    /// Takes order @@.
    func take@@(customer: String, count: Int) -> [String] {
        var taken: [String] = []
        for i in 0..<count {
            let line = "\(customer)-\(i)"
            if line.isEmpty || taken.contains(line) {
                continue
            }
            taken.append(line)
        }
        return taken
    }
=== foot
}
=== snippet
import AcmeTrack

class AppDelegate: UIResponder, UIApplicationDelegate {
    func application(_ application: UIApplication, didFinishLaunchingWithOptions options: [UIApplication.LaunchOptionsKey: Any]?) -> Bool {
        AcmeTrack.start(key: "YOUR_KEY")
        return true
    }
}
