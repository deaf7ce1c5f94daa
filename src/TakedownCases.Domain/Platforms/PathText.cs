namespace TakedownCases.Domain.Platforms;

/// <summary>Paths without dot segments, percent spellings and a last slash.</summary>
internal static class PathText
{
    public static string Normalise(string path)
    {
        var kept = new List<string>();
        foreach (var segment in PercentCoding.Normalise(path).Split('/').Skip(1))
        {
            if (segment == "..")
            {
                kept.RemoveRange(Math.Max(kept.Count - 1, 0), Math.Min(kept.Count, 1));
            }
            else if (segment != ".")
            {
                kept.Add(segment);
            }
        }

        return "/" + string.Join('/', kept).TrimEnd('/');
    }
}
