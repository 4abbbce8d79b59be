using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Tests.Properties;

/// <summary>Random lives of complaints: commands by anybody, time, restarts, a process that was down, new organisation files.</summary>
public sealed class ComplaintPropertyTests
{
    [Fact]
    public void Whatever_happens_one_person_answers_something_is_promised_nothing_illegal_happens_and_history_only_grows() =>
        Prop.ForAll(
                Step.Stories(50),
                told =>
                {
                    var story = new Story(told.World);
                    foreach (var step in told.Steps)
                        story.Happen(step);
                    story.Reload();
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(PropertyRuns.Of(250)));
}
