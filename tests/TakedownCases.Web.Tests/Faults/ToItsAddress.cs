namespace TakedownCases.Web.Tests.Faults;

/// <summary>Sends each request to where the program listens in its present life.</summary>
internal sealed class ToItsAddress(MortalProgram program) : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(program.Address, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
