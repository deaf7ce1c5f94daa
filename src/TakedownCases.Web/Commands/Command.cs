using System.Globalization;

namespace TakedownCases.Web.Commands;

/// <summary>One thing an operator does at the command line, before anything is served.</summary>
internal abstract class Command
{
    public abstract Task RunAsync(CommandCall call, CancellationToken cancellationToken);
}

/// <summary>What was typed after the command's name, and where to say what is going on.</summary>
internal sealed record CommandCall(IReadOnlyList<string> Arguments, TextWriter Output)
{
    public void Say(FormattableString text) => Output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A line of the list of commands.</summary>
internal sealed record CommandRow(string Name, string Usage, string Purpose, Type Type, int LeastArguments = 0, int MostArguments = 0);
