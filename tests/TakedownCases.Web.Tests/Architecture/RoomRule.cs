using System.Text.RegularExpressions;

namespace TakedownCases.Web.Tests.Architecture;

/// <summary>
/// Which sub-namespaces ("rooms") of a namespace may use which. A room that the table does not name may use nothing and is
/// itself reported; <paramref name="Slices"/> instead lets any room exist and use only the rooms listed under "*".
/// </summary>
internal sealed record RoomRule(string Root, IReadOnlyDictionary<string, string[]> MayUse, bool Slices = false)
{
    /// <summary>By compiled code. Types directly in the root are everybody's, and may use no room.</summary>
    public IReadOnlyList<string> Broken(IEnumerable<Type> types)
        => [.. from type in types
               where IsBelow(type.Namespace)
               let room = RoomOf(type.Namespace)
               from used in TypeReferences.Of(type).Where(used => IsBelow(used.Namespace))
               let usedRoom = RoomOf(used.Namespace)
               where !Allows(room, usedRoom)
               group used by (Type: type.FullName, Room: usedRoom) into uses
               select $"{uses.Key.Type} uses {uses.Key.Room}: {string.Join(", ", uses.Select(used => used.Name).Distinct())}"];

    /// <summary>By text: `using` lines and qualified names, views included.</summary>
    public IReadOnlyList<string> Broken(IEnumerable<SourceFile> files, string folder)
    {
        var mention = new Regex($@"{Regex.Escape(Root)}\.(\w+)", RegexOptions.None, TimeSpan.FromSeconds(5));
        return [.. from file in files
                   where file.Path.StartsWith(folder + "/", StringComparison.Ordinal)
                   let path = file.Path[(folder.Length + 1)..].Split('/')
                   let room = path.Length > 1 ? path[0] : ""
                   from used in mention.Matches(file.Text).Select(match => match.Groups[1].Value).Distinct()
                   where (Slices || MayUse.ContainsKey(used)) && !Allows(room, used) && !IsRootType(files, folder, used)
                   select $"{file.Path} mentions {Root}.{used}"];
    }

    /// <summary>Rooms that the table does not know.</summary>
    public IReadOnlyList<string> Unknown(IEnumerable<Type> types)
        => Slices ? [] : [.. types.Where(type => IsBelow(type.Namespace)).Select(type => RoomOf(type.Namespace)).Distinct()
            .Where(room => room.Length > 0 && !MayUse.ContainsKey(room))];

    private bool Allows(string room, string used)
    {
        if (used.Length == 0 || used == room || (Slices && room.Length == 0))
        {
            return true;
        }

        return MayUse.TryGetValue(Slices ? "*" : room, out var allowed) && allowed.Contains(used);
    }

    private bool IsBelow(string? name)
        => name == Root || (name?.StartsWith(Root + ".", StringComparison.Ordinal) ?? false);

    private string RoomOf(string? name)
        => name is null || name.Length <= Root.Length ? "" : name[(Root.Length + 1)..].Split('.')[0];

    private static bool IsRootType(IEnumerable<SourceFile> files, string folder, string name)
        => files.Any(file => file.Path == $"{folder}/{name}.cs");
}
