using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace TakedownCases.Data.Ledger;

/// <summary>
/// Rows in their order, read by one thread while another works on those before. It runs ahead by so much and no more, so
/// memory stays flat.
/// </summary>
internal static class ReadAhead
{
    private const int RowsInBatch = 256;
    private const int BatchesAhead = 4;

    public static async IAsyncEnumerable<T> Of<T>(IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<List<T>>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAsync(rows, batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                foreach (var row in batch)
                {
                    yield return row;
                }
            }
        }
        finally
        {
            // Whoever stops early stops the reader too, and waits until the connection is free again.
            await stop.CancelAsync();
            await reading;
        }
    }

    // What goes wrong here is thrown where the rows are used.
    private static async Task ReadAsync<T>(IAsyncEnumerable<T> rows, ChannelWriter<List<T>> batches, CancellationToken cancellationToken)
    {
        Exception? problem = null;
        try
        {
            var batch = new List<T>(RowsInBatch);
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                batch.Add(row);
                if (batch.Count == RowsInBatch)
                {
                    await batches.WriteAsync(batch, cancellationToken);
                    batch = new List<T>(RowsInBatch);
                }
            }

            await batches.WriteAsync(batch, cancellationToken);
        }
        catch (Exception error)
        {
            problem = error;
        }

        batches.Complete(problem);
    }
}
