namespace TakedownCases.Web.Features.Shared;

/// <summary>Where administrators see the background work, if the scheduler has pages: the menu asks the services for it.</summary>
internal sealed record JobsPage(string Path);
