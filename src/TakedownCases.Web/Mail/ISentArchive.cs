namespace TakedownCases.Web.Mail;

internal enum ArchiveAnswer
{
    /// <summary>A copy is there: the mail left.</summary>
    Found,

    /// <summary>The archive was searched and has no copy. A copy may lag.</summary>
    NotFound,

    /// <summary>There is no archive, or it could not be searched: nothing is known.</summary>
    Unavailable,
}

/// <summary>Copies of what left, asked when an attempt ended as <see cref="SendState.Unknown"/>.</summary>
internal interface ISentArchive
{
    /// <summary>Does not throw for what a server or network does.</summary>
    Task<ArchiveAnswer> FindAsync(string messageId, CancellationToken cancellationToken);
}

/// <summary>No archive: a person decides.</summary>
internal sealed class NoArchive : ISentArchive
{
    public Task<ArchiveAnswer> FindAsync(string messageId, CancellationToken cancellationToken)
        => Task.FromResult(ArchiveAnswer.Unavailable);
}
