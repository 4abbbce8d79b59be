using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using Complaints;
using Complaints.Handling;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Simulation;

namespace ComplaintBot.Tests.Storage;

/// <summary>Files complaints in a made-up company and stores them.</summary>
internal static class Filing
{
    public static readonly DateTimeOffset Now = new(2026, 10, 14, 9, 30, 0, TimeSpan.FromHours(8));
    public static readonly Organisation Company = SimulatedCompany.Make(seed: 1, handlers: 3, year: 2026);

    public static Complaint File(string ticket, string customer = "directline:dl_1", DateTimeOffset? at = null)
    {
        var command = new FileComplaint(
            RecordKind.Complaint,
            new Complainant(customer, "zh-CN") { Name = "林小姐" },
            new ComplaintDetails("broadband", "宽带又断了\n上周修过一次"),
            Severity.High,
            "rule"
        );
        var context = new CommandContext(Company, at ?? Now, Actor.Customer(customer, "林小姐"), Channel.Web);
        return ComplaintDesk.File(ticket, command, context).Complaint!;
    }

    public static Outcome Accept(Complaint complaint, DateTimeOffset? at = null) =>
        ComplaintDesk.Do(
            complaint,
            new Accept(),
            new CommandContext(Company, at ?? Now.AddMinutes(5), Actor.Staff(Company.FindStaff(complaint.Owner)!), Channel.Teams)
        );

    public static Task SaveAsync(Database database, Complaint complaint) =>
        SaveAsync(database, new ComplaintStore(database, new SumsBeside()).Save(complaint, Company));

    public static async Task SaveAsync(Database database, IWrite write)
    {
        var work = new UnitOfWork(database);
        work.Add(write);
        await work.CommitAsync();
    }
}
