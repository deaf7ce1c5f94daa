namespace TakedownCases.Web.Features.Shared.Cases;

/// <summary>A form that does something to a case: the same form sent twice is done once.</summary>
public abstract class CommandForm
{
    /// <summary>Made with the page.</summary>
    public Guid Command { get; set; }
}
