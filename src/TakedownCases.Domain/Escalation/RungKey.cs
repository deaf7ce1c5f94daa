using System.Runtime.InteropServices;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Escalation;

/// <summary>What is unique in the database: a rung is climbed at most once for a clock of a case, whoever runs the sweep.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RungKey(CaseId Case, ClockId Clock, string Rung);
