using System.Net.Sockets;

namespace TakedownCases.Testing;

/// <summary>
/// What a client sees when the program dies under it. HttpClient wraps most of it; a connection that is reset between its opening and
/// the reading of its far address leaves as the bare <see cref="SocketException"/> (.NET 10).
/// </summary>
public static class LostConnection
{
    public static bool Is(Exception exception) => exception is HttpRequestException or IOException or SocketException;
}
