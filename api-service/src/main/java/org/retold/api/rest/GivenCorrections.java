package org.retold.api.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.retold.contract.Correction;

/** The corrections that one call of an operator gave. */
@Schema(description = "The corrections that one call gave, in the order in which they are obeyed.")
record GivenCorrections(
        @Schema(description = "Under this id they can be seen and withdrawn.")
        String id,

        List<Correction> items) {}
