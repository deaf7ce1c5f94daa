using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace TakedownCases.Web.Hosting;

internal enum BodyKind
{
    None,
    Form,
    Upload,
    Other,
}

/// <summary>
/// Reads forms before anything else does, within limits, so that a form that is too large gets a page that says
/// what to do. Uploads are refused altogether: no picture ever (design section 4, law 2).
/// </summary>
internal sealed class FormLimits(RequestDelegate next, ErrorPages pages, IOptions<LimitOptions> limits)
{
    private const int LongestName = 256;

    public async Task InvokeAsync(HttpContext context)
    {
        var kind = KindOf(context.Request);
        var status = kind switch
        {
            BodyKind.None => 0,
            BodyKind.Upload => StatusCodes.Status415UnsupportedMediaType,
            BodyKind.Form => await TryReadAsync(context),
            BodyKind.Other => Bound(context),
            _ => throw new InvalidOperationException($"Unknown kind of body {kind}."),
        };
        await (status == 0 ? next(context) : pages.WriteAsync(context, status));
    }

    public static BodyKind KindOf(HttpRequest request)
    {
        var type = request.ContentType ?? "";
        return type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) ? BodyKind.Upload
            : type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? BodyKind.Form
            : request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding") ? BodyKind.None
            : BodyKind.Other;
    }

    public static bool IsBeyondKeeping(HttpContext context)
        => context.Request.ContentLength > Options(context).KeptBodyBytes;

    /// <summary>The form, read once for the whole request.</summary>
    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        var limits = Options(context);
        if (context.Features.Get<IFormFeature>() is not KeptFormFeature)
        {
            SetBodyLimit(context, limits.KeptBodyBytes);
            context.Request.Body = await NulFreeBody.ReadAsync(context.Request.Body, limits.KeptBodyBytes, context.RequestAborted);
            context.Features.Set<IFormFeature>(new KeptFormFeature(context.Request, new FormOptions
            {
                ValueCountLimit = limits.FormValues,
                ValueLengthLimit = limits.KeptBodyBytes,
                KeyLengthLimit = LongestName,
            }));
        }

        return await context.Request.ReadFormAsync(context.RequestAborted);
    }

    private async Task<int> TryReadAsync(HttpContext context)
    {
        if (IsBeyondKeeping(context))
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        try
        {
            var form = await ReadAsync(context);
            var size = context.Request.ContentLength ?? form.Sum(f => f.Key.Length + f.Value.Sum(v => (long)(v?.Length ?? 0)));
            return size > limits.Value.BodyBytes ? StatusCodes.Status413PayloadTooLarge : 0;
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }
    }

    private int Bound(HttpContext context)
    {
        SetBodyLimit(context, limits.Value.BodyBytes);
        return context.Request.ContentLength > limits.Value.BodyBytes ? StatusCodes.Status413PayloadTooLarge : 0;
    }

    private static void SetBodyLimit(HttpContext context, long bytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = bytes;
        }
    }

    private static LimitOptions Options(HttpContext context)
        => context.RequestServices.GetRequiredService<IOptions<LimitOptions>>().Value;

    private sealed class KeptFormFeature(HttpRequest request, FormOptions options) : FormFeature(request, options);
}
