using System.Buffers.Text;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Domain.Access;

namespace TakedownCases.Testing;

/// <summary>An enrolled member of staff in a test's app, who signs in through the real pages.</summary>
public sealed class TestStaff
{
    public const string Password = "seven quiet herons at dusk";

    private static readonly Lazy<string> PasswordHash = new(static () => new PasswordHasher<StaffUser>(
        Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = QuickIterations }))
        .HashPassword(new StaffUser { DisplayName = "" }, Password));

    // A hash says how it was made; this one keeps tests quick, what is made through the pages is as strong as in Production.
    private const int QuickIterations = 1000;

    private static int _count;

    private readonly byte[] _secret;
    private long _lastStep;

    private TestStaff(StaffUser user, byte[] secret)
    {
        (User, _secret) = (user, secret);
    }

    /// <summary>The row as it was made; later changes are in the database only.</summary>
    public StaffUser User { get; }

    public Guid Id => User.Id;

    public string Email => User.Email!;

    public Viewer Viewer => User.AsViewer();

    /// <summary>Makes an account that has password and second factor set up.</summary>
    public static async Task<TestStaff> CreateAsync(
        TestApp app, StaffRole role = StaffRole.Advocate, bool minors = false, string? name = null, string language = "en")
    {
        var number = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        var email = $"{role.ToString().ToLowerInvariant()}{number}@example.org";
        await using var scope = app.Services.CreateAsyncScope();
        var now = app.Clock.Now();
        var secret = TotpCode.NewSecret();
        var user = new StaffUser
        {
            Id = Guid.CreateVersion7(now),
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            PasswordHash = PasswordHash.Value,
            SecurityStamp = Base64Url.EncodeToString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)),
            DisplayName = name ?? $"{role} {number}",
            Role = role,
            ClearedForMinors = minors,
            Language = language,
            EnrolledAt = now,
        };
        user.TotpSecret = scope.ServiceProvider.GetRequiredService<StaffSecrets>().Seal(user.Id, secret);
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        db.Users.Add(user);
        await db.SaveChangesAsync();
        return new TestStaff(user, secret);
    }

    /// <summary>Makes the account and signs it in; the session is the caller's to dispose.</summary>
    public static async Task<WebSession> SignedInAsync(TestApp app, StaffRole role = StaffRole.Advocate, bool minors = false)
    {
        var staff = await CreateAsync(app, role, minors);
        var session = app.NewSession();
        await staff.SignInAsync(app, session);
        return session;
    }

    /// <summary>The code the authenticator shows at an instant.</summary>
    public string CodeAt(DateTimeOffset instant) => TotpCode.Generate(_secret, instant);

    /// <summary>
    /// Signs in with password and code; gives the redirect that answers the code, whose cookie the session now holds. Each
    /// code works once: the third sign-in within half a minute moves the clock on by one step.
    /// </summary>
    public async Task<WebPage> SignInAsync(TestApp app, WebSession session, string? path = null)
    {
        var back = path is null ? "" : "?back=" + Uri.EscapeDataString(path);
        var code = await session.SubmitAsync(
            await session.OpenAsync("/staff/sign-in" + back),
            "form[action='/staff/sign-in']",
            ("Email", Email),
            ("Password", Password));
        var done = await session.PostAsync(code, "form[action='/staff/sign-in/code']", ("Passcode", NextCode(app)));
        return done.Location is not null
            ? done
            : throw new InvalidOperationException($"{Email} could not sign in: {done.Text}");
    }

    /// <summary>A code that was not used yet, for the app's time.</summary>
    public string NextCode(TestApp app)
    {
        const int seconds = 30;
        var current = app.Clock.GetUtcNow().ToUnixTimeSeconds() / seconds;
        var step = Math.Max(_lastStep + 1, current);
        if (step > current + 1)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(seconds * (step - current - 1)));
        }

        _lastStep = step;
        return CodeAt(DateTimeOffset.FromUnixTimeSeconds(step * seconds));
    }
}
