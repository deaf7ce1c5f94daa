namespace TakedownCases.Web.Features.Shared;

/// <summary>The page that lists the mails written as files, where there is one: in Development only.</summary>
public sealed record WrittenMailPage(string Path);
