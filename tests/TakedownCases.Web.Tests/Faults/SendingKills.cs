using System.Collections.Concurrent;
using TakedownCases.Testing.Mail;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>
/// Says when the program dies while it sends, and what else goes wrong at the mail server: both from one seed. A kill comes
/// at a step of a conversation, after some more mails than the last.
/// </summary>
internal sealed class SendingKills(int seed, int mailsBetweenKills)
{
    private static readonly SmtpStep[] Steps = [SmtpStep.MailFrom, SmtpStep.Recipient, SmtpStep.Data, SmtpStep.Body, SmtpStep.Dot, SmtpStep.Quit];

    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();
    private TaskCompletionSource? _kill;
    private int _mailsUntilKill;
    private SmtpStep _step;

    /// <summary>What went wrong, and how often.</summary>
    public ConcurrentDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Completes when the program is to be killed: now.</summary>
    public Task NextKillAsync()
    {
        lock (_lock)
        {
            (_mailsUntilKill, _step) = (1 + _random.Next(2 * mailsBetweenKills), Steps[_random.Next(Steps.Length)]);
            _kill = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _kill.Task;
        }
    }

    public void NoMoreKills()
    {
        lock (_lock)
        {
            _kill = null;
        }
    }

    /// <summary>Asked by the server at each step of each connection.</summary>
    public SmtpFault? At(SmtpStep step)
    {
        lock (_lock)
        {
            if (_kill is not null && step == SmtpStep.MailFrom)
            {
                _mailsUntilKill--;
            }

            if (_kill is not null && _mailsUntilKill <= 0 && step == _step)
            {
                _kill.TrySetResult();
                return null;
            }

            return Fault(step, _random.Next(1000));
        }
    }

    // 4xx 8 %, greylisting and a full house 2 %, a line that breaks after the dot 1 %, before it 1 %, refused for good 1 %.
    private SmtpFault? Fault(SmtpStep step, int chance) => (step, chance) switch
    {
        (SmtpStep.Recipient, < 80) => Counted("4xx", SmtpFault.Say("450 4.7.1 greylisted, come back")),
        (SmtpStep.Recipient, < 90) => Counted("5xx", SmtpFault.Say("550 5.1.1 nobody here")),
        (SmtpStep.MailFrom, < 20) => Counted("421", SmtpFault.Say("421 4.3.2 closing")),
        (SmtpStep.Body, < 10) => Counted("broke before the dot", SmtpFault.Drop()),
        (SmtpStep.Dot, < 5) => Counted("broke after the dot", SmtpFault.Drop()),
        (SmtpStep.Dot, < 10) => Counted("broke after the dot, stored", SmtpFault.Drop(stored: true)),
        _ => null,
    };

    private SmtpFault Counted(string name, SmtpFault fault)
    {
        Counts.AddOrUpdate(name, 1, (_, count) => count + 1);
        return fault;
    }
}
