package org.retold.api.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Puts answers into the OpenAPI document that every operation of its kind may give, where it does not say more of them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class CommonAnswers implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        APIResponses answers = operation.getResponses();
        add(answers, "400", "notUnderstood");
        add(answers, "503", "databaseIsAway");
        if (path.contains("{id}")) {
            add(answers, "404", "unknown");
        }
        if (operation.getRequestBody() != null) {
            add(answers, "413", "tooLarge");
        }
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            add(answers, "401", "notTheOperator");
            add(answers, "403", "nobodyIsTheOperator");
            add(answers, "429", "tooManyFailures");
        } else if (method == PathItem.HttpMethod.GET && !isStream(answers)) {
            add(answers, "304", "unchanged");
        }
    }

    private static boolean isStream(APIResponses answers) {
        return answers.getAPIResponses().values().stream()
                .map(APIResponse::getContent)
                .anyMatch(content -> content != null && content.hasMediaType("text/event-stream"));
    }

    private static void add(APIResponses answers, String status, String name) {
        APIResponse said = answers.getAPIResponse(status);
        boolean saysNothing = said == null || (said.getRef() == null && said.getContent() == null);
        if (saysNothing && !(said != null && status.equals("304"))) {
            answers.addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
        }
    }
}
