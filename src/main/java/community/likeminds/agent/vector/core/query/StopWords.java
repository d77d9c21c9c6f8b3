package community.likeminds.agent.vector.core.query;

import java.util.Set;

/** Words of questions that say nothing about what is asked. */
final class StopWords {

    private static final Set<String> WORDS = Set.of((
                    "a about after again all also am an and another any anybody anyone anything are aren as at be because been "
                            + "before being but by can cannot could couldn d did didn do does doesn doing don done each either "
                            + "else ever every for from get gets getting got had has have haven having he her here him his how "
                            + "i if in instead into is isn it its just ll let like m may maybe me might more most much must my "
                            + "need needs never no nor not now of off oh on once one only or other our out over own please "
                            + "possible put re really s same seem seems shall she should shouldn so some somebody someone "
                            + "something somewhere still such sure t tell than thank thanks that the their them then there "
                            + "these they thing things this those to too try trying us ve very want wants was wasn way we well "
                            + "were weren what when where whether which while who whole whom whose why will with within without "
                            + "won would wouldn yes yet you your")
            .split(" "));

    private StopWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
