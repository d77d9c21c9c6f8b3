=== head
plugins {
    id("java")
}

dependencies {
=== unit
    // Part @@
    implementation("shop.parts:part-@@:1.@@.0") {
        exclude(group = "shop", module = "old")
    }
=== foot
}
=== snippet
dependencies {
    implementation("com.acme:track:2.0.0")
}
