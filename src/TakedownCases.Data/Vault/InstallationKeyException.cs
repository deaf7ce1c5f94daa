namespace TakedownCases.Data.Vault;

/// <summary>
/// The installation key is missing, malformed or not the one something was wrapped with. The message is for the operator
/// and never holds key material; <see cref="Code"/> is stable.
/// </summary>
public sealed class InstallationKeyException(string code, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public string Code { get; } = code;
}
