namespace TakedownCases.Web.Hosting;

/// <summary>Something that only whoever runs the installation can mend. The message says what to do and holds no data of people.</summary>
public sealed class OperatorException(string message) : Exception(message);
