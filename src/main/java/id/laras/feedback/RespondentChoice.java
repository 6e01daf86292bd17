package id.laras.feedback;

import id.laras.rules.Reasons;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Chooses by lot who is asked about an employee: whoever knows everybody's NIP must not be able to work out who was asked.
 * Who was chosen is kept (see {@link FeedbackInvitation}), how is not.
 *
 * <p>Where too few subordinates exist to reach the number of answers that keeps respondents anonymous, further peers take
 * their place, and where too few peers do, further subordinates. Where that number is not reached either, nobody is asked:
 * the answers of those few could never be told.
 */
final class RespondentChoice {

    private final FeedbackSettings settings;
    private final Random lots;

    /** @param lots that nobody can foretell, outside of tests */
    RespondentChoice(FeedbackSettings settings, Random lots) {
        this.settings = settings;
        this.lots = lots;
    }

    /**
     * @param peers        accounts; null or blank for who has none
     * @param subordinates likewise
     * @param never        accounts that are never asked: the employee, their assessor and the assessor's superior
     * @return account and relation; empty where fewer than the minimum could be asked
     */
    Map<String, Relation> choose(List<String> peers, List<String> subordinates, Set<String> never) {
        var chosen = new LinkedHashMap<String, Relation>();
        take(subordinates, settings.subordinates(), Relation.SUBORDINATE, never, chosen);
        var wanted = Math.max(settings.peers(), settings.minimumRespondents() - chosen.size());
        take(peers, settings.peers() == 0 ? 0 : wanted, Relation.PEER, never, chosen);
        var missing = settings.minimumRespondents() - chosen.size();
        take(
                subordinates,
                settings.subordinates() == 0 ? 0 : Math.max(0, missing),
                Relation.SUBORDINATE,
                never,
                chosen);
        return chosen.size() < settings.minimumRespondents() ? Map.of() : chosen;
    }

    private void take(
            List<String> from, int count, Relation relation, Set<String> never, Map<String, Relation> chosen) {
        var drawn = new ArrayList<>(from);
        Collections.shuffle(drawn, lots);
        drawn.stream()
                .filter(account -> !Reasons.missing(account))
                .filter(account -> !never.contains(account) && !chosen.containsKey(account))
                .limit(count)
                .forEach(account -> chosen.put(account, relation));
    }
}
