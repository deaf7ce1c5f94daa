using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>The page that asks for the key.</summary>
public sealed class KeyQuestion
{
    public string? Key { get; init; }

    /// <summary>What was typed before the visit ended, sealed.</summary>
    public string? Kept { get; init; }

    [BindNever]
    public bool Ended { get; init; }
}

/// <summary>A form on a page of the visit: the case beside it, and the id under which it is done once.</summary>
public class KeyForm
{
    public string? Command { get; set; }

    [BindNever, ValidateNever]
    public CaseView Case { get; set; } = null!;

    /// <summary>What the form carries, or a new one where it was lost: then a second arrival counts as a second wish.</summary>
    public CommandId CommandAt(DateTimeOffset now) => Guid.TryParse(Command, out var id) ? new CommandId(id) : CommandId.New(now);
}

public sealed class TextForm : KeyForm
{
    public string? Text { get; set; }
}

public sealed class ContactForm : KeyForm
{
    public ContactChannel? Channel { get; set; }

    public string? Address { get; set; }

    public string? Who { get; set; }

    public string? SafeWhen { get; set; }

    public bool NoVoicemail { get; set; }

    public void Show(SafeContact contact)
        => (Channel, Address, Who, SafeWhen, NoVoicemail) = (contact.Channel, contact.Address, contact.Who, contact.SafeWhen, contact.NoVoicemail);
}

public sealed class ConsentForm : KeyForm
{
    public IReadOnlyList<ConsentAction>? Allowed { get; set; }
}

public sealed class StopForm : KeyForm
{
    public IReadOnlyList<Guid>? Places { get; set; }
}

public sealed class EraseForm : KeyForm
{
    /// <summary>"proof" or "everything".</summary>
    public string? Keep { get; set; }
}

public sealed class NewKeyForm : KeyForm
{
    /// <summary>The filer's key may go on beside the survivor's.</summary>
    public bool FilerStays { get; set; }

    /// <summary>"This is about me": the survivor takes over from whoever filed.</summary>
    public bool TakeOver { get; set; }

    /// <summary>The new key while it waits to be safe.</summary>
    [BindNever]
    public string? Shown { get; set; }
}
