package id.laras.assessment;

import java.math.BigDecimal;

/**
 * The figures of the numeric scheme that an administrator may change ({@code laras.scoring.*}).
 *
 * @param cap                     highest achievement of an indicator, in percent
 * @param behaviourShare          share of behaviour (perilaku) in the final score, 0–1, the rest is SKP
 * @param behaviourShareWithPeers the same when opinions of peers and subordinates are used (PP 30/2019 art. 41)
 * @param peerShare               share of those opinions in the behaviour score, 0–1, the rest is the assessor's
 * @param reasonBelow             a value scored under this asks for a reason
 */
public record ScoringRules(
        BigDecimal cap,
        BigDecimal behaviourShare,
        BigDecimal behaviourShareWithPeers,
        BigDecimal peerShare,
        BigDecimal reasonBelow) {

    public ScoringRules {
        if (cap.signum() <= 0) {
            throw new IllegalArgumentException("laras.scoring.cap must be more than 0, not " + cap);
        }
        share("behaviour-share", behaviourShare);
        share("behaviour-share-with-peers", behaviourShareWithPeers);
        share("peer-share", peerShare);
    }

    private static void share(String name, BigDecimal share) {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("laras.scoring." + name + " must be 0 to 1, not " + share);
        }
    }
}
