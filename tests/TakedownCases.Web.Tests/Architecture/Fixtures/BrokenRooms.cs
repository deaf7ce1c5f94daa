#pragma warning disable MA0048, CA1822
namespace TakedownCases.Web.Tests.Architecture.Fixtures.Rooms
{
    internal sealed class RootType
    {
        public Ledger.Entry? Uses { get; set; }
    }
}

namespace TakedownCases.Web.Tests.Architecture.Fixtures.Rooms.Ledger
{
    internal sealed class Entry
    {
        public string Kind => new Cases.Matter().GetType().Name;
    }

    internal sealed class Innocent
    {
        public RootType? Allowed { get; set; }
    }
}

namespace TakedownCases.Web.Tests.Architecture.Fixtures.Rooms.Cases
{
    internal sealed class Matter
    {
        public async Task<int> LaterAsync(IEnumerable<int> numbers)
        {
            await Task.Yield();
            return numbers.Select(number => number + Deadlines.Term.Days).Sum();
        }
    }
}

namespace TakedownCases.Web.Tests.Architecture.Fixtures.Rooms.Deadlines
{
    internal static class Term
    {
        public static int Days { get; } = 2;
    }
}

namespace TakedownCases.Web.Tests.Architecture.Fixtures.Rooms.Unheard
{
    internal sealed class Of;
}
