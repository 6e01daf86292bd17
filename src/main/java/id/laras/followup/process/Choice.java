package id.laras.followup.process;

import id.laras.followup.FollowUpSettings.Offer;

/** Something a form lets a person choose. */
record Choice(String code, String title) {

    static Choice of(Offer offer) {
        return new Choice(offer.code(), offer.title());
    }
}
