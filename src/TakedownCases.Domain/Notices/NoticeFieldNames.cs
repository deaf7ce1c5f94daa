namespace TakedownCases.Domain.Notices;

/// <summary>Codes of the fields to paste into a form, in their order.</summary>
public static class NoticeFieldNames
{
    public const string Organisation = "organisation";
    public const string Mail = "mail";
    public const string Contact = "contact";
    public const string OnBehalf = "on-behalf";
    public const string Platform = "platform";
    public const string Addresses = "addresses";
    public const string Places = "places";
    public const string Explanation = "explanation";
    public const string Statement = "statement";
    public const string Name = "name";
    public const string Signature = "signature";
    public const string Declarations = "declarations";
    public const string Requests = "requests";
    public const string Deadlines = "deadlines";
    public const string History = "history";
    public const string OwnerNotification = "owner-notification";
    public const string HostNotification = "host-notification";
    public const string Reference = "reference";
    public const string Text = "text";

    /// <summary>Every code, in the order of the fields.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Organisation, Mail, Contact, OnBehalf, Platform, Addresses, Places, Explanation, Statement, Name, Signature, Declarations,
        Requests, Deadlines, History, OwnerNotification, HostNotification, Reference, Text,
    ];
}
