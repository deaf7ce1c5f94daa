using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TakedownCases.Domain.Notices;
using static TakedownCases.Domain.Tests.Notices.NoticeSamples;

namespace TakedownCases.Domain.Tests.Notices;

public sealed class NoticeMimeTests
{
    private static readonly string[] Spice =
    [
        "\r\n", "\r", "\n", "\0", "\u202e", "\u2066", "\ud800", "\udc00", "é", "日本", "سلام", "👩‍👩‍👧", "=", "==", "=_", "--=_notice_part", "--=_notice_part--",
        ".", "\n.\n", "\nFrom me", "From ", " ", "\t", " \n", "=?utf-8?B?QQ==?=", "Bcc: x@example.org", ",", ";", "\"", "\\", "<", ">", "{date}", "{", "}", "\u00a0",
        "\u2028", "\u0085", "\ufeff", new string('x', 200), new string('é', 100),
    ];

    private static Gen<string> Words
        => Gen.ArrayOf(Gen.OneOf(Gen.Elements(Spice), ArbMap.Default.ArbFor<char>().Generator.Select(character => character.ToString())))
            .Select(string.Concat);

    [Fact]
    public void The_headers_are_these_and_no_others()
    {
        var mail = MimeReader.Read(NoticeMime.Write(Composed(Adult), Envelope));

        Assert.Equal(
            [
                "from", "to", "reply-to", "subject", "date", "message-id", "mime-version", "content-type", "content-language",
            ],
            mail.Headers.Keys);
        Assert.Equal("\"Harbour Advice\" <notices@example.org>", mail.Headers["from"]);
        Assert.Equal("abuse@example.com", mail.Headers["to"]);
        Assert.Equal("reply+tn@example.org", mail.Headers["reply-to"]);
        Assert.Equal("Request " + Reference.Value, mail.Headers["subject"]);
        Assert.Equal("Mon, 01 Mar 2027 09:00:00 +0000", mail.Headers["date"]);
        Assert.Equal("<01995b6e.tn@example.org>", mail.Headers["message-id"]);
        Assert.Equal("en", mail.Headers["content-language"]);
    }

    [Fact]
    public void The_date_is_in_universal_time_whatever_the_offset_handed_in()
        => Assert.Equal(
            "Mon, 01 Mar 2027 09:00:00 +0000",
            MimeReader.Read(NoticeMime.Write(Composed(Adult), Envelope with { Date = Now.ToOffset(TimeSpan.FromHours(14)) })).Headers["date"]);

    [Theory]
    [InlineData("from", "a@b\r\nBcc: x@example.org")]
    [InlineData("from", "")]
    [InlineData("to", "abuse@example.com\r\nSubject: x")]
    [InlineData("to", "abuse@example.com>,<x@example.org")]
    [InlineData("to", "abuse@example.com x@example.org")]
    [InlineData("to", "\"a b\"@example.com")]
    [InlineData("to", "abusé@example.com")]
    [InlineData("to", "abuse@bücher.example")]
    [InlineData("to", "abuse@[192.0.2.1]")]
    [InlineData("to", "abuse@-x.example")]
    [InlineData("to", ".abuse@example.com")]
    [InlineData("to", "abuse@example..com")]
    [InlineData("to", "abuse@@example.com")]
    [InlineData("to", "abuse\0@example.com")]
    [InlineData("reply-to", "x@example.org\n")]
    [InlineData("reply-to", "x")]
    [InlineData("message-id", "a@b>\r\nX: y")]
    [InlineData("message-id", "<>")]
    [InlineData("message-id", "a b@c")]
    public void An_envelope_that_could_break_a_header_is_refused(string part, string value)
    {
        var envelope = part switch
        {
            "from" => Envelope with { From = value },
            "to" => Envelope with { To = value },
            "reply-to" => Envelope with { ReplyTo = value },
            _ => Envelope with { MessageId = value },
        };

        Assert.Equal("mail." + part, envelope.Check()?.Code);
        Assert.Throws<ArgumentException>(() => NoticeMime.Write(Composed(Adult), envelope));
    }

    [Fact]
    public void An_address_that_is_too_long_is_refused()
    {
        Assert.True(MailboxAddress.IsValid(new string('a', 64) + "@example.org"));
        Assert.False(MailboxAddress.IsValid(new string('a', 65) + "@example.org"));
        Assert.False(MailboxAddress.IsValid("a@" + string.Join('.', Enumerable.Repeat("example", 40))));
        Assert.False(MailboxAddress.IsValid("a@" + new string('b', 64) + ".org"));
        Assert.True(MailboxAddress.IsValid("postmaster@localhost"));
    }

    [Fact]
    public void Any_text_and_name_come_back_as_they_were()
    {
        var cases = from body in Words from json in Words from name in Words from subject in Words select (body, json, name, subject);
        Check.One(Properties.Config(2_000), Prop.ForAll(cases.ToArbitrary(), it =>
        {
            var text = new NoticeText { Subject = it.subject, Language = "en", Body = it.body, Json = it.json, Fields = [] };
            var mail = MimeReader.Read(NoticeMime.Write(text, Envelope with { FromName = it.name }));

            Assert.Equal(Whole(it.body).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), mail.Text.Replace("\r\n", "\n", StringComparison.Ordinal));
            Assert.Equal(Whole(it.json), mail.Json);
            Assert.Equal(PlainText.Clean(it.subject, int.MaxValue, multiline: false).Text, mail.Decoded("subject").Trim());
            var name = PlainText.Clean(it.name, NoticeLimits.ShortLength, multiline: false).Text;
            var from = mail.Headers["from"].StartsWith('"') ? Unquoted(mail.Headers["from"]) : mail.Decoded("from");
            Assert.Equal(name.Length == 0 ? "notices@example.org" : $"{name} <notices@example.org>", from);
            Assert.Equal(9, mail.Headers.Count);
        }));
    }

    [Fact]
    public void Any_facts_come_back_as_they_were_composed()
    {
        var cases = from words in Words from added in Words from address in Words from name in Words select (words, added, address, name);
        Check.One(Properties.Config(500), Prop.ForAll(cases.ToArbitrary(), it =>
        {
            var facts = Adult with
            {
                PlatformName = "x" + it.name,
                Statement = Statement with { Statement = "x" + it.words, Name = "x" + it.name },
                AddedWords = it.added,
                Places = [PlaceAt(1, it.address, "https://example.com/1", it.words)],
            };
            var approved = NoticeValidity.Approve(facts);
            if (!approved.IsDone)
            {
                Assert.Equal("notice.too-long", approved.Refusal.Code);
                return;
            }

            var text = NoticeComposer.Compose(approved.Value);
            var mail = MimeReader.Read(NoticeMime.Write(text, Envelope));
            Assert.Equal(text.Body.Replace("\n", "\r\n", StringComparison.Ordinal), mail.Text);
            Assert.Equal(text.Json, mail.Json);
            Assert.Equal(text.Json, NoticeComposer.Compose(NoticeValidity.Approve(approved.Value.Facts).Value!).Json);
        }));
    }

    [Fact]
    public void No_line_begins_with_a_dot_or_like_an_old_mailbox()
    {
        var text = new NoticeText
        {
            Subject = "x", Language = "en", Json = "{}", Fields = [], Body = $".\nFrom me\n..\n{new string('x', 75)}.\n{new string('x', 75)}From me\n",
        };
        var lines = Encoding.ASCII.GetString(NoticeMime.Write(text, Envelope)).Split("\r\n").SkipWhile(line => line.Length > 0);

        Assert.DoesNotContain(lines, line => line.StartsWith('.') || line.StartsWith("From ", StringComparison.Ordinal));
    }

    // What UTF-8 can carry: half of a pair becomes the replacement character.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Unquoted(string mailbox)
    {
        var end = mailbox.LastIndexOf('"');
        var name = new StringBuilder();
        for (var at = 1; at < end; at++)
        {
            at += mailbox[at] == '\\' ? 1 : 0;
            name.Append(mailbox[at]);
        }

        return name + mailbox[(end + 1)..];
    }
}
