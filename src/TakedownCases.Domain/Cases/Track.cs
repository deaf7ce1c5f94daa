namespace TakedownCases.Domain.Cases;

/// <summary>The two tracks, told apart by the age when the picture was made; unsure is minor (practice P10).</summary>
public enum Track
{
    Adult,
    Minor,
}
