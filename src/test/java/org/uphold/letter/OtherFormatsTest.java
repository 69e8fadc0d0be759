package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.letter.Invented.item;
import static org.uphold.letter.Invented.letter;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.source.Limits;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;

class OtherFormatsTest {

    private static final String LETTER = letter(item("Heat lamp: Upheld"));

    private static Reading read(byte[] bytes) {
        return new LetterReader(Limits.DEFAULT).read(new BytesFile("letter", bytes));
    }

    private static String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(byte[] bytes) {
        Reading reading = read(bytes);
        assertThat(reading).isInstanceOf(Reading.Rejected.class);
        Reading.Rejected rejected = (Reading.Rejected) reading;
        assertThat(rejected.problem().code()).isEqualTo(ProblemCode.UNKNOWN_FORMAT);
        return rejected.problem().message();
    }

    @Test
    void rich_text_is_no_letter() {
        String rtf = "{\\rtf1\\ansi\\deff0 " + LETTER.replace("\n", "\\par\n") + "}";
        assertThat(refusal(rtf)).contains("RTF").contains("save it as PDF");
        assertThat(refusal("\ufeff" + rtf)).contains("RTF");
        assertThat(refusal(LETTER.replace("\n", "\\par\n"))).contains("RTF");
        assertThat(refusal(rtf.getBytes(StandardCharsets.UTF_16))).contains("RTF");
    }

    @Test
    void a_web_page_is_no_letter() {
        assertThat(refusal("<!DOCTYPE html>\n<html><body><pre>" + LETTER + "</pre></body></html>"))
                .contains("HTML");
        assertThat(refusal("<p>" + LETTER.replace("\n", "</p>\n<p>") + "</p>")).contains("HTML");
        assertThat(refusal("{\"text\": \"" + LETTER + "\"}")).contains("JSON");
        assertThat(refusal("[ {\n  \"letter\" : \"" + LETTER + "\"}]")).contains("JSON");
        assertThat(refusal("<?xml version=\"1.0\"?><letter>" + LETTER + "</letter>"))
                .contains("XML");
    }

    @Test
    void a_mail_is_no_letter() {
        String head = "From: a@example.org\nTo: b@example.org\nSubject: Determination\n";
        assertThat(refusal(head + "MIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\n" + LETTER))
                .contains("mail");
        assertThat(refusal(head + "\n" + LETTER)).contains("mail");
        assertThat(refusal(("From: a\nSent: Monday\nTo: b\n\n" + LETTER).replace("\n", "\r\n")))
                .contains("mail");
        assertThat(refusal("Thank you.\n\n> " + LETTER.replace("\n", "\n> "))).contains("quoted in a reply");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
                "PK\u0003\u0004",
                "\u0089PNG\r\n",
                "II*\u0000",
                "%!PS-Adobe-3.0"
            })
    void documents_and_images_are_told_by_their_first_bytes(String signature) {
        assertThat(refusal((signature + LETTER).getBytes(StandardCharsets.ISO_8859_1)))
                .contains("PDF");
    }

    @Test
    void a_letter_that_speaks_of_such_things_is_one() {
        String text = letter(item("Heat lamp <b>: Upheld"))
                .replace("who slipped", "who wrote \\par and From: here, and slipped");
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Reading.Accepted.class);
    }
}
