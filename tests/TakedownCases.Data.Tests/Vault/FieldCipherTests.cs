using System.Text;
using TakedownCases.Data.Vault;

namespace TakedownCases.Data.Tests.Vault;

public sealed class FieldCipherTests
{
    private const string Secret = "the words of a survivor";

    private static readonly FieldCipher Cipher = new();
    private static readonly byte[] Key = FieldCipher.NewDataKey();
    private static readonly FieldPlace Place = new("message", "body", Guid.Parse("01900000-0000-7000-8000-000000000001"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(1_000_000)]
    public void A_sealed_field_opens_to_what_was_sealed(int length)
    {
        var plaintext = new byte[length];
        new Random(length).NextBytes(plaintext);

        var blob = Cipher.Seal(Key, 3, plaintext, Place);

        Assert.Equal(length + 33, blob.Length);
        Assert.Equal([0x01, 0, 0, 0, 3], blob[..5]);
        Assert.Equal(3, Cipher.KeyVersionOf(blob, Place));
        Assert.Equal(plaintext, Cipher.Open(Key, blob, Place));
    }

    [Fact]
    public void A_blob_written_by_other_code_from_the_description_opens()
    {
        // Made with Python's cryptography package: key 00..1f, version 7, nonce a0..ab, "é", column b.c of row 0102..10.
        var key = Enumerable.Range(0, 32).Select(value => (byte)value).ToArray();
        var place = new FieldPlace("b", "c", Guid.Parse("01020304-0506-0708-090a-0b0c0d0e0f10"));
        var blob = Convert.FromHexString("0100000007A0A1A2A3A4A5A6A7A8A9AAAB479E7A0C73A8D28FA8B76D8B77B1588025B1");

        Assert.Equal("é", Encoding.UTF8.GetString(Cipher.Open(key, blob, place)));
    }

    [Fact]
    public void Every_changed_bit_of_every_byte_is_noticed()
    {
        var blob = SealSecret();
        for (var position = 0; position < blob.Length; position++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = blob.ToArray();
                changed[position] ^= (byte)(1 << bit);
                AssertDoesNotOpen(changed, Place);
            }
        }
    }

    [Fact]
    public void Every_cut_and_an_added_byte_are_noticed()
    {
        var blob = SealSecret();
        for (var length = 0; length < blob.Length; length++)
        {
            AssertDoesNotOpen(blob[..length], Place);
        }

        AssertDoesNotOpen([.. blob, 0], Place);
    }

    [Fact]
    public void A_blob_moved_to_another_row_column_or_table_does_not_open()
    {
        var blob = SealSecret();

        AssertDoesNotOpen(blob, Place with { RowId = Guid.CreateVersion7(DateTimeOffset.UnixEpoch) });
        AssertDoesNotOpen(blob, Place with { Column = "subject" });
        AssertDoesNotOpen(blob, Place with { Table = "note" });
        AssertDoesNotOpen(blob, new FieldPlace("messageb", "ody", Place.RowId));
    }

    [Fact]
    public void A_blob_under_another_key_does_not_open()
        => Assert.Throws<SealedFieldException>(() => Cipher.Open(FieldCipher.NewDataKey(), SealSecret(), Place));

    [Fact]
    public void The_same_text_never_looks_the_same_twice()
    {
        var seen = Enumerable.Range(0, 1000).Select(_ => Convert.ToHexString(SealSecret().AsSpan(5, 12))).ToHashSet();

        Assert.Equal(1000, seen.Count);
    }

    [Fact]
    public void A_key_of_the_wrong_length_is_a_bug()
    {
        Assert.Throws<ArgumentException>(() => Cipher.Seal(new byte[16], 1, [], Place));
        Assert.Throws<ArgumentException>(() => Cipher.Open(new byte[31], SealSecret(), Place));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cipher.Seal(Key, 0, [], Place));
    }

    private static byte[] SealSecret() => Cipher.Seal(Key, 1, Encoding.UTF8.GetBytes(Secret), Place);

    private static void AssertDoesNotOpen(byte[] blob, FieldPlace place)
    {
        var thrown = Assert.Throws<SealedFieldException>(() => Cipher.Open(Key, blob, place));
        Assert.Equal(place, thrown.Place);
        Assert.Contains(place.ToString(), thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("survivor", thrown.ToString(), StringComparison.Ordinal);
    }
}
