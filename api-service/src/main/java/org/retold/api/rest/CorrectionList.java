package org.retold.api.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.retold.contract.Correction;

/** Corrections. */
@Schema(description = "Corrections that are in force, the latest first.")
record CorrectionList(List<Correction> items) {}
