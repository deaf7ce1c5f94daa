using System.Reflection;
using System.Reflection.Emit;
using System.Text;

namespace TakedownCases.Web.Tests.Localization;

/// <summary>
/// What the views write literally, read from their compiled code: the exact text between expressions, whatever Razor
/// syntax it stood in.
/// </summary>
internal static class CompiledViews
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(c => c.Value);

    /// <summary>Per method of a view, its literals in order; U+FFFC stands where an expression writes.</summary>
    public static IEnumerable<(string View, string Html)> Literals(Assembly assembly)
        => assembly.GetTypes()
            .Where(t => t.FullName!.StartsWith("AspNetCoreGeneratedDocument.", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods(
                BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(m => m.GetMethodBody() is not null)
            .Select(m => (m.DeclaringType!.FullName!, Html(m)))
            .Where(m => m.Item2.Length > 0);

    private static string Html(MethodInfo method)
    {
        var html = new StringBuilder();
        var code = method.GetMethodBody()!.GetILAsByteArray()!;
        string? last = null;
        for (var i = 0; i < code.Length;)
        {
            var value = code[i] == 0xFE ? (short)((code[i] << 8) | code[i + 1]) : code[i];
            var opcode = Codes[value];
            i += opcode.Size;
            if (opcode == OpCodes.Ldstr)
            {
                last = method.Module.ResolveString(BitConverter.ToInt32(code, i));
            }
            else if (opcode == OpCodes.Call || opcode == OpCodes.Callvirt)
            {
                // A literal is what stands right before the call; an attribute of a tag helper writes what a call gave.
                html.Append(Written(Name(method, BitConverter.ToInt32(code, i)), last));
                last = null;
            }
            else
            {
                last = null;
            }

            i += OperandSize(opcode, code, i);
        }

        return html.ToString();
    }

    private static string Written(string called, string? last) => called switch
    {
        "WriteLiteral" => last ?? "\uFFFC",
        "Write" or "WriteAttributeValue" => "\uFFFC",
        "BeginWriteAttribute" => " x=\"",
        "EndWriteAttribute" => "\"",
        _ => "",
    };

    private static string Name(MethodInfo method, int token)
        => method.Module.ResolveMethod(
            token,
            method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
            method.IsGenericMethod ? method.GetGenericArguments() : null)!.Name;

    private static int OperandSize(OpCode opcode, byte[] code, int at) => opcode.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
