package org.migrationmodes.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> Section.parse(json))
                .isInstanceOf(InvalidDocument.class)
                .hasMessage(message);
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws InvalidDocument {
        assertThat(JsonText.decode("\uFEFF{}".getBytes(StandardCharsets.UTF_8))).isEqualTo("{}");
    }

    @Test
    void whatIsNotUtf8IsRefusedAndNotReadWithReplacements() {
        assertThatThrownBy(() -> JsonText.decode("{\"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("the text is not UTF-8; save it with this encoding");
        assertThatThrownBy(() -> JsonText.decode("{}".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(InvalidDocument.class);
    }

    @Test
    void sixtyFourKibibytesAreReadAndOneByteMoreIsNot() throws InvalidDocument {
        assertThat(JsonText.decode(" ".repeat(65536).getBytes(StandardCharsets.UTF_8)))
                .hasSize(65536);
        assertThatThrownBy(() -> JsonText.decode(" ".repeat(65537).getBytes(StandardCharsets.UTF_8)))
                .hasMessage("longer than 64 KiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "[]", "\"{}\"", "true", "// {}\n"})
    void whatIsNoObjectIsRefused(String json) {
        assertThatThrownBy(() -> Section.parse(json)).isInstanceOf(InvalidDocument.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t "})
    void nothingIsRefused(String json) {
        assertRefused(json, "the document is empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"mode\": \"normal\"#\"a\": 1} | line 2, column 1: found \" where a comma or a closing bracket is expected",
                "{#\"mode\": \"normal\" | the text ends too early; a closing }, ], */ or quotation mark is missing",
                "{#\"mode\": | the text ends too early; a closing }, ], */ or quotation mark is missing",
                "{\"mode\": \"nor | the text ends too early; a closing }, ], */ or quotation mark is missing",
                "{#/* | the text ends too early; a closing }, ], */ or quotation mark is missing",
                "{#mode: \"normal\"} | line 2, column 1: found m where a key in double quotes is expected, at: mode: \"normal\"}",
                "{#\"mode\" \"normal\"} | found \" where a colon is expected after the key",
                "{#\"mode\": normal} | normal is no value; a text needs double quotes around it",
                "{#\"mode\": 'normal'} | found ' where a value is expected",
                "{#\"mode\": } | found } where a value is expected",
                "{#\"a\": [1, 2} | found } where ] would close what is open",
                "{#\"a\": [1 2]} | found 2 where a comma or a closing bracket is expected",
                "{#\"a\": \"x#y\"} | a line break, a tab or another control character stands in the text; a closing quotation mark may be missing before it",
                "{#\"a\": \"C:\\dir\"} | a backslash in a text must be written twice",
                "{#\"a\": 01} | not a number as JSON writes it",
                "{#\"mode\": \"closed\",#\"mode\": \"normal\"} | the key \"mode\" stands twice in the same object",
                "{}#{} | something follows after the closing }",
                "{},| found , where a value is expected",
                "#<!DOCTYPE html><p> | this is a web page or XML, and not JSON",
                "{#\"a\":: 1} | found : where a value is expected",
                "{#,\"a\": 1} | found , where a key in double quotes is expected",
            })
    void aSyntaxErrorSaysWhereAndWhatInPlainWords(String json, String message) {
        assertThatThrownBy(() -> Section.parse(json.replace('#', '\n')))
                .isInstanceOf(InvalidDocument.class)
                .message()
                .contains(message)
                .matches("line [0-9]+, column [0-9]+: .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"admin\": {\"token\": hunter2}}",
                "{\"admin\": {\"token\": “hunter2”}}",
                "{\"admin\": {\"token\": \"hunter2}}",
                "{\"etcd\": {\"password\": hunter2}}",
                "{\"etcd\": {\"Password\":\n  hunter2}}",
                "{\"etcd\": {\n\"user\": \"x\"\n\"password\": \"hunter2\"}}",
            })
    void aSecretIsNotShownWhereTheSyntaxIsWrong(String json) {
        assertThatThrownBy(() -> Section.parse(json))
                .message()
                .doesNotContain("at: ")
                .doesNotContain("hunter2")
                .doesNotContain("  ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"admin\": \"hunter2\"}",
                "{\"admin\": [\"hunter2\"]}",
                "{\"etcd\": [{\"password\": \"hunter2\"}]}",
            })
    void anObjectThatMayHoldASecretIsNotShown(String json) throws InvalidDocument {
        Section root = Section.parse(json);
        String key = root.keys().get(0);

        assertThatThrownBy(() -> root.required(key).object())
                .hasMessage(key + ": what stands there is not an object in { }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "[\"hunter2\"]", "{\"hunter2\": 1}"})
    void aPasswordIsNotShown(String password) throws InvalidDocument {
        Section etcd = Section.parse("{\"etcd\": {\"password\": " + password + "}}")
                .required("etcd")
                .object();

        assertThatThrownBy(() -> etcd.required("password").text())
                .hasMessage("etcd.password: what stands there is not a text");
        assertThatThrownBy(() -> etcd.required("password").list().get(0).wholeNumber())
                .isInstanceOf(InvalidDocument.class)
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void deepNestingIsRefusedAndDoesNotOverflowTheStack() {
        String deep = "{\"a\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}";
        assertThatThrownBy(() -> Section.parse(deep))
                .isInstanceOf(InvalidDocument.class)
                .hasMessageContaining("too many objects or lists within each other");
    }

    @Test
    void aNumberOfThousandsOfDigitsIsRefused() {
        assertThatThrownBy(() -> Section.parse("{\"epoch\": " + "9".repeat(60_000) + "}"))
                .isInstanceOf(InvalidDocument.class)
                .hasMessageContaining("the number has too many digits")
                .message()
                .hasSizeLessThan(200);
    }

    @Test
    void aLongValueIsCutInTheError() {
        assertThatThrownBy(() -> Section.parse("{\"epoch\": \"" + "9".repeat(60_000) + "\"}")
                        .required("epoch")
                        .wholeNumber())
                .message()
                .hasSizeLessThan(200)
                .endsWith("… is not a whole number");
    }

    @Test
    void anErrorShowsAValueAsItStands() throws InvalidDocument {
        String json = "{\"b\":null,\"a\":[1,-2.5,true,[],{},\"x\\ny\",123456789012345678901234567890]}";
        Value value = Section.parse("{\"mode\": " + json + "}").required("mode");

        assertThatThrownBy(value::text).hasMessage("mode: " + json + " is not a text");
        assertThatThrownBy(
                        () -> Section.parse("{\"mode\": null}").required("mode").mode())
                .message()
                .startsWith("mode: null is not a mode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740993", "-1", "1.0", "1e3", "123456789012345678901234567890", "true", "null"})
    void whatIsNoWholeNumberIsRefused(String number) {
        assertThatThrownBy(() -> Section.parse("{\"epoch\": " + number + "}")
                        .required("epoch")
                        .wholeNumber())
                .isInstanceOf(InvalidDocument.class)
                .hasMessageContaining("is not a whole number");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws InvalidDocument {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("z", List.of(1, 2L, true, "\"\u2028é\uD83D\uDE00</script>", Map.of("a", List.of())));
        object.put("a", Map.of());
        String written = JsonText.write(object);

        assertThat(written).contains("\"z\" : [ 1, 2, true, ").contains(System.lineSeparator());
        Section read = Section.parse(written);
        assertThat(read.keys()).containsExactly("z", "a");
        assertThat(read.required("z").list().get(3).text()).isEqualTo("\"\u2028é\uD83D\uDE00</script>");
    }

    @Test
    void nullValuesAreLeftOutInWriting() {
        Map<String, Object> object = new LinkedHashMap<>(Map.of("a", 1));
        object.put("b", null);
        assertThat(JsonText.write(object).replaceAll("\\s", "")).isEqualTo("{\"a\":1}");
    }
}
