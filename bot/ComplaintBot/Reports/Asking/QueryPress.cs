using ComplaintBot.Conversations;
using ComplaintBot.Reports.Downloads;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Asking;

/// <summary>The buttons on an answer: another page, another order, a file (verbs <c>query.*</c>).</summary>
internal sealed class QueryPress(QueryAnswers answers, FileHandover files) : IPress<StaffState>
{
    public bool Takes(CardInputs inputs) => inputs.Verb!.StartsWith("query.", StringComparison.Ordinal);

    public async Task<Pressed<StaffState>> PressAsync(
        Turn turn,
        StaffState state,
        CardInputs inputs,
        CancellationToken cancellationToken
    )
    {
        if (inputs.Text("lang") is { } language && Languages.All.Contains(language))
            turn.Language = language;
        // A card is data from outside: its query is read and checked like any other.
        var format = inputs.Text("format") is { } wanted && FileOrder.Formats.Contains(wanted) ? wanted : "xlsx";
        if (inputs.Verb == "query.export" && inputs.Text("report") is { } report)
            return new(state, await files.OfferReportAsync(turn, report, format, cancellationToken));
        if (inputs.Json("query") is not { } json || QueryJson.Read(json, out _) is not { } query)
            return new(state, turn.Reader.Text("talk.oldCard"), Refused: true);
        if (inputs.Verb == "query.export")
            return new(state, await files.OfferAsync(turn, query, format, cancellationToken));
        if (inputs.Verb != "query.page")
            return new(state, turn.Reader.Text("talk.oldCard"), Refused: true);
        var page = Math.Clamp(inputs.Whole("page") ?? 1, 1, 10_000);
        var answerId = inputs.Text("answer") ?? QueryAnswers.AnswerId(turn);
        var (message, remembered) = await answers.CardAsync(turn, state, query, page, answerId, [], cancellationToken);
        return new(remembered, null, message);
    }
}
