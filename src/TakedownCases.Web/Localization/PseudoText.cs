using System.Text;

namespace TakedownCases.Web.Localization;

/// <summary>
/// Makes a text that looks foreign yet can be read: brackets show what is translated and where it is cut, 40 % more
/// length shows what does not fit, and placeholders stay as they are.
/// </summary>
public static class PseudoText
{
    private const string Plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Accented = "ȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎŽȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏž";

    public static string From(string text)
    {
        var result = new StringBuilder("[", text.Length * 2);
        var depth = 0;
        foreach (var character in text)
        {
            depth += character == '{' ? 1 : 0;
            var at = depth > 0 ? -1 : Plain.IndexOf(character, StringComparison.Ordinal);
            result.Append(at < 0 ? character : Accented[at]);
            depth -= character == '}' ? 1 : 0;
        }

        var extra = (int)Math.Ceiling(text.Length * 0.4);
        for (var i = 0; i < extra; i++)
        {
            result.Append(i % 6 == 0 ? ' ' : 'ẋ');
        }

        return result.Append(']').ToString();
    }
}
