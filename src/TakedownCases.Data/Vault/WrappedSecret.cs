namespace TakedownCases.Data.Vault;

/// <summary>A secret as it is stored: its name, the version of the installation key it is wrapped with, and the blob.</summary>
public sealed record WrappedSecret(string Name, int KeyVersion, byte[] Wrapped);
