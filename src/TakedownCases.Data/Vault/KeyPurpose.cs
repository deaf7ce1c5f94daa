namespace TakedownCases.Data.Vault;

/// <summary>What a wrapped key is for, as additional data: a key wrapped for one case does not unwrap as another's.</summary>
public static class KeyPurpose
{
    public static byte[] Case(Guid caseId, int keyVersion)
        => LengthPrefixed.Of(LengthPrefixed.Text("case"), LengthPrefixed.Id(caseId), LengthPrefixed.Number(keyVersion));

    public static byte[] Secret(string name)
        => LengthPrefixed.Of(LengthPrefixed.Text("installation_secret"), LengthPrefixed.Text(name));
}
