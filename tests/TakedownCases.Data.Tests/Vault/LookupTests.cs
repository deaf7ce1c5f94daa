using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Tests.Vault;

public sealed class LookupTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(value => (byte)value)];

    [Fact]
    public void A_case_key_is_found_under_its_pepper_only_and_however_it_was_typed()
    {
        var key = CaseKey.NewRandom();
        var lookup = CaseKeyLookup.Of(Key, key);

        Assert.Equal(32, lookup.Length);
        Assert.Equal(lookup, CaseKeyLookup.Of(Key, CaseKey.Parse(key.Show()).Digits()));
        Assert.NotEqual(lookup, CaseKeyLookup.Of(FieldCipher.NewDataKey(), key));
        Assert.NotEqual(lookup, CaseKeyLookup.Of(Key, CaseKey.NewRandom()));
        Assert.Throws<ArgumentException>(() => CaseKeyLookup.Of(Key, "123"));
    }

    [Fact]
    public void Lookups_stay_what_they_were_when_they_were_stored()
    {
        // Computed with Python's hmac: length-prefixed "case key" and digits; length-prefixed column and value.
        Assert.Equal("417C0B7D97AE2C4BD8F49A4FB78EF9BA99745771C6D7CCB35E5A384C8F843DB9", Convert.ToHexString(CaseKeyLookup.Of(Key, "00000000000000005724")));
        Assert.Equal("2974F5219384CF3ECCBF857407D11924", Convert.ToHexString(BlindIndex.Of(Key, "place.address", "https://example.org/é")));
    }

    [Fact]
    public void A_blind_index_tells_columns_and_values_apart()
    {
        var index = BlindIndex.Of(Key, "place.address", "https://example.org/a");

        Assert.Equal(BlindIndex.Length, index.Length);
        Assert.Equal(index, BlindIndex.Of(Key, "place.address", "https://example.org/a"));
        Assert.NotEqual(index, BlindIndex.Of(Key, "place.account", "https://example.org/a"));
        Assert.NotEqual(index, BlindIndex.Of(Key, "place.addressh", "ttps://example.org/a"));
        Assert.NotEqual(index, BlindIndex.Of(Key, "place.address", "https://example.org/b"));
    }
}
