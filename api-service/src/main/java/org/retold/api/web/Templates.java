package org.retold.api.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages; what they are given is checked when they are built. */
@CheckedTemplate(basePath = "")
final class Templates {

    private Templates() {}

    static native TemplateInstance stories(StoriesView view, Frame frame);

    static native TemplateInstance story(StoryView view, Frame frame);

    static native TemplateInstance comparison(ComparisonView view, Frame frame);

    static native TemplateInstance feeds(FeedsView view, Frame frame);

    static native TemplateInstance error(ErrorView view, Frame frame);
}
