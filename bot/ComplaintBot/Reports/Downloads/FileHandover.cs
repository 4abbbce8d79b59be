using ComplaintBot.BotService;
using ComplaintBot.BotService.Connector;
using ComplaintBot.Conversations;
using ComplaintBot.Reports.Regular;
using DirectLine.Wire;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;
using Understanding.Questions;

namespace ComplaintBot.Reports.Downloads;

/// <summary>Gives somebody a file: in a personal chat of Teams by the consent flow, which puts it into their drive; elsewhere, and
/// when that fails, by a link.</summary>
public sealed partial class FileHandover(
    AnswerFiles files,
    SignedOrders orders,
    DriveUploader drive,
    BotAddress address,
    ILogger<FileHandover> logger
)
{
    // The consent card stays in the chat; what it gives is made anew and checked when it is pressed.
    private static readonly TimeSpan ConsentLife = TimeSpan.FromHours(24);

    /// <summary>Offers the file in this conversation; words to answer a press with.</summary>
    public Task<string> OfferAsync(Turn turn, ComplaintQuery query, string format, CancellationToken cancellationToken)
    {
        // Read out as a list: the file is the export, the query what it is about.
        var order = new FileOrder(
            turn.Person.Staff!.Id,
            query with
            {
                Format = null,
                Kind = query.Kind == QueryKind.Export ? QueryKind.List : query.Kind,
            },
            format,
            turn.Language
        );
        return OfferAsync(turn, order, QuestionInWords.Say(query, turn.Language, turn.Organisation), cancellationToken);
    }

    /// <summary>Offers the file of a report; words to answer a press with.</summary>
    public Task<string> OfferReportAsync(Turn turn, string report, string format, CancellationToken cancellationToken)
    {
        var order = new FileOrder(turn.Person.Staff!.Id, new() { Kind = QueryKind.List }, format, turn.Language) { Report = report };
        return OfferAsync(turn, order, RegularReports.Describe(report, turn.Language), cancellationToken);
    }

    private async Task<string> OfferAsync(Turn turn, FileOrder order, string description, CancellationToken cancellationToken)
    {
        if (await files.MakeAsync(order, cancellationToken) is not { } file)
            return turn.Reader.Text("file.notAllowed");
        if (order.Format == "html" || turn.Activity.ChannelId != Channels.Msteams || turn.Activity.Conversation?.IsGroup == true)
        {
            await LinkAsync(turn, order, file.Name, "file.link", cancellationToken);
            return turn.Reader.Text("file.below");
        }
        var context = new { order = await orders.WriteAsync(order, ConsentLife, cancellationToken) };
        var message = WithOne(
            new Attachment
            {
                ContentType = FileConsentCard.ContentType,
                Name = file.Name,
                Content = ProtocolJson.ToToken(
                    new FileConsentCard
                    {
                        Description = description,
                        SizeInBytes = file.Content.Length,
                        AcceptContext = context,
                        DeclineContext = context,
                    }
                ),
            }
        );
        turn.Send(new(turn.Here, message));
        return turn.Reader.Text("file.consent");
    }

    /// <summary>The person agreed: the file goes to the address that Teams gave. Only the person who ordered it gets it.</summary>
    public async Task AcceptedAsync(Turn turn, FileConsentCardResponse response, CancellationToken cancellationToken)
    {
        if (
            await OrderAsync(response, cancellationToken) is not { } order
            || order.By != turn.Person.Staff?.Id
            || response.UploadInfo is not { } upload
        )
        {
            turn.Say("file.outOfDate");
            return;
        }
        turn.Language = order.Language;
        if (await files.MakeAsync(order, cancellationToken) is not { } file)
        {
            turn.Say("file.notAllowed");
            return;
        }
        try
        {
            await drive.UploadAsync(upload, file.Content, cancellationToken);
        }
        catch (ChannelFailureException e)
        {
            NotTaken(logger, e);
            await LinkAsync(turn, order, file.Name, "file.linkInstead", cancellationToken);
            return;
        }
        turn.Send(
            new(
                turn.Here,
                WithOne(
                    new Attachment
                    {
                        ContentType = FileInfoCard.ContentType,
                        Name = upload.Name ?? file.Name,
                        ContentUrl = upload.ContentUrl,
                        Content = ProtocolJson.ToToken(
                            new FileInfoCard { UniqueId = upload.UniqueId, FileType = upload.FileType ?? order.Format }
                        ),
                    }
                )
            )
        );
    }

    /// <summary>The person does not want it.</summary>
    public static void Declined(Turn turn)
    {
        turn.Say("file.declined");
    }

    private async Task<FileOrder?> OrderAsync(FileConsentCardResponse response, CancellationToken cancellationToken) =>
        response.Context is JObject context && context["order"] is { Type: JTokenType.String } order
            ? await orders.ReadAsync((string)order!, cancellationToken)
            : null;

    private static Activity WithOne(Attachment attachment) => new(ActivityTypes.Message) { Attachments = [attachment] };

    private async Task LinkAsync(Turn turn, FileOrder order, string name, string words, CancellationToken cancellationToken)
    {
        var url = address.Of(DownloadEndpoint.Path + await orders.WriteAsync(order, SignedOrders.LinkLife, cancellationToken));
        turn.Say(words, ("minutes", (int)SignedOrders.LinkLife.TotalMinutes), ("file", $"[{name}]({url})"));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file was not taken by the user's drive; a link is given instead.")]
    private static partial void NotTaken(ILogger logger, Exception exception);
}
