package org.retold.normalize.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageReaderTest {

    private static final LanguageReader LANGUAGES = new LanguageReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fr | Le conseil municipal a voté lundi soir la réouverture de la ligne de tramway qui mène au port.",
                "en | The city council voted on Monday evening to reopen the tram line to the harbour after ten years.",
                "de | Der Stadtrat hat am Montagabend die Wiedereröffnung der Straßenbahnlinie zum Hafen beschlossen.",
                "es | El ayuntamiento votó el lunes por la noche la reapertura de la línea de tranvía hacia el puerto.",
                "it | Il consiglio comunale ha votato lunedì sera la riapertura della linea tranviaria verso il porto.",
                "nl | De gemeenteraad heeft maandagavond besloten de tramlijn naar de haven weer in gebruik te nemen.",
                "pt | A câmara municipal votou na segunda-feira à noite a reabertura da linha de eléctrico até ao porto.",
                "pl | Rada miasta zdecydowała w poniedziałek wieczorem o ponownym otwarciu linii tramwajowej do portu.",
                "ru | Городской совет проголосовал в понедельник вечером за открытие трамвайной линии до порта.",
                "uk | Міська рада проголосувала в понеділок увечері за відкриття трамвайної лінії до порту.",
            })
    void theTextTellsItsLanguage(String language, String text) {
        assertThat(LANGUAGES.of("", List.of(text))).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sv | Kommunfullmäktige beslutade på måndagskvällen att åter öppna spårvägslinjen till hamnen.",
                "da | Byrådet besluttede mandag aften at genåbne sporvognslinjen til havnen efter ti års pause.",
                "nb | Bystyret vedtok mandag kveld å gjenåpne trikkelinjen til havnen etter ti års stillstand.",
                "nn | Bystyret vedtok måndag kveld å opne att trikkelina til hamna etter ti år utan trafikk.",
                "fi | Kaupunginvaltuusto päätti maanantai-iltana avata uudelleen raitiotielinjan satamaan.",
                "et | Linnavolikogu otsustas esmaspäeva õhtul taasavada trammiliini sadamasse pärast kümmet aastat.",
                "lv | Pilsētas dome pirmdienas vakarā nolēma atjaunot tramvaja līniju uz ostu pēc desmit gadiem.",
                "lt | Miesto taryba pirmadienio vakarą nusprendė vėl atidaryti tramvajaus liniją į uostą.",
                "hu | A városi tanács hétfőn este úgy döntött, hogy újra megnyitja a kikötőbe vezető villamosvonalat.",
                "cs | Městské zastupitelstvo v pondělí večer rozhodlo o znovuotevření tramvajové linky do přístavu.",
                "sk | Mestské zastupiteľstvo v pondelok večer rozhodlo o znovuotvorení električkovej trate do prístavu.",
                "sl | Mestni svet je v ponedeljek zvečer odločil, da se tramvajska proga do pristanišča znova odpre.",
                "hr | Gradsko vijeće je u ponedjeljak navečer odlučilo ponovno otvoriti tramvajsku liniju do luke.",
                "sr | Градско веће је у понедељак увече одлучило да поново отвори трамвајску линију до луке.",
                "bg | Общинският съвет реши в понеделник вечерта да отвори отново трамвайната линия до пристанището.",
                "mk | Градскиот совет во понеделникот вечерта одлучи повторно да ја отвори трамвајската линија до пристаништето.",
                "be | Гарадскі савет у панядзелак увечары прагаласаваў за адкрыццё трамвайнай лініі да порта.",
                "ro | Consiliul local a votat luni seara redeschiderea liniei de tramvai către port, după zece ani.",
                "ca | L'ajuntament va votar dilluns al vespre la reobertura de la línia de tramvia cap al port.",
                "gl | O concello votou o luns pola noite a reapertura da liña de tranvía cara ao porto despois de dez anos.",
                "oc | Lo conselh municipal votèt diluns de ser la reobertura de la linha de tramvia cap al pòrt.",
                "eu | Udalak astelehen gauean erabaki zuen portura doan tranbia-linea berriro irekitzea hamar urteren ondoren.",
                "tr | Belediye meclisi pazartesi akşamı limana giden tramvay hattının yeniden açılmasına karar verdi.",
                "az | Şəhər şurası bazar ertəsi axşam limana gedən tramvay xəttinin yenidən açılmasına qərar verdi.",
                "sq | Këshilli bashkiak votoi të hënën në mbrëmje rihapjen e linjës së tramvajit drejt portit.",
                "el | Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα το βράδυ να ανοίξει ξανά τη γραμμή του τραμ προς το λιμάνι.",
                "ar | صوت مجلس المدينة مساء الاثنين على إعادة فتح خط الترام المؤدي إلى الميناء بعد عشر سنوات.",
                "fa | شورای شهر دوشنبه شب به بازگشایی خط تراموا به سوی بندر پس از ده سال رأی داد.",
                "he | מועצת העיר הצביעה ביום שני בערב בעד פתיחתו מחדש של קו החשמלית אל הנמל.",
                "zh | 市议会周一晚上投票决定重新开放通往港口的电车线路，这条线路已经关闭了十年之久，居民们对此表示欢迎。",
                "ja | 市議会は月曜日の夜、港へ向かう路面電車の路線を再開することを決めた。十年ぶりの再開となる見通しだ。",
                "ko | 시의회는 월요일 저녁 항구로 가는 전차 노선을 다시 열기로 의결했다. 십 년 만의 재개통이 될 전망이다.",
                "hi | नगर परिषद ने सोमवार शाम बंदरगाह तक जाने वाली ट्राम लाइन को फिर से खोलने का फैसला किया।",
                "vi | Hội đồng thành phố tối thứ Hai đã bỏ phiếu mở lại tuyến xe điện ra cảng sau mười năm.",
                "id | Dewan kota pada Senin malam memutuskan untuk membuka kembali jalur trem menuju pelabuhan.",
                "ms | Majlis bandaraya pada malam Isnin memutuskan untuk membuka semula laluan trem ke pelabuhan.",
                "tl | Bumoto ang konseho ng lungsod noong Lunes ng gabi na muling buksan ang linya ng tram patungo sa daungan.",
                "sw | Baraza la jiji lilipiga kura Jumatatu jioni kufungua tena njia ya tramu kuelekea bandarini.",
                "af | Die stadsraad het Maandagaand besluit om die tremlyn na die hawe ná tien jaar weer oop te maak.",
                "is | Borgarstjórn samþykkti á mánudagskvöld að opna aftur sporvagnaleiðina að höfninni.",
                "ga | Vótáil comhairle na cathrach tráthnóna Dé Luain chun an líne tram go dtí an cuan a athoscailt.",
                "cy | Pleidleisiodd cyngor y ddinas nos Lun i ailagor y llinell dram i'r harbwr ar ôl deng mlynedd.",
                "la | Senatus urbis die Lunae vesperi decrevit ut via ferrivia ad portum iterum aperiretur.",
                "eo | La urba konsilio voĉdonis lunde vespere por remalfermi la tramlinion al la haveno.",
                "lb | De Gemengerot huet e Méindeg den Owend decidéiert, d'Tramslinn op den Hafe rëm opzemaachen.",
                "br | Kuzul-kêr en deus votet d'al Lun da noz evit digeriñ en-dro al linenn tramgarr betek ar porzh.",
                "mt | Il-kunsill lokali vvota t-Tnejn filgħaxija biex jerġa' jiftaħ il-linja tat-tramm lejn il-port.",
                "ht | Konsèy minisipal la te vote lendi swa pou l relouvri liy tramwe ki mennen nan pò a.",
                "co | U cunsigliu municipale hà vutatu luni sera a riapertura di a linea di tramway versu u portu.",
            })
    void anotherLanguageIsNamedRightOrNotAtAll(String language, String text) {
        assertThat(LANGUAGES.of("", List.of(text))).isIn(language, "und");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Oui.",
                "Poutine ouvert au dialogue",
                "Paris (Reuters) - 12 mars",
                "Trump, Poutine, Zelensky, Xi",
                "Brexit: no deal",
                "12 345 678 — 90 % (2024)",
                "https://example.org/2024/03/05/index.html",
                "市议会周一晚上投票决定重新开放。",
            })
    void whatIsTooShortIsUndetermined(String text) {
        assertThat(LANGUAGES.of(text, List.of())).isEqualTo("und");
        assertThat(LANGUAGES.of("", List.of(text))).isEqualTo("und");
    }
}
