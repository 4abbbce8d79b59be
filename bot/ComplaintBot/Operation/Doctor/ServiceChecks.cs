using System.Data.Common;
using System.Text.Json.Nodes;
using Azure;
using Azure.Identity;
using ComplaintBot.FirstContact;
using ComplaintBot.Model;
using ComplaintBot.People;
using ComplaintBot.People.Directory;
using ComplaintBot.People.Graph;
using ComplaintBot.Storage;
using ComplaintBot.Storage.Files;

namespace ComplaintBot.Operation.Doctor;

/// <summary>Services that an installation may use: channels' keys, Microsoft Graph, places for files, a model.</summary>
internal static class ServiceChecks
{
    private const int TooOld = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<Finding> ChannelAsync(Installation it, CancellationToken cancellationToken)
    {
        if (it.Services is not { } services)
            return Finding.Unused("Not looked at: the settings come first.");
        if (it.IsLocal)
            return Finding.Unused("The bot has no registration.");
        var url = services.GetRequiredService<BotService.Settings.BotFrameworkSettings>().ChannelOpenIdMetadataUrl;
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            var document = JsonNode.Parse(await http.GetStringAsync(url, cancellationToken));
            return document?["jwks_uri"] is not null
                ? Finding.Good($"The keys of the channels are told at {url.Host}.")
                : Finding.Wrong($"{url} answers something else.", "Look for a proxy that puts its own page in between.");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException)
        {
            return Finding.Wrong(
                $"{url} cannot be read, so nothing proves that messages come from Teams.",
                "Let the machine reach login.botframework.com and login.microsoftonline.com by https."
            );
        }
    }

    public static async Task<Finding> GraphAsync(Installation it, CancellationToken cancellationToken)
    {
        if (it.Services is not { } services)
            return Finding.Unused("Not looked at: the settings come first.");
        if (services.GetService<IDirectory>() is not { } directory)
            return Finding.Unused("Microsoft Graph is not asked (Graph:Enabled).");
        if (OrganisationFile.Load(it.OrganisationPath).Organisation is not { } file)
            return Finding.Unused("Not looked at: the organisation file comes first.");
        if (file.Directory.Groups.Count == 0 && !file.Staff.Any(s => Guid.TryParse(s.Id, out _)))
            return Finding.Doubt(
                "Microsoft Graph has nobody to tell of: the organisation file names no group and nobody by an object id.",
                "Write groups under \"directory\", see docs/directory.md, or switch Graph:Enabled off."
            );
        var read = await directory.ReadPeopleAsync(file, new(), cancellationToken);
        var last = await LastReadAsync(services, cancellationToken);
        if (read.Problems.Count > 0)
            return Finding.Wrong(
                $"{string.Join(' ', read.Problems)} {Standing(last)}",
                "docs/directory.md lists the permissions and how they are granted."
            );
        // What another process of the installation should have read long ago.
        return last is { } age && age > TooOld * GraphSettings.Read(services.GetRequiredService<IConfiguration>()).PeopleEvery
            ? Finding.Doubt(
                $"Microsoft Graph tells {read.Snapshot.People.Count} people, but not to the bot. {Standing(last)}",
                "See why in its log; a bot that runs reads them again by itself."
            )
            : Finding.Good($"Microsoft Graph tells {read.Snapshot.People.Count} people.");
    }

    // How old is what the bot works with; null when it never read anybody, or the database cannot be asked.
    private static async Task<TimeSpan?> LastReadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            var kept = await services.GetRequiredService<DirectoryStore>().LoadAsync(cancellationToken);
            return services.GetRequiredService<TimeProvider>().GetUtcNow() - kept?.PeopleAt;
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            return null;
        }
    }

    private static string Standing(TimeSpan? age) =>
        age switch
        {
            null => "The bot has nothing from it yet and works with the organisation file.",
            { TotalHours: < 1 } => "The bot works with what was read less than an hour ago.",
            { TotalDays: < 2 } hours => $"The bot works with what was read {(int)hours.TotalHours} hours ago.",
            var days => $"The bot works with what was read {(int)days.Value.TotalDays} days ago.",
        };

    public static async Task<Finding> ReachAsync(Installation it, CancellationToken cancellationToken)
    {
        if (it.Services is not { } services)
            return Finding.Unused("Not looked at: the settings come first.");
        if (it.IsLocal)
            return Finding.Unused("The bot has no registration.");
        if (OrganisationFile.Load(it.OrganisationPath).Organisation is not { } file)
            return Finding.Unused("Not looked at: the organisation file comes first.");
        try
        {
            if (await services.GetRequiredService<Database>().StateAsync(cancellationToken) != SchemaState.Current)
                return Finding.Unused("Not looked at: the database comes first.");
            var missing = await services.GetRequiredService<Reach>().MissingAsync(file.Staff, cancellationToken);
            var names = string.Join(", ", missing.Select(m => m.Member.Name));
            return missing.Count == 0
                ? Finding.Good($"The bot can write to all {file.Staff.Count} people of the organisation file.")
                : Finding.Doubt(
                    $"The bot cannot write to {missing.Count} of {file.Staff.Count} people: {names}.",
                    "Ask them to open the app in Teams and write one word, or let Graph:TeamsApp install it for them (docs/directory.md)."
                );
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            return Finding.Unused("Not looked at: the database comes first.");
        }
    }

    public static async Task<Finding> FilesAsync(Installation it, CancellationToken cancellationToken)
    {
        if (it.Services is not { } services)
            return Finding.Unused("Not looked at: the settings come first.");
        var settings = services.GetRequiredService<FileSettings>();
        foreach (var place in settings.Places)
        {
            try
            {
                await place.CheckAsync(cancellationToken);
            }
            catch (RequestFailedException e)
            {
                return Finding.Wrong(
                    $"The blob storage refuses to write ({e.Status} {e.ErrorCode}).",
                    "Make the container, and give the bot's identity the role Storage Blob Data Contributor on the account."
                );
            }
            catch (Exception e)
                when (e is IOException or UnauthorizedAccessException or AggregateException or AuthenticationFailedException)
            {
                return Finding.Wrong(
                    place.Kind == "folder" ? $"The folder for files cannot be written: {e.Message}" : "The blob storage cannot be reached.",
                    place.Kind == "folder"
                        ? "Give the bot's user the right to write there."
                        : "Look at Storage:BlobEndpoint, network rules and identity."
                );
            }
        }
        return Finding.Good(
            $"New files go to {(settings.Target is null ? "the database" : "the " + settings.Target)}; that can be written."
        );
    }

    public static async Task<Finding> ModelAsync(Installation it, CancellationToken cancellationToken)
    {
        if (it.Services is not { } services)
            return Finding.Unused("Not looked at: the settings come first.");
        if (services.GetService<ModelConnection>() is not { } model)
            return Finding.Unused("No model is set up; everything is understood locally.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        ModelReply reply;
        try
        {
            reply = await model.AskAsync(Hello(), "{}", patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            reply = new ModelReply.Failed("no answer within 20 seconds");
        }
        return reply switch
        {
            ModelReply.Answer => Finding.Good("The model answers by its schema."),
            ModelReply.Busy => Finding.Doubt("The model is busy (429).", "If that is often so, give its deployment a larger quota."),
            ModelReply.Declined declined => Finding.Doubt(
                $"The model did not want to answer: {declined.Why}.",
                "Look at its content filter."
            ),
            ModelReply.Failed failed => Finding.Wrong(
                $"The model does not answer: {failed.Why}.",
                "Look at AzureOpenAI:Endpoint, Deployment and ApiKey. Until then everything is understood locally."
            ),
            _ => throw new InvalidOperationException("An unknown kind of reply."),
        };
    }

    private static ModelTask Hello() =>
        new(
            "hello",
            "Answer with ok = true.",
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["ok"] = new JsonObject { ["type"] = "boolean" } },
                ["required"] = new JsonArray("ok"),
                ["additionalProperties"] = false,
            }
        );
}
