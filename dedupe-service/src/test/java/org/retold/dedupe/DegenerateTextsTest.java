package org.retold.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.retold.contract.Article;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Credits;
import org.retold.contract.Publisher;
import org.retold.dedupe.sketch.Sketch;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.verify.Verifier;
import org.retold.dedupe.view.View;
import org.retold.dedupe.view.Views;

/** Texts that no editor would print have a defined result each: judged as any other, or too short to judge. */
class DegenerateTextsTest {

    private static final double JOINED = 0.65;

    /** A text and another that has nothing to do with it. */
    record Text(String name, String language, String text, String other) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String RESIGNATION_IN_ARABIC = """
            وزيرة المياه تستقيل بعد تسرب وثيقة عن سدود متصدعة
            قدمت وزيرة المياه في أوردانيا ليلى بن سالم استقالتها مساء الثلاثاء بعد أن نشرت صحيفة المرفأ وثيقة داخلية \
            تؤكد أن ستة من أصل أحد عشر سدا تعاني من شقوق خطيرة.
            وقالت الوثيقة المؤرخة في ١٧ يناير إن إصلاح السدود يحتاج إلى ٦٤٠ مليون دينار، وإن الوزارة أخفت الأرقام عن \
            البرلمان طوال ثلاث سنوات. ويعيش نحو ٧٣٠٠ شخص في البلدة الواقعة أسفل السد الأكبر.""";
    private static final String HANDBALL_IN_ARABIC = """
            منتخب الناشئين يعود بكأس الجزر بعد مباراة طويلة
            عاد منتخب الناشئين لكرة اليد إلى العاصمة صباح الأحد حاملا كأس الجزر بعد فوزه في النهائي على صاحب الأرض \
            بفارق هدف واحد. واستقبل مئات المشجعين الحافلة عند مدخل الملعب القديم.
            وقال المدرب إن الفريق تدرب أربعين يوما في الجبال، وإن اللاعبين لم يروا عائلاتهم منذ بداية الصيف.""";
    private static final String CONTRACT_IN_HEBREW = """
            ראש העיר ביטל את הסכם התחבורה לאחר תחקיר
            ראש העיר אורן גלבוע הודיע אמש כי העירייה מבטלת את ההסכם להפעלת קו הרכבת הקלה, לאחר שתחקיר העיתון חשף \
            תשלומים חשודים בסך 12 מיליון שקלים. מבקרת העירייה דרשה לפתוח בחקירה פלילית.""";
    private static final String SHIP_IN_HEBREW = """
            תגלית ארכאולוגית נדירה בחפירות ליד הנמל
            צוות חוקרים מהאוניברסיטה מצא השבוע ספינת סוחר עתיקה בקרקעית המפרץ, ובה מאות כדי חרס שלמים ומטבעות זהב. \
            המוצגים יועברו למוזיאון הלאומי, והקהל יוכל לראות אותם כבר באביב הבא.""";
    private static final String RESIGNATION_IN_CHINESE = """
            水务部长因大坝裂缝文件泄露辞职
            奥尔达尼亚水务部长李雅文周二晚宣布辞职，此前《港口报》公布了一份内部文件，称全国十一座大坝中有六座存在严重裂缝。
            文件日期为1月17日，估计维修费用为6.4亿元。三年来，该部一直没有向议会公开这些数字。""";
    private static final String HANDBALL_IN_CHINESE = """
            少年手球队捧回海岛杯
            少年手球队周日上午返回首都，他们在决赛中以一球优势战胜东道主，夺得海岛杯。
            数百名球迷在旧体育场门口迎接球队的大巴，守门员高举奖杯，从车窗里唱起了歌。教练说，球队在山里训练了四十天。""";
    private static final String RESIGNATION_IN_JAPANESE = """
            水道相が辞任、ダムの亀裂めぐる文書流出で
            オルダニアの水道相リナ・カワベ氏は火曜日夜、辞任を発表した。全国十一のダムのうち六つに深刻な亀裂があるという。
            文書は1月17日付で、修理費用を640億円と見積もっている。大臣は記者団に、予算を二度求めたが、返答がなかったと述べた。""";
    private static final String HANDBALL_IN_JAPANESE = """
            少年ハンドボールチームが島カップを持ち帰る
            少年ハンドボールチームは日曜日の朝、首都に戻った。決勝で開催国を一点差で破り、島カップを手にした。
            古い競技場の入り口では数百人のファンがバスを迎え、監督によると、チームは山で四十日間、練習したという。""";
    private static final String HALF_FRENCH_HALF_ENGLISH = """
            Deux langues, two languages
            Le ministre veldane de l'Énergie, Téodor Brisac, connaissait depuis mars 2022 l'état de six barrages. Selon \
            la compagnie Velhydro, 640 millions d'euros manquent à Sorvane.
            The minister kept a report of 214 pages from parliament. Engineers told the mayor of Pont-Alzac that the \
            cracks at Sorvane had grown beyond forty metres.""";
    private static final String HANDBALL_IN_ENGLISH = """
            The island cup
            The handball team of Lindholm came home on Sunday after beating the hosts by one goal. Goalkeeper Yusuf \
            Ahmar lifted the trophy from the window of the bus before 2,300 fans, who had waited since dawn.""";

    static final List<Text> JUDGED = List.of(
            new Text("Arabic", "ar", RESIGNATION_IN_ARABIC, HANDBALL_IN_ARABIC),
            new Text("Arabic of unknown language", "und", RESIGNATION_IN_ARABIC, HANDBALL_IN_ARABIC),
            new Text("Hebrew", "he", CONTRACT_IN_HEBREW, SHIP_IN_HEBREW),
            new Text("Chinese", "zh", RESIGNATION_IN_CHINESE, HANDBALL_IN_CHINESE),
            new Text("Japanese", "ja", RESIGNATION_IN_JAPANESE, HANDBALL_IN_JAPANESE),
            new Text("half French, half English", "fr", HALF_FRENCH_HALF_ENGLISH, HANDBALL_IN_ENGLISH),
            new Text("a table of results", "fr", results(1), results(2)),
            new Text("lone surrogates", "fr", torn(HALF_FRENCH_HALF_ENGLISH), torn(HANDBALL_IN_ENGLISH)),
            new Text("emoji among words", "en", HALF_FRENCH_HALF_ENGLISH.replace(" ", " 😀 "), HANDBALL_IN_ENGLISH),
            new Text("control characters", "en", HANDBALL_IN_ENGLISH.replace(' ', '\u0001'), HALF_FRENCH_HALF_ENGLISH),
            new Text("100,000 words", "en", HANDBALL_IN_ENGLISH.repeat(2_000), HALF_FRENCH_HALF_ENGLISH.repeat(2_000)));

    static final List<Text> TOO_SHORT = List.of(
            new Text("nothing", "und", "", ""),
            new Text("blanks", "en", " \n\t\u00a0\u202f\n", ""),
            new Text("one word", "fr", "Mascate", "Kesht"),
            new Text("emoji alone", "und", "😀🎉\n" + "👩‍👩‍👧‍👦 🎉 👍 ".repeat(200), "🎉"),
            new Text("controls alone", "en", "\u0000\u0007\u0085\u2028\ufffe".repeat(50), "\u0000"),
            new Text("surrogates alone", "en", "\ud800 \udfff\ud800".repeat(50), "\udc00"),
            new Text(
                    "words of 10,000 letters", "en", "x".repeat(10_000) + " " + "é".repeat(10_000), "y".repeat(10_000)),
            new Text("one sentence for ever", "en", "He said nothing. ".repeat(30_000), "No."));

    /** What must not take longer than its length allows. */
    static final List<Text> LONG = List.of(
            new Text("dots without end", "en", "a" + ".".repeat(500_000) + "b", ""),
            new Text("numbers without end", "en", "million ".repeat(5_000), ""),
            new Text("digits without end", "en", "9".repeat(500_000), ""),
            new Text("digits and letters", "en", ("1" + "x".repeat(1_000)).repeat(500), ""),
            new Text("accents without end", "en", "e" + "\u0301".repeat(500_000), ""),
            new Text("quotes without end", "fr", "« a “ ".repeat(100_000), ""),
            new Text("paragraphs without end", "fr", "a\n".repeat(100_000), ""));

    private final Sketches sketches = new Sketches();
    private final Verifier verifier = Verifier.shipped();

    @ParameterizedTest
    @FieldSource("JUDGED")
    void aCopyIsFoundAndAnotherTextIsKeptApart(Text text) {
        View view = view("a", text.language(), text.text());
        View copy = view("b", text.language(), text.text());
        View other = view("c", text.language(), text.other());

        assertThat(view.tooShort()).isFalse();
        assertThat(view.words()).isLessThanOrEqualTo(Views.MOST_WORDS);
        assertThat(keysInCommon(view, copy)).isPositive();
        assertThat(verifier.score(view, copy)).isGreaterThan(JOINED);
        assertThat(verifier.score(view, other)).isLessThan(JOINED);
    }

    @ParameterizedTest
    @FieldSource("TOO_SHORT")
    void whatSaysTooLittleIsNotJudged(Text text) {
        View view = view("a", text.language(), text.text());
        View copy = view("b", text.language(), text.text());

        assertThat(view.tooShort()).isTrue();
        assertThat(sketches.of(view).size()).isZero();
        assertThat(verifier.score(view, copy)).isZero();
    }

    @ParameterizedTest
    @FieldSource("JUDGED")
    void aCopyJoinsTheStoryAndAnotherTextIsItsOwn(Text text) {
        try (Press press = new Press(1)) {
            press.publish(article("original", text, text.text()), article("other", text, text.other()));

            press.publish(article("copy", text, text.text()));

            assertThat(press.clusters()).containsExactlyInAnyOrder(Set.of("original", "copy"), Set.of("other"));
        }
    }

    @ParameterizedTest
    @FieldSource("TOO_SHORT")
    void whatCannotBeJudgedIsAStoryOfItsOwn(Text text) {
        try (Press press = new Press(1)) {
            press.publish(article("original", text, text.text()));

            press.publish(article("copy", text, text.text()));

            assertThat(press.clusters()).containsExactlyInAnyOrder(Set.of("original"), Set.of("copy"));
        }
    }

    @ParameterizedTest
    @FieldSource({"JUDGED", "TOO_SHORT", "LONG"})
    void everyTextCanBeStoredAndExplained(Text text) {
        View view = view("a", text.language(), text.text());
        View other = view("b", text.language(), text.other());

        View stored = View.read(view.bytes());

        assertThat(stored.bytes()).isEqualTo(view.bytes());
        assertThat(sketches.of(stored)).isEqualTo(sketches.of(view));
        assertThat(verifier.score(stored, other)).isBetween(0.0, 1.0);
        assertThatCode(() -> verifier.match(stored, view)).doesNotThrowAnyException();
    }

    private static View view(String id, String language, String text) {
        return Views.shipped().of(id, "1", title(text), paragraphs(text), language, Credits.NONE, null);
    }

    private static Article article(String id, Text text, String words) {
        return new Article(
                id,
                "r1",
                Completeness.FULL,
                "https://" + id + ".example/news",
                null,
                null,
                new Publisher(id + ".example", id),
                title(words).isBlank() ? "…" : title(words),
                paragraphs(words),
                null,
                text.language(),
                List.of(),
                List.of(),
                Credits.NONE,
                Reports.NOON);
    }

    private static String title(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static List<String> paragraphs(String text) {
        return text.lines().skip(1).toList();
    }

    private long keysInCommon(View a, View b) {
        Sketch left = sketches.of(a);
        Sketch right = sketches.of(b);
        long common = 0;
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                common += left.key(i) == right.key(j) ? 1 : 0;
            }
        }
        return common;
    }

    private static String results(int election) {
        SplittableRandom random = new SplittableRandom(election);
        StringBuilder table = new StringBuilder();
        for (int district = 1; district <= 60; district++) {
            table.append("%d\t%d\t%d,%d %%\t%d\t%d,%d %%%n"
                    .formatted(
                            district,
                            random.nextInt(1_000, 90_000),
                            random.nextInt(1, 60),
                            random.nextInt(10),
                            random.nextInt(1_000, 90_000),
                            random.nextInt(1, 60),
                            random.nextInt(10)));
        }
        return table.toString();
    }

    /** Every fifth blank becomes half of a character. */
    private static String torn(String text) {
        StringBuilder torn = new StringBuilder(text);
        for (int i = 0, blanks = 0; i < torn.length(); i++) {
            if (torn.charAt(i) == ' ' && ++blanks % 5 == 0) {
                torn.setCharAt(i, blanks % 2 == 0 ? '\ud83d' : '\udc00');
            }
        }
        return torn.toString();
    }
}
