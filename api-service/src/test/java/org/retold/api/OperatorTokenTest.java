package org.retold.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OperatorTokenTest {

    @Test
    void onlyTheTokenThatIsSetIsTheToken() {
        OperatorToken token = OperatorToken.of(Optional.of(" secret "));

        assertThat(token.isSet()).isTrue();
        assertThat(token.isBroughtBy("secret")).isTrue();
        assertThat(token.isBroughtBy("Secret")).isFalse();
        assertThat(token.isBroughtBy("")).isFalse();
    }

    @Test
    void withoutOneNobodyIsTheOperator() {
        for (Optional<String> set : java.util.List.of(Optional.<String>empty(), Optional.of(" "))) {
            OperatorToken token = OperatorToken.of(set);

            assertThat(token.isSet()).isFalse();
            assertThat(token.isBroughtBy("")).isFalse();
        }
    }
}
