package org.retold.ingest.feed;

/** Korean feeds write their dates in words and mean Korean time. */
final class KoreanDate {

    private KoreanDate() {}

    static String spelledInDigits(String date) {
        boolean korean = date.chars().anyMatch(c -> c == '년' || c == '오');
        if (!korean) {
            return date;
        }
        boolean afternoon = date.contains("오후");
        boolean halves = afternoon || date.contains("오전");
        String digits = date.replaceAll("\\s*[년월]\\s*", "-")
                .replace("일", " ")
                .replaceAll("오전|오후", " ")
                .strip()
                .replaceAll(" +", " ");
        return digits + (halves ? afternoon ? " PM" : " AM" : "") + " +09:00";
    }
}
