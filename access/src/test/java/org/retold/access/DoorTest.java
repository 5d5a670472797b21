package org.retold.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.access.Admission.Granted;
import org.retold.access.Admission.Impossible;
import org.retold.access.Admission.Refused;
import org.retold.access.Admission.TooManyFailures;

class DoorTest {

    private static final String HERE = "192.0.2.1";
    private static final String LONG_WORD = "0123456789abcdef0123456789abcdef";

    private final Door door = door("word-of-the-operator", Map.of());
    private final Door locked =
            door("word-of-the-operator", Map.of("RETOLD_READ_ACCESS", "token", "RETOLD_READ_TOKEN", "word-of-readers"));

    @Test
    void whoBringsTheWordMayChangeSomething() {
        assertThat(door.operator("Bearer word-of-the-operator", HERE)).isInstanceOf(Granted.class);
        assertThat(door.operator("bearer  word-of-the-operator ", HERE)).isInstanceOf(Granted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer word-of-the-operato",
                "Bearer word-of-the-operator2",
                "Bearer Word-of-the-operator",
                "word-of-the-operator",
                "Bearer null"
            })
    void nobodyElseDoes(String authorization) {
        assertThat(door.operator(authorization, HERE)).isInstanceOf(Refused.class);
    }

    @Test
    void aPasswordThatABrowserSendsByItselfChangesNothing() {
        assertThat(locked.operator(basic("me", "word-of-the-operator"), HERE)).isInstanceOf(Refused.class);
        assertThat(locked.reader(basic("me", "word-of-the-operator"), HERE)).isInstanceOf(Granted.class);
    }

    @Test
    void afterTenWrongWordsNobodyFromThereIsListenedToAndEverybodyElseIs() {
        for (int i = 0; i < 10; i++) {
            assertThat(door.operator("Bearer guess-" + i, HERE)).isInstanceOf(Refused.class);
        }

        assertThat(door.operator("Bearer word-of-the-operator", HERE))
                .isInstanceOfSatisfying(
                        TooManyFailures.class,
                        answer -> assertThat(answer.retryAfterSeconds()).matches("60|59"));
        assertThat(door.operator("Bearer word-of-the-operator", "192.0.2.2")).isInstanceOf(Granted.class);
    }

    @Test
    void aWordThatNobodyGuessesIsTakenHoweverManyWrongOnesCameFromThere() {
        Door strong = door(
                LONG_WORD,
                Map.of("RETOLD_READ_ACCESS", "token", "RETOLD_READ_TOKEN", "fedcba9876543210fedcba9876543210"));
        for (int i = 0; i < 10; i++) {
            strong.operator("Bearer guess-" + i, HERE);
        }

        assertThat(strong.operator("Bearer " + LONG_WORD, HERE)).isInstanceOf(Granted.class);
        assertThat(strong.reader("Bearer fedcba9876543210fedcba9876543210", HERE))
                .isInstanceOf(Granted.class);
        assertThat(strong.reader(basic("me", LONG_WORD), HERE)).isInstanceOf(Granted.class);
        assertThat(strong.operator("Bearer fedcba9876543210fedcba9876543210", HERE))
                .isInstanceOf(TooManyFailures.class);
        assertThat(strong.operator("Bearer " + LONG_WORD.replace('0', '1'), HERE))
                .isInstanceOf(TooManyFailures.class);
    }

    @Test
    void aShortReadersWordIsNotTriedOutBehindALongOneOfTheOperator() {
        Door half = door(LONG_WORD, Map.of("RETOLD_READ_ACCESS", "token", "RETOLD_READ_TOKEN", "word-of-readers"));
        for (int i = 0; i < 10; i++) {
            half.reader("Bearer guess-" + i, HERE);
        }

        assertThat(half.reader("Bearer word-of-readers", HERE)).isInstanceOf(TooManyFailures.class);
    }

    @Test
    void whoBringsNothingGuessesNothing() {
        for (int i = 0; i < 100; i++) {
            assertThat(door.operator(null, HERE)).isInstanceOf(Refused.class);
        }

        assertThat(door.operator("Bearer word-of-the-operator", HERE)).isInstanceOf(Granted.class);
    }

    @Test
    void withoutAWordNobodyIsTheOperator() {
        Door without = door("", Map.of());

        assertThat(without.operator("Bearer ", HERE)).isInstanceOf(Impossible.class);
        assertThat(without.operator("Bearer x", HERE)).isInstanceOf(Impossible.class);
    }

    @Test
    void everybodyMayReadUnlessATokenIsAskedFor() {
        assertThat(door.reader(null, HERE)).isInstanceOf(Granted.class);
        assertThat(locked.reader(null, HERE)).isInstanceOf(Refused.class);
        assertThat(locked.reader("Bearer word-of-readers", HERE)).isInstanceOf(Granted.class);
        assertThat(locked.reader(basic("anybody", "word-of-readers"), HERE)).isInstanceOf(Granted.class);
        assertThat(locked.reader(basic("word-of-readers", ""), HERE)).isInstanceOf(Refused.class);
        assertThat(locked.reader("Basic !!", HERE)).isInstanceOf(Refused.class);
        assertThat(locked.operator("Bearer word-of-readers", HERE)).isInstanceOf(Refused.class);
    }

    @Test
    void withoutAReadersTokenOnlyTheOperatorReads() {
        Door half = door("word-of-the-operator", Map.of("RETOLD_READ_ACCESS", "token"));

        assertThat(half.reader("Bearer ", HERE)).isInstanceOf(Refused.class);
        assertThat(half.reader(basic("", ""), HERE)).isInstanceOf(Refused.class);
        assertThat(half.reader("Bearer word-of-the-operator", HERE)).isInstanceOf(Granted.class);
    }

    @Test
    void aMisspeltSettingIsNoOpenDoor() {
        assertThatThrownBy(() -> door("word", Map.of("RETOLD_READ_ACCESS", "tokn")))
                .hasMessage("RETOLD_READ_ACCESS is 'tokn', not open or token");
    }

    private static Door door(String operator, Map<String, String> settings) {
        return new AccessSettings(new Settings(name -> Optional.ofNullable(settings.get(name))))
                .door(Word.of(Optional.of(operator)), new SetClock());
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }
}
