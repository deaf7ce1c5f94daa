using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Demo;

/// <summary>The invented colleagues: every role, advocates with and without clearance, two administrators.</summary>
internal sealed class DemoStaff(TakedownDbContext db, StaffSecrets secrets, IPasswordHasher<StaffUser> passwords, DemoSignIns signIns)
{
    public const string Password = "invented otters cross slowly";

    public const string Triage = "tove";
    public const string Ines = "ines";
    public const string Noor = "noor";
    public const string Paul = "paul";
    public const string Dana = "dana";
    public const string Supervisor = "sam";
    public const string Legal = "lea";

    private const string Domain = "@example.org";

    private static readonly (string Mail, string Name, StaffRole Role, bool Minors, string Language)[] People =
    [
        (Supervisor, "Sam Invented", StaffRole.Supervisor, true, "en"),
        (Ines, "Inès Inventée", StaffRole.Advocate, true, "fr"),
        (Noor, "Noor Invented", StaffRole.Advocate, true, "en"),
        (Paul, "Paul Invented", StaffRole.Advocate, false, "en"),
        (Dana, "Dana Inventée", StaffRole.Advocate, false, "fr"),
        (Triage, "Tove Invented", StaffRole.Triage, true, "en"),
        (Legal, "Lea Invented", StaffRole.Legal, true, "en"),
        ("adam", "Adam Invented", StaffRole.Admin, false, "en"),
        ("anna", "Anna Inventée", StaffRole.Admin, false, "fr"),
    ];

    /// <summary>Makes the accounts, with password and second factor set up, as of an instant.</summary>
    public async Task<IReadOnlyDictionary<string, Viewer>> MakeAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        // One slow hash for all: the password is the same and stands on the page.
        string? hash = null;
        var made = new Dictionary<string, Viewer>(StringComparer.Ordinal);
        foreach (var (mail, name, role, minors, language) in People)
        {
            var user = StaffUser.Invited(mail + Domain, name, role, at);
            user.PasswordHash = hash ??= passwords.HashPassword(user, Password);
            (user.ClearedForMinors, user.Language, user.TimeZone, user.EnrolledAt) = (minors, language, "Europe/Paris", at);
            user.TotpSecret = secrets.Seal(user.Id, TotpCode.NewSecret());
            db.Users.Add(user);
            db.Record(
                LedgerStream.Admin, "admin.invited", Actor.System, at,
                entry => entry.Id("staff", user.Id).Code("to", role.ToString().ToLowerInvariant()));
            made.Add(mail, user.AsViewer());
        }

        await db.SaveChangesAsync(cancellationToken);
        return made;
    }

    /// <summary>Puts those who can still sign in on the sign-in page.</summary>
    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        var users = await db.Users.AsNoTracking().Where(user => user.DisabledAt == null).ToListAsync(cancellationToken);
        foreach (var person in People)
        {
            if (users.Find(user => user.Email == person.Mail + Domain) is { } user && secrets.Open(user) is { } secret)
            {
                signIns.Add(new DemoSignIn(user.DisplayName, user.Role, user.ClearedForMinors, user.Email!, Password, secret));
            }
        }
    }
}
