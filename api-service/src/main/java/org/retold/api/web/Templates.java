package org.retold.api.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages; what they are given is checked when they are built. */
@CheckedTemplate(basePath = "")
final class Templates {

    private Templates() {}

    static native TemplateInstance stories(StoriesView view, String language);

    static native TemplateInstance story(StoryView view, String language);

    static native TemplateInstance feeds(List<FeedRow> feeds, String language);

    static native TemplateInstance error(ErrorView view, String language);
}
