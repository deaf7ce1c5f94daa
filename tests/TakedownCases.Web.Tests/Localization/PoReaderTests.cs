using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Tests.Localization;

public sealed class PoReaderTests
{
    private const string Header = "msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\n";

    [Fact]
    public void A_text_is_read_with_its_key_source_and_translation()
    {
        var entry = Assert.Single(PoReader.Read("a.po", Header + "#. why\nmsgctxt \"a.b\"\nmsgid \"Yes\"\nmsgstr \"Oui\"\n"));

        Assert.Equal(("a.b", "Yes", "Oui", false), (entry.Key, entry.Source, entry.Texts[0], entry.IsPlural));
    }

    [Fact]
    public void Strings_over_several_lines_are_joined_and_escapes_resolved()
    {
        var entry = Assert.Single(PoReader.Read(
            "a.po", "msgctxt \"a\"\nmsgid \"\"\n\"One \"\n\"two\\n\\\"three\\\"\\\\\\t\"\nmsgstr \"x\"\n"));

        Assert.Equal("One two\n\"three\"\\\t", entry.Source);
    }

    [Fact]
    public void Plural_forms_are_read_in_order()
    {
        var entry = Assert.Single(PoReader.Read(
            "a.po", "msgctxt \"a\"\nmsgid \"one\"\nmsgid_plural \"many\"\nmsgstr[0] \"un\"\nmsgstr[1] \"plusieurs\"\n"));

        Assert.Equal("many", entry.PluralSource);
        Assert.Equal(["un", "plusieurs"], entry.Texts);
    }

    [Fact]
    public void Entries_need_no_blank_line_between_them()
        => Assert.Equal(2, PoReader.Read("a.po", "msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"\"\nmsgctxt \"b\"\nmsgid \"B\"\nmsgstr \"\"").Count);

    [Theory]
    [InlineData("msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"x", 3, "double quotes")]
    [InlineData("msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"x\\q\"", 3, "unknown escape \\q")]
    [InlineData("msgctxt \"a\"\nmsgid \"A \"b\"\"\nmsgstr \"\"", 2, "double quote inside")]
    [InlineData("\"lost\"", 1, "without a keyword")]
    [InlineData("msgctxt \"a\"\nmsgstr \"x\"", 2, "unexpected \"msgstr\"")]
    [InlineData("msgctxt \"a\"\nmsgid \"A\"", 2, "not complete")]
    [InlineData("msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"\"\n\nmsgctxt \"a\"\nmsgid \"B\"\nmsgstr \"\"", 5, "stands twice")]
    [InlineData("msgctxt \"a\"\nmsgid \"A\"\nmsgid_plural \"B\"\nmsgstr \"\"", 4, "needs msgstr[n]")]
    [InlineData("msgctxt \"a\"\nmsgid \"A\"\nmsgid_plural \"B\"\nmsgstr[1] \"\"", 4, "form 1 where 0")]
    [InlineData("msgctxt \"a\"\nmsgid \"A\"\nmsgid_plural \"B\"\nmsgstr[x] \"\"", 4, "unexpected \"msgstr[x]\"")]
    [InlineData("msgid \"A\"\nmsgstr \"B\"", 2, "without msgctxt")]
    [InlineData("msgctxt \"a\"\nmsgid \"\"\nmsgstr \"B\"", 3, "empty msgctxt or msgid")]
    [InlineData("#~ msgctxt \"old\"", 1, "obsolete")]
    [InlineData("nonsense", 1, "unexpected \"nonsense\"")]
    public void A_mistake_is_named_with_file_and_line(string content, int line, string problem)
    {
        var exception = Assert.Throws<PoFormatException>(() => PoReader.Read("fr/a.po", content));

        Assert.Equal(line, exception.Line);
        Assert.StartsWith($"fr/a.po:{line}: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }
}
