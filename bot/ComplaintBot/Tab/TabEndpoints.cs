using System.Text.Json;
using ComplaintBot.BotService.Settings;
using ComplaintBot.Conversations;
using ComplaintBot.People;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Rights;
using ComplaintBot.Work;
using Complaints;
using Complaints.Organisations;
using DirectLine;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Tab;

/// <summary>The pages that Teams shows in a tab: "my work" for everybody of the staff, the board for whoever answers for more.</summary>
internal sealed class TabEndpoints(
    TabFrame frame,
    TabTokens tokens,
    TabSession session,
    WorkList work,
    Answering answering,
    ChatLinks links,
    OrganisationSource organisations,
    BotFrameworkSettings settings,
    IOptions<DirectLineOptions> addresses,
    Speech speech,
    TimeProvider time
)
{
    /// <summary>Where all of them are.</summary>
    public const string Path = "/tab";

    /// <summary>"My work".</summary>
    public const string Work = "work";

    /// <summary>The board.</summary>
    public const string Board = "board";

    /// <summary>The picture of whoever looks.</summary>
    public const string Photo = "photo";

    private const int MostBytes = 32 * 1024;

    /// <summary><c>GET /tab/work</c>.</summary>
    public Task WorkAsync(HttpContext context) =>
        ShowAsync(
            context,
            Work,
            async viewer =>
            {
                var page = int.TryParse(context.Request.Query["page"], out var asked) ? Math.Clamp(asked, 1, 1000) : 1;
                var actor = Actor.Staff(viewer.Member);
                var rows = await work.PageAsync(
                    actor,
                    viewer.Reader.Organisation,
                    viewer.Reader.Now,
                    page,
                    WorkPageHtml.Rows,
                    context.RequestAborted
                );
                return WorkPageHtml.Write(rows, viewer, links);
            }
        );

    /// <summary><c>GET /tab/board</c>.</summary>
    public Task BoardAsync(HttpContext context) =>
        ShowAsync(
            context,
            Board,
            async viewer =>
            {
                var asker = new Asker(viewer.Member, viewer.Reader.Organisation);
                return BoardFigures.MaySee(asker)
                    ? BoardHtml.Write(
                        await BoardFigures.AskAsync(answering, asker, viewer.Reader.Now, context.RequestAborted),
                        asker,
                        viewer,
                        links
                    )
                    : $"<h1>{TabFrame.Safe(viewer.Reader.Text("tab.board"))}</h1><p>{TabFrame.Safe(viewer.Reader.Text("tab.noBoard"))}</p>";
            }
        );

    /// <summary><c>POST /tab/session</c>: who it is, as Teams says; the answer is 204, or 403 with a sentence.</summary>
    public async Task<IResult> SignInAsync(HttpContext context)
    {
        TabHeaders.Write(context.Response);
        var organisation = organisations.Current;
        var reader = ReaderOf(context.Request, organisation, null);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = MostBytes;
        if (!context.Request.HasJsonContentType())
            return Refused(reader, "notProven");
        var (person, refusal) = await WhoAsync(context, organisation);
        if (person is null)
            return Refused(reader, refusal!);
        if (organisation.FindStaff(person) is not { } member)
            return Refused(reader, "unknownColleague");
        await session.WriteAsync(context.Response, member.Id, IsSecure(context.Request), context.RequestAborted);
        return Results.NoContent();
    }

    /// <summary><c>GET /tab/photo</c>: the picture of whoever looks.</summary>
    public async Task<IResult> PhotoAsync(HttpContext context)
    {
        TabHeaders.Write(context.Response);
        var person = await session.ReadAsync(context.Request, context.RequestAborted);
        if (organisations.Current.FindStaff(person) is not { } member)
            return Results.NotFound();
        var photos = context.RequestServices.GetService<People.Graph.GraphPhotos>();
        var (content, type) = await TabPhoto.OfAsync(member, photos, context.RequestAborted);
        context.Response.Headers.CacheControl = "private, max-age=3600";
        return Results.Bytes(content, type);
    }

    private async Task<(string? Person, string? Refusal)> WhoAsync(HttpContext context, Organisation organisation)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            string? Text(string name) =>
                body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty(name, out var value)
                && value.ValueKind == JsonValueKind.String
                    ? value.GetString()
                    : null;
            // Where nothing is proven, a person on this machine says who they are, as in the chat.
            if (settings.AuthMode == AuthMode.Disabled && Text("as") is { } said)
                return (said, null);
            return Text("token") is { } token ? await tokens.ReadAsync(token, organisation, context.RequestAborted) : (null, "notProven");
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            return (null, "notProven");
        }
    }

    private async Task ShowAsync(HttpContext context, string page, Func<TabViewer, Task<string>> main)
    {
        TabHeaders.Write(context.Response);
        context.Response.ContentType = "text/html; charset=utf-8";
        var (organisation, theme) = (organisations.Current, TabFrame.ThemeOf(context.Request));
        var person = await session.ReadAsync(context.Request, context.RequestAborted);
        var member = organisation.FindStaff(person);
        var reader = ReaderOf(context.Request, organisation, member);
        string html;
        if (person is null)
            html = frame.SignIn(reader, theme, settings.AuthMode == AuthMode.Disabled);
        else if (member is null)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            html = frame.Sentence(reader, theme, reader.Text("tab.refused.unknownColleague"));
        }
        else
        {
            var viewer = new TabViewer(member, reader, theme);
            html = frame.Page(viewer, page, BoardFigures.MaySee(new Asker(member, organisation)), await main(viewer));
        }
        await context.Response.WriteAsync(html, context.RequestAborted);
    }

    private static IResult Refused(Reader reader, string code) =>
        Results.Text(reader.Text("tab.refused." + code), statusCode: StatusCodes.Status403Forbidden);

    // The language of Teams, else the person's own.
    private Reader ReaderOf(HttpRequest request, Organisation organisation, StaffMember? member) =>
        new(organisation, time.GetUtcNow(), speech, Languages.FromTag(request.Query["lang"]) ?? StaffLanguage.Of(member));

    private bool IsSecure(HttpRequest request) => request.IsHttps || addresses.Value.PublicBaseUrl is { Scheme: "https" };
}
