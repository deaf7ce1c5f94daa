namespace TakedownCases.Data.Vault;

/// <summary>Where a sealed field lives. It is authenticated with the content, so a blob copied elsewhere does not open.</summary>
public readonly record struct FieldPlace(string Table, string Column, Guid RowId)
{
    public override string ToString() => $"{Table}.{Column} of row {RowId:D}";
}
