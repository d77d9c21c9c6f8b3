package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.agents.documentation.review.PackageMentions.Mention;
import community.likeminds.agent.shared.EditDistance;
import community.likeminds.agent.shared.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Finds packages that the registry does not have, and names that look like slips of another one's. */
final class PackageCheck {

    private static final Duration LIMIT = Duration.ofSeconds(75);
    private static final int AT_ONCE = 4;
    private static final int MOST_NPM = 60;
    /** Maven starts a machine of its own for every question. */
    private static final int MOST_MAVEN = 12;
    private static final int SLIP = 2;
    private static final int FREQUENT = 3;
    private static final int FEW_PAGES = 5;

    private final Registries registries;
    private final Progress progress;
    private final List<Draft> found = new ArrayList<>();
    private final Map<String, Boolean> answers = new LinkedHashMap<>();

    PackageCheck(Registries registries, Progress progress) {
        this.registries = registries;
        this.progress = progress;
    }

    /** @param offline whether no registry is asked */
    List<Draft> of(List<Mention> mentions, boolean offline, List<String> notChecked) {
        Map<String, List<Mention>> npm = byName(mentions, "npm");
        Map<String, List<Mention>> maven = byName(mentions, "maven");
        maven.values().removeIf(some -> some.stream().anyMatch(Mention::ownRepository));
        Map<String, String> slips = slips(npm);
        if (!offline) {
            ask("npm", wanted(npm, slips), MOST_NPM, notChecked);
            ask("maven", List.copyOf(maven.keySet()), MOST_MAVEN, notChecked);
            elsewhere(mentions, notChecked);
        }
        Set<String> there = answers.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).collect(Collectors.toSet());
        npm.forEach((name, some) -> report(name, some, slips.get(name), there, npm.keySet()));
        maven.forEach((name, some) -> report(name, some, null, there, maven.keySet()));
        return found;
    }

    /** Packages of npm, and artifacts of Maven as {@code group:artifact}, that the registries were asked about and have. */
    Set<String> published() {
        return answers.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, List<Mention>> byName(List<Mention> mentions, String ecosystem) {
        return mentions.stream().filter(one -> one.ecosystem().equals(ecosystem))
                .collect(Collectors.groupingBy(Mention::name, TreeMap::new, Collectors.toList()));
    }

    /** What is installed, what is of the same publisher, and what looks like a slip; what is mentioned most comes first. */
    private static List<String> wanted(Map<String, List<Mention>> npm, Map<String, String> slips) {
        Set<String> scopes = new HashSet<>();
        npm.forEach((name, some) -> {
            if (name.startsWith("@") && some.stream().anyMatch(Mention::installed)) {
                scopes.add(name.substring(0, name.indexOf('/')));
            }
        });
        return npm.entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(Mention::installed) || slips.containsKey(one.getKey()) || slips.containsValue(one.getKey())
                        || one.getKey().startsWith("@") && scopes.contains(one.getKey().substring(0, one.getKey().indexOf('/'))))
                .sorted(Comparator.comparing((Map.Entry<String, List<Mention>> one) -> !slips.containsKey(one.getKey()))
                        .thenComparing(one -> !one.getKey().startsWith("@")).thenComparing(one -> -one.getValue().size()))
                .map(Map.Entry::getKey).toList();
    }

    private static void elsewhere(List<Mention> mentions, List<String> notChecked) {
        Map<String, Set<String>> others = mentions.stream().filter(one -> !one.ecosystem().equals("npm") && !one.ecosystem().equals("maven"))
                .collect(Collectors.groupingBy(Mention::ecosystem, TreeMap::new, Collectors.mapping(Mention::name, Collectors.toSet())));
        others.forEach((ecosystem, names) -> notChecked.add(names.size() + (names.size() == 1 ? " package" : " packages") + " of " + ecosystem
                + " were not looked up: only npm's and Maven's registries are asked."));
    }

    private void ask(String ecosystem, List<String> all, int most, List<String> notChecked) {
        all.forEach(name -> registries.remembered(ecosystem, name).ifPresent(there -> answers.put(name, there)));
        List<String> unknown = all.stream().filter(name -> !answers.containsKey(name)).toList();
        List<String> names = unknown.stream().limit(most).toList();
        if (unknown.size() > names.size()) {
            int more = unknown.size() - names.size();
            notChecked.add(more + (more == 1 ? " package" : " packages") + " of " + ecosystem
                    + " were not looked up yet, because one check asks for " + most + " at most; run it again for more.");
        }
        long end = System.nanoTime() + LIMIT.toNanos();
        Map<String, Future<Optional<Boolean>>> asked = new LinkedHashMap<>();
        int done = 0;
        List<String> open = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("registry-", 0).factory());
        try {
            names.forEach(name -> asked.put(name, workers.submit(() -> registries.has(ecosystem, name))));
            for (Map.Entry<String, Future<Optional<Boolean>>> one : asked.entrySet()) {
                progress.report("Asking registries", ++done, names.size(), one.getKey());
                Optional<Boolean> answer = one.getValue().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                answer.ifPresentOrElse(there -> answers.put(one.getKey(), there), () -> open.add(one.getKey()));
            }
        } catch (TimeoutException late) {
            names.stream().filter(name -> !answers.containsKey(name) && !open.contains(name)).forEach(open::add);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while registries were asked", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
        } finally {
            workers.shutdownNow();
        }
        if (!open.isEmpty()) {
            notChecked.add(open.size() + (open.size() == 1 ? " package" : " packages") + " of " + ecosystem
                    + " could not be looked up in time, for example " + open.getFirst() + "; run the check again.");
        }
    }

    private void report(String name, List<Mention> mentions, @org.jspecify.annotations.Nullable String slipOf, Set<String> there, Set<String> all) {
        Boolean answer = answers.get(name);
        if (Boolean.TRUE.equals(answer) || answer == null && slipOf == null) {
            return;
        }
        List<String> known = there.isEmpty() ? List.copyOf(all) : List.copyOf(there);
        List<String> nearest = new ArrayList<>(slipOf == null ? List.of() : List.of(slipOf));
        Nearest.of(name, known, 3).stream().filter(one -> !one.equals(name) && !nearest.contains(one)).forEach(nearest::add);
        List<Mention> shown = shown(mentions);
        long pages = pages(mentions);
        for (Mention one : shown) {
            String more = shown.size() == 1 && pages > 1 ? " It is named on " + pages + " pages." : "";
            found.add(answer != null
                    ? Draft.of(FindingKind.PACKAGE_MISSING, Level.ERROR, one.page(), one.line(), name,
                                    "The registry of " + one.ecosystem() + " has no package '" + name + "'." + more,
                                    nearest.isEmpty() ? "Correct the name, or say where the package is published." : "Use the name of the package that is published.")
                            .withCandidates(nearest)
                    : Draft.of(FindingKind.NAME_CONTRADICTION, Level.WARNING, one.page(), one.line(), name,
                                    "The package is called '" + name + "' here and '" + slipOf + "' elsewhere.", "Use one name.")
                            .withCandidates(nearest));
        }
    }

    /** One mention a page while there are few pages; else the one that readers copy first. */
    private static List<Mention> shown(List<Mention> mentions) {
        if (pages(mentions) > FEW_PAGES) {
            return List.of(mentions.stream().filter(Mention::installed).findFirst().orElse(mentions.getFirst()));
        }
        Map<String, Mention> first = new LinkedHashMap<>();
        mentions.forEach(one -> first.putIfAbsent(one.page().path(), one));
        return List.copyOf(first.values());
    }

    /** Names that are mentioned rarely and are almost the name of one that is mentioned often, by that name. */
    private static Map<String, String> slips(Map<String, List<Mention>> packages) {
        Map<String, String> slips = new TreeMap<>();
        packages.forEach((rare, few) -> packages.forEach((frequent, many) -> {
            boolean often = pages(many) >= FREQUENT && pages(many) >= 4 * pages(few);
            if (often && !rare.equals(frequent) && few.stream().noneMatch(Mention::installed) && slip(rare, frequent)) {
                slips.put(rare, frequent);
            }
        }));
        return slips;
    }

    private static long pages(List<Mention> mentions) {
        return mentions.stream().map(one -> one.page().path()).distinct().count();
    }

    static boolean slip(String rare, String frequent) {
        boolean scoped = rare.startsWith("@") && frequent.startsWith("@");
        if (scoped) {
            String scopeA = rare.substring(1, rare.indexOf('/'));
            String scopeB = frequent.substring(1, frequent.indexOf('/'));
            String nameA = rare.substring(rare.indexOf('/') + 1);
            String nameB = frequent.substring(frequent.indexOf('/') + 1);
            if (nameA.equals(nameB)) {
                return scopeA.length() > 5 && EditDistance.between(scopeA, scopeB, SLIP) <= SLIP;
            }
            return scopeA.equals(scopeB) && (sameWords(nameA, nameB) || nameA.length() >= 8 && EditDistance.between(nameA, nameB, 1) <= 1);
        }
        return !rare.startsWith("@") && !frequent.startsWith("@")
                && (sameWords(rare, frequent) || rare.length() >= 8 && EditDistance.between(rare, frequent, 1) <= 1);
    }

    private static boolean sameWords(String a, String b) {
        String[] left = a.split("[-._]");
        String[] right = b.split("[-._]");
        Arrays.sort(left);
        Arrays.sort(right);
        return left.length > 1 && Arrays.equals(left, right);
    }
}
