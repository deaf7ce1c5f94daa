using TakedownCases.Data.Identity;
using TakedownCases.Domain.Access;

namespace TakedownCases.Web.Features.Shared;

/// <summary>
/// The names a developer signs in with, shown on the sign-in page in Development with Demo on, and never elsewhere. Filled
/// by the demo story; empty without it.
/// </summary>
public sealed class DemoSignIns(IHostEnvironment environment, IConfiguration configuration)
{
    private readonly List<DemoSignIn> _all = [];
    private readonly Lock _lock = new();
    private IReadOnlyList<string> _keys = [];

    public bool IsOn { get; } = environment.IsDevelopment() && configuration.GetValue("Demo", true);

    public IReadOnlyList<DemoSignIn> All
    {
        get
        {
            lock (_lock)
            {
                return IsOn ? [.. _all] : [];
            }
        }
    }

    /// <summary>Keys of invented survivors, as they would stand on the survivor's card.</summary>
    public IReadOnlyList<string> Keys
    {
        get
        {
            lock (_lock)
            {
                return IsOn ? _keys : [];
            }
        }
    }

    public void Add(DemoSignIn signIn)
    {
        lock (_lock)
        {
            _all.Add(signIn);
        }
    }

    public void ShowKeys(IReadOnlyList<string> keys)
    {
        lock (_lock)
        {
            _keys = keys;
        }
    }
}

/// <summary>One invented member of staff.</summary>
public sealed record DemoSignIn(string Name, StaffRole Role, bool ClearedForMinors, string Email, string Password, byte[] TotpSecret)
{
    public string CodeAt(DateTimeOffset now) => TotpCode.Generate(TotpSecret, now);
}
