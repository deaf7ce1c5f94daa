using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Telling;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation.Telling;
using TakedownCases.Testing;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Tests.Accounts;
using TakedownCases.Web.Tests.Jobs;
using TakedownCases.Web.Tests.Telling;

namespace TakedownCases.Web.Tests.Commands;

public sealed class BackupTests
{
    private readonly string _folder = Scratch.NewFolder("backups");

    [Theory, DatabaseData]
    public async Task A_backup_made_while_people_file_is_whole_and_verifies_when_restored(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var file = Path.Combine(_folder, "while-writing");
        string keyFile;
        await using (var app = TestApp.StartOn(database))
        {
            keyFile = app.KeyFile;
            for (var count = 0; count < 10; count++)
            {
                await app.FileAsync();
            }

            using var enough = new CancellationTokenSource();
            var filing = Task.Run(async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    await app.FileAsync();
                }
            });
            var (code, said) = await app.RunAsync("backup", file);
            await enough.CancelAsync();
            await filing;
            Assert.True(code == 0, said);
            Assert.Contains("The installation key is NOT in it", said, StringComparison.Ordinal);
        }

        await using var restored = await RestoreAsync(database, file, keyFile);

        var cases = await restored.ReadAsync(db => db.Cases.CountAsync());
        Assert.InRange(cases, 10, int.MaxValue);
        Assert.Equal(cases, await restored.ReadAsync(db => db.CaseDataKeys.CountAsync()));
        Assert.Equal([], await restored.VerifyAsync());
        Assert.Contains("system.restored", await restored.SystemKindsAsync());
        await restored.FileAsync();
    }

    [Theory, DatabaseData]
    public async Task What_was_erased_after_the_backup_is_erased_again_before_anything_is_served(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var file = Path.Combine(_folder, "before-erasure");
        string keyFile;
        CaseId erased, kept, later;
        await using (var app = TestApp.StartOn(database))
        {
            keyFile = app.KeyFile;
            (erased, kept, later) = (await app.FileAsync(), await app.FileAsync(), await app.FileAsync());
            Assert.Equal(0, (await app.RunAsync("backup", file)).Code);
            await EraseAsync(app, erased, keepProof: false);
            await EraseAsync(app, kept, keepProof: true);
            Assert.Equal(0, (await app.RunAsync("backup", file + "-2")).Code);
            await EraseAsync(app, later, keepProof: false);
        }

        await using var restored = await RestoreAsync(database, file, keyFile);

        var states = await restored.ReadAsync(db => db.Cases.AsNoTracking().Select(one => one.State).ToListAsync());
        Assert.Equal([CaseState.Erased, CaseState.Erased, CaseState.Erased], states);
        Assert.Equal([kept], await restored.ReadAsync(db => db.CaseDataKeys.Select(key => key.CaseId).ToListAsync()));
        Assert.Equal("case.erased", (await restored.KindsAsync(later))[^1]);
        Assert.Equal([], await restored.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task A_mail_to_staff_that_waited_when_the_backup_was_made_is_not_sent_and_its_reader_is_told_anew(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var file = Path.Combine(_folder, "mails-wait");
        string keyFile;
        TestStaff me;
        await using (var app = TestApp.StartOn(database, TellingHouse.Options()))
        {
            keyFile = app.KeyFile;
            me = await TestStaff.CreateAsync(app);
            await app.LateAsync(await app.HeldAsync(me));
            await using (var scope = app.Services.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<TellingRound>().RunAsync(CancellationToken.None);
            }

            Assert.Equal(0, (await app.RunAsync("backup", file)).Code);
        }

        await using var restored = await RestoreAsync(database, file, keyFile, "1 mails to staff had not left");

        var ended = Assert.Single(await restored.ReadAsync(db => db.StaffMails.AsNoTracking().ToListAsync()));
        Assert.Equal((StaffMailState.Unknown, null), (ended.State, ended.NextAt));
        restored.Clock.Advance(TimeSpan.FromDays(1) + TellingPlan.Pause);
        Assert.True(await restored.SweepAsync(JobTable.Telling));
        var anew = Assert.Single(await restored.ReadAsync(db => db.StaffMails.AsNoTracking().Where(mail => mail.Id != ended.Id).ToListAsync()));
        Assert.Equal((me.Viewer.Staff, 1), (anew.Staff, anew.Overdue));
    }

    [Fact]
    public async Task A_lost_database_still_learns_of_erasures_from_the_lists_beside_the_backups()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var file = Path.Combine(_folder, "lists");
        string keyFile;
        await using (var app = TestApp.StartOn(database))
        {
            keyFile = app.KeyFile;
            var id = await app.FileAsync();
            Assert.Equal(0, (await app.RunAsync("backup", file)).Code);
            await EraseAsync(app, id, keepProof: false);
            Assert.Equal(0, (await app.RunAsync("backup", file + "-2")).Code);
        }

        SqliteConnection.ClearAllPools();

        await File.WriteAllTextAsync(PathOf(database), "not a database any more");
        await using var restored = await RestoreAsync(database, file, keyFile, "The present database cannot be read");

        Assert.Equal(0, await restored.ReadAsync(db => db.CaseDataKeys.CountAsync()));
    }

    [Fact]
    public async Task A_file_that_is_not_a_backup_changes_nothing()
    {
        await using var app = await TestApp.StartAsync(options: new TestAppOptions { Services = SchedulerTests.Unscheduled });
        await app.FileAsync();
        var file = Path.Combine(_folder, "letter.txt");
        await File.WriteAllTextAsync(file, "Dear operator");

        var (code, said) = await app.RunAsync("restore", file);

        Assert.Equal(1, code);
        Assert.Contains("not a whole backup", said, StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.Cases.CountAsync()));
        Assert.Equal(1, (await app.RunAsync("restore", file + "-none")).Code);
    }

    [Theory, DatabaseData]
    public async Task A_backup_never_overwrites_a_file(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var file = Path.Combine(_folder, "taken");
        await File.WriteAllTextAsync(file, "mine");

        var (code, _) = await app.RunAsync("backup", file);

        Assert.Equal(1, code);
        Assert.Equal("mine", await File.ReadAllTextAsync(file));
    }

    private static async Task EraseAsync(TestApp app, CaseId id, bool keepProof)
    {
        await app.ChangeAsync(id, (one, now) => one.RequestErasure(keepProof, now, Actor.Survivor, now));
        await app.SweepAsync(JobTable.Erasures);
        app.Clock.Set(app.Clock.GetUtcNow() + TimeSpan.FromMinutes(2));
    }

    /// <summary>As the operator does: servers stopped, as the owner of the tables, then a server on the restored database.</summary>
    private static async Task<TestApp> RestoreAsync(TestDatabase database, string file, string keyFile, string says = "Restored.")
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:Takedown"] = database.ConnectionString,
            ["Installation:KeyFile"] = keyFile,
        };
        if (database.Kind == DatabaseKind.Postgres)
        {
            settings["Database:AppRole"] = "takedown_app";
        }

        var (code, said) = await OperatorConsole.RunAsync(database, settings, "restore", file);
        Assert.True(code == 0, said);
        Assert.Contains(says, said, StringComparison.Ordinal);
        return TestApp.StartOn(database, new TestAppOptions
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Installation:KeyFile"] = keyFile },
            Services = SchedulerTests.Unscheduled,
        });
    }

    private static string PathOf(TestDatabase database) => new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
}
