using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Data;

/// <summary>A takedown request as a form gives it, before places are read and keys made.</summary>
public sealed record FilingRequest
{
    public required CommandId Command { get; init; }

    public required Track Track { get; init; }

    public required string Language { get; init; }

    public string? Country { get; init; }

    public required CaseDetails Details { get; init; }

    public SafeContact? Contact { get; init; }

    public SignedStatement? Statement { get; init; }

    public IReadOnlyList<TypedPlace> Places { get; init; } = [];

    public IReadOnlyList<ConsentAction> Consents { get; init; } = [];

    /// <summary>Made in the draft, so that a repeated sending shows the same one; null for a bystander.</summary>
    public CaseKey? Key { get; init; }

    /// <summary>It came in a way that people seldom file in.</summary>
    public bool IsUnchecked { get; init; }

    public required Actor By { get; init; }
}

/// <summary>One place as typed, with what the person said about it.</summary>
public sealed record TypedPlace(string Text, PlaceKind? Kind = null, string? Platform = null, long? Views = null, long? Reposts = null);

/// <summary>What a filing became.</summary>
public sealed record FiledCase(CaseId Id, CaseNumber Number);

/// <summary>
/// Files a takedown request: case, places, clocks, consents, keys and ledger entries in one transaction. A repeated
/// command finds what the first one made.
/// </summary>
public sealed class CaseFiling(TakedownDbContext db, CaseVault vault, PlaceReader places, CaseClockBook clocks, TimeProvider clock)
{
    private const int MostNumberDraws = 5;

    public async Task<Outcome<FiledCase>> FileAsync(FilingRequest request, CancellationToken cancellationToken)
    {
        if (await FindAsync(request.Command, cancellationToken) is { } known)
        {
            return known;
        }

        var now = clock.Now();
        for (var draw = 1; ; draw++)
        {
            var facts = new FilingFacts
            {
                Number = CaseNumber.NewRandom(),
                Track = request.Track,
                Language = request.Language,
                Country = request.Country,
                Details = request.Details,
                Contact = request.Contact,
                Statement = request.Statement,
                Places = [.. request.Places.Select(place => places.Read(place, now))],
                Consents = request.Consents,
                KeyLookup = request.Key is { } key ? vault.KeyLookup(key) : null,
                Command = request.Command,
                IsUnchecked = request.IsUnchecked,
                By = request.By,
            };
            var outcome = TakedownCase.File(facts, clocks.Start, now);
            if (!outcome.IsDone)
            {
                return outcome.Refusal;
            }

            try
            {
                db.Cases.Add(outcome.Value);
                await db.SaveChangesAsync(cancellationToken);
                return new FiledCase(outcome.Value.Id, outcome.Value.Number);
            }
            catch (DbUpdateException error) when (DatabaseErrors.IsUniqueViolation(error))
            {
                // Either this command was committed by its first arrival, or the number was drawn before.
                db.ChangeTracker.Clear();
                if (await FindAsync(request.Command, cancellationToken) is { } first)
                {
                    return first;
                }

                if (draw == MostNumberDraws)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>What an earlier arrival of the same command made; null when there was none.</summary>
    public Task<FiledCase?> FindAsync(CommandId command, CancellationToken cancellationToken)
        => db.Cases.AsNoTracking().Where(takedownCase => takedownCase.FilingCommand == command)
            .Select(takedownCase => new FiledCase(takedownCase.Id, takedownCase.Number))
            .SingleOrDefaultAsync(cancellationToken);
}
