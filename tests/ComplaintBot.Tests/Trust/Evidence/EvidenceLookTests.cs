using System.Net;
using System.Text.RegularExpressions;
using ComplaintBot.Tests.Trust.Hosting;
using Complaints;
using Complaints.Events;
using Complaints.Rounds;

namespace ComplaintBot.Tests.Trust.Evidence;

/// <summary>Who may look at photos and files, how, and that it is on record.</summary>
public sealed partial class EvidenceLookTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(1) };

    // A picture with a place in it: start, Exif, then what is drawn.
    private static readonly byte[] Photo = [0xFF, 0xD8, .. Exif, 0xFF, 0xDA, 1, 2, 3, 0xFF, 0xD9];

    private static byte[] Exif => [0xFF, 0xE1, 0, 16, .. "Exif\0\0GPS 31N"u8, 0];

    [Theory]
    [InlineData("看照片 {0}")]
    [InlineData("show the photos of {0}")]
    [InlineData("請顯示 {0} 的照片")]
    public async Task Asked_for_in_words_names_sizes_and_a_link_come_and_the_look_is_on_record(string words)
    {
        var complaint = await WithPhotoAsync(anonymous: false);
        var link = await AskAsync(
            Arranged.Owner,
            string.Format(System.Globalization.CultureInfo.InvariantCulture, words, complaint.Ticket)
        );
        var page = await Http.GetStringAsync(link);
        using var picture = await Http.GetAsync(new Uri(link + "/0"));

        Assert.Contains("路由器.jpg · 1 KB", page, StringComparison.Ordinal);
        Assert.Contains("/0\" alt=\"路由器.jpg\"", page, StringComparison.Ordinal);
        Assert.Equal(Photo, await picture.Content.ReadAsByteArrayAsync());
        Assert.Equal("inline", picture.Content.Headers.ContentDisposition!.DispositionType);
        Assert.True(picture.Headers.CacheControl!.NoStore);
        var look = Assert.Single((await host.Arranged.StoredAsync(complaint.Ticket)).History, e => e.Event is EvidenceSeen);
        Assert.Equal(Arranged.Owner, look.By.Id);
    }

    [Fact]
    public async Task Who_may_not_see_the_complaint_gets_no_link_and_nothing_is_recorded()
    {
        var complaint = await WithPhotoAsync(anonymous: false);
        await host.Staff.SayAsync("aad-lin-yue", $"看照片 {complaint.Ticket}");
        await host.Staff.GetsAsync("aad-lin-yue", m => m.Text?.Contains("没有找到", StringComparison.Ordinal) == true);

        Assert.DoesNotContain((await host.Arranged.StoredAsync(complaint.Ticket)).History, e => e.Event is EvidenceSeen);
    }

    [Fact]
    public async Task A_link_ends_with_the_rights_of_its_person_and_a_changed_one_opens_nothing()
    {
        var complaint = await WithPhotoAsync(anonymous: false);
        var link = await AskAsync(Arranged.MeasureOwner, $"看照片 {complaint.Ticket}");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(link));
        await host.Arranged.DoAsync(
            await host.Arranged.StoredAsync(complaint.Ticket),
            Arranged.Owner,
            new CompleteMeasure("all", "换了光猫")
        );

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(link));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(link + "/0"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(link[..^1] + (link[^1] == 'A' ? 'B' : 'A')));
    }

    [Fact]
    public async Task Out_of_an_anonymous_customers_picture_the_place_is_taken()
    {
        var complaint = await WithPhotoAsync(anonymous: true);
        var link = await AskAsync(Arranged.Owner, $"看照片 {complaint.Ticket}");
        var content = await Http.GetByteArrayAsync(new Uri(link + "/0"));

        Assert.Equal([0xFF, 0xD8, 0xFF, 0xDA, 1, 2, 3, 0xFF, 0xD9], content);
        Assert.Contains("匿名", await Http.GetStringAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_files_it_is_said_so()
    {
        var complaint = await host.Arranged.InAsync(ComplaintState.Investigating, "directline:dl_look");
        await host.Staff.SayAsync(Arranged.Owner, $"看照片 {complaint.Ticket}");
        await host.Staff.GetsAsync(Arranged.Owner, m => m.Text?.Contains("没有照片或文件", StringComparison.Ordinal) == true);
    }

    private async Task<Complaint> WithPhotoAsync(bool anonymous)
    {
        var id = "teams/" + Guid.NewGuid().ToString("N");
        await host.Database.Database.ExecuteAsync(
            """
            INSERT INTO evidence_files (id, sent_by, name, content_type, content, sha256, received_at)
            VALUES (@id, 'x', '路由器.jpg', 'image/jpeg', @Photo, '', @now)
            """,
            new
            {
                id,
                Photo,
                now = TimeProvider.System.GetUtcNow(),
            }
        );
        return await host.Arranged.InAsync(
            ComplaintState.InProgress,
            "directline:dl_look",
            d => d with { Files = [new(id, "路由器.jpg", "image/jpeg", "") { Bytes = Photo.Length }] },
            complainant: c => c with { Anonymous = anonymous }
        );
    }

    private async Task<string> AskAsync(string staff, string words)
    {
        await host.Staff.SayAsync(staff, words);
        var ticket = Ticket().Match(words).Value;
        var card = await host.Staff.GetsAsync(
            staff,
            m => m.Json.Contains("/evidence/", StringComparison.Ordinal) && m.Json.Contains(ticket, StringComparison.Ordinal)
        );
        return Link().Match(card.Json).Value;
    }

    private static async Task<HttpStatusCode> StatusAsync(string link)
    {
        using var answer = await Http.GetAsync(new Uri(link));
        return answer.StatusCode;
    }

    [GeneratedRegex("C-[0-9]{8}-[0-9]+")]
    private static partial Regex Ticket();

    [GeneratedRegex("https?://[^/\"]+/evidence/[^/\"]+")]
    private static partial Regex Link();
}
