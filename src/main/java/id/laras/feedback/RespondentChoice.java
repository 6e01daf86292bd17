package id.laras.feedback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses who is asked about an employee. Peers and subordinates are taken in the order of their NIP, beginning after
 * the employee's own and going round: everybody is asked about as often as his colleagues, and the choice can be
 * repeated and explained.
 *
 * <p>Where too few subordinates exist to reach the number of answers that keeps respondents anonymous, further peers take
 * their place; otherwise the answers of those few could never be told.
 */
record RespondentChoice(FeedbackSettings settings) {

    /**
     * A colleague.
     *
     * @param account null or blank when he has none
     */
    record Colleague(String nip, String account) {}

    /**
     * @param nip   of the employee
     * @param never accounts that are never asked: the employee himself and those who judge him
     * @return account and relation, in the order of choice
     */
    Map<String, Relation> choose(String nip, List<Colleague> peers, List<Colleague> subordinates, Set<String> never) {
        var chosen = new LinkedHashMap<String, Relation>();
        take(rotated(nip, subordinates), settings.subordinates(), Relation.SUBORDINATE, never, chosen);
        var wanted = Math.max(settings.peers(), settings.minimumRespondents() - chosen.size());
        take(rotated(nip, peers), settings.peers() == 0 ? 0 : wanted, Relation.PEER, never, chosen);
        return chosen;
    }

    private static void take(
            List<Colleague> from, int count, Relation relation, Set<String> never, Map<String, Relation> chosen) {
        from.stream()
                .map(Colleague::account)
                .filter(account -> account != null && !account.isBlank())
                .filter(account -> !never.contains(account) && !chosen.containsKey(account))
                .limit(count)
                .forEach(account -> chosen.put(account, relation));
    }

    private static List<Colleague> rotated(String nip, List<Colleague> colleagues) {
        var ordered = new ArrayList<Colleague>();
        colleagues.stream()
                .filter(colleague -> colleague.nip().compareTo(nip) > 0)
                .sorted((one, other) -> one.nip().compareTo(other.nip()))
                .forEach(ordered::add);
        colleagues.stream()
                .filter(colleague -> colleague.nip().compareTo(nip) < 0)
                .sorted((one, other) -> one.nip().compareTo(other.nip()))
                .forEach(ordered::add);
        return ordered;
    }
}
