using Complaints.Organisations;

namespace ComplaintBot.Conversations;

/// <summary>The language to write to a member of staff in: the first of theirs in the organisation file.</summary>
public static class StaffLanguage
{
    /// <summary>zh-CN when the file names none.</summary>
    public static string Of(StaffMember? member) => member?.Languages.FirstOrDefault(l => Languages.All.Contains(l)) ?? Languages.ZhCn;
}
