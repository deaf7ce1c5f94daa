using System.Text;
using TakedownCases.Data.Identity;

namespace TakedownCases.Data.Tests.Identity;

public sealed class TotpCodeTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);

    // RFC 6238 appendix B, SHA-1, its eight digits cut to the last six as RFC 4226 section 5.3 does.
    [Theory]
    [InlineData(59L, "287082")]
    [InlineData(1111111109L, "081804")]
    [InlineData(1111111111L, "050471")]
    [InlineData(1234567890L, "005924")]
    [InlineData(2000000000L, "279037")]
    [InlineData(20000000000L, "353130")]
    public void Codes_are_those_of_the_standard(long unixSeconds, string code)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(unixSeconds);

        Assert.Equal(code, TotpCode.Generate(Secret, now));
        Assert.Equal(unixSeconds / 30, TotpCode.Verify(Secret, code, now, null));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_code_of_one_step_either_side_is_taken_and_no_other(int steps, bool taken)
    {
        var code = TotpCode.Generate(Secret, Now.AddSeconds(30 * steps));

        Assert.Equal(taken ? (1_111_111_111 / 30) + steps : null, TotpCode.Verify(Secret, code, Now, null));
    }

    [Fact]
    public void Each_step_is_taken_once_and_none_before_it_afterwards()
    {
        var code = TotpCode.Generate(Secret, Now);
        var step = TotpCode.Verify(Secret, code, Now, null);

        Assert.NotNull(step);
        Assert.Null(TotpCode.Verify(Secret, code, Now, step));
        Assert.Null(TotpCode.Verify(Secret, code, Now.AddSeconds(30), step));
        Assert.Null(TotpCode.Verify(Secret, TotpCode.Generate(Secret, Now.AddSeconds(-30)), Now, step));
        Assert.Equal(step + 1, TotpCode.Verify(Secret, TotpCode.Generate(Secret, Now.AddSeconds(30)), Now, step));
    }

    [Fact]
    public void A_code_that_two_steps_share_spends_the_later_one()
    {
        var (now, code) = FirstNeighboursWithOneCode();
        var step = TotpCode.Verify(Secret, code, now, null);

        Assert.Equal((now.ToUnixTimeSeconds() / 30) + 1, step);
        Assert.Null(TotpCode.Verify(Secret, code, now.AddSeconds(30), step));
    }

    [Fact]
    public void Every_single_wrong_digit_is_refused()
    {
        var code = TotpCode.Generate(Secret, Now);
        for (var position = 0; position < code.Length; position++)
        {
            for (var wrong = '0'; wrong <= '9'; wrong++)
            {
                if (wrong != code[position])
                {
                    Assert.Null(TotpCode.Verify(Secret, code[..position] + wrong + code[(position + 1)..], Now, null));
                }
            }
        }
    }

    [Theory]
    [InlineData("050 471")]
    [InlineData(" 050-471\n")]
    [InlineData("٠٥٠٤٧١")]
    public void A_code_reads_as_people_type_it(string code) => Assert.NotNull(TotpCode.Verify(Secret, code, Now, null));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("50471")]
    [InlineData("0050471")]
    [InlineData("050471x")]
    [InlineData("\0")]
    public void What_is_no_code_is_refused(string? code) => Assert.Null(TotpCode.Verify(Secret, code, Now, null));

    [Fact]
    public void The_address_for_enrolment_holds_the_secret_and_both_names_escaped()
        => Assert.Equal(
            "otpauth://totp/Caf%C3%A9%20%26%20co:anna%2Bx%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Caf%C3%A9%20%26%20co&algorithm=SHA1&digits=6&period=30",
            TotpCode.OtpAuthUri("Café & co", "anna+x@example.org", Secret));

    [Fact]
    public void A_new_secret_is_random_and_long_enough()
    {
        Assert.Equal(20, TotpCode.NewSecret().Length);
        Assert.NotEqual(TotpCode.NewSecret(), TotpCode.NewSecret());
    }

    private static (DateTimeOffset Now, string Code) FirstNeighboursWithOneCode()
    {
        var before = "";
        for (var step = 1L; ; step++)
        {
            var now = DateTimeOffset.FromUnixTimeSeconds(step * 30);
            var code = TotpCode.Generate(Secret, now);
            if (code == before)
            {
                return (now.AddSeconds(-30), code);
            }

            before = code;
        }
    }
}
