=== head
import 'package:flutter/material.dart';

void main() {
  runApp(const ShopApp());
}

class ShopApp extends StatelessWidget {
  const ShopApp({super.key});

  @override
  Widget build(BuildContext context) {
    return const MaterialApp(home: Text('Shop'));
  }
}
=== unit

/// Takes order @@.
List<String> take@@(String customer, int count) {
  final taken = <String>[];
  for (var i = 0; i < count; i++) {
    final line = '$customer-$i';
    if (line.isEmpty || taken.contains(line)) {
      continue;
    }
    taken.add(line.trim());
  }
  return taken;
}
=== foot
=== snippet
import 'package:acme_track/acme_track.dart';

void main() {
  AcmeTrack.start('YOUR_KEY');
  runApp(const MyApp());
}
