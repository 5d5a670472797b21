package org.retold.dedupe.view;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What number words, months and weekdays mean in one language. */
final class Lexicon {

    /** What a word of the lexicon does. */
    enum Role {
        UNIT(0),
        TENS(1),
        SCORE(2),
        HUNDRED(3),
        THOUSAND(4),
        SCALE(5),
        FRACTION(6),
        PERCENT(7),
        MONTH(8),
        WEEKDAY(9),
        AND(10),
        TITLE(11);

        private static final Role[] BY_CODE = {
            UNIT, TENS, SCORE, HUNDRED, THOUSAND, SCALE, FRACTION, PERCENT, MONTH, WEEKDAY, AND, TITLE
        };

        private final int code;

        Role(int code) {
            this.code = code;
        }
    }

    private static final Map<Tongue, Lexicon> SHIPPED = read();

    /** Word hash to role and value; values above a thousand are stored as their number of zeroes. */
    private final IntTable meanings = new IntTable(256);

    /** What makes thousands of a number word in one piece: zehntausend, quarantamila; empty where nothing does. */
    private final String thousands;

    private Lexicon(Tongue tongue) {
        thousands = tongue == Tongue.DE ? "tausend" : tongue == Tongue.IT ? "mila" : "";
    }

    static Lexicon of(Tongue tongue) {
        return Objects.requireNonNull(SHIPPED.get(tongue));
    }

    /** @return the meaning of a folded word, or {@link IntTable#ABSENT} */
    int meaning(char[] text, int from, int to) {
        return meaning(Hash.of(text, from, to, 0));
    }

    /** @param word hash of the folded word */
    int meaning(int word) {
        return meanings.get(word);
    }

    static Role role(int meaning) {
        return Role.BY_CODE[meaning >>> 20];
    }

    static boolean is(int meaning, Role role) {
        return meaning != IntTable.ABSENT && meaning >>> 20 == role.code;
    }

    static int value(int meaning) {
        return meaning & 0xfffff;
    }

    private void put(String word, Role role, int value) {
        meanings.put(Hash.of(word, 0), (role.code << 20) | value);
        if (!thousands.isEmpty() && value < 100 && (role == Role.UNIT || role == Role.TENS)) {
            meanings.put(Hash.of(word + thousands, 0), (Role.TENS.code << 20) | (value * 1000));
        }
    }

    private static Map<Tongue, Lexicon> read() {
        Map<Tongue, Lexicon> lexicons = new EnumMap<>(Tongue.class);
        for (Tongue tongue : Tongue.values()) {
            lexicons.put(tongue, new Lexicon(tongue));
        }
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream("lexicon.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] columns = line.split(" ", -1);
                    Lexicon lexicon = of(lexicons, columns[0]);
                    Role role = Role.valueOf(columns[1].toUpperCase(Locale.ROOT));
                    int value = role == Role.SCALE ? columns[2].length() - 1 : Integer.parseInt(columns[2]);
                    for (int i = 3; i < columns.length; i++) {
                        lexicon.put(columns[i], role, value);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        compounds(of(lexicons, "de"), of(lexicons, "it"), of(lexicons, "es"));
        return lexicons;
    }

    private static Lexicon of(Map<Tongue, Lexicon> lexicons, String name) {
        return Objects.requireNonNull(lexicons.get(Tongue.valueOf(name.toUpperCase(Locale.ROOT))));
    }

    /** Numbers that are written as one word. */
    private static void compounds(Lexicon german, Lexicon italian, Lexicon spanish) {
        String[] de = {"ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun"};
        String[] deTens = {"zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig"};
        String[] it = {"uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"};
        String[] itTens = {"venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"};
        String[] es = {"uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"};
        for (int unit = 1; unit <= 9; unit++) {
            for (int tens = 2; tens <= 9; tens++) {
                german.put(de[unit - 1] + "und" + deTens[tens - 2], Role.TENS, tens * 10 + unit);
                String stem = itTens[tens - 2];
                boolean elided = unit == 1 || unit == 8;
                italian.put(
                        (elided ? stem.substring(0, stem.length() - 1) : stem) + it[unit - 1],
                        Role.TENS,
                        tens * 10 + unit);
            }
            german.put(de[unit - 1] + "hundert", Role.TENS, unit * 100);
            italian.put(it[unit - 1] + "cento", Role.TENS, unit * 100);
            spanish.put("veinti" + es[unit - 1], Role.TENS, 20 + unit);
            spanish.put(es[unit - 1] + "cientos", Role.TENS, unit * 100);
            spanish.put(es[unit - 1] + "cientas", Role.TENS, unit * 100);
        }
        spanish.put("quinientos", Role.TENS, 500);
        spanish.put("setecientos", Role.TENS, 700);
        spanish.put("novecientos", Role.TENS, 900);
    }
}
