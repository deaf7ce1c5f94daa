using System.Collections.Concurrent;
using TakedownCases.Testing.Mail;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>
/// Says when the program dies while it sends, and what else goes wrong at the mail server: both from one seed. A kill comes
/// at a step of a conversation, after some more mails than the last; every other time the server says nothing more until then.
/// </summary>
internal sealed class SendingKills(int seed, int mailsBetweenKills)
{
    private static readonly SmtpStep[] Steps =
        [SmtpStep.Tls, SmtpStep.MailFrom, SmtpStep.Recipient, SmtpStep.Data, SmtpStep.Body, SmtpStep.Dot, SmtpStep.Dot, SmtpStep.Quit];

    private static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(200);

    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();
    private TaskCompletionSource? _kill;
    private TaskCompletionSource _hang = NewSignal();
    private int _mailsUntilKill;
    private SmtpStep _step;
    private SmtpFault? _last;

    /// <summary>What went wrong, and how often.</summary>
    public ConcurrentDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Completes when the program is to be killed: now.</summary>
    public Task NextKillAsync()
    {
        lock (_lock)
        {
            (_mailsUntilKill, _step) = (1 + _random.Next(2 * mailsBetweenKills), Steps[_random.Next(Steps.Length)]);
            _last = _random.Next(4) switch { 0 => SmtpFault.Hang(), 1 => SmtpFault.Hang(stored: true), _ => null };
            _kill = NewSignal();
            return _kill.Task;
        }
    }

    /// <summary>From here on the server may hang by itself, and somebody must move the clock on.</summary>
    public void NoMoreKills()
    {
        lock (_lock)
        {
            _kill = null;
        }
    }

    /// <summary>Whether the server is down when the program starts the next time.</summary>
    public bool IsDown()
    {
        lock (_lock)
        {
            return _random.Next(4) == 0;
        }
    }

    /// <summary>Completes when the server has begun to hang.</summary>
    public Task NextHangAsync()
    {
        lock (_lock)
        {
            if (_hang.Task.IsCompleted)
            {
                _hang = NewSignal();
            }

            return _hang.Task;
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
                Counted(_last is null ? $"killed at {step}" : $"hung and killed at {step}");
                _kill.TrySetResult();
                return _last;
            }

            return Fault(step, _random.Next(1000)) ?? (_kill is null ? Hang(step, _random.Next(1000)) : null);
        }
    }

    // In a thousand. Only what is refused for good does not come to its end without a person.
    private SmtpFault? Fault(SmtpStep step, int chance) => (step, chance) switch
    {
        (SmtpStep.StartTls, < 5) => Counted("no TLS", SmtpFault.Say("454 4.7.0 TLS not available")),
        (SmtpStep.Tls, < 5) => Counted("TLS broke", SmtpFault.Drop()),
        (SmtpStep.MailFrom, < 20) => Counted("421", SmtpFault.Say("421 4.3.2 closing")),
        (SmtpStep.Data, < 10) => Counted("421", SmtpFault.Say("421 4.3.2 closing")),
        (SmtpStep.Recipient, < 80) => Counted("greylisted", SmtpFault.Say("450 4.7.1 greylisted, come back")),
        (SmtpStep.Recipient, < 90) => Counted("refused", SmtpFault.Say("550 5.1.1 nobody here")),
        (SmtpStep.Recipient, < 95) => Counted("slow", SmtpFault.Late(Lateness)),
        (SmtpStep.Body, < 10) => Counted("broke before the dot", SmtpFault.Drop()),
        (SmtpStep.Dot, < 5) => Counted("broke after the dot", SmtpFault.Drop()),
        (SmtpStep.Dot, < 10) => Counted("broke after the dot and stored", SmtpFault.Drop(stored: true)),
        (SmtpStep.Dot, < 15) => Counted("slow", SmtpFault.Late(Lateness)),
        _ => null,
    };

    private SmtpFault? Hang(SmtpStep step, int chance)
    {
        var fault = (step, chance) switch
        {
            (SmtpStep.Recipient or SmtpStep.Body, < 3) => SmtpFault.Hang(),
            (SmtpStep.Dot, < 3) => SmtpFault.Hang(),
            (SmtpStep.Dot, < 6) => SmtpFault.Hang(stored: true),
            _ => null,
        };
        if (fault is not null)
        {
            Counted("hung", fault);
            _hang.TrySetResult();
        }

        return fault;
    }

    public void Counted(string name) => Counts.AddOrUpdate(name, 1, (_, count) => count + 1);

    private SmtpFault Counted(string name, SmtpFault fault)
    {
        Counted(name);
        return fault;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
