package id.laras.followup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * What an agency offers (property {@code laras.followup}).
 *
 * @param catalogue trainings and workshops
 * @param rewards   kinds of reward
 */
@ConfigurationProperties("laras.followup")
public record FollowUpSettings(List<Offer> catalogue, List<Offer> rewards) {

    public FollowUpSettings {
        catalogue = catalogue == null ? List.of() : List.copyOf(catalogue);
        rewards = rewards == null ? List.of() : List.copyOf(rewards);
    }

    Optional<Offer> training(String code) {
        return find(catalogue, code);
    }

    Optional<Offer> reward(String code) {
        return find(rewards, code);
    }

    /** The title in the reader's language; the one that was kept when it is no longer on offer. */
    String title(String code, String kept, Locale locale) {
        return training(code)
                .or(() -> reward(code))
                .map(offer -> offer.in(locale).title())
                .orElse(kept);
    }

    private static Optional<Offer> find(List<Offer> offers, String code) {
        return offers.stream().filter(offer -> offer.code().equals(code)).findFirst();
    }

    @Configuration
    @EnableConfigurationProperties(FollowUpSettings.class)
    static class Registration {}

    /**
     * One training or one kind of reward.
     *
     * @param titleEn English title, the Indonesian one when it is null
     */
    public record Offer(String code, String title, String titleEn) {

        Offer in(Locale locale) {
            return titleEn != null && "en".equals(locale.getLanguage()) ? new Offer(code, titleEn, null) : this;
        }
    }
}
