using TakedownCases.Data.Notices;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Tests.Mail;

public sealed class LeaseTests
{
    [Fact]
    public void A_worker_that_is_still_waiting_for_a_mail_server_never_counts_as_gone()
        => Assert.True(new OutboxPace().Lease > SmtpTimeouts.Longest, $"A conversation may take {SmtpTimeouts.Longest}.");
}
