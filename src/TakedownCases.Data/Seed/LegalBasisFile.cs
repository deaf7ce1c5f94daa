using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Data.Seed;

/// <summary>legal-bases.json: every version of every legal basis (docs/legal-bases.schema.json, docs/deadlines.md).</summary>
public static class LegalBasisFile
{
    private const string FileName = "legal-bases.json";

    /// <summary>The bases this build carries. Throws InvalidDataException that names the record.</summary>
    public static LegalBasisCatalogue Load() => Read(SeedFile.Embedded(FileName), FileName);

    internal static LegalBasisCatalogue Read(string json, string fileName = FileName) => Catalogue(Records(json, fileName), fileName);

    /// <summary>The records alone, each read as it stands.</summary>
    internal static List<LegalBasis> Records(string json, string fileName = FileName)
        => SeedFile.Read<LegalBasisRecord, LegalBasis>(json, fileName, record => record.ToBasis());

    internal static LegalBasisCatalogue Catalogue(IEnumerable<LegalBasis> bases, string fileName = FileName)
    {
        try
        {
            return new LegalBasisCatalogue(bases);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"{fileName}: {e.Message}", e);
        }
    }
}
