using System.Text;
using ComplaintBot.Tests.Cards;
using ComplaintBot.Tests.MainLine;
using ComplaintBot.Tests.Trust.Hosting;
using Complaints;
using Complaints.Procedure;
using Xunit.Abstractions;

namespace ComplaintBot.Tests.Trust.Rights;

/// <summary>Who may do what, at the real host, by activities as they come. The expected table is <c>rights.txt</c>, written for
/// people to read.</summary>
public sealed class RightsTests(TrustHost host, ITestOutputHelper output) : IClassFixture<TrustHost>
{
    [Fact]
    [Trait("Assertion", "12")]
    [Trait("Assertion", "24")]
    public async Task Everybody_may_do_just_what_the_table_of_rights_says()
    {
        var customer = await WebCustomer.ComeAsync(host.Bot.Address, "zh-CN");
        var people = await PeopleAsync(customer);
        var table = new StringBuilder("verb               " + string.Join(' ', people.Select(p => p.Name)) + "\n");
        var other = await host.Arranged.InAsync(ComplaintState.Assigned, "directline:" + customer.Id);
        foreach (var verb in VerbInputs.Verbs)
        {
            var from = ProcedureTable.For(verb).SelectMany(r => r.From).ToHashSet();
            var state = from.Contains(ComplaintState.InProgress) ? ComplaintState.InProgress : from.Order().First();
            table.Append(verb.PadRight(18));
            foreach (var person in people)
            {
                var complaint = await host.Arranged.InAsync(
                    state,
                    "directline:" + customer.Id,
                    about: person.Name == "accused" ? ["aad-wu-fang"] : []
                );
                var answer = await person.PressAsync(VerbInputs.Of(verb, complaint, other));
                if (answer != Answered.Allowed)
                    Assert.Equal(
                        complaint.History.Last(e => e.By.Kind != ActorKind.System).Hash,
                        (await host.Arranged.StoredAsync(complaint.Ticket)).History.Last(e => e.By.Kind != ActorKind.System).Hash
                    );
                table
                    .Append(' ')
                    .Append(
                        (
                            answer switch
                            {
                                Answered.Allowed => "yes",
                                Answered.NotAllowed => "no",
                                _ => "-",
                            }
                        ).PadRight(person.Name.Length)
                    );
            }
            table.Replace("  \n", "\n").AppendLine();
        }

        output.WriteLine(table.ToString());
        Assert.Equal(
            Tidy(
                await File.ReadAllTextAsync(
                    Path.Combine(CardFolders.Repository, "tests", "ComplaintBot.Tests", "Trust", "Rights", "rights.txt")
                )
            ),
            Tidy(table.ToString())
        );
    }

    private async Task<IReadOnlyList<Someone>> PeopleAsync(WebCustomer customer) =>
        [
            new Visitor("customer", customer),
            new Visitor("other", await WebCustomer.ComeAsync(host.Bot.Address, "zh-CN")),
            new TeamsPerson("stranger", host.Staff, "aad-nobody"),
            new TeamsPerson("elsewhere", host.Staff, Arranged.Owner, tenant: "another-tenant"),
            new TeamsPerson("owner", host.Staff, Arranged.Owner),
            new TeamsPerson("measure", host.Staff, Arranged.MeasureOwner),
            new TeamsPerson("head", host.Staff, Arranged.Head),
            new TeamsPerson("manager", host.Staff, "aad-lin-yue"),
            new TeamsPerson("quality", host.Staff, Arranged.Quality),
            new TeamsPerson("executive", host.Staff, "aad-ceo"),
            new TeamsPerson("logged", host.Staff, Arranged.Frontline),
            new TeamsPerson("frontline", host.Staff, "00000000-0000-0000-0000-0000000000020"),
            new TeamsPerson("notice", host.Staff, Arranged.NoticeHead),
            new TeamsPerson("accused", host.Staff, "aad-wu-fang"),
        ];

    private static string Tidy(string table) =>
        string.Join(
            '\n',
            table
                .Split('\n')
                .Where(l => !l.StartsWith('#'))
                .Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                .Where(l => l.Length > 0)
        );
}
