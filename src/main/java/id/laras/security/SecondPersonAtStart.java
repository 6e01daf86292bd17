package id.laras.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Says at the start, when everybody who is there on the first day has been made, that nobody could confirm what the only
 * administrator does (docs/adr/0070-no-administrator-alone.md). The pages say so to everybody with a role.
 */
@Component
@Order
class SecondPersonAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SecondPersonAtStart.class);

    private final Ranks ranks;
    private final AdminSettings settings;

    SecondPersonAtStart(Ranks ranks, AdminSettings settings) {
        this.ranks = ranks;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (ranks.nobodyIsSecond()) {
            LOG.warn(
                    "Nobody can confirm what the only administrator does; it stands until somebody can."
                            + " laras.admin.witnesses names {} accounts for that; give one of them a role",
                    settings.witnesses().size());
        }
    }
}
