using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace TakedownCases.Data.Vault;

/// <summary>
/// Keeps the cookie ring in the database, sealed, so that every node reads the same cookies and a stolen database reads
/// none (security 3: the framework's own store is plain text). The framework does not know and warns that it has no XML encryptor.
/// </summary>
public sealed class CookieRing(IServiceScopeFactory scopes, InstallationVault vault, TimeProvider clock) : IXmlRepository
{
    private const int KeyVersion = 1;

    private readonly FieldCipher _cipher = new();

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var rows = db.CookieRingKeys.AsNoTracking().OrderBy(row => row.Id).ToList();
        return rows.ConvertAll(row => XElement.Parse(
            Encoding.UTF8.GetString(_cipher.Open(vault.Secrets.CookieRingKey, row.Sealed, PlaceOf(row.Id)))));
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var id = Guid.CreateVersion7(clock.Now());
        var content = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        db.CookieRingKeys.Add(new CookieRingKey
        {
            Id = id,
            Sealed = _cipher.Seal(vault.Secrets.CookieRingKey, KeyVersion, content, PlaceOf(id)),
        });

        // The framework asks for its keys synchronously, once in a quarter of a year.
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }

    private static FieldPlace PlaceOf(Guid id) => new("cookie_ring_key", "sealed", id);
}
