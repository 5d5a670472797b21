package org.retold.api.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages say, in English; the other languages are beside the templates. */
@MessageBundle("words")
public interface Words {

    @Message("Which articles retell the same report, and why")
    String tagline();

    @Message("Skip to the content")
    String skip();

    @Message("Stories")
    String stories();

    @Message("Feeds")
    String feeds();

    @Message("API")
    String api();

    @Message("Search")
    String search();

    @Message("Words, \"phrases\", -without")
    String searchHint();

    @Message("Filters")
    String filters();

    @Message("Language")
    String language();

    @Message("any")
    String any();

    @Message("Publisher")
    String publisher();

    @Message("name or host")
    String publisherHint();

    @Message("Agency")
    String agency();

    @Message("Updated since")
    String since();

    @Message("Updated before")
    String until();

    @Message("Order")
    String order();

    @Message("newest change")
    String orderUpdated();

    @Message("first published")
    String orderFirst();

    @Message("most told")
    String orderSize();

    @Message("Show")
    String show();

    @Message("Clear")
    String clear();

    @Message("Retold")
    String retoldOnly();

    @Message("All stories")
    String allStories();

    @Message("One story changed, show it")
    String changedOne();

    /** With the sign that the script puts the number at. */
    @Message("# stories changed, show them")
    String changedMany();

    @Message("This story has changed, show it")
    String changedThis();

    @Message("live")
    String live();

    @Message("Language of the pages")
    String choose();

    @Message("{count} {#if count == 1}article{#else}articles{/if}")
    String countArticles(long count);

    @Message("{count} {#if count == 1}publisher{#else}publishers{/if}")
    String countPublishers(long count);

    @Message("first told {date}")
    String firstTold(String date);

    @Message("then over {span}")
    String toldOver(String span);

    @Message("updated {date}")
    String updatedOn(String date);

    @Message("updated {ago}")
    String updatedAgo(String ago);

    @Message("No story here yet.")
    String nothingYet();

    @Message("As soon as two publishers tell the same report, it is listed here.")
    String nothingYetHint();

    @Message("No story matches.")
    String nothingMatches();

    @Message("Fewer filters, or other words, may find more.")
    String nothingMatchesHint();

    @Message("Older stories")
    String nextPage();

    @Message("Back to the start")
    String firstPage();

    @Message("Where it comes from")
    String origin();

    @Message("Report by {agency}")
    String reportBy(String agency);

    @Message("{names} reporting")
    String reporters(String names);

    @Message("Who told it, and when")
    String timeline();

    @Message("Why they are together")
    String together();

    @Message("Each article with the one it is closest to: what both say, side by side.")
    String togetherHint();

    @Message("Only one article tells this so far. When another retells it, the reasons appear here.")
    String aloneHint();

    @Message("Who tells it, and how")
    String breakdown();

    @Message("Publishers")
    String publishers();

    @Message("Languages")
    String languages();

    @Message("Relations")
    String relations();

    @Message("and {count} more")
    String morePublishers(long count);

    @Message("first")
    String first();

    @Message("the report")
    String theReport();

    @Message("Side by side")
    String sideBySide();

    @Message("Lay two of them side by side")
    String compareTwo();

    @Message("One")
    String compareLeft();

    @Message("The other")
    String compareRight();

    @Message("Compare")
    String compareShow();

    @Message("The story")
    String backToStory();

    @Message("These two were not weighed against each other: each is in the story because of another article.")
    String neverWeighed();

    @Message("They are in different stories.")
    String differentStories();

    @Message("They have no five words in a row in common.")
    String noSameWords();

    @Message("Word for word, five or more in a row: {here}% of {left}, {there}% of {right}.")
    String sameWords(int here, String left, int there, String right);

    @Message("What is marked")
    String marks();

    @Message("matching passage")
    String markPassage();

    @Message("same words in a row")
    String markSame();

    @Message("name, number, date or term that both have")
    String markFact();

    @Message("quote that both have")
    String markQuote();

    @Message("Passage {number}, go to the other text")
    String passage(int number);

    @Message("Only the beginnings of the texts are shown here.")
    String excerptsOnly();

    @Message("There is no text besides the title.")
    String noText();

    @Message("Read it there")
    String readThere();

    @Message("undated")
    String undated();

    @Message("{span} later")
    String later(String span);

    @Message("{count} {#if count == 1}day{#else}days{/if}")
    String days(long count);

    @Message("{count} {#if count == 1}hour{#else}hours{/if}")
    String hours(long count);

    @Message("{count} {#if count == 1}minute{#else}minutes{/if}")
    String minutes(long count);

    @Message("{span} ago")
    String ago(String span);

    @Message("just now")
    String justNow();

    @Message("in {span}")
    String in(String span);

    @Message("at once")
    String atOnce();

    @Message("original")
    String relationOriginal();

    @Message("copy")
    String relationCopy();

    @Message("translation")
    String relationTranslation();

    @Message("condensed")
    String relationCondensed();

    @Message("expanded")
    String relationExpanded();

    @Message("retelling")
    String relationRetelling();

    @Message("related")
    String relationUnknown();

    @Message("is the original of")
    String becauseOriginal();

    @Message("is a copy of")
    String becauseCopy();

    @Message("is a translation of")
    String becauseTranslation();

    @Message("is a shorter version of")
    String becauseCondensed();

    @Message("is a longer version of")
    String becauseExpanded();

    @Message("retells")
    String becauseRetelling();

    @Message("belongs with")
    String becauseUnknown();

    @Message("{percent}% of it is in the other")
    String shareHere(int percent);

    @Message("{percent}% of the other is in it")
    String shareThere(int percent);

    @Message("Likelihood of one source: {percent}%")
    String likelihood(int percent);

    @Message("Both say")
    String bothSay();

    @Message("Both credit {names}")
    String bothCredit(String names);

    @Message("{count} matching {#if count == 1}passage{#else}passages{/if}")
    String countPassages(int count);

    @Message("The text has changed since, so its passages are not shown.")
    String textChanged();

    @Message("And {count} more {#if count == 1}article{#else}articles{/if}; the API has all of them.")
    String moreArticles(long count);

    @Message("name")
    String factName();

    @Message("number")
    String factNumber();

    @Message("date")
    String factDate();

    @Message("quote")
    String factQuote();

    @Message("term")
    String factTerm();

    @Message("fact")
    String factUnknown();

    @Message("All stories")
    String backToStories();

    @Message("This page is not there")
    String notFoundTitle();

    @Message("The story may have been merged into another, or the address is misspelt.")
    String notFoundText();

    @Message("This story has expired")
    String goneTitle();

    @Message("Its articles are too old to be shown.")
    String goneText();

    @Message("This article was taken down")
    String withdrawnTitle();

    @Message("It is not shown any more, and neither is what it had in common with others.")
    String withdrawnText();

    @Message("That was not understood")
    String badTitle();

    /** @param reason half a sentence that the name begins */
    @Message("{name} {reason}")
    String badParameter(String name, String reason);

    @Message("You may not look here")
    String closedTitle();

    @Message("Something went wrong here")
    String failedTitle();

    @Message("It is written in the log; please try again in a moment.")
    String failedText();

    @Message("Not available at the moment")
    String awayTitle();

    @Message("The database cannot be reached; please try again in a moment.")
    String awayText();

    @Message("healthy")
    String feedHealthy();

    @Message("failing")
    String feedFailing();

    @Message("silent")
    String feedSilent();

    @Message("gone")
    String feedGone();

    @Message("new")
    String feedNew();

    @Message("unknown")
    String feedUnknown();

    @Message("State")
    String feedState();

    @Message("Feed")
    String feedTitle();

    @Message("Last poll")
    String feedLastPoll();

    @Message("Next poll")
    String feedNextPoll();

    @Message("Items")
    String feedItems();

    @Message("Last news")
    String feedLastNew();

    @Message("{count} {#if count == 1}failure{#else}failures{/if} in a row")
    String feedFailures(int count);

    @Message("No feed is read yet.")
    String noFeeds();

    @Message("This story as data:")
    String asData();

    /** After what it explains, before a space. */
    @Message(":")
    String colon();

    @Message("{here}; {there}.")
    String shares(String here, String there);
}
