using System.Globalization;
using DirectLine.Access;
using DirectLine.Endpoints;
using DirectLine.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace DirectLine.Uploads;

/// <summary>What an upload held: the activity and its checked files.</summary>
internal sealed record ReceivedUpload(Activity Activity, IReadOnlyList<DirectLineUpload> Files);

/// <summary>Reads an upload as DirectLineJS sends it (multipart: an activity, then files), or a single raw file.</summary>
internal sealed class UploadReader(IOptions<DirectLineOptions> options)
{
    private const string ActivityContentType = "application/vnd.microsoft.activity";

    private sealed record RawFile(string? Name, byte[] Content);

    private DirectLineOptions Settings => options.Value;

    /// <summary>The upload, or why it is refused. Files are judged by their content.</summary>
    public async Task<(ReceivedUpload? Upload, DirectLineError? Error)> ReadAsync(HttpRequest request, string conversationId)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return (null, DirectLineError.NotUpload);
        if (request.ContentLength > Settings.MaxUploadBytes)
            return (null, DirectLineError.TooLarge);
        var (activity, files, error) = type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? await ReadPartsAsync(request, HeaderUtilities.RemoveQuotes(type.Boundary).Value)
            : await ReadSingleAsync(request);
        if (error is not null)
            return (null, error);
        var (checkedFiles, refusal) = Check(files, conversationId);
        return checkedFiles is null
            ? (null, refusal)
            : (new(activity ?? new Activity { Type = ActivityTypes.Message }, checkedFiles), null);
    }

    private async Task<(Activity?, List<RawFile>, DirectLineError?)> ReadPartsAsync(HttpRequest request, string? boundary)
    {
        if (string.IsNullOrEmpty(boundary))
            return (null, [], DirectLineError.NotUpload);
        var (activity, files, total) = ((Activity?)null, new List<RawFile>(), 0L);
        var reader = new MultipartReader(boundary, request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 4 * 1024 };
        while (await reader.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } section)
        {
            var isActivity = section.ContentType?.StartsWith(ActivityContentType, StringComparison.OrdinalIgnoreCase) == true;
            var most = isActivity ? Settings.MaxActivityBytes + LargestThumbnails : Settings.MaxFileBytes;
            if (
                await RequestBody.ReadAsync(section.Body, most, request.HttpContext.RequestAborted) is not { } content
                || (total += content.Length) > Settings.MaxUploadBytes
            )
                return (null, [], DirectLineError.TooLarge);
            if (isActivity)
            {
                var reading = ActivityReader.Read(content);
                if (reading.Activity is null)
                    return (null, [], DirectLineError.Malformed(reading.Problem!));
                activity = reading.Activity;
            }
            else if (files.Count == Settings.MaxFiles)
            {
                return (
                    null,
                    [],
                    DirectLineError.BadArgument(
                        string.Create(CultureInfo.InvariantCulture, $"At most {Settings.MaxFiles} files can be sent at once.")
                    )
                );
            }
            else
            {
                files.Add(new(NameOf(section.ContentDisposition), content));
            }
        }
        return (activity, files, null);
    }

    // Web Chat puts a small picture into the activity for each file.
    private const int LargestThumbnails = 1024 * 1024;

    private async Task<(Activity?, List<RawFile>, DirectLineError?)> ReadSingleAsync(HttpRequest request) =>
        await RequestBody.ReadAsync(request.Body, Settings.MaxFileBytes, request.HttpContext.RequestAborted) is { } content
            ? (null, [new(NameOf(request.Headers.ContentDisposition), content)], null)
            : (null, [], DirectLineError.TooLarge);

    private static (List<DirectLineUpload>?, DirectLineError?) Check(List<RawFile> files, string conversationId)
    {
        if (files.Count == 0)
            return (null, DirectLineError.MissingProperty("The upload holds no file."));
        var kinds = new List<FileKind>();
        foreach (var file in files)
        {
            var verdict = ContentCheck.Check(file.Name, file.Content);
            if (verdict.Kind is not { } kind)
                return (null, DirectLineError.BadFile(FileNames.Printable(file.Name), Reason(verdict.Fault!.Value)));
            kinds.Add(kind);
        }
        var names = FileNames.Distinct(files.Zip(kinds, (file, kind) => FileNames.Clean(file.Name, kind)));
        return (
            [
                .. files.Select(
                    (file, i) =>
                        new DirectLineUpload(DirectLineTokenService.NewId(), conversationId, names[i], kinds[i].ContentType, file.Content)
                ),
            ],
            null
        );
    }

    private static string? NameOf(string? disposition)
    {
        if (!ContentDispositionHeaderValue.TryParse(disposition, out var header))
            return null;
        // Browsers escape the quote in form-data names like this.
        return (header.FileNameStar.HasValue ? header.FileNameStar : HeaderUtilities.RemoveQuotes(header.FileName)).Value?.Replace(
            "%22",
            "\"",
            StringComparison.Ordinal
        );
    }

    private static string Reason(ContentFault fault) =>
        fault switch
        {
            ContentFault.Empty => "it is empty.",
            ContentFault.Markup => "pages and drawings with markup cannot be sent.",
            ContentFault.Bomb => "it unpacks to far too much.",
            ContentFault.Macros => "documents with macros cannot be sent.",
            ContentFault.Broken => "it is damaged.",
            _ => "files of this kind cannot be sent.",
        };
}
