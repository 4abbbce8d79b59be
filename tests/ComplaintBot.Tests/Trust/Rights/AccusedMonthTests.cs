using System.Text.RegularExpressions;
using ComplaintBot.Cards;
using ComplaintBot.Conversations;
using ComplaintBot.Notices;
using ComplaintBot.Tests.Cards;
using Complaints;
using Complaints.Assignment;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Simulation;
using DirectLine.Wire;

namespace ComplaintBot.Tests.Trust.Rights;

/// <summary>Walks every message that goes out in a simulated month with complaints about people of every role: whom it accuses and
/// their line get none of it, may neither see nor do anything, and no customer reads a number that is not theirs.</summary>
public sealed partial class AccusedMonthTests
{
    private const int ComplaintsInAYear = 24_000;
    private static readonly DateTimeOffset From = new(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly Organisation Company = SimulatedCompany.Make(5, 2, 2026);

    [Fact]
    public void Nothing_of_a_month_reaches_whom_it_accuses_nor_their_line_and_no_customer_reads_a_strangers_number_name_or_phone()
    {
        var (speech, notices) = (
            new Speech(CardFolders.Strings, new CardRenderer(CardFolders.Catalog, CardFolders.Strings)),
            new AllNotices()
        );
        var year = new SimulatedYear(Company, 11, ComplaintsInAYear, From);
        var known = new Dictionary<string, Complaint>();
        HashSet<Role> accused = [];
        var (toStaff, toCustomers, merged) = (0, 0, 0);
        while (year.Next() is { } turn && turn.At < From.AddMonths(1))
        {
            var complaint = year.Play(turn, known.GetValueOrDefault(turn.Ticket));
            known[turn.Ticket] = complaint;
            // Some are merged into another of their kind, so that several customers share one.
            if (turn.Kind == HappeningKind.Filed && turn.Number % 20 == 0)
                merged += Merged(complaint, known.Values, turn.At) ? 1 : 0;
            var isWatched = complaint.Accused.Count > 0 || complaint.Parties.Count > 1 || turn.Number % 40 == 0;
            if (isWatched)
            {
                var line = Line.Of(Company, complaint.Accused);
                accused.UnionWith(complaint.Accused.SelectMany(id => Company.FindStaff(id)!.Roles));
                Assert.DoesNotContain(complaint.AnswerablePerson ?? "", line);
                var context = new NoticeContext(complaint, [.. complaint.NewEvents], Company, turn.At, speech);
                foreach (var message in notices.Of(context))
                {
                    if (message.To is Recipient.Staff staff)
                    {
                        toStaff++;
                        Assert.DoesNotContain(staff.AadObjectId, line);
                        // Nor does a message about something else name one that accuses them, in its card, words or preview.
                        Assert.All(
                            Number().Matches(Whole(message)),
                            n =>
                                Assert.False(
                                    known.TryGetValue(n.Value, out var named)
                                        && Relations.IsConflicted(staff.AadObjectId, named, Company)
                                )
                        );
                    }
                    else if (message.To is Recipient.Team)
                    {
                        Assert.Empty(line);
                    }
                    else if (message.To is Recipient.Customer customer)
                    {
                        toCustomers++;
                        Assert.NotNull(complaint.PartyOf(customer.Id));
                        var own = complaint.PartyOf(customer.Id)!.Filed;
                        Assert.All(Number().Matches(Whole(message)), n => Assert.Equal(complaint.NumberFor(customer.Id), n.Value));
                        Assert.All(Phone().Matches(Whole(message)), n => Assert.Equal(own.Phone, n.Value));
                        Assert.All(Name().Matches(Whole(message)), n => Assert.Equal(own.Name, n.Value));
                    }
                }
                foreach (var id in line)
                {
                    var situation = new Situation(complaint, Actor.Staff(Company.FindStaff(id)!), Company, turn.At);
                    Assert.False(Relations.MaySee(situation.By, complaint, Company));
                    Assert.Empty(ProcedureTable.Possible(situation));
                }
            }
            complaint.MarkStored();
        }
        Assert.Equal([Role.Frontline, Role.Handler, Role.Manager, Role.Quality, Role.Executive], accused.Order());
        Assert.True(toStaff > 200 && toCustomers > 100, $"{toStaff} messages to staff and {toCustomers} to customers are too few to tell.");
        Assert.True(merged > 20, $"{merged} merged complaints are too few to tell.");
    }

    private static bool Merged(Complaint complaint, IEnumerable<Complaint> known, DateTimeOffset at)
    {
        var into = known.FirstOrDefault(c =>
            c.Ticket != complaint.Ticket && c.IsOpen && c.Kind == complaint.Kind && c.Details.Category == complaint.Details.Category
        );
        return into is not null
            && ComplaintDesk
                .Do(
                    complaint,
                    new Merge(into),
                    new(Company, at, Actor.Staff(Company.FindStaff("quality-head")!), Channel.Teams)
                )
                .Ok;
    }

    // Words, card, preview: all that leaves.
    private static string Whole(OutgoingMessage message) => message.Activity.Text + ProtocolJson.ToElement(message.Activity);

    [GeneratedRegex(@"C-\d{8}-\d{4}")]
    private static partial Regex Number();

    [GeneratedRegex(@"139\d{8}")]
    private static partial Regex Phone();

    [GeneratedRegex(@"客户\d+")]
    private static partial Regex Name();
}
