package id.laras.retention;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What stands in place of an erased person: drawn by lot, so that nothing leads back. */
record Pseudonym(String account, String nip) {

    /** As {@code docs/adr/0062} and MariaDB's trigger know it. */
    static final String PATTERN = "^anon[0-9a-f]{16}$";

    static final String NAME = "Pegawai anonim";

    private static final SecureRandom LOT = new SecureRandom();

    static Pseudonym drawn() {
        var bytes = new byte[8];
        LOT.nextBytes(bytes);
        var lot = HexFormat.of().formatHex(bytes);
        return new Pseudonym("anon" + lot, "ANON" + lot.substring(0, 14));
    }
}
