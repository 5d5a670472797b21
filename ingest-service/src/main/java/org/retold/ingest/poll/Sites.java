package org.retold.ingest.poll;

import java.util.Optional;

/** Names the site whose turns an address has to wait for. */
public interface Sites {

    /** Empty where everybody may ask at will. */
    Optional<String> turnsOf(String url);
}
