using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplaintBot.Storage;
using ComplaintBot.Storage.Files;

namespace ComplaintBot.PersonalData;

/// <summary>Everything that is kept of one customer, as one JSON document: complaints with their whole history, conversations,
/// files. Of others who share a complaint it tells nothing.</summary>
public sealed class CustomerExport(Database database, ComplaintStore complaints, FileContents contents, TimeProvider time)
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the document, UTF-8.</summary>
    public Task<byte[]> MakeAsync(string customer, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var traces = await CustomerTraces.FindAsync(session, customer, cancellationToken);
                using var buffer = new MemoryStream();
                await using (var json = new Utf8JsonWriter(buffer, Layout))
                {
                    json.WriteStartObject();
                    json.WriteString("customer", customer);
                    json.WriteString("exportedAt", time.GetUtcNow());
                    json.WriteStartArray("complaints");
                    foreach (var ticket in traces.Tickets)
                        Complaint(json, OwnShare.Of((await complaints.LoadAsync(ticket, cancellationToken))!, customer));
                    json.WriteEndArray();
                    json.WriteStartArray("conversations");
                    foreach (var id in traces.Conversations)
                        await ConversationAsync(json, session, id, cancellationToken);
                    json.WriteEndArray();
                    json.WriteEndObject();
                }
                return buffer.ToArray();
            },
            cancellationToken
        );

    private static void Complaint(Utf8JsonWriter json, OwnShare share)
    {
        json.WriteStartObject();
        json.WriteString("ticket", share.Ticket);
        json.WriteStartArray("events");
        foreach (var (at, by, what) in share.Events)
        {
            json.WriteStartObject();
            json.WriteString("at", at);
            json.WriteString("by", by);
            json.WritePropertyName("event");
            json.WriteRawValue(what);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private async Task ConversationAsync(Utf8JsonWriter json, DbSession session, string id, CancellationToken cancellationToken)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteStartArray("activities");
        foreach (
            var activity in await session.QueryAsync<string>(
                "SELECT activity FROM direct_line_log WHERE conversation_id = @id ORDER BY sequence",
                new { id },
                cancellationToken
            )
        )
            json.WriteRawValue(Encoding.UTF8.GetBytes(activity));
        json.WriteEndArray();
        json.WriteStartArray("files");
        foreach (
            var file in await session.QueryAsync<FileRow>(
                "SELECT name, content_type, content, place FROM direct_line_uploads WHERE conversation_id = @id ORDER BY received_at, id",
                new { id },
                cancellationToken
            )
        )
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteString("contentType", file.ContentType);
            await using (var content = await contents.OpenAsync(file.Content, file.Place, cancellationToken))
                json.WriteBase64String("content", (await BinaryData.FromStreamAsync(content, cancellationToken)).ToMemory().Span);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed class FileRow
    {
        public string Name { get; init; } = "";

        public string ContentType { get; init; } = "";

        public byte[] Content { get; init; } = [];

        public string? Place { get; init; }
    }
}
