using TakedownCases.Domain.Access;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Journeys;

/// <summary>Two who work on one case; in French on one database and in English on the other.</summary>
internal sealed record People(TestStaff Advocate, TestStaff Supervisor)
{
    public static async Task<People> CreateAsync(TestApp app, DatabaseKind kind, bool minors = false)
    {
        var language = kind == DatabaseKind.Sqlite ? "fr" : "en";
        return new People(
            await TestStaff.CreateAsync(app, StaffRole.Advocate, minors, "Alba Invented", language),
            await TestStaff.CreateAsync(app, StaffRole.Supervisor, minors, "Sol Invented", language));
    }
}
